#include "server/accounts/legaltexts.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace accounts {

namespace {

constexpr std::array languages{"en", "hi"}; // the first one stands in for the others

QString pathOf(const QString &folder, LegalDocument document, const QString &language)
{
    return QStringLiteral("%1/%2.%3.md").arg(folder, names::text(document), language);
}

LegalText read(const QString &folder, LegalDocument document, const QString &language)
{
    QFile file(pathOf(folder, document, language));
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

LegalTexts::LegalTexts(const QString &folder)
{
    for (const QString &name : names::all<LegalDocument>()) {
        const LegalDocument document = names::fromText<LegalDocument>(name).value();
        const QString first = QString::fromLatin1(languages.front());
        if (document == LegalDocument::Wallet && !QFile::exists(pathOf(folder, document, first)))
            continue;
        for (const char *language : languages) {
            m_all += read(folder, document, QString::fromLatin1(language));
            if (m_all.constLast().version != text(document, first)->version)
                throw std::runtime_error("the languages of a document differ: " + name.toStdString());
        }
    }
}

const LegalText *LegalTexts::text(LegalDocument document, const QString &language) const
{
    const LegalText *out = nullptr;
    for (const LegalText &each : m_all)
        if (each.document == document && (!out || each.language == language))
            out = &each;
    return out;
}

std::optional<QString> LegalTexts::version(LegalDocument document) const
{
    const LegalText *holding = text(document, QString::fromLatin1(languages.front()));
    return holding ? std::optional(holding->version) : std::nullopt;
}

} // namespace accounts
