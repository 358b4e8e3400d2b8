#include "console/kit/card.h"

#include "console/kit/display.h"
#include "console/kit/figurestable.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>

namespace kit {

Card::Card(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(new Label(theme, Type::Heading3, "", this))
    , m_note(new Label(theme, Type::Small, "text2", this))
    , m_trouble(new Label(theme, Type::Small, "danger", this))
    , m_retry(new Button(theme, {}, "link", this))
    , m_old(new QWidget(this))
    , m_asTable(new IconButton(theme, QStringLiteral("table-2"), this))
    , m_export(new IconButton(theme, QStringLiteral("download"), this))
    , m_head(row(8))
    , m_below(row(8))
    , m_stack(new QStackedWidget(this))
    , m_state(new PageState(theme, this))
    , m_figures(new FiguresModel(this))
    , m_table(new TableView(theme, *m_figures, this))
    , m_asCsv(new QAction(this))
{
    wear(this, "card");
    build();
    retranslate();
    connect(m_retry, &QPushButton::clicked, this, &Card::retried);
    connect(m_state, &PageState::acted, this, &Card::retried);
    connect(m_asCsv, &QAction::triggered, this, [this] { Q_EMIT exported(m_title->text(), m_figures->figures()); });
    connect(m_export, &QToolButton::clicked, this, [this] {
        if (m_exports)
            m_exports->popup(m_export->mapToGlobal(m_export->rect().bottomLeft()));
        else
            m_asCsv->trigger();
    });
    connect(m_asTable, &QToolButton::toggled, this, [this] {
        if (m_hasContent)
            showContent();
    });
}

void Card::build()
{
    m_retry->setObjectName(QStringLiteral("retry"));
    m_asTable->setObjectName(QStringLiteral("asTable"));
    m_asTable->setCheckable(true);
    m_asTable->hide();
    auto *words = column(m_theme.px(3));
    words->addWidget(m_title->eliding());
    words->addWidget(m_note->eliding());
    m_note->hide();
    m_head->addLayout(words, 1);
    m_head->addWidget(m_asTable, 0, Qt::AlignTop);
    m_export->setObjectName(QStringLiteral("export"));
    m_export->hide();
    m_head->addWidget(m_export, 0, Qt::AlignTop);
    auto *old = row(8);
    old->addWidget(m_trouble->eliding(), 1);
    old->addWidget(m_retry);
    m_old->setLayout(old);
    m_old->hide();
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_table);
    m_stack->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = column(m_theme.px(8));
    layout->setContentsMargins(m_theme.px(16), m_theme.px(12), m_theme.px(12), m_theme.px(12));
    layout->addLayout(m_head);
    layout->addLayout(m_below);
    layout->addWidget(m_old);
    layout->addWidget(m_stack, 1);
    setLayout(layout);
}

void Card::say(const QString &title, const QString &note)
{
    m_title->say(title);
    m_note->say(note);
    m_note->setVisible(!note.isEmpty());
    m_table->setAccessibleName(title);
    m_asTable->say(tr("%1 as a table").arg(title));
    m_export->say(m_exports ? tr("Save %1…").arg(title) : tr("Save %1 as CSV…").arg(title));
}

void Card::put(QWidget *content)
{
    m_content = content;
    m_stack->addWidget(content);
}

void Card::addTool(QWidget *control)
{
    m_head->insertWidget(1, control, 0, Qt::AlignTop);
}

void Card::addBelow(QWidget *control)
{
    m_below->addWidget(control);
    m_below->addStretch(1);
}

void Card::offerExport(const QList<QAction *> &others)
{
    m_offersExport = true;
    if (others.isEmpty())
        return;
    m_asCsv->setObjectName(QStringLiteral("asCsv"));
    m_exports = new QMenu(m_export);
    m_exports->setToolTipsVisible(true);
    m_exports->addAction(m_asCsv);
    m_exports->addActions(others);
}

void Card::setFigures(const Figures &figures)
{
    m_figures->show(figures);
    // What is a table already needs no other one.
    m_asTable->setVisible(!figures.rows.isEmpty() && !qobject_cast<FiguresTable *>(m_content));
    m_export->setVisible(m_offersExport && !figures.rows.isEmpty());
    if (m_content)
        m_content->setAccessibleDescription(figures.spoken());
}

void Card::showLoading()
{
    m_old->hide();
    if (m_hasContent)
        return;
    m_state->showLoading();
    m_stack->setCurrentWidget(m_state);
}

void Card::showContent()
{
    m_old->hide();
    m_hasContent = true;
    m_stack->setCurrentWidget(m_asTable->isChecked() && !m_asTable->isHidden() ? m_table : m_content);
}

void Card::showEmpty(const QString &icon, const QString &title, const QString &text)
{
    m_old->hide();
    m_hasContent = false;
    m_asTable->hide();
    m_export->hide();
    m_state->showEmpty(icon, title, text);
    m_stack->setCurrentWidget(m_state);
}

void Card::showTrouble(const Error &error)
{
    if (!m_hasContent) {
        m_state->showTrouble(error);
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_trouble->say(display::trouble(error));
    m_old->show();
}

bool Card::isTroubled() const
{
    return !m_old->isHidden() || (m_stack->currentWidget() == m_state && m_state->kind() == PageState::Kind::Trouble);
}

void Card::retranslate()
{
    m_retry->say(tr("Try again"));
    m_asCsv->setText(tr("These figures as CSV…"));
}

QString Card::standIn() const
{
    return m_state->kind() == PageState::Kind::Loading ? tr("Not there yet") : m_state->accessibleName();
}

} // namespace kit
