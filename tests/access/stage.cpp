#include "tests/access/stage.h"

#include "server/core/metrics.h"

#include <QFile>

namespace {

const QString firstPassword = QStringLiteral("Kabaad#2026");
constexpr int quickCost = 4; // of bcrypt

http::Policy wide()
{
    constexpr http::Allowance unlimited{};
    http::Policy policy;
    policy.rates = {unlimited, unlimited, unlimited, unlimited, unlimited, unlimited, {}};
    policy.rates.byRate.fill(unlimited);
    return policy;
}

} // namespace

MarketPlan Stage::plan() const
{
    MarketPlan plan{.masterSecrets = {QByteArray(32, 'a')}, .passwordCost = quickCost};
    plan.storage.folder = m_folder.filePath(QStringLiteral("files"));
    plan.storage.undecoded = storage::Undecoded::Taken;
    plan.mail.folder = m_folder.filePath(QStringLiteral("mails"));
    plan.gateways = {tills.config(),
                     {.provider = QStringLiteral("upi"), .keyId = QStringLiteral("market@bank")},
                     tills.payingConfig()};
    plan.sms.url = QStringLiteral("http://127.0.0.1:1"); // nobody sends what waits to be sent
    plan.painter = QStringLiteral("/bin/true");          // nothing is drawn here
    plan.google = {.clientId = QStringLiteral("market.apps.example"),
                   .keys = m_folder.filePath(QStringLiteral("keys"))};
    return plan;
}

Stage::Stage()
{
    market.outbox.tell<ActivationIssued>("test.activations",
                                         [&](const ActivationIssued &each) { activations += each; });
    market.outbox.tell<OtpIssued>("test.codes", [&](const OtpIssued &each) { codes += each; });
    market.outbox.tell<EmailCodeIssued>("test.email_codes", [&](const EmailCodeIssued &each) { emailCodes += each; });
    market.outbox.tell<PasswordResetIssued>("test.resets", [&](const PasswordResetIssued &each) { resets += each; });
    market.outbox.tell<BusinessCodeIssued>("test.business_codes",
                                           [&](const BusinessCodeIssued &each) { businessCodes += each; });
    market.outbox.drain();
    serve();

    root = {.username = QStringLiteral("root"), .password = firstPassword};
    const Account account =
        market.auth.createAdmin(root.username, QStringLiteral("root@example.in"), root.password, auth::AdminKind::Super)
            .value();
    root.caller = {.id = account.id,
                   .role = Role::Admin,
                   .known = true,
                   .superAdmin = true,
                   .sessionId = provenSession(account.id)};
    (void)market.settings.changeSetting(root.caller, QStringLiteral("auth.passwordless"), {QStringLiteral("true")})
        .value();
    QFile keys(m_folder.filePath(QStringLiteral("keys")));
    if (!keys.open(QFile::WriteOnly) || keys.write(jwksOf({&google})) < 0)
        qFatal("cannot write the keys");
    // A second code within the same standing moment.
    (void)market.settings.changeSetting(root.caller, QStringLiteral("auth.otp_resend_seconds"), {QStringLiteral("0")})
        .value();
    (void)standing(Who::Expired);
    m_category = market.catalog.addCategory(root.caller, {.name = QStringLiteral("Metals")}).value().id;
}

Stage::~Stage()
{
    m_server.reset();
}

