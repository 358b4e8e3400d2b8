#include "server/http/pages.h"

#include "server/core/crypto.h"
#include "server/core/metrics.h"
#include "server/http/apidocument.h"
#include "server/http/gzip.h"
#include "shared/base/json.h"

#include <QDir>
#include <QHostAddress>
#include <QLoggingCategory>

#include <chrono>

namespace http {

namespace {

Q_LOGGING_CATEGORY(lcHealth, "http.health")

constexpr const char *docsPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                                   "frame-ancestors 'none'";

Reply notFoundPage(const Call &call)
{
    return envelope::refusal(call, Error{ErrorCode::NotFound, QStringLiteral("There is nothing at this address.")});
}

// {"status":…,"timestamp":…}, the form that load balancers and the seeds' clients expect (API-14).
Reply plainState(const Call &call, int status, QByteArray members)
{
    Reply reply{.status = status};
    reply.body = "{" + members + ",\"timestamp\":";
    json::write(reply.body, call.time);
    reply.body += '}';
    return reply;
}

// Without the scanner only uploads are refused, so that whoever watches over the server is told and nobody else.
QByteArray stateOf(const Health *scanner)
{
    if (!scanner)
        return "off";
    return scanner->isGood() ? "ok" : "down";
}

Reply health(const Call &call, const PageSources &sources)
{
    return sources.health.isGood()
               ? plainState(call, 200,
                            R"("status":"healthy","database":"ok","cache":"ok","scanner":")" +
                                stateOf(sources.scanner) + '"')
               : plainState(call, 503, "\"status\":\"unhealthy\",\"error\":\"the database does not answer\"");
}

Reply ready(const Call &call, const PageSources &sources)
{
    return sources.readiness.isReady() && sources.health.isGood() ? plainState(call, 200, "\"status\":\"ready\"")
                                                                  : plainState(call, 503, "\"status\":\"not ready\"");
}

// Figures are for the operator only. A caller that came through a proxy is never taken for a local one.
bool mayReadMetrics(const Call &call, const QByteArray &token)
{
    const bool isLocal = QHostAddress(call.caller.ip).isLoopback() && !call.headers.contains("x-forwarded-for");
    const QByteArray shown = call.headers.value("authorization");
    return isLocal || (!token.isEmpty() && crypto::equal(shown, "Bearer " + token));
}

Reply metrics(const Call &call, const PageSources &sources)
{
    if (!mayReadMetrics(call, sources.metricsToken))
        return notFoundPage(call);
    return {.type = "text/plain; version=0.0.4; charset=utf-8", .body = sources.metrics.exposition()};
}

QByteArray typeOf(const QString &name)
{
    static const QHash<QString, QByteArray> types{{QStringLiteral("html"), "text/html; charset=utf-8"},
                                                  {QStringLiteral("css"), "text/css; charset=utf-8"},
                                                  {QStringLiteral("js"), "text/javascript; charset=utf-8"},
                                                  {QStringLiteral("json"), "application/json"},
                                                  {QStringLiteral("png"), "image/png"},
                                                  {QStringLiteral("svg"), "image/svg+xml"}};
    return types.value(name.section(u'.', -1), "application/octet-stream");
}

Reply docsPage(const Call &call, const QHash<QByteArray, Reply> &pages, const QByteArray &name)
{
    const auto it = pages.find(name);
    return it == pages.end() ? notFoundPage(call) : *it;
}

// For a page that never changes.
void zipOnce(Reply &page)
{
    page.stableSize = page.body.size();
    page.zipped = gzip(page.body);
}

// Read once: the pages cannot change while the server runs, and no name of a request ever reaches the disk.
QHash<QByteArray, Reply> readDocs(const QString &folder)
{
    QHash<QByteArray, Reply> pages;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (!file.open(QFile::ReadOnly))
            continue;
        Reply reply{.type = typeOf(info.fileName()), .caching = "no-cache", .contentPolicy = docsPolicy};
        reply.body = file.readAll();
        zipOnce(reply);
        pages.insert(info.fileName().toUtf8(), reply);
    }
    return pages;
}

void addDocs(Router &router, const QString &folder)
{
    const QHash<QByteArray, Reply> pages = readDocs(folder);
    if (pages.isEmpty())
        return;
    router.page("/docs", [pages](const Call &call) { return docsPage(call, pages, "index.html"); });
    router.page("/docs/{file}", [pages](const Call &call) { return docsPage(call, pages, call.params.first()); });
}

} // namespace

Health::Health(std::function<Result<>()> question)
    : m_question(std::move(question))
{
    ask();
    m_thread = std::thread([this] { work(); });
}

Health::~Health()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosing = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Health::ask()
{
    bool isGood = false;
    QString complaint;
    try {
        const Result<> answer = m_question();
        isGood = answer.has_value();
        complaint = isGood ? QString() : answer.error().message;
    } catch (const std::exception &fault) {
        complaint = QString::fromUtf8(fault.what());
    }
    if (!isGood && !m_isComplaining)
        qCWarning(lcHealth).noquote() << complaint;
    m_isComplaining = !isGood;
    m_isGood.store(isGood, std::memory_order_release);
}

void Health::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, std::chrono::milliseconds(pauseMs), [this] { return m_isClosing; })) {
        lock.unlock();
        ask();
        lock.lock();
    }
}

void addPages(Router &router, const PageSources &sources)
{
    Reply document{.caching = "no-cache"};
    document.body = apiDocument(router, sources.publicUrl, sources.version);
    zipOnce(document);
    router.page("/openapi.json", [document](const Call &) { return document; });
    for (const char *path : {"/health", "/api/v1/health", "/healthz"})
        router.probe(path, [sources](const Call &call) { return health(call, sources); });
    for (const char *path : {"/ready", "/readyz"})
        router.probe(path, [sources](const Call &call) { return ready(call, sources); });
    router.probe(
        "/metrics", [sources](const Call &call) { return metrics(call, sources); }, Route::Input::Raw);
    if (!sources.docsFolder.isEmpty())
        addDocs(router, sources.docsFolder);
}

} // namespace http
