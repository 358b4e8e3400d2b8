#include "console/kit/documentviewer.h"

#include "console/kit/api.h"
#include "console/kit/display.h"
#include "console/kit/phrases.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>

namespace kit {

namespace {

constexpr int renderWidth = 1800;
constexpr double step = 1.25;

} // namespace

DocumentViewer::DocumentViewer(const Theme &theme, Sandbox &sandbox, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_sandbox(sandbox)
    , m_name(new Label(theme, Type::BodyStrong, "", this))
    , m_about(new Label(theme, Type::Small, "text2", this))
    , m_zoom(new Label(theme, Type::Small, "text2", this))
    , m_out(new IconButton(theme, QStringLiteral("zoom-out"), this))
    , m_in(new IconButton(theme, QStringLiteral("zoom-in"), this))
    , m_turn(new IconButton(theme, QStringLiteral("rotate-cw"), this))
    , m_fit(new IconButton(theme, QStringLiteral("maximize"), this))
    , m_previous(new IconButton(theme, QStringLiteral("chevron-left"), this))
    , m_next(new IconButton(theme, QStringLiteral("chevron-right"), this))
    , m_save(new IconButton(theme, QStringLiteral("download"), this))
    , m_stack(new QStackedWidget(this))
    , m_canvas(new DocumentCanvas(theme, this))
    , m_state(new PageState(theme, this))
{
    build();
    bindKeys();
    retranslate();
    showNothing({});
}

void DocumentViewer::build()
{
    wear(this, "card");
    auto *bar = row(4);
    bar->setContentsMargins(m_theme.px(12), m_theme.px(5), m_theme.px(6), m_theme.px(5));
    m_about->eliding();
    bar->addWidget(m_name);
    bar->addSpacing(6);
    bar->addWidget(m_about, 1);
    for (QWidget *tool :
         {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next), static_cast<QWidget *>(m_out),
          static_cast<QWidget *>(m_zoom), static_cast<QWidget *>(m_in), static_cast<QWidget *>(m_turn),
          static_cast<QWidget *>(m_fit), static_cast<QWidget *>(m_save)})
        bar->addWidget(tool);
    m_zoom->setAlignment(Qt::AlignCenter);
    m_zoom->setMinimumWidth(m_theme.px(44));
    m_stack->addWidget(m_canvas);
    m_stack->addWidget(m_state);
    auto *layout = column(0);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addLayout(bar);
    layout->addWidget(line(this));
    layout->addWidget(m_stack, 1);
    setLayout(layout);

    connect(m_out, &QToolButton::clicked, this, [this] { m_canvas->zoomBy(1 / step); });
    connect(m_in, &QToolButton::clicked, this, [this] { m_canvas->zoomBy(step); });
    connect(m_turn, &QToolButton::clicked, m_canvas, &DocumentCanvas::turn);
    connect(m_fit, &QToolButton::clicked, m_canvas, &DocumentCanvas::fit);
    connect(m_previous, &QToolButton::clicked, this, [this] { draw(m_page - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { draw(m_page + 1); });
    connect(m_save, &QToolButton::clicked, this, [this] { Q_EMIT saveAsked(m_title, m_file); });
    connect(m_canvas, &DocumentCanvas::zoomChanged, this, &DocumentViewer::describe);
    connect(m_state, &PageState::acted, this, &DocumentViewer::retried);
}

void DocumentViewer::bindKeys()
{
    const auto bind = [this](const QKeySequence &keys, QToolButton *button) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, button, &QToolButton::click);
    };
    bind(QKeySequence(Qt::Key_Plus), m_in);
    bind(QKeySequence(Qt::Key_Equal), m_in);
    bind(QKeySequence(Qt::Key_Minus), m_out);
    bind(QKeySequence(Qt::Key_0), m_fit);
    bind(QKeySequence(QStringLiteral("Ctrl+R")), m_turn);
    bind(QKeySequence(Qt::Key_PageUp), m_previous);
    bind(QKeySequence(Qt::Key_PageDown), m_next);
}

void DocumentViewer::showLoading(const QString &name)
{
    ++m_asked;
    m_title = name;
    m_file.clear();
    m_size = {};
    m_state->showLoading();
    m_stack->setCurrentWidget(m_state);
    describe();
}

void DocumentViewer::showNothing(const QString &text)
{
    showLoading({});
    m_state->showEmpty(QStringLiteral("file-text"), text, {});
}

void DocumentViewer::showTrouble(const QString &name, const Error &error)
{
    showLoading(name);
    m_state->showTrouble(error);
}

void DocumentViewer::show(const QString &name, const FileBody &file)
{
    showLoading(name);
    m_file = file.bytes;
    m_page = 1;
    m_pages = 1;
    const int asked = m_asked;
    if (file.contentType.startsWith("application/pdf")) {
        whenDone(this, m_sandbox.pages(m_file), [this, asked](const Result<int> &pages) {
            if (asked != m_asked)
                return;
            m_pages = pages ? *pages : 1;
            describe();
        });
    }
    draw(1);
}

void DocumentViewer::draw(int page)
{
    if (page < 1 || page > m_pages || m_file.isEmpty())
        return;
    const int asked = m_asked;
    whenDone(this, m_sandbox.render(m_file, renderWidth, page), [this, asked, page](const Result<QImage> &image) {
        if (asked != m_asked)
            return;
        if (!image) {
            m_state->showTrouble(image.error());
            m_stack->setCurrentWidget(m_state);
            return;
        }
        m_page = page;
        m_size = image->size();
        m_stack->setCurrentWidget(m_canvas);
        m_canvas->show(*image);
        Q_EMIT drawn();
    });
}

void DocumentViewer::describe()
{
    m_name->say(m_title);
    QStringList about;
    if (!m_file.isEmpty())
        about += display::bytes(m_file.size());
    if (m_size.isValid())
        about += QStringLiteral("%1 × %2").arg(m_size.width()).arg(m_size.height());
    if (m_pages > 1)
        about += tr("page %1 / %2").arg(m_page).arg(m_pages);
    m_about->say(about.join(QStringLiteral(" · ")));
    m_zoom->say(QStringLiteral("%1%").arg(qRound(m_canvas->zoom() * 100)));
    m_previous->setVisible(m_pages > 1);
    m_next->setVisible(m_pages > 1);
    m_previous->setEnabled(m_page > 1);
    m_next->setEnabled(m_page < m_pages);
    for (QToolButton *tool : {m_out, m_in, m_turn, m_fit})
        tool->setEnabled(m_size.isValid());
    m_save->setEnabled(!m_file.isEmpty());
}

void DocumentViewer::retranslate()
{
    m_out->say(tr("Zoom out"));
    m_in->say(tr("Zoom in"));
    m_turn->say(tr("Turn"));
    m_fit->say(tr("Fit to window"));
    m_previous->say(tr("Previous page"));
    m_next->say(tr("Next page"));
    m_save->say(phrase::saveCopy());
    m_canvas->setAccessibleName(tr("Document"));
    describe();
}

} // namespace kit
