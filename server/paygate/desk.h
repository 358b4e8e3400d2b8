#pragma once

// One provider's window: what is asked over HTTP and what it answers, without sockets. The door leads here everything
// below the provider's own path.

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QUrlQuery>

namespace paygate {

struct Asked
{
    QByteArray method;
    QString path; // below the provider's: "/v1/payment_intents"
    QUrlQuery query;
    QByteArray authorization;
    QByteArray idempotencyKey;
    QByteArray body;
};

struct Told
{
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray bytes;
};

class Desk
{
public:
    virtual ~Desk() = default;
    virtual Told answer(const Asked &asked) = 0;

protected:
    // True when the caller is to meet a provider that is down.
    bool isOut()
    {
        if (m_outages <= 0)
            return false;
        --m_outages;
        return true;
    }
    void setOutages(int count) { m_outages = count; }

private:
    int m_outages = 0;
};

inline Told told(const QJsonObject &body, int status = 200)
{
    return {.status = status, .bytes = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

} // namespace paygate
