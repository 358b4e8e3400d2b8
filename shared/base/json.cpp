#include "shared/base/json.h"

#include "shared/base/check.h"

#include <QJsonDocument>
#include <QLocale>

#include <charconv>
#include <cmath>

namespace json {

namespace {

// A body of nothing but wrong values gets a short answer; telling of each would take many times its own memory.
constexpr qsizetype problemsMax = 50;

// Qt reads numbers by way of its locales, which costs more than all the rest of a query.
double numberOf(const QString &text, bool &fine)
{
    const QByteArray plain = text.toLatin1();
    double out = 0;
    const auto [end, fault] = std::from_chars(plain.begin(), plain.end(), out);
    fine = fault == std::errc() && end == plain.end() && !plain.isEmpty();
    return fine ? out : text.toDouble(&fine);
}

QString decoded(QByteArrayView part)
{
    if (!part.contains('%') && !part.contains('+'))
        return QString::fromUtf8(part);
    QByteArray bytes = part.toByteArray();
    bytes.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(bytes));
}

// What a server says is shown to people: it neither turns their text around nor hides in it. Letters that steer the
// joining of Indian scripts stay.
bool isTreacherous(QChar c)
{
    const char16_t code = c.unicode();
    const bool isControl = (code < u' ' && code != u'\n' && code != u'\t') || (code >= 0x7f && code < 0xa0);
    const bool turnsAround = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    return isControl || turnsAround;
}

QString disarmed(QString text)
{
    for (QChar &c : text) {
        if (isTreacherous(c))
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

void Reader::refuse(QString problem, const QString &stranger)
{
    if (problems.size() >= problemsMax)
        return;
    QStringList path;
    for (const Step &step : m_path)
        path += step.index < 0 ? QString(step.name) : QString::number(step.index);
    if (!stranger.isEmpty())
        path += stranger;
    problems += {path.join(u'.'), std::move(problem)};
}

void Reader::refuseName(const QStringList &allowed)
{
    refuse(QStringLiteral("must be one of: ") + allowed.join(QStringLiteral(", ")));
}

void Reader::refuseStrangers(const QJsonObject &object, const QStringList &known)
{
    constexpr qsizetype shownMax = 40;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!known.contains(it.key()))
            refuse(QStringLiteral("is not known here"), it.key().left(shownMax));
    }
}

void Reader::refuseRange(const fields::Check &check)
{
    refuse(QStringLiteral("must be between %1 and %2").arg(check.min).arg(check.max));
}

void Reader::read(const QJsonValue &in, const fields::Check &check, QString &out)
{
    if (!in.isString())
        return refuse(QStringLiteral("must be text"));
    out = m_source == Source::Reply ? disarmed(in.toString()) : in.toString();
    if (const auto problem = fields::problemOf(out, check))
        refuse(*problem);
}

void Reader::read(const QJsonValue &in, const fields::Check &check, qint64 &out)
{
    bool fine = in.isDouble();
    if (fine) {
        const qint64 a = in.toInteger(0);
        fine = a == in.toInteger(1);
        out = a;
    } else if (m_source == Source::Query) {
        out = in.toString().toLongLong(&fine);
    }
    if (!fine)
        return refuse(QStringLiteral("must be a whole number"));
    if (out < check.min || out > check.max)
        refuseRange(check);
}

void Reader::read(const QJsonValue &in, const fields::Check &check, int &out)
{
    qint64 wide = 0;
    const qsizetype before = problems.size();
    read(in, check, wide);
    if (problems.size() == before && (wide < INT_MIN || wide > INT_MAX))
        return refuse(QStringLiteral("must be a smaller number"));
    out = int(wide);
}

void Reader::read(const QJsonValue &in, const fields::Check &check, double &out)
{
    bool fine = in.isDouble();
    out = fine || m_source != Source::Query ? in.toDouble() : numberOf(in.toString(), fine);
    if (!fine || !std::isfinite(out))
        return refuse(QStringLiteral("must be a number"));
    if (out < double(check.min) || out > double(check.max))
        refuseRange(check);
}

void Reader::read(const QJsonValue &in, const fields::Check &, bool &out)
{
    const QString text = m_source == Source::Query ? in.toString() : QString();
    if (!in.isBool() && text != u"true" && text != u"false")
        return refuse(QStringLiteral("must be true or false"));
    out = in.isBool() ? in.toBool() : text == u"true";
}

template <class T>
void Reader::readDecimal(const QJsonValue &in, const fields::Check &check, T &out, qint64 T::*member, const char *form)
{
    // A JSON number is taken by its shortest decimal text, so that no binary fraction enters the books.
    const QString text =
        in.isDouble() ? QString::number(in.toDouble(), 'f', QLocale::FloatingPointShortest) : in.toString();
    const auto value = in.isDouble() || in.isString() ? T::parse(text) : std::nullopt;
    if (!value)
        return refuse(QString::fromLatin1(form));
    out = *value;
    if (out.*member < check.min || out.*member > check.max) {
        const auto bound = [&](qint64 raw) {
            T limit;
            limit.*member = raw;
            return limit.text();
        };
        refuse(check.max == std::numeric_limits<qint64>::max()
                   ? QStringLiteral("must be at least %1").arg(bound(check.min))
                   : QStringLiteral("must be between %1 and %2").arg(bound(check.min), bound(check.max)));
    }
}

void Reader::read(const QJsonValue &in, const fields::Check &check, Money &out)
{
    readDecimal(in, check, out, &Money::minor, "must be an amount like \"1234.50\"");
}

void Reader::read(const QJsonValue &in, const fields::Check &check, Quantity &out)
{
    readDecimal(in, check, out, &Quantity::milli, "must be a quantity with at most three decimals");
}

void Reader::read(const QJsonValue &in, const fields::Check &check, BasisPoints &out)
{
    readDecimal(in, check, out, &BasisPoints::value, "must be a percentage with at most two decimals");
}

void Reader::read(const QJsonValue &in, const fields::Check &, Instant &out)
{
    if (const auto time = Instant::parse(in.toString()))
        out = *time;
    else
        refuse(QStringLiteral("must be a time like \"2026-11-20T09:31:00Z\""));
}

void Reader::read(const QJsonValue &in, const fields::Check &check, Json &out)
{
    out.text = in.isObject()  ? QJsonDocument(in.toObject()).toJson(QJsonDocument::Compact)
               : in.isArray() ? QJsonDocument(in.toArray()).toJson(QJsonDocument::Compact)
                              : QByteArray();
    if (out.text.isEmpty() || out.text.size() > check.lengthMax)
        refuse(QStringLiteral("must be an object or list within the size limit"));
}

void Reader::readUuid(const QJsonValue &in, QUuid &out)
{
    constexpr qsizetype length = 36;
    const QString text = in.toString();
    out = text.size() == length ? QUuid::fromString(text) : QUuid();
    if (out.isNull())
        refuse(QStringLiteral("must be an id"));
}

QJsonArray Reader::listOf(const QJsonValue &in) const
{
    if (m_source != Source::Query || in.isArray())
        return in.toArray();
    return QJsonArray::fromStringList(in.toString().split(u',', Qt::SkipEmptyParts));
}

bool Reader::isListWithin(const QJsonValue &in, const QJsonArray &array, const fields::Check &check)
{
    const bool isList = in.isArray() || m_source == Source::Query;
    const bool fine = isList && array.size() >= check.countMin && array.size() <= check.countMax;
    if (!fine)
        refuse(QStringLiteral("must be a list of %1 to %2 entries").arg(check.countMin).arg(check.countMax));
    return fine;
}

Result<QJsonValue> document(const QByteArray &body)
{
    QJsonParseError syntax;
    const QJsonDocument document = QJsonDocument::fromJson(body, &syntax);
    if (syntax.error != QJsonParseError::NoError)
        return failure(
            ErrorCode::MalformedRequest,
            QStringLiteral("The body is not valid JSON: %1 at byte %2.").arg(syntax.errorString()).arg(syntax.offset));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QJsonObject queryObject(QByteArrayView query)
{
    QJsonObject out;
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        const QByteArrayView pair = end < 0 ? query : query.first(end);
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QString key = decoded(equals < 0 ? pair : pair.first(equals));
        const QString value = equals < 0 ? QString() : decoded(pair.sliced(equals + 1));
        const QJsonValue earlier = out.value(key);
        out.insert(key, earlier.isUndefined() ? value : earlier.toString() + u',' + value);
    }
    return out;
}

} // namespace json
