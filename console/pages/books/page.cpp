#include "console/pages/books/page.h"

#include "console/kit/display.h"
#include "console/kit/formdialog.h"
#include "console/kit/proof.h"
#include "console/pages/books/custodydialog.h"
#include "console/pages/books/detail.h"
#include "console/pages/books/postingdialog.h"
#include "console/pages/books/sides.h"
#include "console/pages/books/trialdialog.h"

#include <QBoxLayout>

namespace books {

using kit::Cell;
using kit::Tone;

namespace {

QList<kit::ChoiceFilter::Choice> kinds()
{
    QList<kit::ChoiceFilter::Choice> out;
    for (const QString &name : names::all<LedgerAccountKind>())
        out += {name, kit::display::text(*names::fromText<LedgerAccountKind>(name))};
    return out;
}

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : ListPage(kit, parent)
    , m_detail(new Detail(kit, this))
    , m_kind(filters()->addChoice())
    , m_notice(new kit::CustodyNotice(kit, this))
    , m_verify(addHeadButton(QStringLiteral("badge-check"), "primary"))
    , m_trial(addHeadButton(QStringLiteral("list")))
    , m_custody(addHeadButton(QStringLiteral("lock")))
    , m_correct(addHeadButton(QStringLiteral("undo-2")))
{
    m_verify->setObjectName(QStringLiteral("verify"));
    m_trial->setObjectName(QStringLiteral("trial"));
    m_custody->setObjectName(QStringLiteral("custody"));
    m_custody->hide(); // until it is known that there is an account outside
    m_correct->setObjectName(QStringLiteral("correct"));
    m_correct->setVisible(kit.me.isSuperAdmin);
    // Above what the checks have found.
    auto *main = qobject_cast<QBoxLayout *>(layout()->itemAt(0)->layout());
    main->insertWidget(main->indexOf(banner()), m_notice);
    addColumns();
    m_table.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listLedgerAccounts, query(cursor));
    });
    list(m_table);
    setDetail(m_detail);
    m_progress.setInterval(progressEveryMs);
    connect(&m_progress, &QTimer::timeout, this, &Page::readState);
    connect(m_detail, &Detail::closed, this, [this] { closeDetail(); });
    connect(m_detail, &Detail::changed, this, [this](const LedgerAccount &account) { m_table.put(account); });
    connect(m_verify, &QPushButton::clicked, this, &Page::verify);
    connect(m_trial, &QPushButton::clicked, this, &Page::showTrialBalance);
    connect(m_custody, &QPushButton::clicked, this, &Page::showCustody);
    connect(m_correct, &QPushButton::clicked, this, &Page::correct);
    connect(m_notice, &kit::CustodyNotice::known, this,
            [this](const Custody &custody) { m_custody->setVisible(custody.mode == WalletMode::Mirror); });
    retranslate();
}

void Page::addColumns()
{
    m_table.show(&LedgerAccount::ownerName, &LedgerAccount::kind, &LedgerAccount::frozenAt, &LedgerAccount::balance);
    const auto shape = [this](auto member, int width, int priority) -> auto &
    {
        auto &column = m_table.column(member);
        column.heading.width = width;
        column.heading.priority = priority;
        return column;
    };
    auto &owner = shape(&LedgerAccount::ownerName, 240, 0);
    owner.heading.stretches = true;
    owner.cell = [](const LedgerAccount &account) {
        return Cell{.text = account.ownerName.value_or(tr("The platform")), .look = Cell::Look::Strong};
    };
    shape(&LedgerAccount::kind, 200, 0);
    shape(&LedgerAccount::frozenAt, 150, 1);
    auto &balance = shape(&LedgerAccount::balance, 150, 0);
    balance.cell = [](const LedgerAccount &account) {
        return Cell{.text = sided(account.balance), .look = Cell::Look::Strong, .alignment = Qt::AlignRight};
    };
    m_table.settle();
}

ListLedgerAccounts Page::query(const std::optional<QString> &cursor) const
{
    ListLedgerAccounts query{.limit = 50, .cursor = cursor};
    if (const QString owner = filters()->search()->text().trimmed(); !owner.isEmpty())
        query.owner = owner;
    if (!m_kind->value().isEmpty())
        query.kind = names::fromText<LedgerAccountKind>(m_kind->value());
    return query;
}

