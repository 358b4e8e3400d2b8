#include "console/pages/earnings/page.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/formdialog.h"
#include "console/kit/phrases.h"
#include "console/kit/proof.h"
#include "console/kit/reportfetch.h"
#include "console/pages/earnings/tile.h"
#include "shared/contract/statements.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QUrl>

namespace earnings {

using kit::Cell;
using kit::Type;

namespace {

constexpr int revealPagesMax = 10;

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Page(kit, parent)
    , m_title(new kit::Label(kit.theme, Type::Heading1, "", this))
    , m_subtitle(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_request(new kit::Button(kit.theme, QStringLiteral("landmark"), "primary", this))
    , m_statement(new kit::Button(kit.theme, QStringLiteral("file-text"), "", this))
    , m_banner(new kit::Banner(kit.theme, this))
    , m_account(new kit::Banner(kit.theme, this))
    , m_released(new Tile(kit.theme, QStringLiteral("wallet"), this))
    , m_escrow(new Tile(kit.theme, QStringLiteral("lock"), this))
    , m_onTheWay(new Tile(kit.theme, QStringLiteral("clock"), this))
    , m_paid(new Tile(kit.theme, QStringLiteral("landmark"), this))
    , m_commission(new Tile(kit.theme, QStringLiteral("percent"), this))
    , m_views(new kit::Segments(kit.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_earningsCard(new kit::ListCard(kit.theme, m_earnings, this))
    , m_payoutsCard(new kit::ListCard(kit.theme, m_payouts, this))
{
    m_request->setObjectName(QStringLiteral("request"));
    m_request->setEnabled(false);
    m_statement->setObjectName(QStringLiteral("statement"));
    m_account->setObjectName(QStringLiteral("account"));
    m_earningsCard->view()->setObjectName(QStringLiteral("earnings"));
    m_payoutsCard->view()->setObjectName(QStringLiteral("payouts"));
    addColumns();
    build();
    retranslate();
    connect(m_request, &QPushButton::clicked, this, &Page::request);
    connect(m_statement, &QPushButton::clicked, this, &Page::askStatement);
    connect(m_banner, &kit::Banner::acted, this, &Page::refresh);
    connect(m_account, &kit::Banner::acted, this, &Page::openAccount);
    connect(m_earningsCard, &kit::ListCard::retried, this, &Page::refresh);
    connect(m_payoutsCard, &kit::ListCard::retried, this, &Page::refresh);
    connect(&m_earnings, &kit::TableModel::loaded, this, &Page::look);
    connect(&m_payouts, &kit::TableModel::loaded, this, &Page::look);
    connect(m_views, &kit::Segments::chosenChanged, m_stack, &QStackedWidget::setCurrentIndex);
}

void Page::addColumns()
{
    m_earnings.show(&Earning::orderNumber, &Earning::settledAt, &Earning::gross, &Earning::commission, &Earning::net,
                    &Earning::payoutNumber, &Earning::payoutStatus);
    m_earnings.column(&Earning::orderNumber).look = Cell::Look::Link;
    m_earnings.column(&Earning::orderNumber).heading.width = 180;
    m_earnings.column(&Earning::orderNumber).heading.stretches = true;
    m_earnings.column(&Earning::orderNumber).heading.isWhole = true;
    m_earnings.column(&Earning::gross).look = Cell::Look::Plain;
    m_earnings.column(&Earning::commission).look = Cell::Look::Quiet;
    m_earnings.column(&Earning::payoutNumber).heading.width = 176;
    m_earnings.column(&Earning::payoutNumber).heading.isWhole = true;
    m_earnings.column(&Earning::payoutNumber).heading.priority = 2;
    m_earnings.column(&Earning::payoutStatus).heading.width = 144;
    m_earnings.column(&Earning::payoutStatus).cell = [](const Earning &earning) {
        if (!earning.payoutStatus)
            return Cell{.text = tr("In the balance"), .chip = kit::Tone::Accent};
        return kit::cellOf(*earning.payoutStatus);
    };
    m_earnings.settle();
    m_earnings.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listEarnings, {.limit = 50, .cursor = cursor});
    });

    m_payouts.show(&Payout::payoutNumber, &Payout::requestedAt, &Payout::ordersCount, &Payout::bankAccountMasked,
                   &Payout::status, &Payout::transactionReference, &Payout::withheld, &Payout::amount);
    m_payouts.column(&Payout::payoutNumber).look = Cell::Look::Link;
    m_payouts.column(&Payout::payoutNumber).heading.width = 180;
    m_payouts.column(&Payout::payoutNumber).heading.isWhole = true;
    m_payouts.column(&Payout::ordersCount).heading.width = 80;
    m_payouts.column(&Payout::ordersCount).heading.priority = 3;
    m_payouts.column(&Payout::bankAccountMasked).heading.priority = 2;
    m_payouts.column(&Payout::withheld).look = Cell::Look::Quiet;
    m_payouts.column(&Payout::withheld).heading.priority = 1;
    auto &reference = m_payouts.column(&Payout::transactionReference);
    reference.heading.stretches = true;
    reference.heading.width = 160;
    reference.cell = [](const Payout &payout) {
        if (payout.failureReason)
            return Cell{.text = *payout.failureReason, .tone = kit::Tone::Danger};
        return Cell{.text = payout.transactionReference.value_or(QStringLiteral("–")), .look = Cell::Look::Quiet};
    };
    m_payouts.settle();
    m_payouts.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listPayouts, ListPayouts{.limit = 50, .cursor = cursor});
    });
}

