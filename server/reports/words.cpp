#include "server/reports/words.h"

#include "shared/base/states.h"

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

QString Words::shown(const QString &language, ValueKind kind, const QString &text) const
{
    if (kind == ValueKind::Word)
        return in(language, spoken(text));
    const char *state = kind == ValueKind::State ? stateName(text) : nullptr;
    return state ? in(language, QString::fromLatin1(state)) : text;
}

Cells Words::shown(const QString &language, const QList<ReportColumn> &columns, Cells row) const
{
    for (qsizetype i = 0; i < row.size(); ++i)
        if (auto *text = std::get_if<QString>(&row[i]))
            *text = shown(language, columns[i].kind, *text);
    return row;
}

} // namespace reports
