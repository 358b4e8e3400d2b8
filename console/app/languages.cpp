#include "console/app/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace app {

void Languages::speak(const QString &code)
{
    if (code == m_code)
        return;
    m_code = code;
    // The locale first: texts that are set anew while the translator is installed already group their numbers right.
    QLocale::setDefault(QLocale(code == QLatin1StringView("hi") ? QStringLiteral("hi_IN") : QStringLiteral("en_IN")));
    QCoreApplication::removeTranslator(&m_qtWords);
    QCoreApplication::removeTranslator(&m_words);
    if (m_qtWords.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtWords);
    if (m_words.load(QStringLiteral(":/translations/console_%1.qm").arg(code)))
        QCoreApplication::installTranslator(&m_words);
    Q_EMIT changed(code);
}

} // namespace app
