#pragma once

// The in-app inbox. Mails and other channels follow the same events.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/accounts.h"

NAMED_ENUM(NoticeKind, OrderPlaced, OrderUpdate, OrderSettled, KycStatus, PayoutUpdate, PaymentSuccess, PaymentFailed,
           ChatAlert, StoreUpdate, PersonalCopy, BooksAlert, MoneyAlert, WalletUpdate)

struct Notice
{
    Id<Notice> id;
    NoticeKind kind = NoticeKind::OrderUpdate;
    QString title;
    QString text;
    std::optional<QString> objectId; // of the order, payout … that it is about
    bool isRead = false;
    Instant createdAt;

    FIELDS(Notice, FIELD(id), FIELD(kind), FIELD(title), FIELD(text), FIELD(objectId), FIELD(isRead), FIELD(createdAt))
};

struct ListNotices
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<bool> unread;

    FIELDS(ListNotices, PAGE_FIELDS, FIELD(unread))
};

struct UnreadCount
{
    qint64 unread = 0;

    FIELDS(UnreadCount, FIELD(unread))
};

struct NoticeCreated
{
    static constexpr auto topic = "notifications.created";

    Id<Account> accountId;
    Notice notice;

    FIELDS(NoticeCreated, FIELD(accountId), FIELD(notice))
};

namespace api {

inline constexpr Endpoint<ListNotices, Page<Notice>> listNotices{.method = Method::Get,
                                                                 .path = "/api/v1/notifications",
                                                                 .access = Access::Onboarding,
                                                                 .owner = Owner::Nobodys,
                                                                 .rate = Rate::Account,
                                                                 .summary = "The own inbox, newest first"};

inline constexpr Endpoint<Nothing, UnreadCount> countUnread{.method = Method::Get,
                                                            .path = "/api/v1/notifications/unread-count",
                                                            .access = Access::Onboarding,
                                                            .owner = Owner::Nobodys,
                                                            .rate = Rate::Account,
                                                            .summary = "How many notices are unread"};

inline constexpr Endpoint<Nothing, Notice, Id<Notice>> markRead{.method = Method::Post,
                                                                .path = "/api/v1/notifications/{id}/read",
                                                                .access = Access::Onboarding,
                                                                .owner = Owner::Callers,
                                                                .rate = Rate::Account,
                                                                .summary = "Mark a notice as read"};

inline constexpr Endpoint<Nothing, UnreadCount> markAllRead{.method = Method::Post,
                                                            .path = "/api/v1/notifications/read-all",
                                                            .access = Access::Onboarding,
                                                            .owner = Owner::Nobodys,
                                                            .rate = Rate::Account,
                                                            .summary = "Mark the whole inbox as read"};

inline constexpr auto notifications = std::tuple{listNotices, countUnread, markRead, markAllRead};

} // namespace api
