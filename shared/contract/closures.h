#pragma once

// The balance of a wallet back to where it came from, for somebody who leaves or cannot spend it (WAL-12, C46): the
// newest payments that fit into it go back whole through their gateways, the rest is transferred by hand.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/bankreference.h"
#include "shared/contract/payments.h"

// Open: nobody has asked for it. Waiting: another super-admin has to close it as well.
NAMED_ENUM(ClosureStatus, Open, Waiting, Done)

// Where money is that goes back through its gateway. Refused: the gateway does not send it, and an admin has to say
// what becomes of it. By hand: it was paid by a bank transfer instead.
NAMED_ENUM(WayBack, Wanted, Refunded, Refused, ByHand)

constexpr int closurePartsMax = 100;

struct ClosurePart
{
    Id<Payment> paymentId;
    QString provider;
    Money amount;
    Instant paidAt;

    FIELDS(ClosurePart, FIELD(paymentId), FIELD(provider, .label = QT_TRANSLATE_NOOP("fields", "Provider")),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount")), FIELD(paidAt))
};

struct PastPart
{
    Id<Payment> paymentId;
    QString provider;
    Money amount;
    WayBack status = WayBack::Wanted;
    std::optional<QString> bankReference; // by hand

    FIELDS(PastPart, FIELD(paymentId), FIELD(provider), FIELD(amount), FIELD(status), FIELD(bankReference))
};

// What became of the last balance that was given back.
struct PastClosure
{
    Money amount;
    Money byHand;
    std::optional<QString> bankReference;
    Instant closedAt;
    QList<PastPart> parts; // through gateways

    FIELDS(PastClosure, FIELD(amount), FIELD(byHand), FIELD(bankReference), FIELD(closedAt),
           FIELD(parts, .countMax = closurePartsMax))
};

struct WalletClosure
{
    Id<Account> walletId; // a wallet has the id of its buyer
    QString ownerName;
    ClosureStatus status = ClosureStatus::Open;
    Money amount; // all that can be spent
    Money throughGateways;
    Money byHand;
    QList<ClosurePart> parts;           // what goes through gateways
    bool needsSecond = false;           // two super-admins have to close it
    std::optional<QString> requestedBy; // the first of them
    std::optional<Id<Account>> requestedById;
    std::optional<Instant> requestedAt;
    std::optional<QString> obstacle; // why it cannot be closed now
    std::optional<PastClosure> last;

    FIELDS(WalletClosure, FIELD(walletId), FIELD(ownerName, .label = QT_TRANSLATE_NOOP("fields", "Owner")),
           FIELD(status), FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Balance")),
           FIELD(throughGateways, .label = QT_TRANSLATE_NOOP("fields", "Back through gateways")),
           FIELD(byHand, .label = QT_TRANSLATE_NOOP("fields", "Transferred by hand")),
           FIELD(parts, .countMax = closurePartsMax), FIELD(needsSecond), FIELD(requestedBy), FIELD(requestedById),
           FIELD(requestedAt), FIELD(obstacle), FIELD(last))
};

struct CloseWallet
{
    Money amount; // the balance that was seen; another one is refused
    Money byHand; // of it, as it was seen: so much was transferred, and the rest goes through gateways
    QString reason;
    std::optional<QString> bankReference = {}; // of the transfer by hand, where there is one

    FIELDS(CloseWallet, FIELD(amount, .min = 1), FIELD(byHand, .min = 0),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 500),
           BANK_REFERENCE(bankReference))
};

namespace api {

inline constexpr Endpoint<Nothing, WalletClosure, Id<Account>> readWalletClosure{
    .method = Method::Get,
    .path = "/api/v1/admin/wallets/{id}/closure",
    .access = Access::SuperAdmin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "By which ways the balance of a wallet would go back"};

inline constexpr Endpoint<CloseWallet, WalletClosure, Id<Account>> closeWallet{
    .method = Method::Post,
    .path = "/api/v1/admin/wallets/{id}/closure",
    .access = Access::SuperAdmin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Give the balance of a wallet back to where it came from",
    .repeat = Repeat::Keyed,
    .status = 201};

inline constexpr auto closures = std::tuple{readWalletClosure, closeWallet};

} // namespace api
