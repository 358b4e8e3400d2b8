#include "server/demo/story.h"

#include "server/demo/ads.h"
#include "server/demo/cases.h"
#include "server/demo/storyshape.h"
#include "server/market.h"

#include <QDir>
#include <QFile>
#include <QTemporaryFile>

#include <algorithm>
#include <map>

namespace demo {

namespace {

// The admin's phone tells a whole story from one that was cut off.
const QString phoneWhileLoading = QStringLiteral("+919800000000");
const QString phoneWhenLoaded = QStringLiteral("+919800000001");
constexpr Money rechargeStep{5'000'000}; // a recharge is at most 50,000.00

// Things happen in the order of their time, whoever causes them.
using Timeline = std::multimap<qint64, std::function<Result<>()>>; // by ms since the epoch

class Loader
{
public:
    Loader(Market &market, StoryClock &clock, Instant today, QString folder, DemoStory story)
        : m_market(market)
        , m_clock(clock)
        , m_today(today)
        , m_folder(std::move(folder))
        , m_story(std::move(story))
    {}

    Result<> run()
    {
        m_clock.moveTo(m_today.after(-storyDays * dayMs));
        MUST(openPlatform());
        for (const DemoVendor &vendor : m_story.vendors)
            MUST(openStore(vendor));
        for (const DemoBuyer &buyer : m_story.buyers)
            MUST(admitBuyer(buyer));
        plan();
        MUST(planAds({.market = m_market,
                      .admin = m_admin,
                      .today = m_today,
                      .folder = m_folder,
                      .categories = m_categories,
                      .handIn = [this](const QString &name) { return handIn(m_admin, FilePurpose::Ad, name); },
                      .at = [this](qint64 minutesAgo,
                                   std::function<Result<>()> happen) { at(minutesAgo, std::move(happen)); }}));
        MUST(planCases(stageOfCases()));
        for (const auto &[time, happen] : m_timeline) {
            m_clock.moveTo({std::max(time, m_clock.now().ms)});
            MUST(happen());
            m_market.settleDown();
        }
        m_clock.moveTo(m_today);
        m_market.settleDown();
        MUST(rememberWishes());
        MUST(m_market.accounts.updateMe(m_admin, {.fullName = m_story.admin.fullName, .phone = phoneWhenLoaded}));
        return {};
    }

private:
    struct Store
    {
        Caller caller;
        QList<Product> products;
    };

    static Caller callerOf(const Account &account)
    {
        return {.id = account.id,
                .role = account.role,
                .known = true,
                .superAdmin = account.isSuperAdmin,
                .vendorId = account.vendorId,
                .ip = QStringLiteral("127.0.0.1"),
                .requestId = "demo"};
    }

    static QString emailOf(const QString &username) { return username + QStringLiteral("@demo.kabaadwala.example"); }

    Result<Caller> enrol(const QString &username, Role role)
    {
        LET(account,
            m_market.auth.enrolWithHash(
                {.username = username, .email = emailOf(username), .role = role, .isActive = true, .isVerified = true},
                m_passwordHash));
        return callerOf(account);
    }

    Result<> openPlatform()
    {
        LET(admin, m_market.auth.createAdmin(m_story.admin.username, emailOf(m_story.admin.username), m_story.password,
                                             auth::AdminKind::Super));
        m_admin = callerOf(admin);
        // A hash takes a third of a second, and all have the same password.
        LET(hash, m_market.auth.hashOfPassword(m_story.password));
        m_passwordHash = hash;
        MUST(m_market.accounts.updateMe(m_admin, {.fullName = m_story.admin.fullName, .phone = phoneWhileLoading}));
        int order = 0;
        for (const DemoCategory &wish : m_story.categories) {
            PutCategory category{.name = wish.name, .icon = wish.icon, .sortOrder = ++order};
            category.commissionRate = wish.commission;
            if (wish.parent)
                category.parentId = m_categories.value(*wish.parent);
            LET(added, m_market.catalog.addCategory(m_admin, category));
            m_categories.insert(wish.name, added.id);
        }
        return {};
    }