void Stage::serve()
{
    market.routes(router);
    m_health = std::make_unique<http::Health>([] { return Result<>(); });
    m_metrics = std::make_unique<Metrics>();
    http::addPages(router, {.health = *m_health, .readiness = m_readiness, .metrics = *m_metrics});
    http::ServerOptions options;
    options.port = 0;
    options.threads = 2;
    options.policy = wide();
    options.limits.connectionsPerIp = 10'000;
    options.limits.uploadFolder = m_folder.path();
    options.reads = db->engine() == Engine::Sqlite ? http::ReadLane::Inline : http::ReadLane::Pooled;
    options.session = [this](QByteArrayView bearer) { return market.auth.callerOf(bearer); };
    live::Hub &hub = market.live;
    options.sockets = {.redeem = [&hub](QByteArrayView ticket) { return hub.redeemTicket(ticket); },
                       .admit = [&hub](const Caller &who, QByteArrayView path) { return hub.admit(who, path); },
                       .join =
                           [&hub](const Caller &who, const QByteArray &topic, qint64 after, http::SocketLine line) {
                               return hub.join(who, topic, after, {.send = line.send, .close = line.close});
                           },
                       .hear = [&hub](quint64 connection, const QByteArray &text) { hub.hear(connection, text); },
                       .leave = [&hub](quint64 connection) { hub.leave(connection); }};
    m_server = std::make_unique<http::Server>(router, db.clock, m_registry, m_readiness, std::move(options));
    must(m_server->start());
    m_readiness.open();
}

Answer Stage::ask(const QByteArray &request) const
{
    Client client(m_server->port());
    return client.ask(request);
}

