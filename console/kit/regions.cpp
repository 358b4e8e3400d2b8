#include "console/kit/regions.h"

#include <QCoreApplication>

#include <algorithm>

namespace kit {

namespace {

struct Region
{
    const char *code;
    const char *name;
};

// clang-format off
constexpr Region all[] = {
    {"IN-AN", QT_TRANSLATE_NOOP("regions", "Andaman and Nicobar")},
    {"IN-AP", QT_TRANSLATE_NOOP("regions", "Andhra Pradesh")},
    {"IN-AR", QT_TRANSLATE_NOOP("regions", "Arunachal Pradesh")},
    {"IN-AS", QT_TRANSLATE_NOOP("regions", "Assam")},
    {"IN-BR", QT_TRANSLATE_NOOP("regions", "Bihar")},
    {"IN-CH", QT_TRANSLATE_NOOP("regions", "Chandigarh")},
    {"IN-CG", QT_TRANSLATE_NOOP("regions", "Chhattisgarh")},
    {"IN-DH", QT_TRANSLATE_NOOP("regions", "Dadra and Nagar Haveli and Daman and Diu")},
    {"IN-DL", QT_TRANSLATE_NOOP("regions", "Delhi")},
    {"IN-GA", QT_TRANSLATE_NOOP("regions", "Goa")},
    {"IN-GJ", QT_TRANSLATE_NOOP("regions", "Gujarat")},
    {"IN-HR", QT_TRANSLATE_NOOP("regions", "Haryana")},
    {"IN-HP", QT_TRANSLATE_NOOP("regions", "Himachal Pradesh")},
    {"IN-JK", QT_TRANSLATE_NOOP("regions", "Jammu and Kashmir")},
    {"IN-JH", QT_TRANSLATE_NOOP("regions", "Jharkhand")},
    {"IN-KA", QT_TRANSLATE_NOOP("regions", "Karnataka")},
    {"IN-KL", QT_TRANSLATE_NOOP("regions", "Kerala")},
    {"IN-LA", QT_TRANSLATE_NOOP("regions", "Ladakh")},
    {"IN-LD", QT_TRANSLATE_NOOP("regions", "Lakshadweep")},
    {"IN-MP", QT_TRANSLATE_NOOP("regions", "Madhya Pradesh")},
    {"IN-MH", QT_TRANSLATE_NOOP("regions", "Maharashtra")},
    {"IN-MN", QT_TRANSLATE_NOOP("regions", "Manipur")},
    {"IN-ML", QT_TRANSLATE_NOOP("regions", "Meghalaya")},
    {"IN-MZ", QT_TRANSLATE_NOOP("regions", "Mizoram")},
    {"IN-NL", QT_TRANSLATE_NOOP("regions", "Nagaland")},
    {"IN-OD", QT_TRANSLATE_NOOP("regions", "Odisha")},
    {"IN-PY", QT_TRANSLATE_NOOP("regions", "Puducherry")},
    {"IN-PB", QT_TRANSLATE_NOOP("regions", "Punjab")},
    {"IN-RJ", QT_TRANSLATE_NOOP("regions", "Rajasthan")},
    {"IN-SK", QT_TRANSLATE_NOOP("regions", "Sikkim")},
    {"IN-TN", QT_TRANSLATE_NOOP("regions", "Tamil Nadu")},
    {"IN-TS", QT_TRANSLATE_NOOP("regions", "Telangana")},
    {"IN-TR", QT_TRANSLATE_NOOP("regions", "Tripura")},
    {"IN-UP", QT_TRANSLATE_NOOP("regions", "Uttar Pradesh")},
    {"IN-UK", QT_TRANSLATE_NOOP("regions", "Uttarakhand")},
    {"IN-WB", QT_TRANSLATE_NOOP("regions", "West Bengal")},
};
// clang-format on

} // namespace

QList<std::pair<QString, QString>> regions()
{
    QList<std::pair<QString, QString>> out;
    for (const Region &region : all)
        out += {QString::fromLatin1(region.code), QCoreApplication::translate("regions", region.name)};
    return out;
}

QString regionName(const QString &code)
{
    const auto found = std::find_if(std::begin(all), std::end(all),
                                    [&](const Region &region) { return code == QLatin1StringView(region.code); });
    return found == std::end(all) ? code : QCoreApplication::translate("regions", found->name);
}

} // namespace kit
