#include "console/kit/ticketpaper.h"

#include "console/kit/display.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>

namespace kit {

namespace {

constexpr int dotsPerInch = 96;
constexpr int margin = 28, lineHeight = 20, namePart = 40; // of a hundred of the width

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TicketPaper)
};

QList<std::pair<QString, QString>> linesOf(const WeighTicket &ticket)
{
    const auto weight = [&](Quantity quantity) { return display::text(quantity, display::text(ticket.unit)); };
    QList<std::pair<QString, QString>> out{
        {display::label(&WeighTicket::orderNumber), ticket.orderNumber},
        {display::label(&WeighTicket::storeName), ticket.storeName},
        {display::label(&WeighTicket::customerName), ticket.customerName},
        {display::label(&WeighTicket::title), ticket.title},
        {display::label(&WeighTicket::weighedAt), display::momentOf(ticket.weighedAt)},
        {display::label(&RecordWeighTicket::operatorName), ticket.operatorName},
        {display::label(&RecordWeighTicket::scaleSerial),
         ticket.scaleSerial.value_or(Words::tr("read by hand, with pictures"))},
        {display::label(&WeighTicket::gross), weight(ticket.gross)},
        {display::label(&WeighTicket::tare), weight(ticket.tare)}};
    for (const WeighDeduction &each : ticket.deductions)
        out += {display::text(each.kind) + (each.reason ? QStringLiteral(": ") + *each.reason : QString()),
                QStringLiteral("− ") + weight(each.quantity)};
    return out;
}

} // namespace

QByteArray ticketPaper(const WeighTicket &ticket)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A6));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(Words::tr("Weigh ticket %1").arg(ticket.number));
    QPainter painter;
    if (!painter.begin(&writer))
        return {};
    const QRect sheet = QRect(0, 0, writer.width(), writer.height()).adjusted(margin, margin, -margin, -margin);
    QFont font = painter.font();
    font.setPixelSize(18);
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(sheet, Qt::AlignLeft | Qt::AlignTop, Words::tr("Weigh ticket %1").arg(ticket.number));
    int top = sheet.top() + 2 * lineHeight;
    const auto write = [&](const QString &name, const QString &value) {
        const int split = sheet.width() * namePart / 100;
        painter.drawText(QRect(sheet.left(), top, split, lineHeight), Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.drawText(QRect(sheet.left() + split, top, sheet.width() - split, lineHeight),
                         Qt::AlignRight | Qt::AlignVCenter, value);
        top += lineHeight;
    };
    font.setPixelSize(11);
    font.setBold(false);
    painter.setFont(font);
    for (const auto &[name, value] : linesOf(ticket))
        write(name, value);
    font.setPixelSize(16);
    font.setBold(true);
    painter.setFont(font);
    write(display::label(&WeighTicket::net), display::text(ticket.net, display::text(ticket.unit)));
    font.setPixelSize(8);
    font.setBold(false);
    painter.setFont(font);
    painter.drawText(sheet, Qt::AlignLeft | Qt::AlignBottom | Qt::TextWrapAnywhere,
                     Words::tr("Seal %1").arg(ticket.seal));
    return painter.end() ? bytes : QByteArray();
}

} // namespace kit
