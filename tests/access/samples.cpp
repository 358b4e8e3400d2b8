#include "tests/access/samples.h"

#include "server/paygate/gateway.h"

template <>
Sent sample<ChangeSetting>(Situation &)
{
    return said(ChangeSetting{QStringLiteral("36")});
}

template <>
Sent sample<ChangeSettings>(Situation &)
{
    return said(ChangeSettings{{{QStringLiteral("reports.keep_days"), QStringLiteral("31"), QStringLiteral("30")}}});
}

template <>
Sent sample<CreateApiKey>(Situation &)
{
    return said(CreateApiKey{.name = QStringLiteral("Books"), .scopes = {ReportName::DailySales}});
}

template <>
Sent sample<RunReport>(Situation &)
{
    return said(RunReport{.format = ReportFormat::Csv});
}

template <>
Sent sample<PutReportDefinition>(Situation &at)
{
    PutReportDefinition wish = Stage::savedReport();
    if (!at.object.isEmpty())
        wish.version = 1;
    return said(wish);
}

template <>
Sent sample<Upload<FileQuery>>(Situation &)
{
    return {.query = "?purpose=kyc&name=pan.jpg", .body = Stage::jpeg(), .headers = "Content-Type: image/jpeg\r\n"};
}

template <>
Sent sample<SignedLink>(Situation &at)
{
    const Id<StoredFile> file = Id<StoredFile>::parse(QString::fromLatin1(at.object));
    const auto owner =
        at.stage.db->read([&](Tx &tx) { return at.stage.market.storage.describe(tx, file, at.person.caller.id); });
    return {.query = '?' + QUrl(owner->url).query(QUrl::FullyEncoded).toLatin1()};
}

template <>
Sent sample<RevealKyc>(Situation &)
{
    return said(RevealKyc{KycNumber::Pan, QStringLiteral("Compared with the card")});
}

template <>
Sent sample<UpdateAccount>(Situation &at)
{
    return said(UpdateAccount{.fullName = QStringLiteral("Asha Rao"),
                              .phone = QStringLiteral("+9197%1").arg(at.stage.unused("").toInt(), 8, 10, QChar(u'0'))});
}

template <>
Sent sample<PutAddress>(Situation &)
{
    return said(Stage::home());
}

template <>
Sent sample<PutVendor>(Situation &at)
{
    return said(at.stage.shop(at.person.caller.known ? at.person.caller : at.stage.root.caller));
}

template <>
Sent sample<Register>(Situation &at)
{
    const QString username = at.stage.unused("newcomer");
    return said(Register{.username = username,
                         .email = username + QStringLiteral("@example.in"),
                         .password = QStringLiteral("Kabaad#2026")});
}

template <>
Sent sample<AskUsername>(Situation &)
{
    return {.query = "?username=somebody"};
}

template <>
Sent sample<VerifyEmail>(Situation &at)
{
    const QString username = at.stage.unused("newcomer");
    (void)at.stage.market.auth
        .registerAccount(at.stage.stranger(), {.username = username,
                                               .email = username + QStringLiteral("@example.in"),
                                               .password = QStringLiteral("Kabaad#2026")})
        .value();
    at.stage.market.outbox.drain();
    return said(VerifyEmail{at.stage.activations.constLast().token});
}

template <>
Sent sample<AskMail>(Situation &at)
{
    return said(AskMail{at.stage.spare().username + QStringLiteral("@example.in")});
}

template <>
Sent sample<SignIn>(Situation &at)
{
    const Asker person = at.stage.spare();
    return said(SignIn{person.username, person.password});
}

template <>
Sent sample<ResendOtp>(Situation &at)
{
    return said(ResendOtp{at.stage.challenge(at.stage.spare()).value().challengeId});
}

template <>
Sent sample<VerifyOtp>(Situation &at)
{
    const auto challenge = at.stage.challenge(at.stage.spare()).value();
    return said(VerifyOtp{challenge.challengeId, at.stage.newestCode(), QStringLiteral("Test")});
}

template <>
Sent sample<RefreshSession>(Situation &at)
{
    return said(RefreshSession{at.stage.enter(at.stage.spare()).value().refreshToken});
}

template <>
Sent sample<ResetPassword>(Situation &at)
{
    const Asker person = at.stage.spare();
    must(at.stage.market.auth.forgotPassword(at.stage.stranger(), {person.username + QStringLiteral("@example.in")}));
    at.stage.market.outbox.drain();
    return said(ResetPassword{at.stage.resets.constLast().token, QStringLiteral("Another#2026")});
}

template <>
Sent sample<ChangePassword>(Situation &at)
{
    at.person.nextPassword = at.stage.unused("Changed#");
    return said(ChangePassword{at.person.password.isEmpty() ? QStringLiteral("none") : at.person.password,
                               *at.person.nextPassword});
}

template <>
Sent sample<SubmitKyc>(Situation &at)
{
    return said(at.stage.documents(at.person.caller.known ? at.person.caller : at.stage.root.caller));
}

template <>
Sent sample<ApproveKyc>(Situation &)
{
    return said(ApproveKyc{QStringLiteral("All good")});
}

template <>
Sent sample<RefuseKyc>(Situation &)
{
    return said(RefuseKyc{QStringLiteral("The scan is not readable")});
}

template <>
Sent sample<PersonReason>(Situation &)
{
    return said(PersonReason{QStringLiteral("Sold stolen cable")});
}

template <>
Sent sample<ChangeRole>(Situation &)
{
    return said(ChangeRole{Role::Distributor, QStringLiteral("Buys for a factory")});
}