void Page::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *words = kit::column(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto *head = kit::row(12);
    head->addLayout(words, 1);
    head->addWidget(m_statement, 0, Qt::AlignTop);
    head->addWidget(m_request, 0, Qt::AlignTop);
    auto *tiles = kit::row(theme.px(12));
    for (Tile *tile : {m_released, m_escrow, m_onTheWay, m_paid, m_commission})
        tiles->addWidget(tile, 1);
    m_stack->addWidget(m_earningsCard);
    m_stack->addWidget(m_payoutsCard);
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16));
    layout->addLayout(head);
    layout->addWidget(m_banner);
    layout->addWidget(m_account);
    m_fetches = kit::column(theme.px(4));
    layout->addLayout(m_fetches);
    layout->addLayout(tiles);
    layout->addSpacing(theme.px(4));
    layout->addWidget(m_views, 0, Qt::AlignLeft);
    layout->addWidget(m_stack, 1);
    setLayout(layout);
}

void Page::refresh()
{
    fetchBalance();
    fetchAccount();
    m_earnings.refresh();
    m_payouts.refresh();
}

void Page::fetchBalance()
{
    whenDone(this, m_kit.api.call(api::readBalance), [this](const Result<VendorBalance> &balance) {
        if (!balance) {
            m_banner->showTrouble(balance.error());
            return;
        }
        m_banner->clear();
        show(*balance);
    });
}

void Page::show(const VendorBalance &balance)
{
    m_balance = balance;
    m_released->show(balance.released);
    m_escrow->show(balance.inEscrow);
    m_onTheWay->show(balance.inPayouts);
    m_paid->show(balance.paidOut);
    m_commission->show(balance.commission);
    const bool isEnough = balance.released.minor > 0 && balance.released >= balance.payoutMin;
    m_request->setEnabled(isEnough);
    const bool isOwing = balance.owed > Money{};
    if (isOwing)
        m_banner->say(tr("%1 is owed after refunds. What your next orders earn pays it first.")
                          .arg(kit::display::text(balance.owed)),
                      kit::Tone::Warning);
    const bool isContested = balance.contested > Money{};
    m_released->say(kit::display::text(EscrowStatus::Released),
                    isOwing       ? tr("%1 owed").arg(kit::display::text(balance.owed))
                    : isContested ? tr("%1 more waits for disputes").arg(kit::display::text(balance.contested))
                    : isEnough    ? tr("can be paid out now")
                                  : tr("payouts start at %1").arg(kit::display::text(balance.payoutMin)));
}

// Only where a provider pays the stores is there anything to set up.
void Page::fetchAccount()
{
    whenDone(this, m_kit.api.call(api::readPayoutAccount), [this](const Result<PayoutAccount> &account) {
        if (!account)
            return;
        m_atProvider = *account;
        showAccount();
    });
}

void Page::showAccount()
{
    if (m_atProvider.provider == PayoutProvider::Manual)
        return m_account->clear();
    const kit::display::Word status = kit::display::word(m_atProvider.status);
    switch (m_atProvider.status) {
    case PayoutAccountStatus::None:
        return m_account->say(tr("Payouts go through a provider that has to know your store first."), status.tone,
                              tr("Set up payouts…"));
    case PayoutAccountStatus::Pending:
        return m_account->say(tr("The provider of payouts still waits for something, or checks what you said."),
                              status.tone, tr("Go on…"));
    case PayoutAccountStatus::Restricted:
        return m_account->say(tr("The provider of payouts does not pay your store. It says there what is missing."),
                              status.tone, tr("Go there…"));
    case PayoutAccountStatus::Active:
        return m_account->say(tr("Payouts go to the account that you have set up with the provider."), status.tone);
    }
}

// The page is the provider's, so it opens in the browser; nothing else than a page of the web is opened.
void Page::openAccount()
{
    const auto made = kit::proved(m_kit, this, [this] { return m_kit.api.call(api::openPayoutAccount); });
    whenDone(this, made, [this](const Result<OnboardingLink> &link) {
        if (!link)
            return m_banner->showTrouble(link.error());
        const QUrl url(link->url, QUrl::StrictMode);
        const bool isHere = url.host() == u"127.0.0.1" || url.host() == u"localhost"; // the stand-in
        if (url.scheme() == u"https" || (url.scheme() == u"http" && isHere))
            QDesktopServices::openUrl(url);
        else
            m_banner->say(tr("The provider has sent no page that could be opened."), kit::Tone::Danger);
    });
}

