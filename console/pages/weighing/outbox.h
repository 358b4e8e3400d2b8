#pragma once

// Weights that were taken and are not with the server yet. Each lies in a file of its own, with the key under which it
// is sent, before anybody sends it: when the line breaks, or the console ends, it is sent again under the same key, and
// the server takes it down once. What the server refuses stays until somebody has read why.

#include "console/kit/kit.h"
#include "shared/contract/weighing.h"

#include <QTimer>

namespace weighing {

struct KeptWeight
{
    QString key;
    Id<Order> orderId;
    QString orderNumber;
    QString title;
    Unit unit = Unit::Kg;
    Quantity net;
    RecordWeighTicket wish;
    std::optional<QString> problem; // why the server does not take it

    FIELDS(KeptWeight, FIELD(key), FIELD(orderId), FIELD(orderNumber), FIELD(title), FIELD(unit), FIELD(net),
           FIELD(wish), FIELD(problem))
};

// Whether something of this account is still to be sent.
bool hasWaiting(const kit::Kit &kit);

class Outbox : public QObject
{
    Q_OBJECT

public:
    explicit Outbox(kit::Kit &kit, QObject *parent = nullptr);

    static constexpr int weightsMax = 200;
    static constexpr int againMs = 10'000;

    QString newKey() const;
    // Keeps it and sends it; false when the disk does not take it, and then nothing is sent.
    bool put(const KeptWeight &weight);
    void sendAgain(); // all that wait, one after the other
    void drop(const QString &key);
    const QList<KeptWeight> &weights() const { return m_weights; }
    bool has(const QString &key) const;

Q_SIGNALS:
    void changed();
    void sent(const QString &key, const WeighTicket &ticket);
    void waiting();                                       // the server is away: all of them stay
    void refused(const QString &key, const Error &error); // it stays, with the reason

private:
    QString pathOf(const QString &key) const { return m_folder + u'/' + key + QStringLiteral(".json"); }
    bool keep(const KeptWeight &weight) const;
    void load();
    KeptWeight *find(const QString &key);
    void sendNext();
    void take(const QString &key, const Result<WeighTicket> &answer);

    kit::Kit &m_kit;
    const QString m_folder;      // of the account
    QList<KeptWeight> m_weights; // oldest first
    QString m_sending;           // its key
    QTimer m_again;
};

} // namespace weighing