template <>
Sent sample<ChangePowers>(Situation &)
{
    return said(ChangePowers{.permissions = {Permission::ReadAudit}, .reason = QStringLiteral("Checks the books")});
}

template <>
Sent sample<InviteStaff>(Situation &at)
{
    const QString username = at.stage.unused("staff");
    return said(InviteStaff{.username = username,
                            .email = username + QStringLiteral("@example.in"),
                            .permissions = {Permission::ReviewKyc}});
}

template <>
Sent sample<PutCategory>(Situation &at)
{
    return said(PutCategory{.name = at.stage.unused("Category ")});
}

template <>
Sent sample<PutProduct>(Situation &at)
{
    PutProduct wish = at.stage.offer();
    if (!at.object.isEmpty()) {
        wish.stockQuantity.reset();
        wish.version = 1;
    }
    return said(wish);
}

template <>
Sent sample<ChangeStock>(Situation &)
{
    return said(ChangeStock{.delta = {5'000}, .reason = QStringLiteral("Counted")});
}

template <>
Sent sample<ChangeStocks>(Situation &at)
{
    const std::optional<Product> &product = at.person.product;
    return said(ChangeStocks{.lines = {{product ? product->id : Id<Product>{}, {5'000}}}});
}

template <>
Sent sample<RechargeWallet>(Situation &)
{
    return said(RechargeWallet{.amount = {50'000}});
}

template <>
Sent sample<ConfirmPayment>(Situation &at)
{
    const auto session = at.stage.market.auth.callerOf(at.person.token); // nobody pays who was banned
    const bool isBuyer = session && session->known && !session->limited &&
                         (session->role == Role::Buyer || session->role == Role::Distributor);
    const Caller payer = isBuyer ? at.person.caller : at.stage.standing(Who::Buyer).caller;
    const auto payment = at.stage.market.payments.rechargeWallet(payer, {.amount = {50'000}}).value();
    return said(at.stage.tills.pay(payment.gatewayOrderId));
}

// An event that is none of our business is taken note of.
template <>
Sent sample<RawBody>(Situation &at)
{
    const QByteArray body = R"({"event":"refund.created","payload":{}})";
    const QByteArray signature = paygate::hexHmac(body, at.stage.tills.config().webhookSecret);
    return {.body = body,
            .headers = "Content-Type: application/json\r\nX-Razorpay-Signature: " + signature +
                       "\r\nX-Razorpay-Event-Id: " + at.stage.unused("evt_").toLatin1() + "\r\n"};
}

template <>
Sent sample<PlaceOrder>(Situation &at)
{
    const Asker &buyer = at.person.address ? at.person : at.stage.standing(Who::Buyer);
    at.stage.recharge(buyer, {72'000});
    return said(PlaceOrder{.addressId = *buyer.address,
                           .lines = {{at.stage.standing(Who::Vendor).product->id, Quantity{1000}, std::nullopt}}});
}

template <>
Sent sample<AdvanceOrder>(Situation &)
{
    return said(AdvanceOrder{.status = OrderStatus::Cancelled, .reason = QStringLiteral("It was a mistake")});
}

template <>
Sent sample<CancelOrder>(Situation &)
{
    return said(CancelOrder{QStringLiteral("It was a mistake")});
}

template <>
Sent sample<RejectPayout>(Situation &)
{
    return said(RejectPayout{QStringLiteral("The account is closed")});
}

template <>
Sent sample<ProcessPayout>(Situation &at)
{
    // Only an approved one can be processed; one that was approved before stays so.
    (void)at.stage.market.payouts.approvePayout(at.stage.root.caller,
                                                Id<Payout>::parse(QString::fromLatin1(at.object)));
    return said(ProcessPayout{QStringLiteral("HDFC/") + QString::fromLatin1(at.object)});
}

template <>
Sent sample<SendMessage>(Situation &at)
{
    return said(SendMessage{.clientId = at.stage.unused("m"), .content = QStringLiteral("Good morning")});
}

template <>
Sent sample<ReadMessages>(Situation &at)
{
    const auto room = Id<ChatRoom>::parse(QString::fromLatin1(at.object));
    const SendMessage hello{.clientId = at.stage.unused("m"), .content = QStringLiteral("Good morning")};
    const auto sent = at.stage.market.chat.sendMessage(at.stage.root.caller, room, hello);
    return said(ReadMessages{sent ? sent->id : Id<ChatMessage>{room.uuid}});
}

template <>
Sent sample<Visiting<ShowAds>>(Situation &)
{
    return {.query = "?placement=home_hero"};
}

template <>
Sent sample<AdImage>(Situation &at)
{
    const auto ad = at.stage.market.ads.readAd(at.stage.root.caller, Id<Ad>::parse(QString::fromLatin1(at.object)));
    return {.query = '?' + ad->imageUrl.section(u'?', 1).toLatin1()};
}

template <>
Sent sample<PutAd>(Situation &at)
{
    const Caller &caller = at.person.caller;
    const bool placesAds = caller.known && caller.isAdmin() && caller.may(Permission::ManageAds);
    // Whoever may not place ads has no picture for one either, and is refused before it is looked at.
    PutAd wish = at.stage.campaign(
        placesAds ? at.stage.upload(caller, FilePurpose::Ad, Stage::jpeg()).id
                  : Id<StoredFile>::parse(QString::fromLatin1(at.stage.kept(Thing::File, Who::Buyer))));
    if (!at.object.isEmpty())
        wish.version = 1;
    return said(wish);
}

template <>
Sent sample<ScheduleAd>(Situation &at)
{
    const Instant now = at.stage.db.clock.now();
    return said(ScheduleAd{now.after(20 * dayMs), now.after(30 * dayMs), 1});
}
