#include "console/pages/books/custodydialog.h"

#include "console/kit/display.h"
#include "console/kit/formdialog.h"

#include <QVBoxLayout>

namespace books {

using kit::Cell;
using kit::Type;

CustodyDialog::CustodyDialog(kit::Kit &kit, QWidget *parent)
    : QDialog(parent)
    , m_kit(kit)
    , m_title(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_text(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_trouble(new kit::Banner(kit.theme, this))
    , m_view(new kit::TableView(kit.theme, m_balances, this))
    , m_enter(new kit::Button(kit.theme, {}, "primary", this))
    , m_close(new kit::Button(kit.theme, {}, "", this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("custody"));
    setWindowTitle(tr("Escrow account"));
    m_view->setObjectName(QStringLiteral("balances"));
    m_view->setAccessibleName(tr("Balances of the escrow account by day"));
    m_enter->setObjectName(QStringLiteral("enter"));
    m_close->setObjectName(QStringLiteral("close"));
    m_title->say(tr("Escrow account"));
    m_text->say(
        tr("The account of the aggregator or the bank at the end of each day, beside what came in, less what left"
           " for stores and what the market has taken out as its own."));
    m_text->setWordWrap(true);
    m_enter->say(tr("Enter a balance…"));
    m_close->say(tr("Close"));
    addColumns();
    m_balances.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listCustodyBalances, {.limit = 50, .cursor = cursor});
    });
    build();

    connect(&m_balances, &kit::TableModel::failed, this, [this](const Error &error) { m_trouble->showTrouble(error); });
    connect(&m_balances, &kit::TableModel::loaded, m_trouble, &kit::Banner::clear);
    connect(m_trouble, &kit::Banner::acted, this, [this] { m_balances.refresh(); });
    connect(m_enter, &QPushButton::clicked, this, &CustodyDialog::enter);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    m_balances.refresh();
}

void CustodyDialog::addColumns()
{
    m_balances.show(&CustodyBalance::day, &CustodyBalance::amount, &CustodyBalance::expected,
                    &CustodyBalance::difference, &CustodyBalance::reference);
    m_balances.column(&CustodyBalance::day).heading.width = 110;
    m_balances.column(&CustodyBalance::amount).heading.width = 140;
    m_balances.column(&CustodyBalance::expected).heading.width = 140;
    auto &difference = m_balances.column(&CustodyBalance::difference);
    difference.heading.width = 130;
    difference.cell = [](const CustodyBalance &balance) {
        return Cell{.text = kit::display::text(balance.difference),
                    .look = balance.difference == Money{} ? Cell::Look::Quiet : Cell::Look::Strong};
    };
    auto &reference = m_balances.column(&CustodyBalance::reference);
    reference.heading.stretches = true;
    reference.heading.width = 160;
    reference.cell = [](const CustodyBalance &balance) {
        return Cell{.text = balance.reference, .second = balance.enteredBy};
    };
    m_balances.settle();
}

void CustodyDialog::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *foot = kit::row(8);
    foot->addWidget(m_enter);
    foot->addStretch(1);
    foot->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(20), theme.px(20), theme.px(20), theme.px(20));
    layout->setSpacing(theme.px(12));
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_trouble);
    layout->addWidget(m_view, 1);
    layout->addLayout(foot);
    resize(theme.px(760), theme.px(520));
}

void CustodyDialog::enter()
{
    auto *form = new kit::ContractForm<EnterCustodyBalance>(m_kit.theme);
    form->askDay(&EnterCustodyBalance::day);
    form->ask(&EnterCustodyBalance::amount, &EnterCustodyBalance::withdrawn, &EnterCustodyBalance::reference);
    form->fill({});
    auto *dialog = new kit::FormDialog(
        m_kit.theme,
        {.title = tr("Enter a balance"),
         .text = tr("As the holder of the account says it for the end of the day; yesterday when no day is chosen."),
         .verb = tr("Compare")},
        form, this);
    dialog->setObjectName(QStringLiteral("balance"));
    dialog->perform(
        *form, [this](const EnterCustodyBalance &wish) { return m_kit.api.call(api::enterCustodyBalance, wish); },
        [this](const CustodyBalance &balance) {
            QString said = balance.difference == Money{}
                               ? tr("The account holds what the books say.")
                               : tr("The account differs by %1.").arg(kit::display::text(balance.difference));
            if (balance.excess != Money{})
                said +=
                    u' ' +
                    tr("The market has taken out %1 more than it has earned.").arg(kit::display::text(balance.excess));
            m_kit.notices.toast(said);
            m_balances.refresh();
            Q_EMIT entered();
        });
}

} // namespace books
