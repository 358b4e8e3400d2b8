#include "console/pages/kyc/page.h"

#include "console/kit/display.h"
#include "console/pages/kyc/caseline.h"
#include "console/pages/kyc/decision.h"
#include "console/pages/kyc/documents.h"

#include <QHBoxLayout>
#include <QListView>
#include <QShortcut>
#include <QStackedWidget>

namespace kyc {

namespace {

constexpr int queueWidth = 282;
constexpr int decisionWidth = 320;

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Page(kit, parent)
    , m_title(new kit::Label(kit.theme, kit::Type::Heading2, "", this))
    , m_count(new kit::Label(kit.theme, kit::Type::Caption, "text2", this))
    , m_pace((new kit::Label(kit.theme, kit::Type::Caption, "text2", this))->wrapping())
    , m_views(new kit::Segments(kit.theme, this))
    , m_holders(new kit::ChoiceBox(kit.theme, this))
    , m_queue(new QListView(this))
    , m_queueStack(new QStackedWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_queueState(new kit::PageState(kit.theme, this))
    , m_state(new kit::PageState(kit.theme, this))
    , m_documents(new Documents(kit, this))
    , m_decision(new Decision(kit, this))
    , m_trouble(new kit::Banner(kit.theme, this))
{
    m_cases.add({.heading = {.key = "case"}, .cell = [this](const KycCase &line) {
                     return kit::Cell{.text = CaseLine::spoken(line, m_kit.clock.now())};
                 }});
    m_cases.from([this](const std::optional<QString> &cursor) {
        const std::optional<KycHolder> holders[] = {std::nullopt, KycHolder::Mine, KycHolder::Free};
        return m_kit.api.call(
            api::listKyc,
            {.limit = 50, .cursor = cursor, .status = view(), .holder = holders[qMax(0, m_holders->currentIndex())]});
    });
    build();
    setFocusProxy(m_documents);
    bindKeys();
    retranslate();

    connect(&m_cases, &kit::TableModel::loaded, this, &Page::showQueue);
    connect(&m_cases, &kit::TableModel::failed, this, &Page::showFailure);
    connect(m_queueState, &kit::PageState::acted, this, &Page::refresh);
    connect(m_state, &kit::PageState::acted, this, &Page::fetchReview);
    connect(m_trouble, &kit::Banner::acted, this, &Page::refresh);
    connect(m_views, &kit::Segments::chosenChanged, this, [this] {
        m_asked.clear();
        m_cases.setRows({});
        nothingToShow();
        refresh();
    });
    connect(m_holders, &QComboBox::activated, this, [this] {
        m_asked.clear();
        m_cases.setRows({});
        nothingToShow();
        refresh();
    });
    connect(m_queue->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            open(m_cases.idAt(now.row()));
    });
    connect(m_decision, &Decision::decided, this, &Page::settle);
    nothingToShow();
}

QWidget *Page::buildQueue()
{
    const kit::Theme &theme = m_kit.theme;
    auto *pane = new QWidget(this);
    kit::wear(pane, "paneLeft");
    kit::fixWidth(pane, theme, queueWidth);
    auto *title = kit::row(10);
    title->addWidget(m_title);
    kit::wear(m_count, "pill");
    m_count->hide();
    title->addWidget(m_count);
    title->addStretch(1);
    auto *head = kit::column(theme.px(10));
    head->setContentsMargins(theme.px(16), theme.px(16), theme.px(12), theme.px(12));
    head->addLayout(title);
    m_pace->setObjectName(QStringLiteral("pace"));
    m_pace->hide();
    head->addWidget(m_pace);
    head->addWidget(m_views);
    head->addWidget(m_holders);
    head->addWidget(m_trouble);

    m_queue->setObjectName(QStringLiteral("queue"));
    m_holders->setObjectName(QStringLiteral("holders"));
    m_queue->setModel(&m_cases);
    m_queue->setItemDelegate(new CaseLine(m_kit, m_cases, m_queue));
    m_queue->setFrameShape(QFrame::NoFrame);
    m_queue->setMouseTracking(true);
    m_queue->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_queue->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_queue->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_queueStack->addWidget(m_queueState);
    m_queueStack->addWidget(m_queue);

    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(kit::line(pane));
    layout->addWidget(m_queueStack, 1);
    return pane;
}

void Page::build()
{
    auto *review = new QWidget(this);
    auto *reviewLayout = new QHBoxLayout(review);
    reviewLayout->setContentsMargins(0, 0, 0, 0);
    reviewLayout->setSpacing(0);
    kit::fixWidth(m_decision, m_kit.theme, decisionWidth);
    reviewLayout->addWidget(m_documents, 1);
    reviewLayout->addWidget(m_decision);
    m_stack->addWidget(m_state);
    m_stack->addWidget(review);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildQueue());
    layout->addWidget(m_stack, 1);
}

// Single letters work while the documents or the queue have the focus, so that typing a note never decides.
void Page::bindKeys()
{
    const auto bind = [this](QWidget *where, const QKeySequence &keys, auto react) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, react);
    };
    for (QWidget *where : {static_cast<QWidget *>(m_documents), static_cast<QWidget *>(m_queue)}) {
        bind(where, QKeySequence(Qt::Key_A), [this] { m_decision->approve(); });
        bind(where, QKeySequence(Qt::Key_M), [this] { m_decision->askMore(); });
        bind(where, QKeySequence(Qt::Key_R), [this] { m_decision->reject(); });
        bind(where, QKeySequence(Qt::Key_T), [this] { m_decision->takeOrGiveBack(); });
        bind(where, QKeySequence(Qt::Key_N), [this] { m_decision->writeNote(); });
        bind(where, QKeySequence(Qt::Key_J), [this] { step(1); });
        bind(where, QKeySequence(Qt::Key_K), [this] { step(-1); });
    }
    bind(m_decision, QKeySequence(Qt::Key_Escape), [this] { m_documents->setFocus(); });
    bind(this, QKeySequence(QStringLiteral("Ctrl+Return")), [this] { m_decision->approve(); });
}

