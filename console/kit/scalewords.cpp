#include "console/kit/scalewords.h"

namespace kit {

namespace {

constexpr char startOfFrame = 2;
constexpr qsizetype frameBytes = 16; // of Toledo, behind its start: three of state, six of weight, six of tare, the end

struct UnitWord
{
    QByteArrayView word;
    int zeros; // from its whole to grams
};
constexpr UnitWord units[] = {{"kg", 3}, {"g", 0}, {"t", 6}};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// "+0012.345kg", "  12.345 kg", "- 0.500 kg": grams. What is finer than a gram is cut off.
std::optional<Quantity> weightIn(QByteArrayView text)
{
    qsizetype at = 0;
    bool isNegative = false;
    for (; at < text.size() && (text[at] == ' ' || text[at] == '+' || text[at] == '-'); ++at)
        isNegative |= text[at] == '-';
    QByteArray digits;
    int decimals = 0;
    bool isBehindPoint = false;
    for (; at < text.size() && (isDigit(text[at]) || (text[at] == '.' && !isBehindPoint)); ++at) {
        if (text[at] == '.') {
            isBehindPoint = true;
            continue;
        }
        digits += text[at];
        decimals += isBehindPoint ? 1 : 0;
    }
    const QByteArray unit = text.sliced(at).toByteArray().trimmed();
    for (const UnitWord &each : units) {
        if (unit != each.word || digits.isEmpty() || digits.size() > 12)
            continue;
        for (; decimals < each.zeros; ++decimals)
            digits += '0';
        digits.chop(decimals - each.zeros);
        const qint64 grams = digits.toLongLong();
        return Quantity{isNegative ? -grams : grams};
    }
    return std::nullopt;
}

ScaleReading overloaded()
{
    return {.isWithin = false};
}

// "S S      12.345 kg": S stable, D moving, + and - beyond the ends, I not ready.
std::optional<ScaleReading> readSics(QByteArrayView line)
{
    if (line.size() < 3 || line[0] != 'S' || line[1] != ' ')
        return std::nullopt;
    if (line[2] == '+' || line[2] == '-')
        return overloaded();
    const auto weight = weightIn(line.sliced(3));
    if (!weight || (line[2] != 'S' && line[2] != 'D'))
        return std::nullopt;
    return ScaleReading{.kilograms = *weight, .isStable = line[2] == 'S'};
}

// "ST,GS,+0012.345kg": ST stable, US moving, OL beyond the ends; GS gross, NT net of the scale's own tare.
std::optional<ScaleReading> readAnd(QByteArrayView line)
{
    if (line.startsWith("OL,"))
        return overloaded();
    if (line.size() < 7 || line[2] != ',' || line[5] != ',' || (!line.startsWith("ST") && !line.startsWith("US")))
        return std::nullopt;
    const auto weight = weightIn(line.sliced(6));
    return weight ? std::optional(ScaleReading{.kilograms = *weight, .isStable = line.startsWith("ST")}) : std::nullopt;
}

// Behind its start: a byte whose last three bits place the point, one of flags, one more, six digits of weight, six of
// tare.
std::optional<ScaleReading> readToledo(QByteArrayView line)
{
    if (line.size() < frameBytes - 1 || line[0] != startOfFrame)
        return std::nullopt;
    constexpr int negative = 2, beyond = 4, moving = 8, metric = 16;
    const int point = line[1] & 7, flags = line[2];
    QByteArray digits = line.sliced(4, 6).toByteArray().replace(' ', '0');
    for (const char digit : digits)
        if (!isDigit(digit))
            return std::nullopt;
    if ((flags & metric) == 0)
        return std::nullopt; // pounds
    if (flags & beyond)
        return overloaded();
    // 2 says that the last digit counts ones; each further step moves the point one place to the left.
    const int decimals = point - 2;
    for (int i = decimals; i < 3; ++i)
        digits += '0';
    if (decimals > 3)
        digits.chop(decimals - 3);
    const qint64 grams = digits.toLongLong();
    return ScaleReading{.kilograms = {flags & negative ? -grams : grams}, .isStable = (flags & moving) == 0};
}

} // namespace

std::optional<ScaleReading> readScale(QByteArrayView line)
{
    for (const auto read : {readSics, readAnd, readToledo})
        if (const auto reading = read(line))
            return reading;
    return std::nullopt;
}

QList<QByteArray> ScaleLines::take(QByteArrayView bytes)
{
    QList<QByteArray> out;
    for (const char c : bytes) {
        const bool isEnd = c == '\r' || c == '\n';
        if (!isEnd && c != startOfFrame) {
            if (m_begun.size() == lineMax)
                m_begun.clear();
            m_begun += c;
            continue;
        }
        if (isEnd && !m_begun.isEmpty())
            out += m_begun;
        m_begun.clear();
        if (!isEnd)
            m_begun += c;
    }
    return out;
}

} // namespace kit
