#include "server/reports/words.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace reports {

Words::Words()
{
    QFile file(QStringLiteral(":/reports/hi.json"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject words = QJsonDocument::fromJson(file.readAll()).object();
    for (auto word = words.begin(); word != words.end(); ++word)
        m_hindi.insert(word.key(), word.value().toString());
}

QString Words::in(const QString &language, const QString &english) const
{
    return language == u"hi" ? m_hindi.value(english, english) : english;
}

} // namespace reports
