// Stores, documents, products and talk of tests/console/pages/samples.

#include "tests/console/pages/samples.h"

namespace samples {

namespace {

StoredFile file(int number, const QString &name, const QString &type, qint64 size)
{
    return {.id = id<StoredFile>(number),
            .name = name,
            .contentType = type,
            .size = size,
            .url = QStringLiteral("/api/v1/files/%1?expires=1&signature=x").arg(id<StoredFile>(number).text()),
            .urlExpiresAt = now.after(5 * minuteMs)};
}

} // namespace

KycCase kycCase(int number, const QString &store, const QString &city, int hours, CheckOutcome worst,
                const QString &flag)
{
    KycCase line{.id = id<KycSubmission>(number),
                 .vendorId = id<Vendor>(number),
                 .storeName = store,
                 .city = city,
                 .attempt = number == 5 ? 2 : 1,
                 .worstCheck = worst,
                 .submittedAt = now.after(-hours * hourMs),
                 .dueAt = now.after((24 - hours) * hourMs)};
    if (!flag.isEmpty())
        line.flag = flag;
    return line;
}

QList<KycCase> kycCases()
{
    using enum CheckOutcome;
    return {kycCase(1, "Sharma Metals & Alloys", "Pune", 26, Warning, "Name differs by one word"),
            kycCase(2, "Kanpur Paper Traders", "Kanpur", 25, Passed),
            kycCase(3, "Coastal Copper Works", "Kochi", 19, Failed, "Bank account is used by another store"),
            kycCase(4, "Bharat Polymers", "Surat", 17, Passed),
            kycCase(5, "Metro Recyclers", "Delhi", 15, Warning, "GSTIN state differs"),
            kycCase(6, "E-Cycle India", "Hyderabad", 11, Passed),
            kycCase(7, "Shree Ganesh Traders", "Indore", 9, Passed),
            kycCase(8, "GreenScrap Co.", "Bengaluru", 6, Passed),
            kycCase(9, "Howrah Iron Depot", "Howrah", 4, Passed),
            kycCase(10, "Nilgiri Glass", "Coimbatore", 2, Passed)};
}

QList<AuditEntry> auditEntries()
{
    int number = 0;
    const auto entry = [&](const char *action, const char *object, const QString &objectId, const char *details,
                           std::optional<QString> who = QStringLiteral("Vikram Menon (vikram.kyc)"),
                           const char *role = "admin") {
        ++number;
        return AuditEntry{
            .id = id<AuditEntry>(900 + number),
            .actorId = who ? std::optional(id<Account>(who == QStringLiteral("Meera Nair (meera_nair)") ? 71 : 70))
                           : std::nullopt,
            .actorName = who,
            .actorRole = QString::fromLatin1(role),
            .action = QString::fromLatin1(action),
            .objectType = QString::fromLatin1(object),
            .objectId = objectId,
            .details = {details},
            .ip = QStringLiteral("203.0.113.%1").arg(10 + number),
            .requestId = QStringLiteral("0192f7a0-4c1e-7000-8000-%1").arg(number, 12, 16, QChar(u'0')),
            .createdAt = now.after(-number * 137'000)};
    };
    return {entry("settings.changed", "setting", QStringLiteral("commission.global_rate"),
                  R"({"old":"2.00","new":"2.50"})"),
            entry("catalog.product_changed", "product", id<Product>(31).text(),
                  R"({"old":{"price":"410.00","stock":"120"},"new":{"price":"432.50","stock":"120"}})"),
            entry("kyc.revealed", "kyc_submission", id<KycSubmission>(1).text(),
                  R"({"number":"pan","reason":"Compare with the card"})"),
            entry("kyc.document_read", "stored_file", id<StoredFile>(11).text(), "{}"),
            entry("payment.paid", "payment", id<Payment>(5).text(),
                  R"({"provider":"razorpay","amount":"500.00","status":"paid","transaction_id":"pay_29QQoUBi66xm2f"})",
                  std::nullopt, "nobody"),
            entry("payment.attempted", "payment", id<Payment>(5).text(),
                  R"({"provider":"razorpay","amount":"500.00","status":"pending"})",
                  QStringLiteral("Meera Nair (meera_nair)"), "buyer"),
            entry("auth.sign_in_failed", "account", id<Account>(71).text(), "{}", std::nullopt, "nobody")};
}

KycReview kycReview(const KycCase &line)
{
    KycSubmission submission{.id = line.id,
                             .vendorId = line.vendorId,
                             .status = line.status,
                             .attempt = line.attempt,
                             .panMasked = QStringLiteral("•••• 234K"),
                             .gstinMasked = QStringLiteral("•••• K1Z5"),
                             .bankAccountMasked = QStringLiteral("•••• 6620"),
                             .bankIfsc = QStringLiteral("HDFC0000123"),
                             .bankAccountHolder = QStringLiteral("RAVI SHARMA"),
                             .submittedAt = line.submittedAt};
    submission.documents = {{KycDocumentKind::Pan, file(11, "pan_front.png", "image/png", 48'211)},
                            {KycDocumentKind::Gstin, file(12, "gstin_certificate.pdf", "application/pdf", 184'320)},
                            {KycDocumentKind::Cheque, file(13, "cheque.png", "image/png", 33'010)}};
    using enum CheckOutcome;
    submission.checks = {{KycCheckKind::GstinCheckDigit, Passed, "The check digit is right."},
                         {KycCheckKind::PanInGstin, Passed, "The GSTIN contains the PAN."},
                         {KycCheckKind::GstinState, Passed, "27 is Maharashtra, the store is in Pune."},
                         {KycCheckKind::DuplicatePan, Passed, "No other store uses this PAN."},
                         {KycCheckKind::DuplicateBank, Passed, "No other store uses this account."},
                         {KycCheckKind::HolderName, line.worstCheck, "“RAVI SHARMA” and “RAVI KUMAR SHARMA”"},
                         {KycCheckKind::MapDistance, Passed, "The pin is 3 km from the centre of the pincode."}};
    Vendor vendor = store();
    vendor.id = line.vendorId;
    vendor.storeName = line.storeName;
    vendor.city = line.city;
    vendor.kycStatus = KycStatus::Pending;
    return {.submission = submission, .vendor = vendor};
}

Vendor store()
{
    return {.id = id<Vendor>(1),
            .accountId = id<Account>(1),
            .storeName = QStringLiteral("Sharma Metals & Alloys"),
            .ownerName = QStringLiteral("Ravi Sharma"),
            .businessEmail = QStringLiteral("ravi@sharmametals.example"),
            .businessPhone = QStringLiteral("+919800012345"),
            .description = QStringLiteral("Copper, brass and aluminium, sorted and weighed. Pickup in Pune."),
            .streetAddress = QStringLiteral("Plot 18, Bhosari MIDC"),
            .city = QStringLiteral("Pune"),
            .pincode = QStringLiteral("411026"),
            .state = QStringLiteral("Maharashtra"),
            .region = QStringLiteral("IN-MH"),
            .kycStatus = KycStatus::Approved,
            .canSell = true,
            .createdAt = now.after(-400 * hourMs)};
}

QList<Category> categories()
{
    QList<Category> out;
    int number = 1;
    for (const char *name :
         {"Copper & brass", "Aluminium", "Ferrous metals", "Plastics", "Paper & carton", "E-waste"}) {
        out += {.id = id<Category>(number),
                .name = QString::fromLatin1(name),
                .slug = QString::fromLatin1(name).toLower(),
                .sortOrder = number};
        ++number;
    }
    return out;
}

QList<Product> products()
{
    struct Line
    {
        const char *title, *sku;
        int category;
        qint64 paise, milli, least;
        Unit unit;
        bool isActive;
    };
    static constexpr Line lines[] = {
        {"Copper wire, bare bright", "CU-BB-46", 1, 75'000, 1'240'000, 200'000, Unit::Kg, true},
        {"Brass fittings, mixed", "BR-MX-02", 1, 50'500, 52'000, 60'000, Unit::Kg, true},
        {"Aluminium cans, baled", "AL-CN-10", 2, 12'200, 4'000'000, 500'000, Unit::Kg, true},
        {"Cast iron, broken", "FE-CI-07", 3, 7'000, 8'200'000, 1'000'000, Unit::Kg, true},
        {"HDPE drums, 200 litres", "PL-HD-20", 4, 38'000, 64'000, 10'000, Unit::Piece, true},
        {"Newspaper, grade A", "PA-NP-01", 5, 1'450, 0, 100'000, Unit::Kg, true},
        {"Laptop boards", "EW-LB-03", 6, 41'000, 18'500, 5'000, Unit::Kg, false},
        {"Mobile phone boards", "EW-MB-04", 6, 69'000, 22'000, 5'000, Unit::Kg, true}};
    QList<Product> out;
    for (int i = 0; i < int(std::size(lines)); ++i) {
        const Line &line = lines[i];
        out += {.id = id<Product>(i + 1),
                .vendorId = id<Vendor>(1),
                .categoryId = id<Category>(line.category),
                .title = QString::fromLatin1(line.title),
                .description = QStringLiteral("Sorted by hand, free of plastic and oil. Weighed at pickup."),
                .unit = line.unit,
                .price = {line.paise},
                .stockQuantity = {line.milli},
                .minimumOrderQuantity = {5'000},
                .minStockLevel = {line.least},
                .sku = QString::fromLatin1(line.sku),
                .hsnCode = QStringLiteral("7404"),
                .gstRate = {1800},
                .isActive = line.isActive,
                .ordersCount = 41 - i * 4,
                .version = 3,
                .createdAt = now.after(-300 * hourMs),
                .updatedAt = now.after(-i * 7 * hourMs)};
    }
    return out;
}

VendorBalance balance()
{
    return {.released = {12'480'050},
            .inEscrow = {9'711'500},
            .inPayouts = {4'310'000},
            .paidOut = {88'120'400},
            .commission = {4'981'275},
            .payoutMin = {10'000}};
}

QList<ChatRoom> rooms()
{
    struct Line
    {
        const char *name, *words;
        int minutes, unread, order;
    };
    static constexpr Line lines[] = {{"Meera Nair", "Received the tracking, thank you!", 3, 0, 388},
                                     {"Karthik Reddy", "Can you do ₹720 per kg for 60 kg?", 20, 3, 382},
                                     {"Fatima Khan", "मैंने भुगतान कर दिया है", 34, 1, 379},
                                     {"Arjun Singh", "Sent the invoice", 62, 0, 378},
                                     {"Divya Iyer", "lot_photo.jpg", 85, 0, 381},
                                     {"Rohit Patel", "Driver is not picking up", 111, 0, 377},
                                     {"Sneha Kulkarni", "Thanks, received all 40 cartons", 1600, 0, 383},
                                     {"Imran Das", "Pickup moved to Monday", 1900, 0, 385},
                                     {"Lakshmi Bose", "Order cancelled by buyer", 3100, 0, 380}};
    QList<ChatRoom> out;
    for (int i = 0; i < int(std::size(lines)); ++i) {
        const Line &line = lines[i];
        out += {.id = id<ChatRoom>(i + 1),
                .orderId = id<Order>(line.order),
                .orderNumber = QStringLiteral("KW-1M5T-0V9Q-2%1").arg(line.order),
                .otherName = QString::fromUtf8(line.name),
                .lastMessage = QString::fromUtf8(line.words),
                .lastActivity = now.after(-line.minutes * minuteMs),
                .unread = line.unread,
                .otherReadUpTo = id<ChatMessage>(7)};
    }
    return out;
}

QList<ChatMessage> messages(const ChatRoom &room)
{
    const auto said = [&](int number, Actor who, const char *words, int minutes) {
        ChatMessage message{.id = id<ChatMessage>(number),
                            .roomId = room.id,
                            .sender = who,
                            .senderName = who == Actor::Vendor ? QStringLiteral("Ravi Sharma") : room.otherName,
                            .clientId = QStringLiteral("c%1").arg(number),
                            .content = QString::fromUtf8(words),
                            .sentAt = now.after(-minutes * minuteMs)};
        if (who == Actor::System)
            message.type = MessageType::System;
        return message;
    };
    QList<ChatMessage> out{
        said(1, Actor::Buyer, "Hello, is the copper wire still available? I need 46 kg of the bare bright grade.", 111),
        said(2, Actor::Vendor, "Yes, bare bright, tested this morning. Purity 99.9%. Sending a photo of the lot.", 109),
        said(3, Actor::Vendor, "", 108),
        said(4, Actor::Buyer, "बहुत बढ़िया। क्या आप आज शाम 5 बजे से पहले भेज सकते हैं?", 100),
        said(5, Actor::Vendor, "जी हाँ, गाड़ी 12 बजे निकलेगी। वज़न पर्ची साथ में है।", 98),
        said(6, Actor::Vendor, "", 97),
        said(7, Actor::System, "Status changed to Shipped", 30),
        said(8, Actor::Buyer, "Received the tracking, thank you!", 12),
        said(9, Actor::Vendor, "Welcome. Please confirm delivery in the app so the escrow is released.", 11)};
    out[2].type = MessageType::Image;
    out[2].attachment = file(21, "lot_photo_1.jpg", "image/jpeg", 1'204'000);
    out[5].type = MessageType::File;
    out[5].attachment = file(22, "weighbridge_slip_4471.pdf", "application/pdf", 184'000);
    std::reverse(out.begin(), out.end());
    return out;
}

} // namespace samples
