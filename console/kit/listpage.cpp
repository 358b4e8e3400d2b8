#include "console/kit/listpage.h"

#include "console/kit/display.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kit {

namespace {

constexpr int detailWidthMin = 344, detailWidthMax = 460;
constexpr int detailShare = 27; // of a hundred of the page
constexpr int tickMs = 5000;

} // namespace

ListPage::ListPage(Kit &kit, QWidget *parent)
    : Page(kit, parent)
    , m_title(new Label(kit.theme, Type::Heading1, "", this))
    , m_count(new Label(kit.theme, Type::Caption, "text2", this))
    , m_subtitle(new Label(kit.theme, Type::Body, "text2", this))
    , m_totals(new Label(kit.theme, Type::Small, "text2", this))
    , m_age(new Label(kit.theme, Type::Small, "text2", this))
    , m_head(row(8))
    , m_views(new ViewTabs(kit.theme, this))
    , m_filters(new FilterBar(kit.theme, this))
    , m_banner(new Banner(kit.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_state(new PageState(kit.theme, this))
    , m_progress(new QProgressBar(this))
    , m_detailPlace(new QWidget(this))
{
    build();
    bindKeys();
    connect(m_state, &PageState::acted, this, &ListPage::clickState);
    connect(m_banner, &Banner::acted, this, [this] { refresh(); });
    connect(m_filters, &FilterBar::changed, this, &ListPage::ask);
    connect(m_views, &QTabBar::currentChanged, this, &ListPage::ask);
    connect(&m_ticker, &QTimer::timeout, this, &ListPage::tick);
    m_ticker.start(tickMs);
    connect(&kit.theme, &Theme::changed, this, &ListPage::fitDetail);
    fitDetail();
}

void ListPage::build()
{
    const Theme &theme = m_kit.theme;
    auto *words = column(2);
    auto *titleRow = row(10);
    titleRow->addWidget(m_title);
    wear(m_count, "pill");
    m_count->hide();
    titleRow->addWidget(m_count);
    titleRow->addStretch(1);
    words->addLayout(titleRow);
    words->addWidget(m_subtitle->eliding()); // or a page with three buttons is too wide for a small screen
    auto *head = row(12);
    head->addLayout(words, 1);
    head->addLayout(m_head);

    m_views->hide();

    auto *card = new QFrame(this);
    wear(card, "card");
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(2);
    QSizePolicy keepsPlace = m_progress->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsPlace);
    m_progress->hide();
    auto *foot = row(8);
    foot->setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(8));
    foot->addWidget(m_totals);
    foot->addStretch(1);
    foot->addWidget(m_age);
    auto *cardLayout = new QVBoxLayout(card);
    cardLayout->setContentsMargins(1, 1, 1, 1);
    cardLayout->setSpacing(0);
    m_stack->addWidget(m_state);
    cardLayout->addWidget(m_progress);
    cardLayout->addWidget(m_stack, 1);
    cardLayout->addWidget(line(card));
    cardLayout->addLayout(foot);

    auto *main = column(12);
    main->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16));
    main->addLayout(head);
    main->addWidget(m_banner);
    main->addWidget(m_views);
    main->addWidget(m_filters);
    main->addWidget(card, 1);
    wear(m_detailPlace, "paneRight");
    (new QVBoxLayout(m_detailPlace))->setContentsMargins(1, 0, 0, 0);
    m_detailPlace->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(main, 1);
    layout->addWidget(m_detailPlace);
}

// A wide screen shows more of a thing; a narrow one keeps its list.
void ListPage::fitDetail()
{
    const Theme &theme = m_kit.theme;
    m_detailPlace->setFixedWidth(
        qBound(theme.px(detailWidthMin), width() * detailShare / 100, theme.px(detailWidthMax)));
}

void ListPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitDetail();
}

void ListPage::bindKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto react) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, react);
    };
    bind(QKeySequence(Qt::Key_Slash), [this] { m_filters->search()->setFocus(Qt::ShortcutFocusReason); });
    bind(QKeySequence(QStringLiteral("Ctrl+F")), [this] { m_filters->search()->setFocus(Qt::ShortcutFocusReason); });
    bind(QKeySequence(Qt::Key_Escape), [this] { closeDetail(); });
}

void ListPage::list(TableModel &model)
{
    m_model = &model;
    m_view = new TableView(m_kit.theme, model, this);
    m_view->setObjectName(QStringLiteral("list"));
    m_stack->addWidget(m_view);
    connect(&model, &TableModel::loaded, this, &ListPage::showContent);
    connect(&model, &TableModel::failed, this, &ListPage::showFailure);
    connect(&model, &TableModel::loadingChanged, this, [this](bool isLoading) {
        m_progress->setVisible(isLoading && m_model->hasLoaded());
        if (isLoading && !m_model->hasLoaded() && m_stack->currentWidget() == m_state)
            m_state->showLoading();
    });
    connect(m_view, &TableView::opened, this, [this] { openDetail(); });
    connect(m_view, &QAbstractItemView::clicked, this, [this] { openDetail(); });
    connect(m_view, &TableView::chosenChanged, this, [this](const QString &id) {
        if (isDetailOpen() && !id.isEmpty())
            showDetail(id);
    });
    setFocusProxy(m_view);
}