SubmissionStatus Page::view() const
{
    switch (m_views->chosen()) {
    case 1: return SubmissionStatus::MoreInfo;
    case 2: return SubmissionStatus::Rejected;
    default: return SubmissionStatus::Pending;
    }
}

void Page::refresh()
{
    if (!m_cases.hasLoaded())
        m_queueState->showLoading();
    const bool isOpen = !m_asked.isEmpty();
    m_cases.refresh();
    fetchPace();
    if (isOpen)
        fetchReview();
}

void Page::showQueue()
{
    m_trouble->clear();
    const qint64 total = m_cases.total().value_or(m_cases.rowCount());
    m_count->say(kit::display::text(total));
    m_count->show();
    if (view() == SubmissionStatus::Pending)
        setWaiting(int(total));
    if (m_cases.rowCount() == 0) {
        m_queueState->showEmpty(QStringLiteral("circle-check"), tr("The queue is clear"),
                                tr("Nobody waits in this list."));
        m_queueStack->setCurrentWidget(m_queueState);
        if (m_asked.isEmpty())
            nothingToShow();
        return;
    }
    m_queueStack->setCurrentWidget(m_queue);
    // The case on screen stays there, also when it stands in another list or has left this one.
    const int row = m_asked.isEmpty() ? 0 : m_cases.rowOf(m_asked);
    m_queue->setCurrentIndex(row < 0 ? QModelIndex() : m_cases.index(row, 0));
}

void Page::showFailure(const Error &error)
{
    if (m_cases.rowCount() > 0) {
        m_trouble->showTrouble(error);
        return;
    }
    m_queueState->showTrouble(error);
    m_queueStack->setCurrentWidget(m_queueState);
}

void Page::step(int rows)
{
    const int row = m_queue->currentIndex().row() + rows;
    if (row >= 0 && row < m_cases.rowCount())
        m_queue->setCurrentIndex(m_cases.index(row, 0));
}

void Page::open(const QString &id)
{
    if (m_asked == id)
        return;
    m_asked = id;
    m_state->showLoading();
    m_stack->setCurrentWidget(m_state);
    fetchReview();
}