void Page::refresh()
{
    m_table.refresh();
    readState();
    m_notice->refresh();
    if (isDetailOpen())
        m_detail->reload();
}

void Page::readState()
{
    kit::whenDone(this, m_kit.api.call(api::readBooks),
                  [this](const Result<BooksState> &state) { state ? showState(*state) : m_progress.stop(); });
}

void Page::showState(const BooksState &state)
{
    const bool isRunning = state.startedAt.has_value();
    m_verify->setEnabled(!isRunning);
    isRunning ? m_progress.start() : m_progress.stop();
    const Tone tone = !state.isSound ? Tone::Danger : isRunning || !state.checkedAt ? Tone::Info : Tone::Success;
    banner()->say(
        [state, isRunning]() -> kit::Banner::Words {
            if (isRunning)
                return {tr("The books are being checked: %1 of %2 postings.")
                            .arg(kit::display::text(state.seenPostings), kit::display::text(state.postings))};
            if (!state.isSound)
                return {tr("The books are in doubt since %1, and no money leaves: %2")
                            .arg(kit::display::text(*state.foundAt), *state.difference)};
            if (!state.checkedAt)
                return {tr("The books have not been checked yet.")};
            return {tr("The books are right: all %1 postings were checked, %2.")
                        .arg(kit::display::text(state.checkedPostings), kit::display::text(*state.checkedAt))};
        },
        tone);
}

void Page::verify()
{
    m_verify->setEnabled(false);
    kit::whenDone(this, m_kit.api.call(api::verifyBooks), [this](const Result<BooksState> &state) {
        m_verify->setEnabled(!state);
        state ? showState(*state) : banner()->showTrouble(state.error());
    });
}

void Page::showTrialBalance()
{
    (new TrialDialog(m_kit, this))->open();
}

void Page::showCustody()
{
    auto *dialog = new CustodyDialog(m_kit, this);
    connect(dialog, &CustodyDialog::entered, m_notice, &kit::CustodyNotice::refresh);
    dialog->open();
}

// The stores come first, so that one of them can be chosen.
void Page::correct()
{
    kit::chooseStore(m_kit, this, tr("Correct the commission of which store?"),
                     [this](const kit::StoreOffers &stores) { correctOneOf(stores); });
}

void Page::correctOneOf(const kit::StoreOffers &stores)
{
    auto *form = new kit::ContractForm<AdjustCommission>(m_kit.theme);
    form->askFrom(&AdjustCommission::vendorId, stores);
    form->ask(&AdjustCommission::amount);
    form->askAtLength(&AdjustCommission::reason);
    form->fill({});
    auto *dialog = new kit::FormDialog(m_kit.theme,
                                       {.title = tr("Correct commission"),
                                        .text = tr("Above zero the store gets the amount out of the commission,"
                                                   " below zero it gives it."),
                                        .verb = tr("Post the correction")},
                                       form, this);
    dialog->setObjectName(QStringLiteral("correction"));
    dialog->perform(
        *form,
        [this, dialog](const AdjustCommission &wish) {
            return kit::proved(m_kit, dialog, [this, wish] { return m_kit.api.call(api::adjustCommission, wish); });
        },
        [this](const LedgerPosting &posting) {
            m_kit.notices.toast(tr("The correction is posted."));
            refresh();
            (new PostingDialog(m_kit, posting.id, this))->open();
        });
}

void Page::showDetail(const QString &id)
{
    m_detail->open(Id<LedgerAccount>::parse(id));
}

void Page::retranslate()
{
    setTitle(kit::titleOf(QLatin1StringView("admin.books")), sidesHelp());
    filters()->search()->say(tr("Buyer or store"));
    m_kind->offer(kit::display::label(&LedgerAccount::kind), kinds());
    m_verify->say(tr("Check now"));
    m_trial->say(tr("Trial balance…"));
    m_custody->say(tr("Escrow account…"));
    m_correct->say(tr("Correct commission…"));
    setEmptyText(QStringLiteral("landmark"), tr("No accounts here"),
                 tr("An account is opened when money moves for the first time."));
    m_detail->retranslate();
    ListPage::retranslate();
}

} // namespace books
