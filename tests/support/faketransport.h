#pragma once

// A server on paper for console tests: answers what it was told to, in the real envelope, and remembers what was asked.
//     FakeTransport server;
//     server.answer(api::listOrders, page);                    // by endpoint, typed
//     server.refuse(api::placeOrder, ErrorCode::OutOfStock);
//     server.hold();  …  server.release();                     // answers later, to see the waiting state

#include "console/kit/envelope.h"
#include "console/kit/transport.h"

#include <QFile>
#include <QJsonDocument>
#include <QPromise>

#include <algorithm>
#include <deque>

class FakeTransport : public kit::Transport
{
public:
    QList<kit::Call> asked;

    template <class In, class Out, class... Path>
    void answer(const Endpoint<In, Out, Path...> &endpoint, const std::type_identity_t<Out> &out,
                const std::type_identity_t<Path> &...ids)
    {
        kit::Reply reply{.status = endpoint.status, .contentType = "application/json"};
        if constexpr (std::is_same_v<Out, FileBody>) {
            reply.body = out.bytes;
            reply.contentType = out.contentType;
        } else if constexpr (json::isPage<Out>) {
            QByteArray meta = "{\"limit\":" + QByteArray::number(out.limit) + ",\"next_cursor\":";
            json::write(meta, out.nextCursor);
            meta += ",\"total\":";
            json::write(meta, out.total);
            reply.body = "{\"success\":true,\"data\":" + json::bytes(out.items) + ",\"meta\":" + meta + "}}";
        } else {
            reply.body = "{\"success\":true,\"data\":" + json::bytes(out) + "}";
        }
        m_answers[key(endpoint.method.value, target(endpoint, ids...))] = reply;
    }

    template <class In, class Out, class... Path>
    void refuse(const Endpoint<In, Out, Path...> &endpoint, const Error &error,
                const std::type_identity_t<Path> &...ids)
    {
        m_answers[key(endpoint.method.value, target(endpoint, ids...))] = refusal(error);
    }
    template <class In, class Out, class... Path>
    void refuse(const Endpoint<In, Out, Path...> &endpoint, ErrorCode code, const std::type_identity_t<Path> &...ids)
    {
        refuse(endpoint, Error{.code = code, .message = QStringLiteral("No.")}, ids...);
    }

    // Bytes behind a path, as signed links give them.
    void file(const QByteArray &path, const QByteArray &bytes, const QByteArray &contentType)
    {
        m_answers["get " + path] = {.status = 200, .body = bytes, .contentType = contentType};
    }

    // Everything that the other one would answer.
    void takeAnswers(const FakeTransport &other)
    {
        m_answers.insert(other.m_answers);
        m_answerer = other.m_answerer ? other.m_answerer : m_answerer;
    }
    // Data that depends on the query, as JSON; nothing leaves the call to the other answers.
    using Answerer = std::function<std::optional<QByteArray>(const kit::Call &call)>;
    void answerWith(Answerer answerer) { m_answerer = std::move(answerer); }

    void cut() { m_isCut = true; }
    void mend() { m_isCut = false; }
    void hold() { m_isHeld = true; }
    enum class Order { AsAsked, NewestFirst };
    void release(Order order = Order::AsAsked)
    {
        m_isHeld = false;
        if (order == Order::NewestFirst)
            std::reverse(m_waiting.begin(), m_waiting.end());
        while (!m_waiting.empty()) {
            auto [call, promise] = std::move(m_waiting.front());
            m_waiting.pop_front();
            promise->addResult(replyTo(call));
            promise->finish();
        }
    }

    // "get /api/v1/orders?limit=20", in the order they were asked.
    QStringList lines() const
    {
        QStringList out;
        for (const kit::Call &call : asked)
            out += names::text(call.method) + u' ' + QString::fromUtf8(call.target);
        return out;
    }
    template <class In, class Out, class... Path>
    int timesAsked(const Endpoint<In, Out, Path...> &endpoint, const std::type_identity_t<Path> &...ids) const
    {
        const QByteArray wanted = key(endpoint.method.value, target(endpoint, ids...));
        return int(
            std::count_if(asked.begin(), asked.end(), [&](const kit::Call &call) { return key(call) == wanted; }));
    }
    template <class In, class Out, class... Path>
    QByteArray lastBody(const Endpoint<In, Out, Path...> &endpoint, const std::type_identity_t<Path> &...ids) const
    {
        const QByteArray wanted = key(endpoint.method.value, target(endpoint, ids...));
        for (auto it = asked.rbegin(); it != asked.rend(); ++it) {
            if (key(*it) == wanted)
                return it->body;
        }
        return {};
    }

    QFuture<kit::Reply> send(const kit::Call &call) override
    {
        asked += call;
        auto promise = std::make_shared<QPromise<kit::Reply>>();
        promise->start();
        QFuture<kit::Reply> future = promise->future();
        if (m_isHeld) {
            m_waiting.emplace_back(call, promise);
        } else {
            promise->addResult(replyTo(call));
            promise->finish();
        }
        return future;
    }

private:
    template <class E, class... Id>
    static QByteArray target(const E &endpoint, const Id &...ids)
    {
        return kit::wire::path(endpoint.path, {kit::wire::segment(ids)...});
    }
    static QByteArray key(Method method, const QByteArray &target)
    {
        return QByteArray(names::text(method).data(), names::text(method).size()) + ' ' + target;
    }
    // Without the query: a list answers the same whatever filter is set.
    static QByteArray key(const kit::Call &call) { return key(call.method, call.target.split('?').first()); }

    static kit::Reply refusal(const Error &error)
    {
        QJsonArray fields;
        for (const FieldError &field : error.fields)
            fields += QJsonObject{{"field", field.field}, {"problem", field.problem}};
        QJsonObject details = QJsonDocument::fromJson(error.details).object();
        details.insert(QStringLiteral("fields"), fields);
        const QJsonObject body{{"success", false},
                               {"error", QJsonObject{{"code", QString(names::text(error.code)).toUpper()},
                                                     {"message", error.message},
                                                     {"details", details}}},
                               {"request_id", "req-7"}};
        return {
            .status = statusOf(error.code), .body = QJsonDocument(body).toJson(), .contentType = "application/json"};
    }

    static kit::Reply saved(kit::Reply reply, const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(reply.body) != reply.body.size())
            return {.outcome = kit::Reply::Outcome::NotWritten, .trouble = file.errorString()};
        reply.body.clear();
        return reply;
    }

    kit::Reply replyTo(const kit::Call &call) const
    {
        if (m_isCut)
            return {.outcome = kit::Reply::Outcome::Unreachable};
        if (const auto data = m_answerer ? m_answerer(call) : std::nullopt)
            return {.status = 200,
                    .body = "{\"success\":true,\"data\":" + *data + ",\"meta\":{\"limit\":100,\"next_cursor\":null}}",
                    .contentType = "application/json"};
        const auto it = m_answers.find(key(call));
        if (it == m_answers.end())
            return refusal({ErrorCode::NotFound, QStringLiteral("The paper server has no answer.")});
        return call.savePath.isEmpty() || it->status != 200 ? *it : saved(*it, call.savePath);
    }

    QHash<QByteArray, kit::Reply> m_answers;
    std::deque<std::pair<kit::Call, std::shared_ptr<QPromise<kit::Reply>>>> m_waiting;
    Answerer m_answerer;
    bool m_isHeld = false;
    bool m_isCut = false;
};
