#include "console/pages/kyc/decision.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/phrases.h"
#include "console/pages/kyc/marks.h"
#include "console/pages/kyc/numbers.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QScrollArea>

#include <algorithm>

namespace kyc {

using kit::Ink;
using kit::Type;

namespace {

constexpr int margin = 16;
constexpr int reasonMin = 5; // RefuseKyc

bool hasFailedCheck(const KycSubmission &submission)
{
    return std::any_of(submission.checks.begin(), submission.checks.end(),
                       [](const KycCheck &check) { return check.outcome == CheckOutcome::Failed; });
}

} // namespace

Decision::Decision(kit::Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_typedTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_checksTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_decisionTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_historyTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_history(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_hint(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_numbers(new Numbers(kit, this))
    , m_checks(kit::column(10))
    , m_choice(new QWidget(this))
    , m_templates(new kit::ChoiceBox(kit.theme, this))
    , m_note(new QPlainTextEdit(this))
    , m_trouble(new kit::Banner(kit.theme, this))
    , m_approve(new kit::Button(kit.theme, QStringLiteral("check"), "primary", this))
    , m_more(new kit::Button(kit.theme, {}, "", this))
    , m_reject(new kit::Button(kit.theme, {}, "danger", this))
    , m_claim(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_duplicatesTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_duplicates(new kit::Label(kit.theme, Type::Small, "danger", this))
    , m_take(new kit::Button(kit.theme, QStringLiteral("lock"), "", this))
{
    m_take->setObjectName(QStringLiteral("take"));
    m_claim->setObjectName(QStringLiteral("claim"));
    m_approve->setObjectName(QStringLiteral("approve"));
    m_more->setObjectName(QStringLiteral("askMore"));
    m_reject->setObjectName(QStringLiteral("reject"));
    m_note->setObjectName(QStringLiteral("note"));
    build();
    retranslate();
    connect(m_approve, &QPushButton::clicked, this, &Decision::approve);
    connect(m_more, &QPushButton::clicked, this, &Decision::askMore);
    connect(m_reject, &QPushButton::clicked, this, &Decision::reject);
    connect(m_take, &QPushButton::clicked, this, &Decision::takeOrGiveBack);
    connect(m_templates, &QComboBox::activated, this, [this](int row) {
        if (row > 0)
            m_note->setPlainText(m_templates->itemText(row));
    });
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        m_note->setProperty("wrong", false);
        if (m_review)
            m_drafts.insert(m_review->submission.id.text(), m_note->toPlainText());
    });
}

void Decision::build()
{
    kit::wear(this, "paneRight");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBody(), 1);
    layout->addWidget(buildFoot());
}

QWidget *Decision::buildBody()
{
    const kit::Theme &theme = m_kit.theme;
    auto *body = new QWidget(this);
    kit::wear(body, "body");
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(theme.px(margin), theme.px(14), theme.px(margin), theme.px(12));
    layout->setSpacing(theme.px(10));
    layout->addWidget(m_typedTitle);
    layout->addWidget(m_numbers);
    layout->addWidget(kit::line(body));
    layout->addWidget(m_checksTitle);
    layout->addLayout(m_checks);
    layout->addWidget(m_duplicatesTitle);
    layout->addWidget(m_duplicates->wrapping());
    layout->addWidget(kit::line(body));
    layout->addWidget(m_historyTitle);
    layout->addWidget(m_history->wrapping());

    auto *choice = new QVBoxLayout(m_choice);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->setSpacing(theme.px(8));
    m_note->setTabChangesFocus(true);
    kit::fixHeight(m_note, theme, 72);
    choice->addWidget(m_decisionTitle);
    choice->addWidget(m_templates);
    choice->addWidget(m_note);
    layout->addWidget(m_choice);
    layout->addStretch(1);

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

QWidget *Decision::buildFoot()
{
    const kit::Theme &theme = m_kit.theme;
    auto *foot = new QWidget(this);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(theme.px(margin), theme.px(8), theme.px(margin), theme.px(12));
    layout->setSpacing(theme.px(8));
    auto *second = kit::row(8);
    second->addWidget(m_more, 1);
    second->addWidget(m_reject, 1);
    auto *claim = kit::row(8);
    claim->addWidget(m_claim->wrapping(), 1);
    claim->addWidget(m_take);
    layout->addLayout(claim);
    layout->addWidget(m_trouble);
    layout->addWidget(m_approve);
    layout->addLayout(second);
    layout->addWidget(m_hint->wrapping());
    return foot;
}

void Decision::show(const KycReview &review)
{
    const QString draft = m_drafts.value(review.submission.id.text());
    const bool isSame = m_review && m_review->submission.id == review.submission.id;
    m_review = review;
    // The same case fetched anew leaves what is being typed, and the cursor in it, alone.
    if (!isSame) {
        m_note->setPlainText(draft);
        m_templates->setCurrentIndex(0);
        m_trouble->clear();
    }
    m_numbers->show(review.submission);
    fillChecks(review.submission);
    fillHistory();
    fillDuplicates();
    const bool isOpen =
        review.submission.status == SubmissionStatus::Pending || review.submission.status == SubmissionStatus::MoreInfo;
    for (QWidget *part :
         {static_cast<QWidget *>(m_choice), static_cast<QWidget *>(m_approve), static_cast<QWidget *>(m_more),
          static_cast<QWidget *>(m_reject), static_cast<QWidget *>(m_hint)})
        part->setVisible(isOpen);
    showClaim();
    checkButtons();
}

void Decision::checkButtons()
{
    const bool mayDecide = m_review && !m_deciding.contains(m_review->submission.id.text()) && !isHeldByOther();
    for (QPushButton *button : {m_approve, m_more, m_reject})
        button->setEnabled(mayDecide);
}

void Decision::fillChecks(const KycSubmission &submission)
{
    kit::empty(m_checks);
    const auto titleOf = [](KycCheckKind kind) {
        switch (kind) {
        case KycCheckKind::GstinCheckDigit: return tr("GSTIN check digit");
        case KycCheckKind::PanInGstin: return tr("PAN inside the GSTIN");
        case KycCheckKind::GstinState: return tr("State of the GSTIN");
        case KycCheckKind::DuplicatePan: return tr("PAN used elsewhere");
        case KycCheckKind::DuplicateBank: return tr("Bank account used elsewhere");
        case KycCheckKind::HolderName: return tr("Holder's name");
        case KycCheckKind::MapDistance: return tr("Pin and pincode");
        }
        return QString();
    };
    for (const KycCheck &check : submission.checks) {
        const Mark mark = markOf(check.outcome);
        auto *box = new QWidget(this);
        auto *title = new kit::Label(m_kit.theme, Type::Body, "", box);
        title->say(titleOf(check.kind));
        auto *text =
            new kit::Label(m_kit.theme, Type::Small, check.outcome == CheckOutcome::Passed ? "text2" : mark.label, box);
        text->wrapping()->say(check.text);
        auto *words = kit::column(1);
        words->addWidget(title);
        words->addWidget(text);
        auto *layout = new QHBoxLayout(box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(m_kit.theme.px(10));
        layout->addWidget(new kit::Picture(m_kit.theme, mark.icon, 16, mark.ink, box), 0, Qt::AlignTop);
        layout->addLayout(words, 1);
        m_checks->addWidget(box);
    }
}

void Decision::fillHistory()
{
    QStringList lines;
    const auto note = [&](const KycSubmission &one) {
        if (!one.decidedAt)
            return;
        QStringList parts{kit::display::date(*one.decidedAt), kit::display::text(one.status)};
        if (one.decidedBy)
            parts += *one.decidedBy;
        lines += parts.join(QStringLiteral(" · "));
        if (one.reason && !one.reason->isEmpty())
            lines += *one.reason;
    };
    note(m_review->submission);
    for (const KycSubmission &one : m_review->earlier)
        note(one);
    m_historyTitle->setVisible(!lines.isEmpty());
    m_history->setVisible(!lines.isEmpty());
    m_history->say(lines.join(u'\n'));
}

QString Decision::note() const
{
    return m_note->toPlainText().trimmed();
}

bool Decision::demandReason()
{
    if (note().size() >= reasonMin)
        return true;
    m_trouble->say(tr("Write to the vendor what is missing."), kit::Tone::Warning);
    m_note->setFocus();
    return false;
}

void Decision::approve()
{
    if (!m_review || !m_approve->isVisible() || !m_approve->isEnabled())
        return;
    if (note().isEmpty() && hasFailedCheck(m_review->submission)) {
        m_trouble->say(tr("A check has failed. Write down why you approve all the same."), kit::Tone::Warning);
        m_note->setFocus();
        return;
    }
    ApproveKyc wish;
    if (!note().isEmpty())
        wish.note = note();
    send(m_kit.api.call(api::approveKyc, wish, m_review->submission.id));
}

void Decision::askMore()
{
    if (!m_review || !m_more->isVisible() || !m_more->isEnabled() || !demandReason())
        return;
    send(m_kit.api.call(api::askMoreKyc, {.reason = note()}, m_review->submission.id));
}

// The reviewer may be at the next case when the answer comes: it is about the one it was sent for.
void Decision::send(QFuture<Result<KycSubmission>> answer)
{
    const Id<KycSubmission> id = m_review->submission.id;
    m_trouble->clear();
    m_deciding.insert(id.text());
    checkButtons();
    kit::whenDone(this, std::move(answer),
                  [this, id, name = m_review->vendor.storeName](const Result<KycSubmission> &outcome) {
                      m_deciding.remove(id.text());
                      checkButtons();
                      take(id, name, outcome);
                  });
}

void Decision::reject()
{
    if (!m_review || !m_reject->isVisible() || !m_reject->isEnabled())
        return;
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Reject %1?").arg(m_review->vendor.storeName),
                                       .text = tr("The vendor cannot sell until new documents are approved."),
                                       .verb = tr("Reject submission"),
                                       .look = "dangerFilled",
                                       .words = kit::Ask::Words::Lines,
                                       .label = kit::phrase::reasonForVendor(),
                                       .lengthMin = reasonMin,
                                       .lengthMax = 2000,
                                       .filled = note(),
                                       .templates = templates()},
                                      this);
    const Id<KycSubmission> id = m_review->submission.id;
    dialog->perform(
        [this, id](const QString &words) { return m_kit.api.call(api::rejectKyc, {.reason = words}, id); },
        [this, id, name = m_review->vendor.storeName](const KycSubmission &outcome) { take(id, name, outcome); });
}

void Decision::take(const Id<KycSubmission> &id, const QString &storeName, const Result<KycSubmission> &outcome)
{
    const QString about = QStringLiteral("%1: %2");
    if (!outcome) {
        const QString trouble = kit::display::trouble(outcome.error());
        const bool isOnScreen = m_review && m_review->submission.id == id;
        m_trouble->say(isOnScreen ? trouble : about.arg(storeName, trouble), kit::Tone::Danger);
        return;
    }
    m_drafts.remove(id.text());
    m_kit.notices.toast(about.arg(storeName, kit::display::text(outcome->status)));
    Q_EMIT decided(*outcome);
}

QStringList Decision::templates() const
{
    return {tr("The PAN card is not readable. Please upload a sharp picture of the whole card."),
            tr("The name on the PAN card differs from the bank account holder's name."),
            tr("The GSTIN certificate does not belong to this store."),
            tr("The cancelled cheque does not show the account number.")};
}

void Decision::retranslate()
{
    m_typedTitle->say(tr("TYPED BY VENDOR"));
    m_checksTitle->say(tr("AUTOMATIC CHECKS"));
    m_historyTitle->say(tr("DECIDED BEFORE"));
    m_decisionTitle->say(tr("DECISION"));
    m_duplicatesTitle->say(tr("THE SAME NUMBER ELSEWHERE"));
    m_templates->clear();
    m_templates->addItem(tr("Reason template…"));
    m_templates->addItems(templates());
    m_templates->setAccessibleName(tr("Reason template"));
    m_note->setPlaceholderText(tr("Note to the vendor (sent with the decision, kept in the audit log)"));
    m_note->setAccessibleName(tr("Note to the vendor"));
    m_approve->say(tr("Approve and open next"));
    m_more->say(tr("Ask for more"));
    m_reject->say(kit::phrase::reject());
    m_hint->say(tr("Beside the documents: T takes, A approves, M asks, R rejects, J and K move, N writes a note."));
    if (m_review)
        show(KycReview(*m_review));
}

} // namespace kyc
