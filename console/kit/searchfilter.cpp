#include "console/kit/searchfilter.h"

#include "console/kit/display.h"
#include "console/kit/linelist.h"

#include <QKeyEvent>
#include <QMenu>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace kit {

namespace {

constexpr int typingPauseMs = 250;
constexpr int popupWidth = 300, popupHeight = 340;
constexpr int linesMax = 50;

} // namespace

SearchFilter::SearchFilter(const Theme &theme, QWidget *parent)
    : ChoiceFilter(theme, parent)
    , m_theme(theme)
    , m_popup(new QFrame(this, Qt::Popup))
    , m_words(new SearchField(theme, m_popup))
    , m_list(new LineList(theme, m_popup))
    , m_note(new Label(theme, Type::Small, "text2", m_popup))
    , m_any(new Button(theme, {}, "link", m_popup))
{
    delete menu();
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPauseMs);
    connect(this, &QPushButton::clicked, this, &SearchFilter::open);
    connect(m_words, &QLineEdit::textChanged, &m_typing, QOverload<>::of(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &SearchFilter::settle);
    connect(m_list, &LineList::opened, this, &SearchFilter::choose);
    connect(m_any, &QPushButton::clicked, this, [this] { choose({}); });
    retranslate();
}

void SearchFilter::build()
{
    m_popup->setObjectName(QStringLiteral("searchPopup"));
    m_words->setObjectName(QStringLiteral("searchWords"));
    m_list->setObjectName(QStringLiteral("searchFound"));
    wear(m_popup, "popup");
    auto *layout = column(m_theme.px(8));
    layout->setContentsMargins(m_theme.px(10), m_theme.px(10), m_theme.px(10), m_theme.px(8));
    layout->addWidget(m_words);
    layout->addWidget(m_note->wrapping());
    layout->addWidget(m_list, 1);
    layout->addWidget(m_any, 0, Qt::AlignLeft);
    m_popup->setLayout(layout);
    m_words->installEventFilter(this);
}

// Below the button, and on the screen as a whole.
void SearchFilter::open()
{
    m_words->clear();
    settle();
    m_popup->resize(m_theme.px(popupWidth), m_theme.px(popupHeight));
    QPoint at = mapToGlobal(QPoint(0, height() + 4));
    if (const QScreen *on = screen())
        at.setX(qBound(on->availableGeometry().left(), at.x(), on->availableGeometry().right() - m_popup->width()));
    m_popup->move(at);
    m_popup->show();
    m_words->setFocus(Qt::PopupFocusReason);
}

void SearchFilter::settle()
{
    m_typing.stop();
    const QString words = m_words->text().trimmed();
    list(suggestedFor(words), words.isEmpty() ? QString() : tr("Searching…"));
    if (!words.isEmpty())
        Q_EMIT searched(words);
}

QList<ChoiceFilter::Choice> SearchFilter::suggestedFor(const QString &words) const
{
    QList<Choice> out;
    std::copy_if(m_suggested.begin(), m_suggested.end(), std::back_inserter(out),
                 [&](const Choice &choice) { return choice.text.contains(words, Qt::CaseInsensitive); });
    return out;
}

void SearchFilter::suggest(const QString &name, const QString &prompt, const QList<Choice> &choices)
{
    m_filterName = name;
    m_suggested = choices;
    m_words->say(prompt);
    m_list->setAccessibleName(name);
    list(suggestedFor(m_words->text().trimmed()), {});
}

void SearchFilter::show(const QString &words, const Result<QList<Choice>> &found)
{
    if (words != m_words->text().trimmed())
        return;
    if (found)
        list(*found, found->isEmpty() ? tr("Nothing matches") : QString());
    else
        list(suggestedFor(words), display::trouble(found.error()));
}

// What can be chosen is what is listed, and what is chosen already.
void SearchFilter::list(const QList<Choice> &choices, const QString &otherwise)
{
    m_listed = choices.first(qMin<qsizetype>(choices.size(), linesMax));
    QList<ListLine> lines;
    for (const Choice &choice : std::as_const(m_listed))
        lines += {.key = choice.value, .title = choice.text};
    m_list->show(lines);
    m_note->say(otherwise);
    m_note->setVisible(!otherwise.isEmpty());
    QList<Choice> all = m_suggested + m_listed;
    if (!m_taken.value.isEmpty())
        all.prepend(m_taken);
    offer(m_filterName, all);
}

void SearchFilter::choose(const QString &value)
{
    m_popup->hide();
    const auto listed =
        std::find_if(m_listed.begin(), m_listed.end(), [&](const Choice &choice) { return choice.value == value; });
    m_taken = listed == m_listed.end() ? Choice{} : *listed;
    pick(value);
}

void SearchFilter::take(const Choice &choice)
{
    m_taken = choice;
    offer(m_filterName, QList<Choice>{choice} + m_suggested);
    pick(choice.value);
}

QString SearchFilter::chosenText() const
{
    for (const Choice &choice : QList<Choice>{m_taken} + m_suggested + m_listed) {
        if (choice.value == value())
            return choice.text;
    }
    return {};
}

// From the field into what was found.
bool SearchFilter::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_words || event->type() != QEvent::KeyPress || m_listed.isEmpty())
        return ChoiceFilter::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Down) {
        m_list->setFocus(Qt::TabFocusReason);
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
        return true;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_typing.isActive()) {
        choose(m_listed.first().value);
        return true;
    }
    return ChoiceFilter::eventFilter(watched, event);
}

void SearchFilter::retranslate()
{
    m_any->say(tr("Any"));
}

} // namespace kit