    Result<Id<StoredFile>> handIn(const Caller &vendor, FilePurpose purpose, const QString &name)
    {
        const QString type = name.endsWith(u".pdf") ? QStringLiteral("application/pdf") : QStringLiteral("image/jpeg");
        QFile source(m_folder + u'/' + name);
        QTemporaryFile copy;
        if (!source.open(QIODevice::ReadOnly) || !copy.open())
            return failure(ErrorCode::Internal, QStringLiteral("%1 is missing.").arg(name));
        const QByteArray bytes = source.readAll();
        copy.write(bytes);
        copy.flush();
        LET(file, m_market.storage.uploadFile(vendor, {.query = {.purpose = purpose, .name = name},
                                                       .path = copy.fileName(),
                                                       .size = bytes.size(),
                                                       .declaredType = type}));
        return file.id;
    }

    Result<Caller> registerVendor(const DemoVendor &wish)
    {
        LET(caller, enrol(wish.username, Role::Vendor));
        MUST(m_market.accounts.updateMe(caller, {.fullName = wish.ownerName, .phone = wish.phone}));
        MUST(m_market.accounts.savePreferences(caller, {}));
        LET(logo, handIn(caller, FilePurpose::StoreLogo, QStringLiteral("logo.jpg")));
        LET(banner, handIn(caller, FilePurpose::StoreBanner, QStringLiteral("banner.jpg")));
        MUST(m_market.accounts.updateVendorProfile(caller, {.storeName = wish.storeName,
                                                            .ownerName = wish.ownerName,
                                                            .businessPhone = wish.phone,
                                                            .logoId = logo,
                                                            .bannerId = banner,
                                                            .streetAddress = wish.streetAddress,
                                                            .city = wish.city,
                                                            .pincode = wish.pincode,
                                                            .state = wish.state,
                                                            .location = GeoPoint{wish.latitude, wish.longitude}}));
        return caller;
    }

    Result<KycSubmission> submit(const Caller &caller, const DemoVendor &wish)
    {
        LET(pan, handIn(caller, FilePurpose::Kyc, QStringLiteral("pan.jpg")));
        LET(gstin, handIn(caller, FilePurpose::Kyc, QStringLiteral("gstin.pdf")));
        LET(cheque, handIn(caller, FilePurpose::Kyc, QStringLiteral("cheque.jpg")));
        return m_market.kyc.submitKyc(caller, {.pan = wish.pan,
                                               .gstin = wish.gstin,
                                               .bankAccountNumber = wish.bankAccount,
                                               .bankIfsc = wish.ifsc,
                                               .bankAccountHolder = wish.ownerName.toUpper(),
                                               .panFileId = pan,
                                               .gstinFileId = gstin,
                                               .chequeFileId = cheque});
    }

    Result<> openStore(const DemoVendor &wish)
    {
        LET(caller, registerVendor(wish));
        LET(submission, submit(caller, wish));
        MUST(m_market.kyc.approveKyc(m_admin, submission.id, {.note = QStringLiteral("Compared with the originals")}));
        Store store{.caller = caller, .products = {}};
        for (const DemoProduct &product : wish.products) {
            LET(added, m_market.catalog.addProduct(caller, {.categoryId = m_categories.value(product.category),
                                                            .title = product.title,
                                                            .description = product.description,
                                                            .unit = product.unit,
                                                            .price = product.price,
                                                            .stockQuantity = product.stock,
                                                            .minimumOrderQuantity = product.minimum,
                                                            .hsnCode = product.hsn,
                                                            .gstRate = {1800}}));
            store.products += added;
        }
        m_stores.insert(wish.username, store);
        return {};
    }