void Page::fetchReview()
{
    const QString id = m_asked;
    const bool isShown = m_stack->currentIndex() == 1;
    whenDone(this, m_kit.api.call(api::reviewKyc, Id<KycSubmission>::parse(id)),
             [this, id, isShown](const Result<KycReview> &review) {
                 if (m_asked != id)
                     return;
                 if (review) {
                     show(*review);
                 } else if (isShown) {
                     m_trouble->showTrouble(review.error());
                 } else {
                     m_state->showTrouble(review.error());
                     m_stack->setCurrentWidget(m_state);
                 }
             });
}

// How fast vendors are let in (VEN-21). Without an answer nothing is said of it: the queue is there all the same.
void Page::fetchPace()
{
    whenDone(this, m_kit.api.call(api::readOnboarding), [this](const Result<Onboarding> &said) {
        if (!said)
            return;
        m_onboarding = *said;
        sayPace();
    });
}

void Page::sayPace()
{
    if (!m_onboarding)
        return;
    QStringList words;
    if (m_onboarding->oldestAt)
        words +=
            tr("The oldest has waited %1.").arg(kit::display::span(m_kit.clock.now().ms - m_onboarding->oldestAt->ms));
    if (m_onboarding->medianMs && m_onboarding->ninetiethMs)
        words += tr("Half are decided within %1, nine of ten within %2.")
                     .arg(kit::display::span(*m_onboarding->medianMs), kit::display::span(*m_onboarding->ninetiethMs));
    if (!m_onboarding->weeks.isEmpty()) {
        const OnboardingWeek &now = m_onboarding->weeks.constLast();
        words += tr("This week: %1 approved, %2 rejected.")
                     .arg(kit::display::text(now.approved), kit::display::text(now.rejected));
    }
    m_pace->say(words.join(u' '));
    m_pace->setVisible(!words.isEmpty());
}

void Page::show(const KycReview &review)
{
    const KycCase *line = m_cases.find(review.submission.id.text());
    m_documents->show(review, line ? std::optional<KycCase>(*line) : std::nullopt);
    m_decision->show(review);
    m_stack->setCurrentIndex(1);
}

// The decided one leaves the queue, and the next one takes its place on screen unless the reviewer has moved on.
void Page::settle(const KycSubmission &decided)
{
    const QString id = decided.id.text();
    const int row = m_cases.rowOf(id);
    const bool isOnScreen = m_asked == id;
    {
        // The list would move on by itself when its current row goes.
        const QSignalBlocker quiet(m_queue->selectionModel());
        m_cases.drop(id);
    }
    if (isOnScreen && m_cases.rowCount() > 0) {
        const int next = qBound(0, row, m_cases.rowCount() - 1);
        open(m_cases.idAt(next));
        m_queue->setCurrentIndex(m_cases.index(next, 0));
    } else if (isOnScreen) {
        nothingToShow();
    }
    m_cases.refresh();
    fetchPace();
}

void Page::nothingToShow()
{
    m_asked.clear();
    m_state->showEmpty(QStringLiteral("badge-check"), tr("Nothing to review"),
                       tr("A vendor's documents appear here when they have been handed in."));
    m_stack->setCurrentWidget(m_state);
}

void Page::reveal(const QString &object)
{
    const int row = m_cases.rowOf(object);
    m_queue->setCurrentIndex(row < 0 ? QModelIndex() : m_cases.index(row, 0));
    open(object);
}

void Page::hear(const LiveEvent &event)
{
    if (event.kind == LiveKind::KycSubmitted || event.kind == LiveKind::KycUpdated ||
        event.kind == LiveKind::KycClaimed)
        noteNews();
}

void Page::retranslate()
{
    m_title->say(kit::titleOf(QLatin1StringView("admin.kyc")));
    m_views->offer({kit::display::text(SubmissionStatus::Pending), tr("More info"),
                    kit::display::text(SubmissionStatus::Rejected)});
    m_queue->setAccessibleName(tr("Vendors waiting for review"));
    const int holder = qMax(0, m_holders->currentIndex());
    m_holders->clear();
    m_holders->addItems({tr("Everybody's cases"), tr("Cases I have taken"), tr("Cases nobody has taken")});
    m_holders->setCurrentIndex(holder);
    m_holders->setAccessibleName(tr("Whose cases"));
    sayPace();
    m_documents->retranslate();
    m_decision->retranslate();
    m_queue->viewport()->update();
}

} // namespace kyc
