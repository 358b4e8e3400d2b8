#include "server/core/log.h"

#include "server/core/clock.h"
#include "shared/base/json.h"

#include <QRegularExpression>

#include <unistd.h>

namespace {

// Qt's handler is one per process and takes no argument, so what it needs stands here; set before threads start.
LogFormat chosenFormat = LogFormat::Text;

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return "debug";
    case QtInfoMsg: return "info";
    case QtWarningMsg: return "warning";
    case QtCriticalMsg: return "error";
    case QtFatalMsg: return "fatal";
    }
    return "error";
}

// Tokens that came in with somebody's text.
QString withoutTokens(QString text)
{
    static const QRegularExpression token(QStringLiteral("(Bearer )\\S+|eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+"));
    return text.contains(u"eyJ") || text.contains(u"Bearer ") ? text.replace(token, QStringLiteral("[secret]")) : text;
}

void appendEscaped(QByteArray &out, const QString &text)
{
    for (const QChar c : text) {
        const bool control = c < u' ' || (c >= u'\x7f' && c < u'\xa0') || c == u'\x2028' || c == u'\x2029';
        if (control)
            out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        else
            out += QString(c).toUtf8();
    }
}

void write(QByteArray line)
{
    line += '\n';
    // One call per line, so that the lines of several threads do not mix; a full pipe loses the rest of the line.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.constData(), size_t(line.size()));
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    write(logging::line(chosenFormat, SystemClock().now(), type, context.category, message));
}

QByteArray jsonLine(Instant time, QtMsgType type, const char *category, const QString &message,
                    logging::Details details)
{
    QByteArray out = "{\"time\":";
    json::write(out, time);
    out += ",\"level\":\"" + QByteArray(levelName(type)) + "\",\"category\":";
    json::write(out, QString::fromUtf8(category));
    out += ",\"message\":";
    json::write(out, message);
    for (const auto &[name, value] : details) {
        out += ",\"" + QByteArray(name) + "\":";
        json::write(out, withoutTokens(value));
    }
    return out + '}';
}

} // namespace

QByteArray logging::line(LogFormat format, Instant time, QtMsgType type, const char *category, const QString &message,
                         Details details)
{
    const QString safe = withoutTokens(message);
    if (format == LogFormat::Json)
        return jsonLine(time, type, category, safe, details);
    QByteArray out = time.text().toLatin1() + ' ' + QByteArray(levelName(type)).leftJustified(8) + category + ": ";
    appendEscaped(out, safe);
    for (const auto &[name, value] : details) {
        out += ' ' + QByteArray(name) + '=';
        appendEscaped(out, withoutTokens(value));
    }
    return out;
}

void logging::start(LogFormat format, LogLevel level)
{
    chosenFormat = format;
    QString rules;
    const char *const names[] = {"debug", "info", "warning"};
    for (int below = 0; below < int(level); ++below)
        rules += QStringLiteral("*.%1=false\n").arg(QLatin1String(names[below]));
    if (level == LogLevel::Debug)
        rules = QStringLiteral("qt.*.debug=false\n");
    QLoggingCategory::setFilterRules(rules);
    qInstallMessageHandler(handle);
}

void logging::event(const QLoggingCategory &category, const char *message, Details details)
{
    if (category.isInfoEnabled())
        write(line(chosenFormat, SystemClock().now(), QtInfoMsg, category.categoryName(), QString::fromUtf8(message),
                   details));
}
