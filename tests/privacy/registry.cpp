#include "tests/privacy/registry.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

#include <zip.h>

namespace {

constexpr int quickCost = 4;
constexpr Money price{75'000};

template <class T>
auto must(Result<T> result)
{
    if (!result)
        qFatal("the registry cannot be made: %s", qPrintable(result.error().message));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

struct Name
{
    QString name;

    FIELDS(Name, FIELD(name))
};

struct ColumnName
{
    QString tableName;
    QString columnName;

    FIELDS(ColumnName, FIELD(tableName), FIELD(columnName))
};

struct Line
{
    std::optional<QString> line;

    FIELDS(Line, FIELD(line))
};

} // namespace

PutAddress Registry::homeOf(const QString &name)
{
    return {.recipientName = name,
            .recipientPhone = QStringLiteral("+919876500001"),
            .streetAddress = QStringLiteral("12 Marine Drive"),
            .landmark = QStringLiteral("Beside the aquarium"),
            .city = QStringLiteral("Mumbai"),
            .pincode = QStringLiteral("400001"),
            .state = QStringLiteral("Maharashtra")};
}

MarketPlan Registry::plan() const
{
    MarketPlan plan{.masterSecrets = {QByteArray(32, 'a')}, .passwordCost = quickCost};
    plan.storage.folder = folder.filePath(QStringLiteral("files"));
    plan.storage.undecoded = storage::Undecoded::Taken;
    plan.mail.folder = folder.filePath(QStringLiteral("mails"));
    // Nobody answers there: a recharge is begun and stays open.
    plan.gateways = {{.baseUrl = QStringLiteral("http://127.0.0.1:1"),
                      .keyId = QStringLiteral("key-id"),
                      .keySecret = "key-secret",
                      .webhookSecret = "webhook-secret",
                      .firstRetryMs = 1,
                      .patienceMs = 1}};
    return plan;
}

Registry::Registry()
{
    market.outbox.tell<CopyReady>("test.ready", [&](const CopyReady &each) { ready += each; });
    market.outbox.tell<OtpIssued>("test.codes", [&](const OtpIssued &each) { codes += each; });
    market.outbox.tell<ActivationIssued>("test.activations",
                                         [&](const ActivationIssued &each) { activations += each; });
    market.outbox.drain();
    const Account root = must(market.auth.createAdmin(QStringLiteral("root"), QStringLiteral("root@example.in"),
                                                      password, auth::AdminKind::Super));
    admin = {{.id = root.id, .role = Role::Admin, .known = true, .superAdmin = true}, QStringLiteral("root"), {}};
    buyer = signedIn(enrol(QStringLiteral("meera"), Role::Buyer));
    vendor = signedIn(enrol(QStringLiteral("vikram"), Role::Vendor));
    must(market.accounts.updateMe(buyer.caller,
                                  {.fullName = QStringLiteral("Meera Nair"),
                                   .phone = QStringLiteral("+919876500002"),
                                   .photoId = upload(buyer, FilePurpose::ProfilePhoto, QStringLiteral("me.jpg")).id}));
    home = must(market.accounts.addAddress(buyer.caller, homeOf(QStringLiteral("Meera Nair")))).id;
    must(market.accounts.updateVendorProfile(vendor.caller, shop()));
    must(db->write([&](Tx &tx) {
        return market.accounts.setKycStatus(tx, *vendor.caller.vendorId, KycStatus::Approved, std::nullopt);
    }));
    const Id<Category> metals = must(market.catalog.addCategory(admin.caller, {.name = QStringLiteral("Metals")})).id;
    copper = must(market.catalog.addProduct(vendor.caller, {.categoryId = metals,
                                                            .title = QStringLiteral("Copper wire"),
                                                            .description = QStringLiteral("Clean"),
                                                            .price = price,
                                                            .stockQuantity = Quantity{100'000},
                                                            .minimumOrderQuantity = {1}}))
                 .id;
    drain();
    rememberTastes();
}

void Registry::rememberTastes()
{
    must(market.accounts.savePreferences(buyer.caller, {.sms = false}));
    must(market.buyers.saveBuyerProfile(buyer.caller, {QStringLiteral("1990-04-17"), Gender::Female}));
    must(market.buyers.addWish(buyer.caller, copper));
    must(market.buyers.addFavouriteStore(buyer.caller, {*vendor.caller.vendorId}));
    must(market.buyers.saveMethod(buyer.caller,
                                  {.reference = QStringLiteral("meera@okbank"), .label = QStringLiteral("My bank")}));
    must(market.notifications.registerDevice(
        buyer.caller, {.token = QStringLiteral("token-of-meeras-phone"), .name = QStringLiteral("meera's phone")}));
    drain();
}

PutVendor Registry::shop() const
{
    return {.storeName = QStringLiteral("Vikram Metals"),
            .ownerName = QStringLiteral("Vikram Shah"),
            .businessPhone = QStringLiteral("+919876500003"),
            .streetAddress = QStringLiteral("5 Mill Road"),
            .city = QStringLiteral("Mumbai"),
            .pincode = QStringLiteral("400001"),
            .state = QStringLiteral("Maharashtra")};
}

Somebody Registry::enrol(const QString &username, Role role)
{
    const Account account = must(market.auth.enrol({.username = username,
                                                    .email = username + QStringLiteral("@example.in"),
                                                    .role = role,
                                                    .isActive = true,
                                                    .isVerified = true},
                                                   password));
    return {{.id = account.id, .role = role, .known = true, .vendorId = account.vendorId}, username, {}};
}

Somebody Registry::signedIn(Somebody who)
{
    Caller from = stranger();
    if (who.username != u"meera")
        from.ip = QStringLiteral("203.0.113.8");
    const auto challenge = must(market.auth.signIn(from, {who.username, password}));
    market.outbox.drain();
    const auto tokens = must(market.auth.verifyOtp(
        from, {challenge.challengeId, codes.constLast().code, who.username + QStringLiteral("'s phone"), {}}));
    who.token = tokens.accessToken.toUtf8();
    who.caller = must(market.auth.callerOf(who.token));
    who.caller.ip = from.ip;
    return who;
}

void Registry::prove(const Somebody &who)
{
    must(market.auth.reauthenticate(who.caller, {.password = password}));
}

void Registry::fill(Money amount)
{
    must(db->write([&](Tx &tx) {
        return market.ledger.recharge(tx, buyer.caller.id, amount, market.ids.next<Payment>(), QStringLiteral("pay"));
    }));
}

Order Registry::placed()
{
    fill(price);
    const auto out = must(market.orders.placeOrder(
        buyer.caller, {.addressId = home, .lines = {{copper, Quantity{1'000}, std::nullopt}}}));
    drain();
    return out.orders.constFirst();
}

void Registry::settle(const Order &order)
{
    using enum OrderStatus;
    for (const OrderStatus next : {Confirmed, Packed, OutForDelivery, Delivered})
        must(market.orders.advanceOrder(vendor.caller, order.id, {.status = next}));
    must(market.orders.confirmDelivery(buyer.caller, order.id));
    drain();
}

void Registry::say(const Somebody &who, const Order &order, const QString &text)
{
    const auto room = must(market.chat.listRooms(who.caller, {.order = order.id})).items.constFirst().id;
    must(market.chat.sendMessage(who.caller, room,
                                 {.clientId = QStringLiteral("m%1").arg(++m_counter), .content = text}));
    drain();
}

QByteArray Registry::jpeg()
{
    return QByteArray::fromHex("ffd8ffe000104a46494600010100000100010000") + QByteArray(200, '\x11');
}

StoredFile Registry::upload(const Somebody &who, FilePurpose purpose, const QString &name)
{
    const QString path = folder.filePath(QStringLiteral("body%1").arg(++m_counter));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(jpeg()) < 0)
        qFatal("cannot write the upload");
    file.close();
    return must(market.storage.uploadFile(
        who.caller,
        {.query = {purpose, name}, .path = path, .size = jpeg().size(), .declaredType = QStringLiteral("image/jpeg")}));
}

Id<KycSubmission> Registry::handIn()
{
    must(db->write([&](Tx &tx) {
        return market.accounts.setKycStatus(tx, *vendor.caller.vendorId, KycStatus::None, std::nullopt);
    }));
    PutVendor store = shop();
    store.logoId = upload(vendor, FilePurpose::StoreLogo, QStringLiteral("logo.jpg")).id;
    store.bannerId = upload(vendor, FilePurpose::StoreBanner, QStringLiteral("banner.jpg")).id;
    must(market.accounts.updateVendorProfile(vendor.caller, store));
    return must(market.kyc.submitKyc(vendor.caller,
                                     {.pan = QStringLiteral("AAPFU0939F"),
                                      .gstin = QStringLiteral("27AAPFU0939F1ZV"),
                                      .bankAccountNumber = QStringLiteral("50100123456620"),
                                      .bankIfsc = QStringLiteral("HDFC0000001"),
                                      .bankAccountHolder = QStringLiteral("Vikram Shah"),
                                      .panFileId = upload(vendor, FilePurpose::Kyc, QStringLiteral("pan.jpg")).id,
                                      .gstinFileId = upload(vendor, FilePurpose::Kyc, QStringLiteral("gstin.jpg")).id}))
        .id;
}

void Registry::verifyKyc()
{
    must(market.kyc.approveKyc(admin.caller, handIn(), {}));
    drain();
}

void Registry::closeStore()
{
    PutVendor closed = shop();
    closed.isOpen = false;
    must(market.accounts.updateVendorProfile(vendor.caller, closed));
}

void Registry::drain()
{
    market.settleDown();
}

void Registry::drainAndForgetNews()
{
    drain();
    db.clock.advance(hourMs);
    market.outbox.prune();
}

Result<QHash<QString, QByteArray>> Registry::copyOf(const Somebody &who)
{
    MUST(market.privacy.requestCopy(who.caller));
    drain();
    return received(who);
}

QStringList Registry::blockersIn(const Error &refusal)
{
    QStringList out;
    for (const QJsonValue &each : QJsonDocument::fromJson(refusal.details)["blockers"].toArray())
        out += each.toString();
    return out;
}

QStringList Registry::filesIn(const QString &part) const
{
    QStringList out;
    for (QDirIterator it(folder.filePath(QStringLiteral("files/") + part), QDir::Files, QDirIterator::Subdirectories);
         it.hasNext();)
        out += it.next();
    return out;
}

Result<QHash<QString, QByteArray>> Registry::received(const Somebody &who)
{
    LET(copies, market.privacy.listCopies(who.caller));
    const PersonalCopy copy = copies.constFirst();
    if (!copy.url)
        return failure(ErrorCode::NotFound, QStringLiteral("There is no file."));
    const QUrlQuery query{QUrl(*copy.url)};
    LET(file,
        market.privacy.downloadCopy(who.caller, copy.id,
                                    {query.queryItemValue("expires").toLongLong(), query.queryItemValue("signature")}));
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(file.bytes.constData(), zip_uint64_t(file.bytes.size()), 0, &error);
    zip_t *zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    QHash<QString, QByteArray> out;
    for (zip_int64_t i = 0; zip && i < zip_get_num_entries(zip, 0); ++i) {
        zip_stat_t stat;
        zip_stat_index(zip, zip_uint64_t(i), 0, &stat);
        QByteArray content(qsizetype(stat.size), '\0');
        zip_file_t *part = zip_fopen_index(zip, zip_uint64_t(i), 0);
        if (zip_fread(part, content.data(), stat.size) != zip_int64_t(stat.size))
            content = "unreadable";
        zip_fclose(part);
        out.insert(QString::fromUtf8(stat.name), content);
    }
    zip_discard(zip);
    return out;
}

QList<std::pair<QString, QString>> Registry::columns() const
{
    return db->read([](Tx &tx) {
        QList<std::pair<QString, QString>> out;
        const auto found =
            tx.engine() == Engine::Sqlite
                ? tx.all<ColumnName>("FROM (SELECT m.name AS table_name, p.name AS column_name FROM sqlite_schema m,"
                                     " pragma_table_info(m.name) p WHERE m.type = 'table' AND m.name NOT LIKE"
                                     " 'sqlite%' AND m.name NOT LIKE 'addresses_place%') AS c ORDER BY table_name")
                : tx.all<ColumnName>("FROM information_schema.columns WHERE table_schema = 'public'"
                                     " ORDER BY table_name, ordinal_position");
        for (const ColumnName &each : found)
            out += {each.tableName, each.columnName};
        return out;
    });
}

QByteArray Registry::everything(const QStringList &without) const
{
    QHash<QString, QStringList> tables;
    for (const auto &[table, column] : columns())
        if (!without.contains(table))
            tables[table] += column;
    return db->read([&](Tx &tx) {
        QByteArray out;
        for (auto table = tables.cbegin(); table != tables.cend(); ++table) {
            QStringList parts;
            for (const QString &column : table.value())
                parts += tx.engine() == Engine::Sqlite ? QStringLiteral("quote(\"%1\")").arg(column)
                                                       : QStringLiteral("coalesce(\"%1\"::text, '')").arg(column);
            const std::string from = "FROM (SELECT " + parts.join(QStringLiteral(" || ',' || ")).toStdString() +
                                     " AS line FROM \"" + table.key().toStdString() + "\") AS lines ORDER BY line";
            for (const Line &line : tx.all<Line>(from))
                out += table.key().toUtf8() + ": " + line.line.value_or(QString()).toUtf8() + '\n';
        }
        return out;
    });
}
