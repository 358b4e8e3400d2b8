#pragma once

// What is pushed over WebSockets, after the commit of what caused it.
//   /ws/me            the caller's own orders, inbox and payouts      (any session)
//   /ws/store         the orders of the caller's store                (vendors)
//   /ws/chat/{room}   messages, typing and reading in a room          (its parties)
// A client that reconnects says ?after=<sequence> and gets what it missed, or a "resync" when that is too long ago.

#include "shared/base/endpoint.h"
#include "shared/base/values.h"

NAMED_ENUM(LiveKind, Welcome, Resync, Pong, NewOrder, OrderUpdated, OrderSettled, Notice, PayoutUpdated, KycUpdated,
           KycSubmitted, PersonChanged, VendorChanged, KycClaimed, SettingChanged, AdChanged, WeighingChanged, Message,
           MessagesRead, Typing, RefundUpdated, DisputeUpdated, Error)

struct LiveEvent
{
    qint64 sequence = 0; // grows; 0 for what cannot be resumed (typing, pong)
    LiveKind kind = LiveKind::Welcome;
    Instant at;
    Json data; // OrderCard, OrderAdvanced, ChatMessage … by kind

    FIELDS(LiveEvent, FIELD(sequence), FIELD(kind), FIELD(at), FIELD(data, .lengthMax = 65536))
};

// What a client may say.
NAMED_ENUM(LiveVerb, Ping, Send, Typing, Read)

struct LiveRequest
{
    LiveVerb verb = LiveVerb::Ping;
    std::optional<QString> clientId; // send
    std::optional<QString> content;  // send
    std::optional<QString> upTo;     // read

    FIELDS(LiveRequest, FIELD(verb), FIELD(clientId, .lengthMax = 64), FIELD(content, .lengthMax = 4000),
           FIELD(upTo, .lengthMax = 36))
};

// A one-time pass for clients that cannot send headers with a WebSocket.
struct LiveTicket
{
    QString ticket;
    Instant expiresAt;

    FIELDS(LiveTicket, FIELD(ticket, .secret = true), FIELD(expiresAt))
};

namespace api {

inline constexpr Endpoint<Nothing, LiveTicket> issueTicket{
    .method = Method::Post,
    .path = "/api/v1/live/ticket",
    .access = Access::Onboarding,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "A ticket for ?ticket= of a WebSocket, good for 30 seconds",
    .status = 201};

inline constexpr auto live = std::tuple{issueTicket};

} // namespace api
