#include "console/pages/books/detail.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/walletdialog.h"
#include "console/pages/books/postingdialog.h"
#include "console/pages/books/sides.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace books {

using kit::Ask;
using kit::Cell;
using kit::Tone;
using kit::Type;

namespace {

constexpr int margin = 16;

bool canFreeze(LedgerAccountKind kind)
{
    return kind == LedgerAccountKind::BuyerAvailable || kind == LedgerAccountKind::VendorPayable;
}

} // namespace

Detail::Detail(kit::Kit &kit, QWidget *parent)
    : DetailPane(kit, parent)
    , m_owner(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_kind(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_balance(new kit::Label(kit.theme, Type::Figure, "", this))
    , m_dayTitle(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_linesTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_frozen(new kit::Chip(kit.theme, this))
    , m_day(new AsOfEdit(kit.clock, this))
    , m_view(new kit::TableView(kit.theme, m_lines, this))
    , m_wallet(new kit::Button(kit.theme, QStringLiteral("wallet"), "", this))
    , m_giveBack(new kit::Button(kit.theme, QStringLiteral("undo-2"), "", this))
    , m_freeze(new kit::Button(kit.theme, QStringLiteral("lock"), "danger", this))
    , m_unfreeze(new kit::Button(kit.theme, QStringLiteral("check"), "primary", this))
    , m_closing(new Closing(kit, this))
{
    m_view->setObjectName(QStringLiteral("statement"));
    m_wallet->setObjectName(QStringLiteral("wallet"));
    m_giveBack->setObjectName(QStringLiteral("giveBack"));
    m_freeze->setObjectName(QStringLiteral("freeze"));
    m_unfreeze->setObjectName(QStringLiteral("unfreeze"));
    addColumns();
    m_lines.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::readLedgerStatement, {.limit = 50, .cursor = cursor, .at = m_day->at()},
                              id().value_or(Id<LedgerAccount>()));
    });
    put(buildHead(), m_view, buildFoot());
    retranslate();

    connect(m_day, &QDateEdit::dateChanged, this, [this] {
        m_lines.startOver();
        reload();
    });
    connect(m_view, &kit::TableView::opened, this, [this](const QString &posting) {
        (new PostingDialog(m_kit, Id<LedgerPosting>::parse(posting), this))->open();
    });
    connect(m_wallet, &QPushButton::clicked, this,
            [this] { (new kit::WalletDialog(m_kit, *shown()->buyerId, this))->open(); });
    connect(m_giveBack, &QPushButton::clicked, this, &Detail::giveBack);
    connect(m_closing, &Closing::answered, this, [this] { m_giveBack->setEnabled(true); });
    connect(m_closing, &Closing::done, this, [this] { reload(); });
    connect(m_closing, &Closing::failed, this, [this](const Error &error) { m_trouble->showTrouble(error); });
    connect(m_freeze, &QPushButton::clicked, this, &Detail::freeze);
    connect(m_unfreeze, &QPushButton::clicked, this, &Detail::unfreeze);
}

void Detail::addColumns()
{
    m_lines.show(&StatementLine::kind, &StatementLine::amount);
    auto &kind = m_lines.column(&StatementLine::kind);
    kind.heading.stretches = true;
    kind.heading.width = 140;
    kind.cell = [](const StatementLine &line) {
        return Cell{.text = kit::display::text(line.kind), .second = kit::display::text(line.at)};
    };
    // Beside each other the numbers would leave no room for what moved.
    auto &amount = m_lines.column(&StatementLine::amount);
    amount.heading.width = 130;
    amount.cell = [](const StatementLine &line) {
        return Cell{.text = sided(line.amount),
                    .second = tr("Balance %1").arg(sided(line.balance)),
                    .look = Cell::Look::Strong,
                    .alignment = Qt::AlignRight};
    };
    m_lines.settle();
}