    Result<> admitBuyer(const DemoBuyer &wish)
    {
        LET(caller, enrol(wish.username, Role::Buyer));
        MUST(m_market.accounts.updateMe(caller, {.fullName = wish.fullName, .phone = wish.phone}));
        LET(address, m_market.accounts.addAddress(caller, {.recipientName = wish.fullName,
                                                           .recipientPhone = wish.phone,
                                                           .flatNumber = wish.flatNumber,
                                                           .streetAddress = wish.streetAddress,
                                                           .city = wish.city,
                                                           .pincode = wish.pincode,
                                                           .state = wish.state,
                                                           .location = GeoPoint{wish.latitude, wish.longitude}}));
        MUST(m_market.accounts.savePreferences(caller, {}));
        m_buyers.insert(wish.username, {caller, address.id});
        for (Money left = wish.balance; left > Money{}; left = left - rechargeStep)
            MUST(recharge(caller.id, std::min(left, rechargeStep)));
        return {};
    }

    // As if the gateway had taken the money: nobody out there is asked for it.
    Result<> recharge(Id<Account> buyer, Money amount)
    {
        return m_market.db().write([&](Tx &tx) -> Result<> {
            const auto payment = m_market.ids.next<Payment>();
            const QString transaction = QStringLiteral("pay_%1").arg(payment.text());
            MUST(m_market.payments.adopt(tx, {.id = payment,
                                              .accountId = buyer,
                                              .gatewayOrderId = QStringLiteral("order_%1").arg(payment.text()),
                                              .gatewayPaymentId = transaction,
                                              .amount = amount,
                                              .createdAt = tx.now(),
                                              .endedAt = tx.now()}));
            return m_market.ledger.recharge(tx, buyer, amount, payment, transaction);
        });
    }

    // Everybody likes every third store and wishes for the first thing of it.
    Result<> rememberWishes()
    {
        constexpr qsizetype everyThird = 3;
        for (qsizetype of = 0; of < m_story.buyers.size(); ++of) {
            const Caller caller = m_buyers.value(m_story.buyers[of].username).first;
            for (qsizetype at = of % everyThird; at < m_story.vendors.size(); at += everyThird) {
                const Store store = m_stores.value(m_story.vendors[at].username);
                if (store.products.isEmpty())
                    continue;
                MUST(m_market.buyers.addWish(caller, store.products.constFirst().id));
                MUST(m_market.buyers.addFavouriteStore(caller, {*store.caller.vendorId}));
            }
        }
        return {};
    }

    CaseStage stageOfCases()
    {
        return {
            .market = m_market,
            .admin = m_admin,
            .today = m_today,
            .folder = m_folder,
            .categories = m_categories,
            .buyer = [this](const QString &name) { return m_buyers.value(name); },
            .vendor = [this](const QString &name) { return m_stores.value(name).caller; },
            .products = [this](const QString &vendor) { return m_stores.value(vendor).products; },
            .handIn = [this](const Caller &owner,
                             const QString &picture) { return handIn(owner, FilePurpose::Chat, picture); },
            .at = [this](qint64 minutesAgo, std::function<Result<>()> happen) { at(minutesAgo, std::move(happen)); }};
    }

    void at(qint64 minutesAgo, std::function<Result<>()> happen)
    {
        m_timeline.emplace(m_today.ms - minutesAgo * minuteMs, std::move(happen));
    }

    void plan()
    {
        for (const DemoOrder &wish : m_story.orders)
            at(wish.minutesAgo, [this, &wish] { return place(wish); });
        for (const DemoVendor &wish : m_story.waitingVendors) {
            at(wish.minutesAgo.value_or(0), [this, &wish]() -> Result<> {
                LET(caller, registerVendor(wish));
                MUST(submit(caller, wish));
                return {};
            });
        }
        for (const DemoPayout &wish : m_story.payouts)
            at(wish.minutesAgo, [this, &wish] { return payOut(wish); });
    }