Caller Stage::stranger()
{
    ++m_counter;
    return {.ip = QStringLiteral("10.%1.%2.%3").arg(m_counter / 62'500).arg(m_counter / 250 % 250).arg(m_counter % 250),
            .requestId = "request"};
}

QString Stage::newestCode()
{
    market.outbox.drain();
    return codes.constLast().code;
}

Result<OtpChallenge> Stage::challenge(const Asker &person)
{
    return market.auth.signIn(stranger(), {person.username, person.password});
}

Result<SessionTokens> Stage::enter(const Asker &person)
{
    takeAppAway(person.caller.id);
    LET(asked, challenge(person));
    return market.auth.verifyOtp(stranger(), {asked.challengeId, newestCode(), std::nullopt});
}

Asker Stage::spare(Role role, DistributorStatus status)
{
    Asker out{.username = unused("person"), .password = firstPassword};
    const Account account = market.auth
                                .enrol({.username = out.username,
                                        .email = out.username + QStringLiteral("@example.in"),
                                        .role = role,
                                        .distributorStatus = status,
                                        .isActive = true,
                                        .isVerified = true},
                                       out.password)
                                .value();
    out.caller = {.id = account.id, .role = role, .known = true, .vendorId = account.vendorId, .requestId = "request"};
    completeProfile(out);
    return out;
}

PutAddress Stage::home()
{
    return {.recipientName = QStringLiteral("Asha Rao"),
            .recipientPhone = QStringLiteral("+919812345678"),
            .streetAddress = QStringLiteral("12 Marine Drive"),
            .city = QStringLiteral("Mumbai"),
            .pincode = QStringLiteral("400001"),
            .state = QStringLiteral("Maharashtra"),
            .location = GeoPoint{18.94, 72.83}};
}

PutVendor Stage::shop(const Caller &vendor)
{
    return {.storeName = unused("Metals "),
            .ownerName = QStringLiteral("Ramesh Sharma"),
            .businessPhone = QStringLiteral("+919812345678"),
            .logoId = upload(vendor, FilePurpose::StoreLogo, jpeg()).id,
            .bannerId = upload(vendor, FilePurpose::StoreBanner, jpeg()).id,
            .streetAddress = QStringLiteral("5 Mill Road"),
            .city = QStringLiteral("Mumbai"),
            .pincode = QStringLiteral("400001"),
            .state = QStringLiteral("Maharashtra"),
            .location = GeoPoint{19.07, 72.87}};
}

void Stage::completeProfile(Asker &person)
{
    const QString phone = QStringLiteral("+9198%1").arg(++m_counter, 8, 10, QChar(u'0'));
    (void)market.accounts.updateMe(person.caller, {.fullName = person.username, .phone = phone}).value();
    person.address = market.accounts.addAddress(person.caller, home()).value().id;
    (void)market.accounts.savePreferences(person.caller, {}).value();
}

void Stage::openStore(Asker &vendor)
{
    (void)market.accounts.updateVendorProfile(vendor.caller, shop(vendor.caller)).value();
    const auto handedIn = market.kyc.submitKyc(vendor.caller, documents(vendor.caller)).value();
    (void)market.kyc.approveKyc(root.caller, handedIn.id, {QStringLiteral("Known to us")}).value();
    vendor.product = market.catalog.addProduct(vendor.caller, offer()).value();
}

// No act suspends a store yet, so it is written where the act would write it.
void Stage::setStanding(const Asker &vendor, KycStatus kyc, StoreStatus status)
{
    const Id<Vendor> id = *vendor.caller.vendorId;
    const auto reason = kyc == KycStatus::Rejected ? std::optional(QStringLiteral("Not readable")) : std::nullopt;
    must(market.db().write([&](Tx &tx) {
        tx.run("UPDATE vendors SET status = ?2 WHERE id = ?1", id, status);
        return market.accounts.setKycStatus(tx, id, kyc, reason);
    }));
}

namespace {

struct Standing
{
    KycStatus kyc = KycStatus::Approved;
    StoreStatus status = StoreStatus::Active;
};

Standing standingOf(Who who)
{
    if (who == Who::UnapprovedVendor)
        return {KycStatus::None};
    if (who == Who::RejectedVendor)
        return {KycStatus::Rejected};
    return {KycStatus::Approved, who == Who::SuspendedVendor ? StoreStatus::Suspended : StoreStatus::Active};
}

bool maySell(Who who)
{
    return who != Who::UnapprovedVendor && who != Who::RejectedVendor && who != Who::SuspendedVendor;
}

} // namespace

Stage::Sale::Sale(Stage &stage, Who who, const Asker &vendor)
    : m_stage(stage)
    , m_who(who)
    , m_vendor(vendor)
{
    if (!maySell(m_who))
        m_stage.setStanding(m_vendor, KycStatus::Approved, StoreStatus::Active);
}

Stage::Sale::~Sale()
{
    if (!maySell(m_who))
        m_stage.setStanding(m_vendor, standingOf(m_who).kyc, standingOf(m_who).status);
}

Asker Stage::vendor(KycStatus kyc, StoreStatus status)
{
    Asker out = spare(Role::Vendor);
    openStore(out);
    if (kyc != KycStatus::Approved || status != StoreStatus::Active)
        setStanding(out, kyc, status);
    return out;
}

// Their sessions ended with it; no other call of theirs may reach anything.
Asker Stage::shut(PersonStatus how)
{
    Asker out = spare();
    out.token = enter(out).value().accessToken.toUtf8();
    const PersonReason why{QStringLiteral("Sold stolen cable")};
    (void)(how == PersonStatus::Banned ? market.people.ban(root.caller, out.caller.id, why)
                                       : market.people.suspend(root.caller, out.caller.id, why))
        .value();
    return out;
}

// Time passes for everybody, so it does before anybody else comes.
Asker Stage::expired()
{
    constexpr qint64 longerThanTokensMs = 16 * 60'000;
    Asker out = spare();
    out.token = enter(out).value().accessToken.toUtf8();
    db.clock.advance(longerThanTokensMs);
    return out;
}

Asker Stage::integration(ReportName scope)
{
    const CreateApiKey wish{.name = unused("key"), .scopes = {scope}};
    const auto made = market.auth.createApiKey(root.caller, wish).value();
    Asker out{.token = made.secret.toLatin1()};
    out.caller = market.auth.callerOf(out.token).value();
    return out;
}

Asker Stage::limited()
{
    Asker out{.username = unused("limited"), .password = firstPassword};
    (void)market.auth
        .registerAccount(
            stranger(),
            {.username = out.username, .email = out.username + QStringLiteral("@example.in"), .password = out.password})
        .value();
    market.outbox.drain();
    const auto tokens = market.auth.verifyEmail(stranger(), {activations.constLast().token}).value();
    out.token = tokens.accessToken.toUtf8();
    out.caller = market.auth.callerOf(out.token).value();
    return out;
}

Asker Stage::admin(const QList<Permission> &permissions)
{
    Asker out{.username = unused("admin"), .password = firstPassword};
    const Account account = market.auth
                                .enrol({.username = out.username,
                                        .email = out.username + QStringLiteral("@example.in"),
                                        .role = Role::Admin,
                                        .isActive = true,
                                        .isVerified = true,
                                        .permissions = permissions},
                                       out.password)
                                .value();
    out.caller = {.id = account.id, .role = Role::Admin, .known = true, .permissions = permissions};
    return out;
}

Asker Stage::admit(Who who)
{
    switch (who) {
    case Who::Anonymous: return {};
    case Who::Unverified: {
        const QString name = unused("unverified");
        (void)market.auth
            .registerAccount(
                stranger(),
                {.username = name, .email = name + QStringLiteral("@example.in"), .password = firstPassword})
            .value();
        market.outbox.drain();
        return {.token = activations.constLast().token.toUtf8()};
    }
    case Who::Challenge: return {.token = challenge(spare()).value().challengeId.text().toUtf8()};
    case Who::Refresh: return {.token = enter(spare()).value().refreshToken.toUtf8()};
    case Who::Expired: return expired();
    case Who::Revoked: {
        Asker out = spare();
        out.token = enter(out).value().accessToken.toUtf8();
        must(market.auth.signOut(market.auth.callerOf(out.token).value()));
        return out;
    }
    case Who::Banned: return shut(PersonStatus::Banned);
    case Who::Suspended: return shut(PersonStatus::Inactive);
    case Who::Limited: return limited();
    case Who::Buyer:
    case Who::OtherBuyer: return spare();
    case Who::DistributorPending: return spare(Role::Distributor, DistributorStatus::Pending);
    case Who::DistributorRejected: return spare(Role::Distributor, DistributorStatus::Rejected);
    case Who::DistributorApproved: return spare(Role::Distributor, DistributorStatus::Approved);
    case Who::Vendor:
    case Who::OtherVendor:
    case Who::UnapprovedVendor:
    case Who::RejectedVendor:
    case Who::SuspendedVendor: return vendor(standingOf(who).kyc, standingOf(who).status);
    case Who::AdminWithoutPermissions: return admin({});
    case Who::AdminWithAnotherPermission: return admin({});
    case Who::AdminWithThePermission: return admin({Permission::ManageOrders}); // for what is said in rooms
    case Who::SuperAdmin: return root;
    case Who::Integration: return integration(ReportName::DailySales);
    case Who::IntegrationWithAnotherScope: return integration(ReportName::VendorPerformance);
    }
    return {};
}

Asker &Stage::standing(Who who)
{
    const auto known = m_people.find(who);
    return known != m_people.end() ? known->second : m_people.emplace(who, admit(who)).first->second;
}

// What an admin has who was granted something, but not this.
QList<Permission> Stage::permissionsOf(Who who, const Subject &subject)
{
    const QList<Permission> needed = allNeededOf(subject);
    if (who == Who::AdminWithThePermission)
        return needed;
    return {needed.contains(Permission::ManageJobs) ? Permission::ReadAudit : Permission::ManageJobs};
}

Asker &Stage::person(Who who, const Subject &subject)
{
    const bool isGranted = who == Who::AdminWithThePermission || who == Who::AdminWithAnotherPermission;
    if (isGranted && neededOf(subject) != Permission::None) {
        const QList<Permission> permissions = permissionsOf(who, subject);
        if (!m_admins.contains(permissions))
            m_admins.emplace(permissions, admin(permissions));
        Asker &out = m_admins.at(permissions);
        if (!market.auth.callerOf(out.token))
            out.token = enter(out).value().accessToken.toUtf8();
        return out;
    }
    Asker &out = standing(who);
    if (who == Who::Anonymous || faultOf(who))
        return out;
    const auto session = market.auth.callerOf(out.token);
    // What a limited session is open to may complete its profile, and what others are open to may end their session.
    if (who == Who::Limited && (!session || !session->limited))
        out = limited();
    else if (!session)
        out.token = enter(out).value().accessToken.toUtf8();
    out.caller = market.auth.callerOf(out.token).value();
    return out;
}