void ListPage::setTitle(const QString &title, const QString &subtitle)
{
    m_title->say(title);
    m_subtitle->say(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
    if (m_view)
        m_view->setAccessibleName(title);
}

void ListPage::setEmptyText(const QString &icon, const QString &title, const QString &text, const QString &button)
{
    m_empty = {icon, title, text, button};
    if (m_model && m_model->hasLoaded())
        showContent();
}

Button *ListPage::addHeadButton(const QString &icon, const char *look)
{
    auto *button = new Button(m_kit.theme, icon, look, this);
    m_head->addWidget(button, 0, Qt::AlignTop);
    return button;
}

void ListPage::setViews(const QStringList &names)
{
    const QSignalBlocker quiet(m_views);
    while (m_views->count() < names.size())
        m_views->setTabData(m_views->addTab(QString()), qint64(-1));
    for (int i = 0; i < names.size(); ++i) {
        m_views->setTabText(i, names.at(i));
        setViewCount(i, m_views->tabData(i).toLongLong());
    }
    m_views->setVisible(!names.isEmpty());
}

void ListPage::setViewCount(int view, qint64 count)
{
    m_views->setCount(view, count);
}

void ListPage::setDetail(QWidget *panel)
{
    m_detailPlace->layout()->addWidget(panel);
}

bool ListPage::isDetailOpen() const
{
    return !m_detailPlace->isHidden();
}

void ListPage::openDetail()
{
    const QString id = m_view->chosen();
    if (id.isEmpty() || m_detailPlace->layout()->isEmpty())
        return;
    m_detailPlace->show();
    showDetail(id);
}

void ListPage::closeDetail()
{
    if (!isDetailOpen())
        return;
    m_detailPlace->hide();
    m_view->setFocus();
}

void ListPage::showDetail(const QString &) {}

void ListPage::reveal(const QString &object)
{
    m_toReveal = object;
    if (!m_model || !m_model->hasLoaded())
        return;
    if (m_model->rowOf(object) >= 0) {
        m_toReveal.clear();
        m_view->choose(object);
        openDetail();
    } else if (!m_model->isLoading()) {
        m_toReveal.clear();
        revealUnknown(object);
    }
}

void ListPage::revealUnknown(const QString &) {}

void ListPage::openUnlisted(const QString &id)
{
    m_view->choose({});
    m_detailPlace->show();
    showDetail(id);
}

// Another filter is another list: it begins at the top.
void ListPage::ask()
{
    m_model->startOver();
    refresh();
}

void ListPage::showContent()
{
    m_banner->clear();
    const bool isFirst = m_loadedAt.ms == 0;
    m_loadedAt = m_kit.clock.now();
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_view);
        // While there was nothing to choose from, the keys had landed on the tabs.
        if (isFirst && isVisible() && window()->focusWidget() == m_views)
            m_view->setFocus();
    } else {
        const bool isFiltered = !m_filters->isEmpty();
        if (isFiltered)
            m_state->showEmpty(QStringLiteral("search"), tr("Nothing matches"), tr("No row fits these filters."),
                               tr("Clear filters"));
        else
            m_state->showEmpty(m_empty.value(0), m_empty.value(1), m_empty.value(2), m_empty.value(3));
        m_stack->setCurrentWidget(m_state);
    }
    if (!m_toReveal.isEmpty())
        reveal(std::exchange(m_toReveal, {}));
    tick();
}

void ListPage::showFailure(const Error &error)
{
    // Old rows are better than none: they stay, and the banner says how it is.
    if (m_model->rowCount() > 0) {
        m_banner->showTrouble(error);
        return;
    }
    m_state->showTrouble(error);
    m_stack->setCurrentWidget(m_state);
}

void ListPage::clickState()
{
    if (m_state->kind() == PageState::Kind::Trouble)
        refresh();
    else if (!m_filters->isEmpty())
        m_filters->clear();
    else
        begin();
}

QString ListPage::totals() const
{
    const qint64 total = m_model->total().value_or(m_model->rowCount());
    const QString rows = tr("%Ln row(s)", nullptr, int(total));
    const bool isMore = !m_model->total() && m_model->canFetchMore({});
    return isMore ? tr("%1 so far, more below").arg(rows) : rows;
}

void ListPage::tick()
{
    if (!m_model || !m_model->hasLoaded())
        return;
    m_totals->say(totals());
    const qint64 total = m_model->total().value_or(-1);
    m_count->say(display::text(total));
    m_count->setVisible(total >= 0 && m_views->isHidden());
    m_age->say(tr("Updated %1 · ? for shortcuts").arg(display::ago(m_loadedAt, m_kit.clock.now())));
}

void ListPage::retranslate()
{
    m_filters->retranslate();
    if (m_model)
        m_model->retranslate();
    tick();
}

} // namespace kit
