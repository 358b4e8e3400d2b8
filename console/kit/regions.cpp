#include "console/kit/regions.h"

#include "shared/base/states.h"

namespace kit {

QList<std::pair<QString, QString>> regions()
{
    QList<std::pair<QString, QString>> out;
    for (const IndianStateName &state : indianStates)
        out += {QString::fromLatin1(state.code), QCoreApplication::translate("states", state.name)};
    return out;
}

QString regionName(const QString &code)
{
    const char *name = stateName(code);
    return name ? QCoreApplication::translate("states", name) : code;
}

QString regionOnAddresses(const QString &code)
{
    const char *name = stateName(code);
    return name ? QString::fromLatin1(name) : code;
}

} // namespace kit
