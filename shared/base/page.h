#pragma once

// Lists travel in pages. A cursor is opaque text that the server makes from the last row's sort key; it stays stable
// while rows are added (SRCH-09).

#include "shared/base/fields.h"

#include <QList>
#include <QString>

#include <optional>

constexpr int pageLimitDefault = 20;
constexpr int pageLimitMax = 100;

template <class T>
struct Page
{
    QList<T> items;
    std::optional<QString> nextCursor = {};
    int limit = pageLimitDefault;
    std::optional<qint64> total = {}; // where counting is cheap
    QByteArray encoded = {};          // the items as JSON, when they were written before; sent instead of the items
};

// The members every list query has. A query type lists them first:
//   struct ListOrders { int limit = pageLimitDefault; std::optional<QString> cursor; … FIELDS(ListOrders, PAGE_FIELDS,
//   …) };
#define PAGE_FIELDS                                                                                                    \
    FIELD(limit, .min = 1, .max = pageLimitMax, .standard = true)                                                      \
    , FIELD(cursor, .lengthMax = 200)
