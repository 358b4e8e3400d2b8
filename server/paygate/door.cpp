#include "server/paygate/door.h"

#include <QHttpServerResponse>
#include <QJsonDocument>
#include <QTcpServer>

namespace paygate {

namespace {

using Request = QHttpServerRequest;
using Status = QHttpServerResponder::StatusCode;

QByteArray header(const Request &request, QByteArrayView name)
{
    for (const auto &[key, value] : request.headers()) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QHttpServerResponse answer(const QJsonObject &body, int status)
{
    return QHttpServerResponse("application/json", QJsonDocument(body).toJson(QJsonDocument::Compact), Status(status));
}

QHttpServerResponse page(const QString &body, int status)
{
    constexpr auto frame =
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Demo checkout</title>"
        "<style>body{font:16px sans-serif;max-width:28rem;margin:4rem auto;text-align:center}"
        "button{font:inherit;padding:.6rem 2rem;margin:.5rem}</style><h1>Demo checkout</h1>%1</html>";
    return QHttpServerResponse("text/html; charset=utf-8", QString::fromLatin1(frame).arg(body).toUtf8(),
                               Status(status));
}

// An empty body is an empty object; anything that is no object is refused by the fields it lacks.
QJsonObject bodyOf(const Request &request)
{
    return QJsonDocument::fromJson(request.body()).object();
}

QString rupees(qint64 paise)
{
    return QStringLiteral("₹%1.%2").arg(paise / 100).arg(paise % 100, 2, 10, QChar(u'0'));
}

} // namespace

Door::Door(Gateway &gateway, Webhooks &webhooks)
    : m_gateway(gateway)
    , m_webhooks(webhooks)
{
    bindOrders();
    bindPayments();
    bindCheckout();
    bindControl();
}

void Door::add(const QString &name, Desk &desk)
{
    m_server.route(u'/' + name + QStringLiteral("/<arg>"), [&desk](const QUrl &rest, const Request &request) {
        const Told told = desk.answer({.method = QByteArray(request.method() == Request::Method::Post ? "POST" : "GET"),
                                       .path = u'/' + rest.path(),
                                       .query = request.query(),
                                       .authorization = header(request, "authorization"),
                                       .idempotencyKey = header(request, "idempotency-key"),
                                       .body = request.body()});
        return QHttpServerResponse(told.contentType, told.bytes, Status(told.status));
    });
}

quint16 Door::listen(quint16 port)
{
    auto socket = std::make_unique<QTcpServer>();
    if (!socket->listen(QHostAddress::LocalHost, port))
        return 0;
    QTcpServer *const bound = socket.release(); // the HTTP server becomes its parent
    m_server.bind(bound);
    return bound->serverPort();
}

bool Door::isRefused(const Request &request, Refusal &refusal)
{
    if (m_outages > 0) {
        --m_outages;
        refusal = {500, QStringLiteral("We are facing some trouble completing your request at the moment.")};
        return true;
    }
    if (m_gateway.isMerchant(header(request, "authorization")))
        return false;
    refusal = {401, QStringLiteral("Authentication failed")};
    return true;
}

QHttpServerResponse Door::guarded(const Request &request, const std::function<Reply()> &work)
{
    Refusal refusal;
    if (isRefused(request, refusal))
        return answer(refusal.json(), refusal.status);
    const Reply reply = work();
    return reply ? answer(*reply, 200) : answer(reply.error().json(), reply.error().status);
}

Reply Door::tell(tl::expected<Outcome, Refusal> outcome)
{
    if (!outcome)
        return tl::unexpected(outcome.error());
    m_webhooks.send(outcome->news);
    return outcome->reply;
}

void Door::bindOrders()
{
    m_server.route("/v1/orders", Request::Method::Post, [this](const Request &request) {
        return guarded(request, [&] { return m_gateway.createOrder(bodyOf(request)); });
    });
    m_server.route("/v1/orders", Request::Method::Get, [this](const Request &request) {
        return guarded(request, [&] { return m_gateway.newestOrders(); });
    });
    m_server.route("/v1/orders/<arg>", Request::Method::Get, [this](const QString &id, const Request &request) {
        return guarded(request, [&] { return m_gateway.order(id); });
    });
    m_server.route("/v1/orders/<arg>/payments", Request::Method::Get,
                   [this](const QString &id, const Request &request) {
                       return guarded(request, [&] { return m_gateway.paymentsOf(id); });
                   });
}

void Door::bindPayments()
{
    m_server.route("/v1/payments/<arg>", Request::Method::Get, [this](const QString &id, const Request &request) {
        return guarded(request, [&] { return m_gateway.payment(id); });
    });
    m_server.route("/v1/payments/<arg>/capture", Request::Method::Post,
                   [this](const QString &id, const Request &request) {
                       return guarded(request, [&] { return tell(m_gateway.capture(id, bodyOf(request))); });
                   });
    m_server.route("/v1/payments/<arg>/refund", Request::Method::Post,
                   [this](const QString &id, const Request &request) {
                       return guarded(request, [&] { return tell(m_gateway.refund(id, bodyOf(request))); });
                   });
}

// A browser gets a page, a program the three fields that the checkout hands to the merchant's page.
QHttpServerResponse Door::visit(const Request &request, tl::expected<Outcome, Refusal> outcome)
{
    const bool isBrowser = header(request, "accept").contains("text/html");
    const Reply reply = tell(std::move(outcome));
    if (!isBrowser)
        return reply ? answer(*reply, 200) : answer(reply.error().json(), reply.error().status);
    if (!reply)
        return page(QStringLiteral("<p>%1</p>").arg(reply.error().description.toHtmlEscaped()), reply.error().status);
    return page(reply->contains("error") ? QStringLiteral("<p>The payment has failed, as you wished.</p>")
                                         : QStringLiteral("<p>Paid. You can close this page.</p>"),
                200);
}

void Door::bindCheckout()
{
    m_server.route("/checkout/<arg>", Request::Method::Get, [this](const QString &id) {
        const Reply order = m_gateway.order(id);
        if (!order)
            return page(QStringLiteral("<p>There is no such order.</p>"), 404);
        return page(QStringLiteral("<p>Order %1</p><h2>%2</h2><form method=\"post\">"
                                   "<button formaction=\"/checkout/%1/pay\">Pay</button>"
                                   "<button formaction=\"/checkout/%1/fail\">Fail</button></form>")
                        .arg(id.toHtmlEscaped(), rupees(order->value("amount").toInteger())),
                    200);
    });
    m_server.route("/checkout/<arg>/pay", Request::Method::Post,
                   [this](const QString &id, const Request &request) { return visit(request, m_gateway.pay(id)); });
    m_server.route("/checkout/<arg>/fail", Request::Method::Post,
                   [this](const QString &id, const Request &request) { return visit(request, m_gateway.fail(id)); });
}

void Door::bindControl()
{
    m_server.route("/control", Request::Method::Post, [this](const Request &request) {
        const QJsonObject wish = bodyOf(request);
        m_outages = wish.value("outages").toInt();
        m_webhooks.misbehave(mischiefIn(wish));
        return answer(m_webhooks.report(), 200);
    });
    m_server.route("/control/payments/<arg>/dispute/<arg>", Request::Method::Post,
                   [this](const QString &id, const QString &stage, const Request &request) {
                       return visit(request, m_gateway.dispute(id, stage));
                   });
    m_server.route("/control", Request::Method::Get, [this] { return answer(m_webhooks.report(), 200); });
}

} // namespace paygate
