#pragma once

// One file of the tree, cut into what the laws look at: its code without comments and texts, its string literals, its
// includes and its functions. A reader of C++ by eye, not a compiler; it knows the dialect of this project.

#include <QList>
#include <QString>
#include <QStringList>

namespace tidy {

struct Text
{
    int line; // of its first character, from 1
    QString value;
};

struct Function
{
    int line;        // of its heading
    int length;      // in lines, heading included
    QString heading; // up to the opening brace, blanks made single
    QString body;
};

class Source
{
public:
    Source(QString path, QString text);

    const QString &path() const { return m_path; }
    const QString &text() const { return m_text; }
    const QString &code() const { return m_code; }       // comments and texts blanked out, same length
    const QList<Text> &texts() const { return m_texts; } // neighbours joined
    const QList<Function> &functions() const { return m_functions; }
    const QList<Text> &statements() const { return m_statements; } // those outside of functions and types
    QList<Text> includes() const;                                  // "server/x.h" and <QString>, with their marks
    int lineAt(qsizetype position) const;

    bool isIn(const char *folder) const { return m_path.startsWith(QLatin1StringView(folder)); }
    bool isCpp() const { return m_path.endsWith(u".cpp") || m_path.endsWith(u".h"); }
    bool isHeader() const { return m_path.endsWith(u".h"); }
    QString part(int index) const { return m_path.section(u'/', index, index); }
    QString room() const; // the file's name up to its first dot

private:
    void blankComments();
    void findFunctions();

    QString m_path;
    QString m_text;
    QString m_code;
    QList<Text> m_texts;
    QList<Function> m_functions;
    QList<Text> m_statements;
};

} // namespace tidy
