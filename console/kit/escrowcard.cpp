#include "console/kit/escrowcard.h"

#include "console/kit/display.h"
#include "console/kit/orderpanel.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace kit {

EscrowCard::EscrowCard(Kit &kit, OrderPanel *panel)
    : QWidget(panel)
    , m_kit(kit)
    , m_title(new Label(kit.theme, Type::Overline, "text3", this))
    , m_trouble(new Label(kit.theme, Type::Small, "danger", this))
    , m_facts(new QGridLayout)
    , m_ask(new Button(kit.theme, QStringLiteral("lock"), "link", this))
{
    setObjectName(QStringLiteral("escrowRecord"));
    m_ask->setObjectName(QStringLiteral("showEscrow"));
    m_facts->setVerticalSpacing(kit.theme.px(6));
    m_facts->setHorizontalSpacing(kit.theme.px(12));
    m_facts->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kit.theme.px(8));
    layout->addWidget(line(this));
    layout->addWidget(m_title);
    layout->addLayout(m_facts);
    layout->addWidget(m_trouble->wrapping());
    layout->addWidget(m_ask, 0, Qt::AlignLeft);
    hide();
    connect(panel, &OrderPanel::shown, this, &EscrowCard::show);
    connect(m_ask, &QPushButton::clicked, this, &EscrowCard::ask);
}

// What was read of the order is old when the order is shown anew.
void EscrowCard::show(const Order &order)
{
    const bool wasRead = m_id == order.id && m_facts->count() > 0;
    m_id = order.id;
    m_title->say(tr("ESCROW"));
    m_ask->say(tr("Show the record"));
    m_trouble->hide();
    setVisible(m_kit.me.role == Role::Admin && order.escrowStatus.has_value());
    if (wasRead)
        return ask();
    empty(m_facts);
    m_ask->show();
}

void EscrowCard::ask()
{
    m_ask->setEnabled(false);
    whenDone(this, m_kit.api.call(api::readEscrow, *m_id), [this, asked = *m_id](const Result<EscrowRecord> &record) {
        m_ask->setEnabled(true);
        if (m_id != asked)
            return;
        m_trouble->setVisible(!record);
        if (record)
            return fill(*record);
        m_trouble->say(record.error().message);
    });
}

void EscrowCard::fill(const EscrowRecord &record)
{
    empty(m_facts);
    m_ask->hide();
    addFact(tr("Held"), display::text(record.amount));
    addFact(tr("Since"), display::text(record.heldAt));
    addFact(tr("State"), display::text(record.escrowStatus));
    if (record.releasedAt)
        addFact(record.escrowStatus == EscrowStatus::Refunded ? tr("Given back") : tr("Released"),
                display::text(*record.releasedAt));
    if (record.releasedBy)
        addFact(tr("Released by"), *record.releasedBy);
    if (record.paymentId)
        addFact(display::label(&EscrowRecord::paymentId), record.paymentId->text())->eliding();
    if (record.walletTransactionId)
        addFact(tr("Posting"), record.walletTransactionId->text())->eliding();
}

Label *EscrowCard::addFact(const QString &name, const QString &value)
{
    auto *fact = kit::addFact(m_facts, this, m_kit.theme, name, value);
    fact->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return fact;
}

} // namespace kit
