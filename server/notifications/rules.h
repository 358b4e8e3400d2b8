#pragma once

// How events are put into words.

#include "server/notifications/mailjob.h"
#include "shared/contract/orders.h"

#include <optional>

namespace notifications {

constexpr std::string_view mailKind = "notifications.mail";
constexpr std::string_view secretMailKind = "notifications.secret_mail"; // a code or a link that opens an account
constexpr std::string_view secretSmsKind = "notifications.secret_sms";
constexpr int alertTextMax = 300;                        // characters of a chat message that a mail repeats
constexpr qint64 attachedBytesMax = 8 * qint64(1 << 20); // with base64 it stays below what mail servers take

// What people may decline by their preferences. All else is about security, law, money or an order, and reaches them
// whatever they prefer (NOTIF-17).
inline bool mayBeDeclined(const QString &letter)
{
    return letter == u"chat_alert" || letter == u"report_ready";
}

// "₹12,34,567.50": the last three digits, then groups of two, as India reads them.
inline QString rupees(Money money)
{
    QString text = money.text();
    const qsizetype first = text.startsWith(u'-') ? 1 : 0;
    for (qsizetype at = text.indexOf(u'.') - 3; at > first; at -= 2)
        text.insert(at, u',');
    return text.insert(first, QChar(0x20B9));
}

// A letter shows the reason's paragraph only when there is one.
inline void addReason(QList<Word> &words, const std::optional<QString> &reason)
{
    if (reason && !reason->isEmpty())
        words += {QStringLiteral("reason"), *reason};
}

// Of what is paid in cash the market holds nothing and gives nothing back.
inline QString sectionOf(const OrderAdvanced &event)
{
    const QString step = names::text(event.to);
    if (!event.isPaid)
        return QStringLiteral("unpaid");
    if (event.method != PaymentMethodKind::Cod)
        return step;
    switch (event.to) {
    case OrderStatus::Delivered:
    case OrderStatus::Completed: return QStringLiteral("cash_") + step;
    case OrderStatus::Cancelled:
    case OrderStatus::Failed:
    case OrderStatus::Refunded: return QStringLiteral("unpaid");
    case OrderStatus::Placed:
    case OrderStatus::Confirmed:
    case OrderStatus::Packed:
    case OrderStatus::Shipped:
    case OrderStatus::OutForDelivery: return step;
    }
    return step;
}

} // namespace notifications