QWidget *Detail::buildHead()
{
    const kit::Theme &theme = m_kit.theme;
    auto *head = new QWidget(this);
    auto *words = kit::column(2);
    words->addWidget(m_owner);
    words->addWidget(m_kind);
    auto *top = kit::row(8);
    top->addLayout(words, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto *sum = kit::row(10);
    sum->addWidget(m_balance);
    sum->addStretch(1);
    sum->addWidget(m_frozen);
    auto *day = kit::row(8);
    day->addWidget(m_dayTitle);
    day->addWidget(m_day);
    day->addStretch(1);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(theme.px(margin), theme.px(margin), theme.px(margin), theme.px(12));
    layout->setSpacing(theme.px(10));
    layout->addLayout(top);
    layout->addLayout(sum);
    layout->addLayout(day);
    layout->addWidget(m_trouble);
    layout->addWidget(kit::line(head));
    layout->addWidget(m_linesTitle);
    return head;
}

QWidget *Detail::buildFoot()
{
    const kit::Theme &theme = m_kit.theme;
    auto *foot = new QWidget(this);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(theme.px(margin), theme.px(10), theme.px(margin), theme.px(margin));
    layout->setSpacing(theme.px(8));
    layout->addWidget(m_wallet);
    layout->addWidget(m_giveBack);
    layout->addWidget(m_freeze);
    layout->addWidget(m_unfreeze);
    return foot;
}

QFuture<Result<LedgerAccount>> Detail::fetch(const Id<LedgerAccount> &id)
{
    return m_kit.api.call(api::readLedgerAccount, {.at = m_day->at()}, id);
}

void Detail::fill(const LedgerAccount &account)
{
    m_owner->say(account.ownerName.value_or(tr("The platform")));
    m_kind->say(kit::display::text(account.kind));
    m_balance->say(sided(account.balance));
    m_balance->setToolTip(sidesHelp());
    m_frozen->setVisible(account.frozenAt.has_value());
    if (account.frozenAt)
        m_frozen->say(tr("Frozen"), Tone::Danger, QStringLiteral("lock"));
    m_frozen->setToolTip(account.frozenReason.value_or(QString()).toHtmlEscaped());
    const bool isPurse = account.kind == LedgerAccountKind::BuyerAvailable && account.buyerId;
    m_wallet->setVisible(account.buyerId.has_value());
    m_giveBack->setVisible(isPurse && account.balance > Money{} && m_kit.me.isSuperAdmin);
    m_freeze->setVisible(canFreeze(account.kind) && !account.frozenAt);
    m_unfreeze->setVisible(account.frozenAt.has_value());
}

void Detail::follow()
{
    m_lines.refresh();
}

void Detail::forget()
{
    m_lines.setRows({});
    m_lines.startOver();
    m_closing->drop();
    m_giveBack->setEnabled(true);
}

// Pressed twice it would ask twice.
void Detail::giveBack()
{
    m_giveBack->setEnabled(false);
    m_closing->ask(*shown()->buyerId);
}

void Detail::freeze()
{
    const LedgerAccount account = *shown();
    auto *dialog = new kit::AskDialog(
        m_kit.theme,
        {.title = tr("Freeze this account?"),
         .text = tr("Nothing new can be held or paid out from it. What is under way goes on."),
         .facts = {{kit::display::label(&LedgerAccount::ownerName), account.ownerName.value_or(QString())},
                   {kit::display::label(&LedgerAccount::balance), kit::display::text(account.balance)}},
         .verb = tr("Freeze account"),
         .look = "dangerFilled",
         .words = Ask::Words::Lines,
         .label = kit::display::label(&FreezeAccount::reason),
         .lengthMin = 5},
        this);
    dialog->perform([this, id = account.id](
                        const QString &words) { return m_kit.api.call(api::freezeAccount, {.reason = words}, id); },
                    [this](const LedgerAccount &changed) { take(changed); });
}

void Detail::unfreeze()
{
    const LedgerAccount account = *shown();
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Open this account again?"),
                                       .text = account.frozenReason.value_or(QString()),
                                       .verb = tr("Open account"),
                                       .words = Ask::Words::Lines,
                                       .label = kit::display::label(&FreezeAccount::reason),
                                       .lengthMin = 5},
                                      this);
    dialog->perform([this, id = account.id](
                        const QString &words) { return m_kit.api.call(api::unfreezeAccount, {.reason = words}, id); },
                    [this](const LedgerAccount &changed) { take(changed); });
}

void Detail::take(const LedgerAccount &account)
{
    m_kit.notices.toast(account.frozenAt ? tr("The account is frozen.") : tr("The account is open again."));
    if (id() == account.id)
        reload();
    Q_EMIT changed(account);
}

void Detail::retranslate()
{
    m_dayTitle->say(tr("At the end of"));
    m_day->setAccessibleName(tr("Balance at the end of this day"));
    m_linesTitle->say(tr("STATEMENT"));
    m_view->setAccessibleName(tr("What moved in this account"));
    m_wallet->say(tr("Whole wallet…"));
    m_giveBack->say(tr("Give the balance back…"));
    m_freeze->say(tr("Freeze account…"));
    m_unfreeze->say(tr("Open account again…"));
    m_lines.retranslate();
    DetailPane::retranslate();
}

} // namespace books
