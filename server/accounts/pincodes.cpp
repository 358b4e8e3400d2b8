#include "server/accounts/pincodes.h"

#include <QResource>
#include <QtEndian>

#include <array>

namespace accounts {

namespace {

constexpr qsizetype recordBytes = 8;
constexpr int pincodeBase = 100'000;
constexpr double unitsPerDegree = 10'000;
constexpr int eastBase = 60;

// The order is part of the file's format (resources/geo/convert.py).
constexpr std::array<const char *, 37> states = {
    "",   "AN", "AP", "AR", "AS", "BR", "CG", "CH", "DH", "DL", "GA", "GJ", "HP", "HR", "JH", "JK", "KA", "KL", "LA",
    "LD", "MH", "ML", "MN", "MP", "MZ", "NL", "OD", "PB", "PY", "RJ", "SK", "TN", "TR", "TS", "UK", "UP", "WB"};

quint64 recordAt(const uchar *records, qsizetype at)
{
    return qFromLittleEndian<quint64>(records + at * recordBytes);
}

std::optional<quint64> recordOf(const QString &pincode)
{
    bool isNumber = false;
    const int number = pincode.toInt(&isNumber);
    if (!isNumber || pincode.size() != 6 || number < pincodeBase)
        return std::nullopt;

    const quint64 wanted = quint64(number - pincodeBase);
    const QResource file(QStringLiteral(":/geo/pincodes.bin"));
    qsizetype low = 0, high = qsizetype(file.size()) / recordBytes;
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        const quint64 record = recordAt(file.data(), middle);
        if (record >> 44 == wanted)
            return record;
        record >> 44 < wanted ? low = middle + 1 : high = middle;
    }
    return std::nullopt;
}

GeoPoint centreIn(quint64 record)
{
    constexpr quint64 part = (quint64(1) << 19) - 1;
    return {.latitude = double(record >> 25 & part) / unitsPerDegree,
            .longitude = double(record >> 6 & part) / unitsPerDegree + eastBase};
}

QString regionIn(quint64 record)
{
    const auto state = std::size_t(record & 63);
    return state == 0 || state >= states.size() ? QString() : QStringLiteral("IN-") + QLatin1String(states[state]);
}

} // namespace

std::optional<GeoPoint> Pincodes::centreOf(const QString &pincode) const
{
    const std::optional<quint64> record = recordOf(pincode);
    return record ? std::optional(centreIn(*record)) : std::nullopt;
}

QString Pincodes::regionOf(const QString &pincode) const
{
    return regionIn(recordOf(pincode).value_or(0));
}

QList<PincodeArea> Pincodes::areas() const
{
    const QResource file(QStringLiteral(":/geo/pincodes.bin"));
    QList<PincodeArea> out;
    out.reserve(file.size() / recordBytes);
    for (qsizetype at = 0; at < file.size() / recordBytes; ++at) {
        const quint64 record = recordAt(file.data(), at);
        if (QString region = regionIn(record); !region.isEmpty())
            out += PincodeArea{centreIn(record), std::move(region)};
    }
    return out;
}

} // namespace accounts
