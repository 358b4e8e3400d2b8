#include "console/pages/books/trialdialog.h"

#include "console/kit/display.h"
#include "console/pages/books/sides.h"

#include <QVBoxLayout>

namespace books {

using kit::Tone;
using kit::Type;

TrialDialog::TrialDialog(kit::Kit &kit, QWidget *parent)
    : QDialog(parent)
    , m_kit(kit)
    , m_title(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_day(new AsOfEdit(kit.clock, this))
    , m_sum(new kit::Banner(kit.theme, this))
    , m_view(new kit::TableView(kit.theme, m_lines, this))
    , m_close(new kit::Button(kit.theme, {}, "primary", this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("trialBalance"));
    setWindowTitle(tr("Trial balance"));
    m_day->setAccessibleName(tr("Balances at the end of this day"));
    m_close->setObjectName(QStringLiteral("close"));
    m_view->setAccessibleName(tr("Balances by kind of account"));
    m_title->say(tr("Trial balance"));
    m_close->say(tr("Close"));
    m_lines.show(&TrialLine::kind, &TrialLine::accounts, &TrialLine::balance);
    auto &kind = m_lines.column(&TrialLine::kind);
    kind.heading.stretches = true;
    kind.heading.width = 200;
    m_lines.column(&TrialLine::accounts).heading.width = 90;
    auto &balance = m_lines.column(&TrialLine::balance);
    balance.heading.width = 150;
    balance.cell = [](const TrialLine &line) {
        return kit::Cell{.text = sided(line.balance), .look = kit::Cell::Look::Strong, .alignment = Qt::AlignRight};
    };
    m_lines.settle();
    build();

    connect(m_day, &QDateEdit::dateChanged, this, &TrialDialog::load);
    connect(m_sum, &kit::Banner::acted, this, &TrialDialog::load);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    load();
}

void TrialDialog::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *head = kit::row(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_day);
    auto *foot = kit::row(8);
    foot->addStretch(1);
    foot->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(20), theme.px(20), theme.px(20), theme.px(20));
    layout->setSpacing(theme.px(12));
    auto *help = new kit::Label(theme, Type::Small, "text2", this);
    help->wrapping()->say(sidesHelp());
    layout->addLayout(head);
    layout->addWidget(help);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_sum);
    layout->addLayout(foot);
    resize(theme.px(560), theme.px(520));
}

// Only the newest question counts: the day may be changed while the answer is under way.
void TrialDialog::load()
{
    const AsOf wish{m_day->at()};
    const int asked = ++m_asked;
    kit::whenDone(this, m_kit.api.call(api::readTrialBalance, wish),
                  [this, asked](const Result<TrialBalance> &balance) {
                      if (asked != m_asked)
                          return;
                      balance ? fill(*balance) : m_sum->showTrouble(balance.error());
                  });
}

void TrialDialog::fill(const TrialBalance &balance)
{
    m_lines.setRows(balance.lines);
    if (balance.total == Money{})
        m_sum->say(tr("Debits and credits cancel out."), Tone::Success);
    else
        m_sum->say(tr("The balances add up to %1 instead of zero.").arg(kit::display::text(balance.total)),
                   Tone::Danger);
}

} // namespace books
