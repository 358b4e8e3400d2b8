#include "console/pages/settings/words.h"

#include "console/kit/display.h"
#include "shared/contract/orders.h"

#include <QCoreApplication>

namespace settings {

namespace {

struct Word
{
    const char *name;
    const char *text;
};

QString said(const char *text)
{
    return QCoreApplication::translate("settings::Words", text);
}

constexpr Word areas[] = {{"feature", QT_TRANSLATE_NOOP("settings::Words", "Parts of the market")},
                          {"discovery", QT_TRANSLATE_NOOP("settings::Words", "Finding stores")},
                          {"catalog", QT_TRANSLATE_NOOP("settings::Words", "Catalog")},
                          {"commission", QT_TRANSLATE_NOOP("settings::Words", "Commission")},
                          {"escrow", QT_TRANSLATE_NOOP("settings::Words", "Escrow")},
                          {"weighing", QT_TRANSLATE_NOOP("settings::Words", "Weighing")},
                          {"orders", QT_TRANSLATE_NOOP("settings::Words", "Orders")},
                          {"payments", QT_TRANSLATE_NOOP("settings::Words", "Recharges")},
                          {"wallet", QT_TRANSLATE_NOOP("settings::Words", "Wallets")},
                          {"refunds", QT_TRANSLATE_NOOP("settings::Words", "Refunds and disputes")},
                          {"payouts", QT_TRANSLATE_NOOP("settings::Words", "Payouts")},
                          {"tax", QT_TRANSLATE_NOOP("settings::Words", "Tax")},
                          {"kyc", QT_TRANSLATE_NOOP("settings::Words", "KYC review")},
                          {"auth", QT_TRANSLATE_NOOP("settings::Words", "Signing in")},
                          {"uploads", QT_TRANSLATE_NOOP("settings::Words", "Uploads")},
                          {"rate", QT_TRANSLATE_NOOP("settings::Words", "Limits of requests")},
                          {"reports", QT_TRANSLATE_NOOP("settings::Words", "Reports")},
                          {"heatmap", QT_TRANSLATE_NOOP("settings::Words", "Heatmap")}};

// By the end of a key.
constexpr Word units[] = {{"_minutes", QT_TRANSLATE_NOOP("settings::Words", "minutes")},
                          {"_hours", QT_TRANSLATE_NOOP("settings::Words", "hours")},
                          {"_seconds", QT_TRANSLATE_NOOP("settings::Words", "seconds")},
                          {"_days", QT_TRANSLATE_NOOP("settings::Words", "days")},
                          {"_bytes", QT_TRANSLATE_NOOP("settings::Words", "bytes")},
                          {"_km", QT_TRANSLATE_NOOP("settings::Words", "km")},
                          {"_per_minute", QT_TRANSLATE_NOOP("settings::Words", "a minute")},
                          {"_per_hour", QT_TRANSLATE_NOOP("settings::Words", "an hour")}};

constexpr Word choices[] = {{"automatic", QT_TRANSLATE_NOOP("settings::Words", "By itself")},
                            {"manual", QT_TRANSLATE_NOOP("settings::Words", "By an admin")},
                            {"stripe_connect", QT_TRANSLATE_NOOP("settings::Words", "By Stripe Connect")},
                            {"own", QT_TRANSLATE_NOOP("settings::Words", "The operator himself")},
                            {"mirror", QT_TRANSLATE_NOOP("settings::Words", "An escrow account outside")},
                            {"daily", QT_TRANSLATE_NOOP("settings::Words", "Every day")},
                            {"weekly", QT_TRANSLATE_NOOP("settings::Words", "Every week")},
                            {"monday", QT_TRANSLATE_NOOP("settings::Words", "Monday")},
                            {"tuesday", QT_TRANSLATE_NOOP("settings::Words", "Tuesday")},
                            {"wednesday", QT_TRANSLATE_NOOP("settings::Words", "Wednesday")},
                            {"thursday", QT_TRANSLATE_NOOP("settings::Words", "Thursday")},
                            {"friday", QT_TRANSLATE_NOOP("settings::Words", "Friday")},
                            {"saturday", QT_TRANSLATE_NOOP("settings::Words", "Saturday")},
                            {"sunday", QT_TRANSLATE_NOOP("settings::Words", "Sunday")}};

template <class T>
bool isWithin(const Setting &setting, const std::optional<T> &value, qint64 T::*member)
{
    return value && (*value).*member >= setting.min && (*value).*member <= setting.max;
}

} // namespace

QString areaOf(const QString &key)
{
    return key.section(u'.', 0, 0);
}

QString areaName(const QString &area)
{
    for (const Word &word : areas) {
        if (area == QLatin1StringView(word.name))
            return said(word.text);
    }
    return area;
}

QString description(const Setting &setting)
{
    return QCoreApplication::translate("settings", setting.description.toUtf8().constData());
}

QString unit(const Setting &setting)
{
    if (setting.type == SettingType::Rate)
        return QStringLiteral("%");
    if (setting.type == SettingType::Money)
        return QStringLiteral("₹");
    for (const Word &word : units) {
        if (setting.type == SettingType::Whole && setting.key.endsWith(QLatin1StringView(word.name)))
            return said(word.text);
    }
    return {};
}

QString choiceName(const QString &choice)
{
    for (const Word &word : choices) {
        if (choice == QLatin1StringView(word.name))
            return said(word.text);
    }
    const auto status = names::fromText<OrderStatus>(choice);
    return status ? kit::display::text(*status) : choice;
}

QString shown(const Setting &setting, const QString &value)
{
    switch (setting.type) {
    case SettingType::Truth:
        return value == QLatin1String("true") ? said(QT_TRANSLATE_NOOP("settings::Words", "On"))
                                              : said(QT_TRANSLATE_NOOP("settings::Words", "Off"));
    case SettingType::Choice: return choiceName(value);
    case SettingType::Money:
        if (const auto money = Money::parse(value))
            return kit::display::text(*money);
        return value;
    case SettingType::Rate:
        if (const auto rate = BasisPoints::parse(value))
            return kit::display::text(*rate);
        return value;
    case SettingType::Whole: break;
    }
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (!isNumber)
        return value;
    if (setting.key.endsWith(QLatin1String("_bytes")))
        return kit::display::bytes(number);
    const QString name = unit(setting);
    return name.isEmpty() ? kit::display::text(number) : kit::display::text(number) + u' ' + name;
}

bool isGood(const Setting &setting, const QString &value)
{
    switch (setting.type) {
    case SettingType::Truth: return value == QLatin1String("true") || value == QLatin1String("false");
    case SettingType::Choice: return setting.choices.contains(value);
    case SettingType::Money: return isWithin(setting, Money::parse(value), &Money::minor);
    case SettingType::Rate: return isWithin(setting, BasisPoints::parse(value), &BasisPoints::value);
    case SettingType::Whole: break;
    }
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    return isNumber && number >= setting.min && number <= setting.max;
}

QString bounds(const Setting &setting)
{
    const auto text = [&](qint64 edge) {
        switch (setting.type) {
        case SettingType::Money: return shown(setting, Money{edge}.text());
        case SettingType::Rate: return shown(setting, BasisPoints{edge}.text());
        default: return shown(setting, QString::number(edge));
        }
    };
    return said(QT_TRANSLATE_NOOP("settings::Words", "from %1 to %2")).arg(text(setting.min), text(setting.max));
}

} // namespace settings
