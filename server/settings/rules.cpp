#include "server/settings/rules.h"

#include <algorithm>

namespace settings {

namespace {

QString latin1(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

template <class T>
std::optional<qint64> parsed(const QString &text, qint64 T::*member)
{
    const std::optional<T> value = T::parse(text);
    return value ? std::optional((*value).*member) : std::nullopt;
}

std::optional<qint64> parsedWhole(const QString &text)
{
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

std::optional<qint64> parsedTruth(const QString &text)
{
    if (text == QLatin1String("true"))
        return 1;
    return text == QLatin1String("false") ? std::optional<qint64>(0) : std::nullopt;
}

std::optional<qint64> parsedChoice(const Definition &setting, const QString &text)
{
    const auto found = std::find_if(setting.choices.begin(), setting.choices.end(),
                                    [&](std::string_view choice) { return text == latin1(choice); });
    return found == setting.choices.end() ? std::nullopt : std::optional<qint64>(found - setting.choices.begin());
}

std::optional<qint64> parsed(const Definition &setting, const QString &text)
{
    switch (setting.type) {
    case SettingType::Whole: return parsedWhole(text);
    case SettingType::Money: return parsed(text, &Money::minor);
    case SettingType::Rate: return parsed(text, &BasisPoints::value);
    case SettingType::Truth: return parsedTruth(text);
    case SettingType::Choice: return parsedChoice(setting, text);
    }
    return std::nullopt;
}

} // namespace

const Definition *find(QStringView name)
{
    const auto found = std::find_if(definitions.begin(), definitions.end(), [&](const Definition &setting) {
        return name == QLatin1StringView(setting.name.data(), qsizetype(setting.name.size()));
    });
    return found == definitions.end() ? nullptr : &*found;
}

QString text(const Definition &setting, qint64 value)
{
    switch (setting.type) {
    case SettingType::Whole: return QString::number(value);
    case SettingType::Money: return Money{value}.text();
    case SettingType::Rate: return BasisPoints{value}.text();
    case SettingType::Truth: return value == 0 ? QStringLiteral("false") : QStringLiteral("true");
    case SettingType::Choice: return latin1(setting.choices[std::size_t(value)]);
    }
    return {};
}

std::optional<qint64> read(const Definition &setting, const QString &text)
{
    const std::optional<qint64> value = parsed(setting, text);
    return value && *value >= setting.min && *value <= setting.max ? value : std::nullopt;
}

} // namespace settings
