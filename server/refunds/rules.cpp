#include "server/refunds/rules.h"

#include <algorithm>

namespace refunds {

Result<QList<RefundLine>> shareOut(const QList<LineLeft> &lines, const QList<RefundLine> &wished, Money amount)
{
    QList<Money> amounts;
    if (wished.isEmpty()) {
        QList<Money> left;
        for (const LineLeft &line : lines)
            left += line.left();
        amounts = spread(amount, left);
    } else {
        amounts.resize(lines.size());
        for (const RefundLine &wish : wished) {
            const auto line =
                std::find_if(lines.begin(), lines.end(), [&](const LineLeft &each) { return each.id == wish.lineId; });
            if (line == lines.end())
                return notFound(QLatin1StringView("line"));
            Money &given = amounts[line - lines.begin()];
            given = given + wish.amount;
        }
    }
    QList<RefundLine> out;
    Money sum;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const LineLeft &line = lines[i];
        if (amounts[i] > line.left())
            return failure(ErrorCode::Conflict,
                           QStringLiteral("Only %1 of %2 is left.").arg(line.left().text(), line.title));
        sum = sum + amounts[i];
        if (amounts[i] == Money{})
            continue;
        const Money before = reversedOf(line.commission, line.total, line.refunded);
        const Money after = reversedOf(line.commission, line.total, line.refunded + amounts[i]);
        out += RefundLine{line.id, line.title, amounts[i], after - before};
    }
    if (sum != amount)
        return failure(ErrorCode::Conflict, QStringLiteral("More would be refunded than was paid."));
    return out;
}

Money commissionOf(const QList<RefundLine> &lines)
{
    Money sum;
    for (const RefundLine &line : lines)
        sum = sum + line.commission;
    return sum;
}

Money amountOf(const QList<RefundLine> &lines)
{
    Money sum;
    for (const RefundLine &line : lines)
        sum = sum + line.amount;
    return sum;
}

} // namespace refunds
