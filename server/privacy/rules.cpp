#include "server/privacy/rules.h"

#include "shared/base/indiatime.h"

#include <stdexcept>

namespace privacy {

QList<KeptRecords> keptRecords(KycHeld kyc, PayoutAccountHeld payoutAccount)
{
    const QString books = QStringLiteral("Companies Act 2013, section 128(5); CGST Act 2017, section 36");
    QList<KeptRecords> out{{KeptRecord::Orders, booksYears, books}, {KeptRecord::Books, booksYears, books}};
    if (kyc == KycHeld::Yes)
        out += {KeptRecord::Kyc, kycYears, QStringLiteral("Prevention of Money-laundering Act 2002, section 12")};
    if (payoutAccount == PayoutAccountHeld::Yes)
        out += {KeptRecord::PayoutAccount, booksYears, books};
    out += {KeptRecord::AuditLog, booksYears, books};
    out +=
        {KeptRecord::Conversations, booksYears, QStringLiteral("The other side's record of the order, without a name")};
    out +=
        {KeptRecord::Consents, booksYears, QStringLiteral("Digital Personal Data Protection Act 2023, section 6(10)")};
    return out;
}

Instant papersEnd(Instant ended)
{
    const QDate last = india::dateOf(india::dayNumber(ended)).addYears(kycYears);
    return india::startOf(india::dayNumber(last) + 1);
}

QByteArray linkText(Id<PersonalCopy> id, Id<Account> owner, qint64 expires)
{
    return id.text().toLatin1() + '|' + owner.text().toLatin1() + '|' + QByteArray::number(expires);
}

QByteArray sealPlace(Id<PersonalCopy> id)
{
    return "personal_copies:" + id.text().toLatin1();
}

QByteArray readme(const QString &username, Instant at, int leftOut)
{
    QString out =
        QStringLiteral("This is a copy of what Kabaadwala keeps about the account %1, made %2.\n\n"
                       "Each .json file holds one kind of data, newest first. Times are UTC, amounts are\n"
                       "rupees. Numbers of PAN, GSTIN and bank accounts, UPI ids and tokens of ways to pay show\n"
                       "their ends only. files.json lists the files; they are in the folder \"files\".\n")
            .arg(username, at.text());
    if (leftOut > 0)
        out += QStringLiteral("\n%1 of the files are not here because the copy would be too large or they are still\n"
                              "to be checked for viruses. You find them where you have used them.\n")
                   .arg(leftOut);
    return out.toUtf8();
}

QString entryName(const QString &id, const QString &name)
{
    QString safe = name;
    for (QChar &c : safe)
        if (c == u'/' || c == u'\\' || c == u':' || c.unicode() < u' ')
            c = u'_';
    return QStringLiteral("files/%1-%2").arg(id, safe);
}

QList<PersonalColumn> inventory(const QByteArray &csv)
{
    constexpr qsizetype columns = 5;
    QList<PersonalColumn> out;
    QStringList lines = QString::fromUtf8(csv).split(u'\n', Qt::SkipEmptyParts);
    if (!lines.isEmpty())
        lines.removeFirst(); // the headings
    for (const QString &line : std::as_const(lines)) {
        const QStringList parts = line.split(u';');
        if (parts.size() != columns || parts.contains(QString()))
            throw std::runtime_error("a line of the inventory is not whole: " + line.toStdString());
        out += PersonalColumn{parts[0], parts[1], parts[2], parts[3], parts[4]};
    }
    return out;
}

} // namespace privacy
