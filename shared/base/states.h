#pragma once

// The states and union territories of India by their codes on vehicles and in ISO 3166-2, as they are called today.

#include <QCoreApplication>
#include <QString>

#include <algorithm>

struct IndianStateName
{
    const char *code;
    const char *name; // English; translated in the context "states"
};

// clang-format off
inline constexpr IndianStateName indianStates[] = {
    {"IN-AN", QT_TRANSLATE_NOOP("states", "Andaman and Nicobar Islands")},
    {"IN-AP", QT_TRANSLATE_NOOP("states", "Andhra Pradesh")},
    {"IN-AR", QT_TRANSLATE_NOOP("states", "Arunachal Pradesh")},
    {"IN-AS", QT_TRANSLATE_NOOP("states", "Assam")},
    {"IN-BR", QT_TRANSLATE_NOOP("states", "Bihar")},
    {"IN-CH", QT_TRANSLATE_NOOP("states", "Chandigarh")},
    {"IN-CG", QT_TRANSLATE_NOOP("states", "Chhattisgarh")},
    {"IN-DH", QT_TRANSLATE_NOOP("states", "Dadra and Nagar Haveli and Daman and Diu")},
    {"IN-DL", QT_TRANSLATE_NOOP("states", "Delhi")},
    {"IN-GA", QT_TRANSLATE_NOOP("states", "Goa")},
    {"IN-GJ", QT_TRANSLATE_NOOP("states", "Gujarat")},
    {"IN-HR", QT_TRANSLATE_NOOP("states", "Haryana")},
    {"IN-HP", QT_TRANSLATE_NOOP("states", "Himachal Pradesh")},
    {"IN-JK", QT_TRANSLATE_NOOP("states", "Jammu and Kashmir")},
    {"IN-JH", QT_TRANSLATE_NOOP("states", "Jharkhand")},
    {"IN-KA", QT_TRANSLATE_NOOP("states", "Karnataka")},
    {"IN-KL", QT_TRANSLATE_NOOP("states", "Kerala")},
    {"IN-LA", QT_TRANSLATE_NOOP("states", "Ladakh")},
    {"IN-LD", QT_TRANSLATE_NOOP("states", "Lakshadweep")},
    {"IN-MP", QT_TRANSLATE_NOOP("states", "Madhya Pradesh")},
    {"IN-MH", QT_TRANSLATE_NOOP("states", "Maharashtra")},
    {"IN-MN", QT_TRANSLATE_NOOP("states", "Manipur")},
    {"IN-ML", QT_TRANSLATE_NOOP("states", "Meghalaya")},
    {"IN-MZ", QT_TRANSLATE_NOOP("states", "Mizoram")},
    {"IN-NL", QT_TRANSLATE_NOOP("states", "Nagaland")},
    {"IN-OD", QT_TRANSLATE_NOOP("states", "Odisha")},
    {"IN-PY", QT_TRANSLATE_NOOP("states", "Puducherry")},
    {"IN-PB", QT_TRANSLATE_NOOP("states", "Punjab")},
    {"IN-RJ", QT_TRANSLATE_NOOP("states", "Rajasthan")},
    {"IN-SK", QT_TRANSLATE_NOOP("states", "Sikkim")},
    {"IN-TN", QT_TRANSLATE_NOOP("states", "Tamil Nadu")},
    {"IN-TS", QT_TRANSLATE_NOOP("states", "Telangana")},
    {"IN-TR", QT_TRANSLATE_NOOP("states", "Tripura")},
    {"IN-UP", QT_TRANSLATE_NOOP("states", "Uttar Pradesh")},
    {"IN-UK", QT_TRANSLATE_NOOP("states", "Uttarakhand")},
    {"IN-WB", QT_TRANSLATE_NOOP("states", "West Bengal")},
};
// clang-format on

// Null for a code that there is none of.
inline const char *stateName(const QString &code)
{
    const auto found =
        std::find_if(std::begin(indianStates), std::end(indianStates),
                     [&](const IndianStateName &state) { return code == QLatin1StringView(state.code); });
    return found == std::end(indianStates) ? nullptr : found->name;
}
