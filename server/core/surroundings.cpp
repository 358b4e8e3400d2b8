#include "server/core/surroundings.h"

QProcessEnvironment surroundings::bare()
{
    const QProcessEnvironment whole = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment out;
    for (const char *known :
         {"PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH",
          "LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"}) {
        const QString name = QString::fromLatin1(known);
        if (whole.contains(name))
            out.insert(name, whole.value(name));
    }
    // An empty one would stand for all of the server's.
    out.insert(QStringLiteral("KABAADWALA_SANDBOX"), QStringLiteral("1"));
    return out;
}
