#pragma once

// What the gateway remembers, and how it looks on the wire. Field names, their order of magnitude (paise, seconds) and
// the nulls are those of Razorpay's API, so that an adapter written against this program works against the real one.

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace paygate {

struct Order
{
    QString id;
    qint64 amount = 0; // paise
    qint64 amountPaid = 0;
    QString currency;
    QString receipt;
    QString status; // created, attempted, paid
    int attempts = 0;
    bool capturesItself = true;
    QJsonObject notes;
    qint64 createdAt = 0; // seconds
};

struct Payment
{
    QString id;
    QString orderId;
    qint64 amount = 0;
    qint64 amountRefunded = 0;
    QString currency;
    QString status; // authorized, captured, refunded, failed
    QJsonObject notes;
    qint64 createdAt = 0;
};

struct Refund
{
    QString id;
    QString paymentId;
    qint64 amount = 0;
    QString currency;
    QString receipt;
    QJsonObject notes;
    qint64 createdAt = 0;
};

inline QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

// The real API writes an empty list where an object without members would stand.
inline QJsonValue notesOf(const QJsonObject &notes)
{
    return notes.isEmpty() ? QJsonValue(QJsonArray()) : QJsonValue(notes);
}

inline QJsonObject json(const Order &order)
{
    return {{"id", order.id},
            {"entity", "order"},
            {"amount", order.amount},
            {"amount_paid", order.amountPaid},
            {"amount_due", order.amount - order.amountPaid},
            {"currency", order.currency},
            {"receipt", orNull(order.receipt)},
            {"offer_id", QJsonValue()},
            {"status", order.status},
            {"attempts", order.attempts},
            {"notes", notesOf(order.notes)},
            {"created_at", order.createdAt}};
}

inline QJsonObject json(const Payment &payment)
{
    const bool failed = payment.status == u"failed";
    const auto why = [&](const char *text) { return failed ? QJsonValue(QString::fromLatin1(text)) : QJsonValue(); };
    const bool captured = payment.status == u"captured" || payment.status == u"refunded";
    const QJsonValue refund = payment.amountRefunded == 0               ? QJsonValue()
                              : payment.amountRefunded < payment.amount ? QJsonValue("partial")
                                                                        : QJsonValue("full");
    return {{"id", payment.id},
            {"entity", "payment"},
            {"amount", payment.amount},
            {"currency", payment.currency},
            {"status", payment.status},
            {"order_id", payment.orderId},
            {"invoice_id", QJsonValue()},
            {"international", false},
            {"method", "upi"},
            {"amount_refunded", payment.amountRefunded},
            {"refund_status", refund},
            {"captured", captured},
            {"description", "Wallet recharge"},
            {"card_id", QJsonValue()},
            {"bank", QJsonValue()},
            {"wallet", QJsonValue()},
            {"vpa", failed ? "failure@razorpay" : "success@razorpay"},
            {"email", "void@razorpay.com"},
            {"contact", "+919999999999"},
            {"notes", notesOf(payment.notes)},
            {"fee", captured ? QJsonValue(0) : QJsonValue()},
            {"tax", captured ? QJsonValue(0) : QJsonValue()},
            {"error_code", why("BAD_REQUEST_ERROR")},
            {"error_description", why("Payment was unsuccessful as the customer declined it.")},
            {"error_source", why("customer")},
            {"error_step", why("payment_authentication")},
            {"error_reason", why("payment_failed")},
            {"acquirer_data", QJsonObject{{"rrn", failed ? QJsonValue() : QJsonValue("226413081344")}}},
            {"created_at", payment.createdAt}};
}

inline QJsonObject json(const Refund &refund)
{
    return {{"id", refund.id},
            {"entity", "refund"},
            {"amount", refund.amount},
            {"currency", refund.currency},
            {"payment_id", refund.paymentId},
            {"notes", notesOf(refund.notes)},
            {"receipt", orNull(refund.receipt)},
            {"acquirer_data", QJsonObject{{"arn", QJsonValue()}}},
            {"created_at", refund.createdAt},
            {"batch_id", QJsonValue()},
            {"status", "processed"},
            {"speed_processed", "normal"},
            {"speed_requested", "normal"}};
}

} // namespace paygate
