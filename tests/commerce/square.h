#pragma once

// The bazaar with everything that follows an order: chat, notifications, the live hub and the jobs that send mail.
// Orders are told by their events, so that these capabilities are tested apart from the money.

#include "server/auth/service.h"
#include "server/chat/reactions.h"
#include "server/chat/service.h"
#include "server/jobs/service.h"
#include "server/ledger/service.h"
#include "server/live/hub.h"
#include "server/live/reactions.h"
#include "server/notifications/jobs.h"
#include "server/notifications/reactions.h"
#include "server/notifications/service.h"
#include "server/orders/service.h"
#include "server/payments/service.h"
#include "tests/commerce/bazaar.h"

class Square : public Bazaar
{
public:
    Square()
        : Square(notifications::MailConfig{})
    {}
    explicit Square(notifications::MailConfig mail, notifications::SmsConfig sms = {})
        : notifications(*db, ids, accounts, settings, jobs, storage, inFolder(std::move(mail)), std::move(sms))
    {
        chat::reactions(outbox, chat);
        notifications::reactions(outbox, notifications);
        notifications::jobs(jobs, notifications);
        live::reactions(outbox, live);
        outbox.drain(); // from here on everything is heard
    }

    jobs::Service jobs{*db, db.clock, ids};
    ledger::Service ledger{*db, ids};
    auth::Service auth{*db, db.clock, ids, accounts, settings, audit, secrets};
    payments::Service payments{*db, db.clock, ids, accounts, auth, ledger, settings, audit, secrets, {}};
    orders::Service orders{*db, db.clock, ids, catalog, ledger, payments, accounts, auth, settings, audit};
    chat::Service chat{*db, ids, orders, storage, audit};
    live::Hub live{db.clock, auth, chat};
    notifications::Service notifications;

    const Caller buyer = Bazaar::buyer(QStringLiteral("bina"));
    const Caller vendor = Bazaar::vendor(QStringLiteral("asha"));
    const Id<Order> order = ids.next<Order>();

    // Publishes in a unit of work of its own and lets everybody hear it.
    template <class E>
    void happen(const E &event)
    {
        const Result<> published = db->write([&](Tx &tx) -> Result<> {
            tx.publish(event);
            return {};
        });
        Q_ASSERT(published);
        outbox.drain();
    }

    OrderPlaced placed() const;
    OrderAdvanced advanced(OrderStatus to, Actor actor) const;
    // Places the order and gives the room that was made for it.
    Id<ChatRoom> openRoom();
    Result<ChatMessage> say(const Caller &who, Id<ChatRoom> room, const QString &text, const QString &clientId);

    QString mailFolder() const { return folder.filePath(QStringLiteral("mails")); }
    QStringList mailNames() const;
    QByteArray mail(const QString &nameContains) const; // the newest of this kind

private:
    notifications::MailConfig inFolder(notifications::MailConfig mail) const
    {
        mail.folder = mailFolder();
        return mail;
    }
};
