#include "server/paygate/bank.h"

#include <QDateTime>
#include <QUrl>

namespace paygate {

namespace {

constexpr qsizetype mostLines = 100'000;

// With thousands in the Indian way, as banks print them.
QString printed(QString amount)
{
    for (qsizetype at = amount.indexOf(u'.') - 3; at > 0; at -= 2)
        amount.insert(at, u',');
    return amount;
}

} // namespace

Told Bank::answer(const Asked &asked)
{
    if (asked.path == u"/pay")
        return pay(QJsonDocument::fromJson(asked.body).object());
    return {.contentType = "text/csv; charset=utf-8", .bytes = statement()};
}

Told Bank::pay(const QJsonObject &wish)
{
    const QUrl link(wish.value("link").toString());
    const QUrlQuery query(link);
    const auto said = [&](const char *name) {
        return query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
    };
    if (link.scheme() != u"upi" || said("pa").isEmpty() || said("tr").isEmpty() || m_lines.size() >= mostLines)
        return told({{"status", "FAILURE"}}, 400);
    const QString amount = wish.value("amount").toString(said("am"));
    const QString note = wish.value("note").toString(said("tn"));
    const QString number = QString::number(433'000'000'000 + m_lines.size());
    const QString day = QDateTime::fromMSecsSinceEpoch(m_clock.now().ms, Qt::UTC).toString(QStringLiteral("dd/MM/yy"));
    m_lines +=
        QStringLiteral("%1,\"UPI-ASHA RAO-asha@okbank-%2-%3\",%3,,\"%4\"").arg(day, note, number, printed(amount));
    return told({{"status", "SUCCESS"}, {"txnId", number}});
}

QByteArray Bank::statement() const
{
    return "Statement of account 50100000000001,,,,\r\n\r\n"
           "Date,Narration,Chq./Ref.No.,Withdrawal Amt.,Deposit Amt.\r\n" +
           m_lines.join(QStringLiteral("\r\n")).toUtf8() + "\r\n";
}

} // namespace paygate
