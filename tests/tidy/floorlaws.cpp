#include "laws.h"

#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>

namespace tidy {

namespace {

bool isOfQtModule(const QString &header, const char *module)
{
    return QFileInfo::exists(
        QStringLiteral("%1/%2/%3")
            .arg(QLibraryInfo::path(QLibraryInfo::HeadersPath), QLatin1StringView(module), header));
}

// "server/core/db.h" of an include in quotes, nothing otherwise.
QString projectPath(const Text &include)
{
    return include.value.startsWith(u'"') ? include.value.sliced(1).chopped(1) : QString();
}

QString systemHeader(const Text &include)
{
    return include.value.startsWith(u'<') ? include.value.sliced(1).chopped(1) : QString();
}

Complaints forbiddenLinks(const Source &source, const QRegularExpression &forbidden)
{
    Complaints out;
    for (auto it = forbidden.globalMatch(source.text()); it.hasNext();) {
        const auto match = it.next();
        out += at(source, source.lineAt(match.capturedStart()), "must not link " + match.captured());
    }
    return out;
}

} // namespace

Complaints sharedKnowsNobody(const Tree &tree)
{
    static const QRegularExpression otherModule(QStringLiteral("Qt6::(?!Core\\b)\\w+"));
    Complaints out;
    for (const Source &source : tree.sources()) {
        if (!source.isIn("shared/"))
            continue;
        if (!source.isCpp())
            out += forbiddenLinks(source, otherModule);
        for (const Text &include : source.includes()) {
            const QString header = systemHeader(include);
            const bool isForeign = !projectPath(include).isEmpty() && !projectPath(include).startsWith(u"shared/");
            const bool isOtherQt = header.startsWith(u'Q') && !isOfQtModule(header, "QtCore");
            if (isForeign || isOtherQt)
                out += at(source, include.line, "shared must not include " + include.value);
        }
    }
    return out;
}

Complaints serverAndConsoleAreStrangers(const Tree &tree)
{
    static const QRegularExpression gui(QStringLiteral("Qt6::(Gui|Widgets|Svg|SvgWidgets|Charts|Pdf|PrintSupport)\\b"));
    Complaints out;
    for (const Source &source : tree.sources()) {
        const bool isServer = source.isIn("server/");
        const bool drawsForServer = source.isIn("server/sandbox/"); // a program of its own, so that the server need not
        if (isServer && !drawsForServer && !source.isCpp())
            out += forbiddenLinks(source, gui);
        for (const Text &include : source.includes()) {
            const QString path = projectPath(include), header = systemHeader(include);
            if ((isServer && path.startsWith(u"console/")) || (source.isIn("console/") && path.startsWith(u"server/")))
                out += at(source, include.line, "server and console must not know each other: " + path);
            const bool draws = header.startsWith(u'Q') && !header.contains(u'/') &&
                               (isOfQtModule(header, "QtGui") || isOfQtModule(header, "QtWidgets"));
            if (isServer && !drawsForServer && draws)
                out += at(source, include.line, "the server must not draw: " + header);
        }
    }
    return out;
}

namespace {

const QStringList besideTheMarket{QStringLiteral("demo")};

} // namespace

Complaints nobodyLooksUp(const Tree &tree)
{
    Complaints out = tree.planFaults();
    for (const Source &source : tree.sources()) {
        const QString room = source.part(1);
        if (!source.isIn("server/") || source.path().count(u'/') < 2)
            continue;
        for (const Text &include : source.includes()) {
            const QString path = projectPath(include), wanted = path.section(u'/', 1, 1);
            if (!path.startsWith(u"server/") || wanted == room)
                continue;
            const bool isEngine = wanted == u"core" || (wanted == u"http" && room != u"core");
            // What stands beside the market sees every capability through its face.
            const bool isBeside = besideTheMarket.contains(room) &&
                                  (path == u"server/market.h" ||
                                   (tree.isCapability(wanted) && path == "server/" + wanted + "/service.h"));
            const bool isLower = tree.below(room).contains(wanted) && path == "server/" + wanted + "/service.h";
            // A job room puts its work into the queue, which is engine and capability in one.
            const bool isQueue = source.room() == u"jobs" && path == u"server/jobs/service.h" &&
                                 tree.floors().indexOf(wanted) < tree.floors().indexOf(room);
            if (!isEngine && !isBeside && !isLower && !isQueue)
                out += at(source, include.line, room + " must not include " + path);
        }
    }
    return out;
}

namespace {

// What a room of a capability may include besides shared/ and server/core/. Own rooms by name, "http" for the router.
const QHash<QString, QStringList> &neighbours()
{
    static const QHash<QString, QStringList> all{
        {QStringLiteral("routes"), {"routes", "service", "hub", "http"}},
        {QStringLiteral("store"), {"store", "rules"}},
        {QStringLiteral("rules"), {"rules"}},
        {QStringLiteral("reactions"), {"reactions", "service", "hub"}},
        {QStringLiteral("jobs"), {"jobs", "service", "rules"}},
    };
    return all;
}

Complaints wrongNeighbours(const Source &source, const QString &capability)
{
    Complaints out;
    const auto allowed = neighbours().constFind(source.room());
    const bool isRules = source.room() == u"rules";
    for (const Text &include : source.includes()) {
        const QString path = projectPath(include), header = systemHeader(include);
        const QString room = path.section(u'/', -1).section(u'.', 0, 0);
        const bool isHttp = path.startsWith(u"server/http/") || header.startsWith(u"QHttpServer");
        if (isHttp && source.room() != u"routes")
            out += at(source, include.line, "only routes see HTTP, not " + source.room());
        if (allowed == neighbours().cend() || !path.startsWith(u"server/") || isHttp)
            continue;
        const bool isCore = path.startsWith(u"server/core/") && !isRules;
        // Beside its rooms a capability may have plain headers, which every room may share.
        static const QStringList rooms{"routes", "service", "store", "rules", "reactions", "jobs", "hub"};
        const bool isOwn = path.startsWith("server/" + capability + '/') &&
                           (allowed->contains(room) || (!rooms.contains(room) && path.endsWith(u".h")));
        const bool isQueue = source.room() == u"jobs" && path == u"server/jobs/service.h";
        if (!isCore && !isOwn && !isQueue)
            out += at(source, include.line, source.room() + " must not include " + path);
    }
    return out;
}

} // namespace

Complaints roomsKnowTheirNeighbours(const Tree &tree)
{
    static const QRegularExpression decision(QStringLiteral("\\b(if|for|while|switch)\\s*\\("));
    Complaints out;
    for (const Source &source : tree.sources()) {
        if (!source.isIn("server/") || !source.isCpp() || !tree.isCapability(source.part(1)))
            continue;
        out += wrongNeighbours(source, source.part(1));
        if (source.room() != u"routes")
            continue;
        for (auto it = decision.globalMatch(source.code()); it.hasNext();)
            out +=
                at(source, source.lineAt(it.next().capturedStart()), QStringLiteral("routes bind and decide nothing"));
    }
    return out;
}

namespace {

struct OutsideThing
{
    QString headers; // a pattern of includes
    QString homes;   // a pattern of the files that may include them
};

const QList<OutsideThing> &outsideThings()
{
    static const QList<OutsideThing> all{
        {"Q(Abstract)?HttpServer\\w*", "server/(http|paygate)/door\\."},
        {"sqlite3\\.h", "server/core/sqlite\\w*\\."},
        {"libpq-fe\\.h|libpq/.*", "server/core/postgres\\w*\\."},
        {"QWebSocketServer", "server/http/\\w+\\."},
        {"QWebSocket", "server/http/\\w+\\.|server/live/hub\\.|console/kit/livefeed\\."},
        {"(qt6?)?keychain.*/.*|keychain\\.h", "console/app/vault\\."},
        {"QDBus.*", "console/app/desktoplock\\."},
        {"curl/.*", "server/(core/outcalls|\\w+/gateways/\\w+)\\."},
        {"sodium\\.h|crypt\\.h|jwt\\.h", "server/core/\\w+\\."},
        {"QNetworkAccessManager", "console/kit/transport\\.|server/paygate/webhooks\\.|server/\\w+/gateways/\\w+\\."},
        {"prometheus/.*", "server/(core|http)/"},
        {"QPdfDocument", "server/sandbox/document\\."},
        {"xlsxwriter\\.h", "server/reports/sheet\\."},
        {"qrencode\\.h", "shared/base/qrmodules\\."},
        {"zip\\.h", "server/(sandbox/archive|privacy/zipfile)\\."},
        {"netdb\\.h|sys/un\\.h", "server/\\w+/gateways/\\w+\\."},
    };
    return all;
}

} // namespace

Complaints oneDoorPerOutsideThing(const Tree &tree)
{
    Complaints out;
    for (const Source &source : tree.sources()) {
        if (!source.isIn("server/") && !source.isIn("console/") && !source.isIn("shared/"))
            continue;
        for (const Text &include : source.includes()) {
            for (const OutsideThing &thing : outsideThings()) {
                const QRegularExpression header(QRegularExpression::anchoredPattern(thing.headers));
                if (header.match(systemHeader(include)).hasMatch() &&
                    !QRegularExpression("^(" + thing.homes + u')').match(source.path()).hasMatch())
                    out += at(source, include.line, include.value + " belongs into " + thing.homes);
            }
        }
    }
    return out;
}

} // namespace tidy
