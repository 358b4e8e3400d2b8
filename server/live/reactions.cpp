#include "server/live/reactions.h"

#include "server/core/outbox.h"
#include "server/live/hub.h"
#include "shared/contract/adnews.h"
#include "shared/contract/chat.h"
#include "shared/contract/disputes.h"
#include "shared/contract/kyc.h"
#include "shared/contract/notifications.h"
#include "shared/contract/orders.h"
#include "shared/contract/payouts.h"
#include "shared/contract/people.h"
#include "shared/contract/settings.h"
#include "shared/contract/vendors.h"
#include "shared/contract/weighing.h"

namespace live {

namespace {

template <class T>
Json jsonOf(const T &value)
{
    return {json::bytes(value)};
}

void tellOfOrders(Outbox &outbox, Hub &hub)
{
    outbox.tell<OrderPlaced>("live.order_placed", [&](const OrderPlaced &event) {
        const Json card = jsonOf(event.card);
        hub.tellStore(event.vendorId, LiveKind::NewOrder, card);
        hub.tellAccount(event.buyerId, LiveKind::NewOrder, card);
        hub.tellAdmins(Permission::ManageOrders, LiveKind::NewOrder, card);
    });
    outbox.tell<OrderAdvanced>("live.order_advanced", [&](const OrderAdvanced &event) {
        const Json step = jsonOf(event);
        if (event.isPaid)
            hub.tellStore(event.vendorId, LiveKind::OrderUpdated, step);
        hub.tellAccount(event.buyerId, LiveKind::OrderUpdated, step);
        hub.tellAdmins(Permission::ManageOrders, LiveKind::OrderUpdated, step);
    });
    outbox.tell<OrderSettled>("live.order_settled", [&](const OrderSettled &event) {
        const Json settled = jsonOf(event);
        OrderSettled forBuyer = event; // who is not told what the store gives to the market
        forBuyer.commission = forBuyer.net = {};
        hub.tellStore(event.vendorId, LiveKind::OrderSettled, settled);
        hub.tellAccount(event.buyerId, LiveKind::OrderSettled, jsonOf(forBuyer));
        hub.tellAdmins(Permission::ManageOrders, LiveKind::OrderSettled, settled);
    });
}

void tellOfWeights(Outbox &outbox, Hub &hub)
{
    outbox.tell<WeighTicketChanged>("live.weigh_ticket_changed", [&](const WeighTicketChanged &event) {
        const Json change = jsonOf(event);
        hub.tellStore(event.vendorId, LiveKind::WeighingChanged, change);
        hub.tellAccount(event.buyerId, LiveKind::WeighingChanged, change);
        hub.tellAdmins(Permission::ManageOrders, LiveKind::WeighingChanged, change);
    });
    outbox.tell<WeighTopUpChanged>("live.weigh_top_up_changed", [&](const WeighTopUpChanged &event) {
        const Json change = jsonOf(event);
        hub.tellStore(event.vendorId, LiveKind::WeighingChanged, change);
        hub.tellAccount(event.buyerId, LiveKind::WeighingChanged, change);
        hub.tellAdmins(Permission::ManageOrders, LiveKind::WeighingChanged, change);
    });
}

void tellOfStores(Outbox &outbox, Hub &hub)
{
    outbox.tell<PayoutChanged>("live.payout_changed", [&](const PayoutChanged &event) {
        const Json payout = jsonOf(event);
        hub.tellStore(event.vendorId, LiveKind::PayoutUpdated, payout);
        hub.tellAccount(event.vendorAccountId, LiveKind::PayoutUpdated, payout);
        hub.tellAdmins(Permission::ManagePayouts, LiveKind::PayoutUpdated, payout);
    });
    outbox.tell<KycDecided>("live.kyc_decided", [&](const KycDecided &event) {
        const Json decision = jsonOf(event);
        hub.tellStore(event.vendorId, LiveKind::KycUpdated, decision);
        hub.tellAccount(event.accountId, LiveKind::KycUpdated, decision);
        hub.tellAdmins(Permission::ReviewKyc, LiveKind::KycUpdated, decision);
    });
    outbox.tell<KycSubmitted>("live.kyc_submitted", [&](const KycSubmitted &event) {
        hub.tellAdmins(Permission::ReviewKyc, LiveKind::KycSubmitted, jsonOf(event));
    });
    outbox.tell<KycClaimed>("live.kyc_claimed", [&](const KycClaimed &event) {
        hub.tellAdmins(Permission::ReviewKyc, LiveKind::KycClaimed, jsonOf(event));
    });
}

void tellOfReturns(Outbox &outbox, Hub &hub)
{
    const auto tellAll = [&hub](const auto &event, LiveKind kind) {
        const Json change = jsonOf(event);
        hub.tellStore(event.vendorId, kind, change);
        hub.tellAccount(event.buyerId, kind, change);
        hub.tellAdmins(Permission::ManageOrders, kind, change);
    };
    outbox.tell<RefundChanged>("live.refund_changed",
                               [tellAll](const RefundChanged &event) { tellAll(event, LiveKind::RefundUpdated); });
    outbox.tell<DisputeChanged>("live.dispute_changed",
                                [tellAll](const DisputeChanged &event) { tellAll(event, LiveKind::DisputeUpdated); });
}

// Both parties hear of a message in their own feed too, so that a console need not listen to every room.
void tellOfTalk(Outbox &outbox, Hub &hub)
{
    outbox.tell<MessageSent>("live.message_sent", [&](const MessageSent &event) {
        const Json message = jsonOf(event.message);
        hub.tellRoom(event.roomId, LiveKind::Message, message);
        hub.tellStore(event.vendorId, LiveKind::Message, message);
        hub.tellAccount(event.buyerId, LiveKind::Message, message);
    });
    // The same message by its id, with other words.
    outbox.tell<MessageEdited>("live.message_edited", [&](const MessageEdited &event) {
        hub.tellRoom(event.roomId, LiveKind::Message, jsonOf(event.message));
    });
    outbox.tell<MessagesRead>("live.messages_read", [&](const MessagesRead &event) {
        hub.tellRoom(event.roomId, LiveKind::MessagesRead, jsonOf(event));
    });
}

} // namespace

void reactions(Outbox &outbox, Hub &hub)
{
    tellOfOrders(outbox, hub);
    tellOfWeights(outbox, hub);
    tellOfStores(outbox, hub);
    tellOfTalk(outbox, hub);
    tellOfReturns(outbox, hub);
    outbox.tell<NoticeCreated>("live.notice_created", [&](const NoticeCreated &event) {
        hub.tellAccount(event.accountId, LiveKind::Notice, jsonOf(event.notice));
    });
    outbox.tell<PersonChanged>("live.person_changed", [&](const PersonChanged &event) {
        hub.tellAdmins(Permission::ManageUsers, LiveKind::PersonChanged, jsonOf(event));
    });
    outbox.tell<AdChanged>("live.ad_changed", [&](const AdChanged &event) {
        hub.tellAdmins(Permission::ManageAds, LiveKind::AdChanged, jsonOf(event));
    });
    outbox.tell<VendorModerated>("live.vendor_moderated", [&](const VendorModerated &event) {
        const Json change = jsonOf(event);
        hub.tellStore(event.vendorId, LiveKind::VendorChanged, change);
        hub.tellAdmins(Permission::ManageVendors, LiveKind::VendorChanged, change);
    });
    outbox.tell<SettingChanged>("live.setting_changed", [&](const SettingChanged &event) {
        hub.tellAdmins(Permission::ManageSettings, LiveKind::SettingChanged, jsonOf(event));
    });
    outbox.tell<SessionsRevoked>("live.sessions_revoked", [&](const SessionsRevoked &event) { hub.hangUp(event); });
}

} // namespace live