    Result<> place(const DemoOrder &wish)
    {
        const auto &[buyer, address] = m_buyers[wish.buyer];
        const Store &store = m_stores[wish.vendor];
        const PlaceOrderLine line{.productId = store.products.at(wish.product).id, .quantity = wish.quantity};
        LET(placed, m_market.orders.placeOrder(buyer, {.addressId = address, .lines = {line}}));
        const Id<Order> id = placed.orders.constFirst().id;
        m_market.settleDown();
        MUST(talk(wish, id));

        if (wish.status == OrderStatus::Cancelled) {
            MUST(m_market.orders.cancelOrder(buyer, id, {.reason = QStringLiteral("Found a lot closer to us")}));
            return {};
        }
        // The vendor's steps spread over the time that has passed since, so that none lies in the future.
        using enum OrderStatus;
        QList<OrderStatus> steps;
        for (const OrderStatus step : {Confirmed, Packed, Shipped, OutForDelivery, Delivered})
            if (step <= wish.status)
                steps += step;
        const qint64 pause = wish.minutesAgo / (steps.size() + 3);
        qint64 ago = wish.minutesAgo;
        for (const OrderStatus step : steps) {
            ago -= std::min<qint64>(pause, 8 * 60);
            at(ago, [this, id, step, &store]() -> Result<> {
                MUST(m_market.orders.advanceOrder(store.caller, id, {.status = step}));
                return {};
            });
        }
        if (wish.status == Completed)
            at(ago - std::min<qint64>(pause, 3 * 60), [this, id, &buyer = buyer]() -> Result<> {
                MUST(m_market.orders.confirmDelivery(buyer, id));
                return {};
            });
        return {};
    }

    Result<> talk(const DemoOrder &wish, Id<Order> id)
    {
        int number = 0;
        for (const DemoMessage &message : wish.messages) {
            const Caller &sender =
                message.sender == Actor::Buyer ? m_buyers[wish.buyer].first : m_stores[wish.vendor].caller;
            LET(rooms, m_market.chat.listRooms(sender, {.order = id}));
            if (rooms.items.isEmpty())
                return failure(ErrorCode::Internal, QStringLiteral("The order has no chat room."));
            m_clock.moveTo(m_clock.now().after(minuteMs));
            MUST(m_market.chat.sendMessage(sender, rooms.items.constFirst().id,
                                           {.clientId = QString::number(++number), .content = message.text}));
        }
        return {};
    }

    Result<> payOut(const DemoPayout &wish)
    {
        LET(payout, m_market.payouts.requestPayout(m_stores[wish.vendor].caller));
        if (!wish.process)
            return {};
        MUST(m_market.db().write([&](Tx &tx) {
            return m_market.payouts.paidBy(tx, m_admin, payout.id, QStringLiteral("NEFT-") + payout.payoutNumber);
        }));
        return {};
    }

    Market &m_market;
    StoryClock &m_clock;
    const Instant m_today;
    const QString m_folder;
    const DemoStory m_story;
    Caller m_admin;
    QString m_passwordHash;
    QHash<QString, Id<Category>> m_categories;
    QHash<QString, Store> m_stores;
    QHash<QString, std::pair<Caller, Id<Address>>> m_buyers;
    Timeline m_timeline;
};

} // namespace

Result<Outcome> load(Market &market, StoryClock &clock, Instant today, const QString &folder)
{
    QFile file(folder + QStringLiteral("/market.json"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Internal, QStringLiteral("%1 is missing.").arg(file.fileName()));
    LET(story, json::parse<DemoStory>(file.readAll()));
    const std::optional<Account> admin =
        market.db().read([&](Tx &tx) { return market.accounts.findByIdentifier(tx, story.admin.username); });
    if (admin && admin->phone != phoneWhenLoaded)
        return failure(ErrorCode::Conflict,
                       QStringLiteral("The demo market was loaded only in part; start with an empty data folder."));
    if (admin)
        return Outcome::AlreadyThere;
    Loader loader(market, clock, today, folder, story);
    MUST(loader.run());
    return Outcome::Loaded;
}

} // namespace demo
