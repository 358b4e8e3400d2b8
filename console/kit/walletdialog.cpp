#include "console/kit/walletdialog.h"

#include "console/kit/display.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace kit {

WalletDialog::WalletDialog(Kit &kit, const Id<Account> &owner, QWidget *parent)
    : QDialog(parent)
    , m_kit(kit)
    , m_owner(owner)
    , m_title(new Label(kit.theme, Type::Heading2, "", this))
    , m_trouble(new Banner(kit.theme, this))
    , m_facts(new QGridLayout)
    , m_view(new TableView(kit.theme, m_entries, this))
    , m_close(new Button(kit.theme, {}, "primary", this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("walletDialog"));
    setWindowTitle(tr("Wallet"));
    m_title->say(tr("Wallet"));
    m_view->setObjectName(QStringLiteral("entries"));
    m_view->setAccessibleName(tr("What moved in this wallet"));
    m_close->setObjectName(QStringLiteral("close"));
    m_close->say(tr("Close"));
    addColumns();
    m_entries.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listWalletEntriesOf, {.limit = 50, .cursor = cursor}, m_owner);
    });
    build();
    connect(m_trouble, &Banner::acted, this, &WalletDialog::load);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&m_entries, &TableModel::failed, this, [this](const Error &error) {
        m_entriesTrouble = error;
        tellTrouble();
    });
    connect(&m_entries, &TableModel::loaded, this, [this] {
        m_entriesTrouble.reset();
        tellTrouble();
    });
    load();
}

void WalletDialog::addColumns()
{
    m_entries.show(&WalletEntry::type, &WalletEntry::amount, &WalletEntry::balanceBefore, &WalletEntry::balanceAfter);
    auto &type = m_entries.column(&WalletEntry::type);
    type.heading.stretches = true;
    type.heading.width = 200;
    type.cell = [](const WalletEntry &entry) {
        return Cell{.text = display::text(entry.type),
                    .second = display::text(entry.processedAt) + QStringLiteral(" · ") + entry.description};
    };
    type.heading.label = QT_TRANSLATE_NOOP("fields", "What");
    const auto shape = [this](Money WalletEntry::*member, const char *label) {
        auto &heading = m_entries.column(member).heading;
        heading.label = label;
        heading.width = 120;
    };
    shape(&WalletEntry::amount, QT_TRANSLATE_NOOP("fields", "Amount"));
    shape(&WalletEntry::balanceBefore, QT_TRANSLATE_NOOP("fields", "Before"));
    shape(&WalletEntry::balanceAfter, QT_TRANSLATE_NOOP("fields", "After"));
    m_entries.settle();
}

void WalletDialog::build()
{
    const Theme &theme = m_kit.theme;
    auto *buttons = row(8);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    m_facts->setVerticalSpacing(theme.px(6));
    m_facts->setHorizontalSpacing(theme.px(16));
    m_facts->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(20), theme.px(20), theme.px(20), theme.px(20));
    layout->setSpacing(theme.px(12));
    layout->addWidget(m_title);
    layout->addWidget(m_trouble);
    layout->addLayout(m_facts);
    layout->addWidget(m_view, 1);
    layout->addLayout(buttons);
    resize(theme.px(680), theme.px(520));
}

void WalletDialog::load()
{
    whenDone(this, m_kit.api.call(api::readWalletOf, m_owner), [this](const Result<Wallet> &wallet) {
        m_sumsTrouble = wallet ? std::nullopt : std::optional(wallet.error());
        tellTrouble();
        if (wallet)
            fill(*wallet);
    });
    m_entries.refresh();
}

void WalletDialog::tellTrouble()
{
    const std::optional<Error> &trouble = m_sumsTrouble ? m_sumsTrouble : m_entriesTrouble;
    trouble ? m_trouble->showTrouble(*trouble) : m_trouble->clear();
}

void WalletDialog::addFact(const QString &name, const QString &value, Type type)
{
    kit::addFact(m_facts, this, m_kit.theme, name, value, "", type);
}

void WalletDialog::fill(const Wallet &wallet)
{
    empty(m_facts);
    addFact(tr("Can be spent"), display::text(wallet.available), Type::BodyStrong);
    addFact(tr("Held for orders"), display::text(wallet.heldAmount));
    addFact(tr("Together"), display::text(wallet.currentBalance));
    addFact(tr("Recharged in all"), display::text(wallet.totalRecharged));
    addFact(tr("Spent in all"), display::text(wallet.totalSpent));
    if (!wallet.isActive)
        addFact(tr("State"), tr("Frozen: nothing new can be held"));
}

} // namespace kit
