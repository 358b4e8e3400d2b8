#include "source.h"

#include <QRegularExpression>

namespace tidy {

Source::Source(QString path, QString text)
    : m_path(std::move(path))
    , m_text(std::move(text))
{
    if (!isCpp())
        return;
    blankComments();
    findFunctions();
}

QString Source::room() const
{
    return m_path.section(u'/', -1).section(u'.', 0, 0);
}

int Source::lineAt(qsizetype position) const
{
    return int(QStringView(m_text).first(position).count(u'\n')) + 1;
}

QList<Text> Source::includes() const
{
    static const QRegularExpression form(QStringLiteral("^#include ([\"<][^\">]+[\">])"),
                                         QRegularExpression::MultilineOption);
    QList<Text> out;
    for (auto it = form.globalMatch(m_text); it.hasNext();) {
        const auto match = it.next();
        out += {lineAt(match.capturedStart()), match.captured(1)};
    }
    return out;
}

// One pass over the text: comments and the insides of texts become blanks, texts are kept beside.
void Source::blankComments()
{
    static const QRegularExpression token(QStringLiteral("//[^\\n]*|/\\*.*?\\*/"
                                                         "|R\"(\\w*)\\((.*?)\\)\\1\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"|(?:("
                                                         "?<!\\w)|(?<=\\b[uUL]))'(?:[^'\\\\\\n]|\\\\.)+'"),
                                          QRegularExpression::DotMatchesEverythingOption);
    m_code = m_text;
    qsizetype textEnd = -1;
    for (auto it = token.globalMatch(m_text); it.hasNext();) {
        const auto match = it.next();
        const bool isText = match.capturedView().startsWith(u'"') || match.capturedView().startsWith(u'R');
        const qsizetype inset = match.capturedView().startsWith(u'/') ? 0 : 1;
        const QString before = m_text.mid(m_text.lastIndexOf(u'\n', match.capturedStart()) + 1, 9);
        if (isText && !before.startsWith(u"#include")) {
            const QString value = match.captured(2) + match.captured(3);
            const bool joins = textEnd >= 0 &&
                               QStringView(m_text).sliced(textEnd, match.capturedStart() - textEnd).trimmed().isEmpty();
            if (joins)
                m_texts.last().value += value;
            else
                m_texts += {lineAt(match.capturedStart()), value};
            textEnd = match.capturedEnd();
        }
        for (qsizetype at = match.capturedStart() + inset; at < match.capturedEnd() - inset; ++at) {
            if (m_code.at(at) != u'\n')
                m_code[at] = u' ';
        }
    }
}

namespace {

enum class Kind { Namespace, Type, Function, Block };

Kind kindOf(const QString &heading)
{
    static const QRegularExpression type(
        QStringLiteral("^(.*: )?(template ?<.*> ?)?(class|struct|union|enum)\\b[^()]*$"));
    static const QRegularExpression space(QStringLiteral("^(inline )?(namespace|extern)\\b[^()]*$"));
    // "Type::Type(int a) : m_a{a} , m_b{…}": the brace after a member's name does not open the body.
    static const QRegularExpression member(QStringLiteral("\\) ?(noexcept ?)?: ?.*[\\w>] ?$"));
    if (space.match(heading).hasMatch())
        return Kind::Namespace;
    if (type.match(heading).hasMatch())
        return Kind::Type;
    const bool isArgument = heading.count(u'(') > heading.count(u')');
    return !isArgument && heading.contains(u'(') && !member.match(heading).hasMatch() ? Kind::Function : Kind::Block;
}

// Walks over the code once and notes where functions begin and end.
struct Walker
{
    QList<Kind> open;
    QString heading;
    qsizetype headingStart = 0, bodyStart = 0;
    qsizetype functionDepth = 0; // 0: outside of functions

    bool isOutside() const { return functionDepth == 0; }

    void opened(qsizetype at)
    {
        const Kind kind = isOutside() ? kindOf(heading.simplified()) : Kind::Block;
        open += kind;
        if (!isOutside())
            return;
        if (kind == Kind::Function) {
            functionDepth = open.size();
            bodyStart = at;
        } else if (kind == Kind::Block) {
            heading += u'{';
        } else {
            heading.clear();
        }
    }

    // True when a function ends here.
    bool closed()
    {
        if (open.isEmpty())
            return false;
        const bool endsFunction = open.size() == functionDepth;
        const Kind kind = open.takeLast();
        if (endsFunction)
            functionDepth = 0;
        else if (isOutside() && kind == Kind::Block)
            heading += u'}';
        else if (isOutside())
            heading.clear();
        return endsFunction;
    }

    void met(QChar c, qsizetype at)
    {
        static const QRegularExpression label(
            QStringLiteral("^(Q_OBJECT )?((public|protected|private)( Q_SLOTS)?|Q_SIGNALS)$"));
        if (c == u':' && label.match(heading.simplified()).hasMatch()) {
            heading.clear();
            return;
        }
        if (heading.trimmed().isEmpty() && !c.isSpace())
            headingStart = at;
        heading += c;
        // These end without a semicolon.
        static const QRegularExpression macro(QStringLiteral("^(NAMED_ENUM|FIELDS|Q_DECLARE_\\w+|Q_ENUM\\w*)\\("));
        if (c == u')' && heading.count(u'(') == heading.count(u')') && macro.match(heading.trimmed()).hasMatch())
            heading.clear();
    }
};

} // namespace

void Source::findFunctions()
{
    Walker walker;
    for (qsizetype at = 0; at < m_code.size(); ++at) {
        const QChar c = m_code.at(at);
        if (c == u'#' && walker.isOutside()) { // directives end with their line
            while (at < m_code.size() && (m_code.at(at) != u'\n' || m_code.at(at - 1) == u'\\'))
                ++at;
        } else if (c == u'{') {
            walker.opened(at);
        } else if (c == u'}') {
            if (walker.closed()) {
                const int line = lineAt(walker.headingStart);
                m_functions += {line, lineAt(at) - line + 1, walker.heading.simplified(),
                                m_code.mid(walker.bodyStart, at - walker.bodyStart + 1)};
                walker.heading.clear();
            }
        } else if (walker.isOutside() && c == u';') {
            if (!walker.open.contains(Kind::Type))
                m_statements += {lineAt(walker.headingStart), walker.heading.simplified()};
            walker.heading.clear();
        } else if (walker.isOutside()) {
            walker.met(c, at);
        }
    }
}

} // namespace tidy