void Page::request()
{
    const QString amount = kit::display::text(m_balance->released);
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Request a payout?"),
                                       .text = tr("The whole released balance is sent to the bank account of your "
                                                  "approved documents, as soon as an admin has approved it."),
                                       .facts = {{kit::display::label(&Payout::amount), amount}},
                                       .verb = tr("Request %1").arg(amount)},
                                      this);
    dialog->perform([this](const QString &) { return m_kit.api.call(api::requestPayout); },
                    [this](const Payout &payout) {
                        m_kit.notices.toast(tr("Payout %1 is requested").arg(payout.payoutNumber));
                        m_payouts.put(payout);
                        m_views->choose(1);
                        refresh();
                    });
}

// Balances, sales, commission, refunds and payouts of a period, as a file.
void Page::askStatement()
{
    auto *form = new kit::ContractForm<AskStatement>(m_kit.theme);
    form->ask(&AskStatement::kind, &AskStatement::format);
    form->askDay(&AskStatement::from);
    form->askDay(&AskStatement::to);
    form->fill({.language = kit::spokenLanguage()});
    auto *dialog =
        new kit::FormDialog(m_kit.theme,
                            {.title = tr("Statement"),
                             .text = tr("Balances, sales and payouts by day, or the summary of commission or "
                                        "payouts. Without days it is the month that is over."),
                             .verb = tr("Make statement")},
                            form, this);
    dialog->perform(
        *form, [this](const AskStatement &wish) { return m_kit.api.call(api::askStatement, wish); },
        [this](const ReportRun &run) {
            auto *fetch = new kit::ReportFetch(
                m_kit,
                {.watch = [this](const Id<ReportRun> &id) { return m_kit.api.call(api::readStatement, id); },
                 .download =
                     [this](const kit::Destination &to, const Id<ReportRun> &id) {
                         return m_kit.api.download(api::downloadStatement, to, id);
                     }},
                this);
            m_fetches->addWidget(fetch);
            fetch->follow(run);
        });
}

void Page::reveal(const QString &object)
{
    m_toReveal = object;
    m_pagesLeft = revealPagesMax;
    look();
}

// A payout by its id, or what an order has earned by the order's. Older ones are fetched until it is found.
void Page::look()
{
    if (m_toReveal.isEmpty() || !m_earnings.hasLoaded() || !m_payouts.hasLoaded())
        return;
    if (m_payouts.find(m_toReveal)) {
        m_views->choose(1);
        m_payoutsCard->view()->choose(std::exchange(m_toReveal, {}));
    } else if (m_earnings.find(m_toReveal)) {
        m_views->choose(0);
        m_earningsCard->view()->choose(std::exchange(m_toReveal, {}));
    } else if (m_earnings.isLoading() || m_payouts.isLoading()) {
        return;
    } else if (m_pagesLeft-- > 0 && (m_earnings.canFetchMore({}) || m_payouts.canFetchMore({}))) {
        m_earnings.fetchMore({});
        m_payouts.fetchMore({});
    } else {
        m_toReveal.clear();
        m_banner->say(kit::display::trouble({ErrorCode::NotFound}), kit::Tone::Warning);
    }
}

void Page::hear(const LiveEvent &event)
{
    if (event.kind == LiveKind::PayoutUpdated || event.kind == LiveKind::OrderSettled)
        noteNews();
}

void Page::retranslate()
{
    m_title->say(kit::titleOf(QLatin1StringView("vendor.payouts")));
    m_subtitle->say(tr("What your orders earned, and where the money is"));
    m_request->say(tr("Request payout…"));
    m_statement->say(tr("Statement…"));
    m_released->say(kit::display::text(EscrowStatus::Released), tr("can be paid out now"));
    m_escrow->say(tr("In escrow"), tr("until both have confirmed"));
    m_onTheWay->say(tr("In payouts"), tr("requested or approved"));
    m_paid->say(tr("Paid out"), tr("so far"));
    m_commission->say(kit::display::label(&Earning::commission), tr("of all settled orders"));
    m_views->offer({tr("Earnings"), kit::titleOf(QLatin1StringView("admin.payouts"))});
    m_views->setAccessibleName(kit::phrase::view());
    m_earningsCard->say(tr("Earnings by order"));
    m_earningsCard->setEmptyText(QStringLiteral("wallet"), tr("Nothing earned yet"),
                                 tr("An order appears here when buyer and vendor have confirmed its delivery."));
    m_payoutsCard->say(kit::titleOf(QLatin1StringView("admin.payouts")));
    m_payoutsCard->setEmptyText(QStringLiteral("landmark"), tr("No payouts yet"),
                                tr("Request one as soon as money is released."));
    m_earnings.retranslate();
    m_payouts.retranslate();
    if (m_balance)
        show(VendorBalance(*m_balance));
    showAccount();
}

} // namespace earnings
