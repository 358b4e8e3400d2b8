#include "server/accounts/legaltexts.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace accounts {

namespace {

constexpr std::array languages{"en", "hi"}; // the first one stands in for the others

LegalText read(LegalDocument document, const QString &language)
{
    const QString name = QString(names::text(document));
    QFile file(QStringLiteral(":/legal/%1.%2.md").arg(name, language));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("there is no " + file.fileName().toStdString());
    const auto line = [&file](QLatin1StringView word) {
        const QString said = QString::fromUtf8(file.readLine()).trimmed();
        if (!said.startsWith(word))
            throw std::runtime_error("a line is missing in " + file.fileName().toStdString());
        return said.sliced(word.size()).trimmed();
    };
    LegalText out{.document = document, .language = language};
    out.version = line(QLatin1StringView("version:"));
    out.title = line(QLatin1StringView("title:"));
    out.text = QString::fromUtf8(file.readAll()).trimmed();
    return out;
}

} // namespace

LegalTexts::LegalTexts()
{
    for (const QString &name : names::all<LegalDocument>())
        for (const char *language : languages) {
            const LegalDocument document = names::fromText<LegalDocument>(name).value();
            m_all += read(document, QString::fromLatin1(language));
            if (m_all.constLast().version != version(document))
                throw std::runtime_error("the languages of a document differ: " + name.toStdString());
        }
}

const LegalText &LegalTexts::text(LegalDocument document, const QString &language) const
{
    const LegalText *out = nullptr;
    for (const LegalText &each : m_all)
        if (each.document == document && (!out || each.language == language))
            out = &each;
    return *out;
}

const QString &LegalTexts::version(LegalDocument document) const
{
    return text(document, QString::fromLatin1(languages.front())).version;
}

} // namespace accounts
