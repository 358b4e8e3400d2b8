#pragma once

// The life of one order of scrap, step by step, as the people in it live it: the vendor and the admin in front of their
// consoles, the buyer over HTTP. A step that does not come out throws Unseen with what was expected.

#include "console/app/console.h"
#include "shared/contract/ledger.h"
#include "shared/contract/orders.h"
#include "tests/journeys/town.h"
#include "tests/journeys/visitor.h"
#include "tests/support/memoryvault.h"

#include <stdexcept>

struct Unseen : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

// One person's console on a machine without a keychain.
class Desk
{
public:
    explicit Desk(const QUrl &server);

    kit::Page &page(const QString &id);
    app::Session &session() { return console.session(); }

private:
    QTemporaryDir m_folder;
    MemoryVault m_vault;
    kit::SystemClock m_clock;
    kit::NetworkTransport m_network;
    Recorder m_recorder{m_network};

public:
    app::Preferences preferences{m_folder.filePath(QStringLiteral("console.ini"))};
    kit::Api api{m_recorder}; // for looking at what no page shows; acts for whoever is signed in here
    app::Console console{{.transport = m_recorder,
                          .vault = m_vault,
                          .clock = m_clock,
                          .preferences = preferences,
                          .network = &m_network}};
};

class Story
{
public:
    explicit Story(Engine engine);

    void begin();
    void vendorRegistersAndActivates();
    void vendorFillsInTheStore();
    void vendorHandsInDocuments();
    void adminSignsIn();
    void adminApprovesTheVendor();
    void vendorSignsInAndOffersCopper();
    void buyerComesAndRecharges();
    void buyerFindsTheLot();
    void buyerOrdersAndTheBoardRings();
    void vendorConfirmsAndPacks();
    void bothChat();
    void vendorDelivers();
    void buyerConfirmsAndTheEscrowSettles();
    void vendorAsksForThePayoutAndTheAdminApproves();
    void theBooksAreRight();

    // The server is killed and started again: the consoles find their way by themselves.
    void serverIsKilled();

    Town town;
    qint64 ringMs = 0; // from the buyer's reply to the card on the board

private:
    void signIn(Desk &desk, const QString &username, const QString &email);
    QAbstractItemView &lane(const char *status);
    bool isLive(kit::Page &page);
    void step(const char *button, const char *next);
    Wallet wallet();
    qint64 owned(const char *kind);

    Desk m_vendor;
    Desk m_admin;
    Visitor m_buyer;
    Id<Address> m_home;
    Id<Product> m_lot;
    Id<Order> m_order;
};
