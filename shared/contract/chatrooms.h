#pragma once

// The rooms of everybody, for admins who look after orders (CHAT-08). What was said is not shown here: reading it is a
// call of its own, which is recorded.

#include "shared/contract/chat.h"

struct WatchedRoom
{
    Id<ChatRoom> id;
    Id<Order> orderId;
    QString orderNumber;
    QString buyerName;
    QString storeName;
    Instant lastActivity;
    bool isActive = true;

    FIELDS(WatchedRoom, FIELD(id), FIELD(orderId), FIELD(orderNumber), FIELD(buyerName), FIELD(storeName),
           FIELD(lastActivity), FIELD(isActive))
};

namespace api {

inline constexpr Endpoint<ListRooms, Page<WatchedRoom>> listAllRooms{.method = Method::Get,
                                                                     .path = "/api/v1/admin/chat/rooms",
                                                                     .access = Access::Admin,
                                                                     .owner = Owner::Nobodys,
                                                                     .rate = Rate::Account,
                                                                     .summary = "All chat rooms, latest activity first",
                                                                     .permission = Permission::ManageOrders};

inline constexpr auto chatRooms = std::tuple{listAllRooms};

} // namespace api
