#include "console/pages/weighing/waitinglist.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace weighing {

using kit::Tone;
using kit::Type;

namespace {

constexpr int pad = 14;
constexpr int listHeight = 150;

} // namespace

WaitingList::WaitingList(kit::Kit &kit, Outbox &outbox, QWidget *parent)
    : QFrame(parent)
    , m_kit(kit)
    , m_outbox(outbox)
    , m_title(new kit::Label(kit.theme, Type::Heading3, "", this))
    , m_hint(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_lines(new kit::LineList(kit.theme, this))
    , m_send(new kit::Button(kit.theme, QStringLiteral("refresh-cw"), "", this))
{
    kit::wear(this, "card");
    m_lines->setObjectName(QStringLiteral("waiting"));
    m_send->setObjectName(QStringLiteral("sendAgain"));
    kit::fixHeight(m_lines, kit.theme, listHeight);
    auto *head = kit::row(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    const int around = kit.theme.px(pad);
    layout->setContentsMargins(around, around, around, around);
    layout->setSpacing(kit.theme.px(8));
    layout->addLayout(head);
    layout->addWidget(m_hint->wrapping());
    layout->addWidget(m_lines);
    connect(&outbox, &Outbox::changed, this, &WaitingList::fill);
    connect(m_send, &QPushButton::clicked, &outbox, &Outbox::sendAgain);
    connect(m_lines, &kit::LineList::opened, this, &WaitingList::askAway);
    retranslate();
}

void WaitingList::retranslate()
{
    m_send->say(tr("Send now"));
    m_hint->say(tr("They lie on this machine and are sent by themselves when the server is back, each of them once."));
    m_lines->setAccessibleName(tr("Weights that wait to be sent"));
    fill();
}

void WaitingList::fill()
{
    QList<kit::ListLine> lines;
    for (const KeptWeight &each : m_outbox.weights()) {
        const QString weight = kit::display::text(each.net, kit::display::text(each.unit));
        lines += {.key = each.key,
                  .title = QStringLiteral("%1 · %2").arg(weight, each.title),
                  .second = each.problem.value_or(each.orderNumber),
                  .chip = each.problem ? tr("Refused") : tr("Waiting to be sent"),
                  .chipTone = each.problem ? Tone::Danger : Tone::Warning};
    }
    m_title->say(tr("%Ln weight(s) wait to be sent", nullptr, int(lines.size())));
    m_lines->show(lines);
    setVisible(!lines.isEmpty());
}

void WaitingList::askAway(const QString &key)
{
    const QList<KeptWeight> &weights = m_outbox.weights();
    const auto found = std::find_if(weights.begin(), weights.end(), [&](const auto &each) { return each.key == key; });
    if (found == weights.end() || !found->problem)
        return;
    auto *dialog = new kit::AskDialog(
        m_kit.theme,
        {.title = tr("Discard this weight?"),
         .text = tr("The server does not take it: %1").arg(*found->problem),
         .facts = {{kit::display::label(&WeighTicket::orderNumber), found->orderNumber},
                   {kit::display::label(&WeighTicket::title), found->title},
                   {kit::display::label(&WeighTicket::net),
                    kit::display::text(found->net, kit::display::text(found->unit))},
                   {kit::display::label(&WeighTicket::weighedAt), kit::display::text(found->wish.weighedAt)}},
         .verb = tr("Discard weight"),
         .look = "dangerFilled"},
        this);
    connect(dialog, &kit::AskDialog::answered, this, [this, dialog, key] {
        m_outbox.drop(key);
        dialog->accept();
    });
    dialog->open();
}

} // namespace weighing
