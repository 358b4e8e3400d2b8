#pragma once

// A running server with somebody of every kind in it, and an object of every kind that belongs to each of them.

#include "server/http/pages.h"
#include "server/http/server.h"
#include "server/market.h"
#include "tests/access/subject.h"
#include "tests/access/tills.h"
#include "tests/http/house.h"
#include "tests/support/googletoken.h"
#include "tests/support/testdb.h"

#include <QMap>
#include <QTemporaryDir>

#include <optional>

// Setting the stage cannot be refused.
inline void must(const Result<> &done)
{
    if (!done)
        qFatal("%s", qUtf8Printable(done.error().message));
}

struct Asker
{
    Caller caller;
    QString username;
    QString password;
    QByteArray token;
    std::optional<QString> nextPassword; // that it has asked for
    QByteArray appSecret;                // of the app that shows codes
    std::optional<ConfirmPhone> phoneCode;
    std::optional<ConfirmEmail> emailCode;
    std::optional<Id<Address>> address;
    std::optional<Product> product; // of a vendor
};

class Stage
{
public:
    Stage();
    ~Stage();

    // As it is to ask this: signed in, with the permission or without.
    Asker &person(Who who, const Subject &subject);
    Asker &standing(Who who);

    // The path's variable: one of the person's own that nothing was done to, or one that stands for others to try.
    QByteArray fresh(Thing thing, Who who);
    // Always the same one of that person, for those who only try: nothing is done to it.
    QByteArray kept(Thing thing, Who who);
    QByteArray shown(const Subject &subject, Who who, Whose whose);

    // A new account of nobody's in particular, and how it gets in.
    Asker spare(Role role = Role::Buyer, DistributorStatus status = DistributorStatus::None);
    Result<OtpChallenge> challenge(const Asker &person);
    Result<SessionTokens> enter(const Asker &person);
    QString newestCode();
    void takeAppAway(Id<Account> account);
    Caller stranger();

    QString unused(const char *stem) { return QString::fromLatin1(stem) + QString::number(++m_counter); }
    StoredFile upload(const Caller &caller, FilePurpose purpose, const QByteArray &content);
    SubmitKyc documents(const Caller &vendor);
    PutProduct offer();
    PutAd campaign(Id<StoredFile> image); // for a category of its own, so that no slot is ever full
    TakeStatement statement();
    void recharge(const Asker &buyer, Money amount);
    Id<Payout> approvedPayout();
    static PutAddress home();
    PutVendor shop(const Caller &vendor);
    static QByteArray jpeg();
    static PutReportDefinition savedReport();

    // How it is asked over the wire.
    Answer ask(const QByteArray &request) const;
    quint16 port() const { return m_server->port(); }

    TestDb db;
    Tills tills;
    const GoogleKey google{GoogleKey::Kind::Ec, QStringLiteral("key-1")};

private:
    QTemporaryDir m_folder;

public:
    Market market{*db, db.clock, plan()};
    http::Router router;
    QList<ActivationIssued> activations;
    QList<OtpIssued> codes;
    QList<EmailCodeIssued> emailCodes;
    QList<PasswordResetIssued> resets;
    QList<BusinessCodeIssued> businessCodes;
    Asker root;

private:
    MarketPlan plan() const;
    Id<Session> provenSession(Id<Account> account); // of somebody who has shown who it is, for as long as it stands
    void serve();
    Asker admit(Who who);
    void completeProfile(Asker &person);
    void openStore(Asker &vendor);
    void setStanding(const Asker &vendor, KycStatus kyc, StoreStatus status);
    Asker vendor(KycStatus kyc, StoreStatus status);
    Asker shut(PersonStatus how);
    Asker expired();
    Asker integration(ReportName scope);
    // While it lives a store that may not sell does, so that it has what others try.
    class Sale
    {
    public:
        Sale(Stage &stage, Who who, const Asker &vendor);
        ~Sale();
        Q_DISABLE_COPY_MOVE(Sale)

    private:
        Stage &m_stage;
        const Who m_who;
        const Asker &m_vendor;
    };
    Asker limited();
    Asker admin(const QList<Permission> &permissions);
    static QList<Permission> permissionsOf(Who who, const Subject &subject);
    Order order(Who who, OrderStatus until);
    Order advanced(const Asker &vendor, const Asker &buyer, Order order, OrderStatus until);
    WeighTicket weighed(const Order &order);
    Id<Order> shortOf(Who who); // whose weight is worth more than is held
    QByteArray payout(Who vendor);
    QByteArray refund(Who who);
    QByteArray dispute(Who who);
    QByteArray batch();
    QByteArray taxPayment();
    QByteArray commissionRate();
    QByteArray statement(Who vendor);
    invoices::InvoiceRow invoiced(Who who);
    QByteArray somebody(Thing thing);
    QByteArray someStore(Thing thing);
    QByteArray submission();
    QByteArray ofBooks(Thing thing);
    QByteArray deadJob();
    QByteArray notice(const Asker &person);
    QByteArray session(const Asker &person);
    Order heldOrder();
    QByteArray paymentOfOrder();
    QByteArray category();
    QByteArray ad();
    QByteArray apiKey();
    QByteArray copy(const Asker &person);
    QByteArray product(Who vendor);
    QByteArray room(Who who);
    QByteArray run(RunStatus status);
    QByteArray payment(const Asker &person);
    QByteArray moneyFlag();
    QByteArray savedMethod(const Asker &person);
    QByteArray device(const Asker &person);
    QByteArray sku(Who vendor);
    QByteArray message(Who who);
    std::pair<QByteArray, QByteArray> picture(Who vendor);
    QByteArray pictureOfProduct(Who vendor);
    QByteArray freshOfMarket(Thing thing);
    static Who other(Who who);

    std::map<Who, Asker> m_people;
    std::map<QList<Permission>, Asker> m_admins;
    std::map<std::pair<Thing, Who>, QByteArray> m_shown;
    Id<Category> m_category;
    int m_counter = 0;
    prometheus::Registry m_registry;
    http::Readiness m_readiness;
    std::unique_ptr<http::Health> m_health;
    std::unique_ptr<Metrics> m_metrics;
    std::unique_ptr<http::Server> m_server;
};
