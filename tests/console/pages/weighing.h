#pragma once

// What the paper server says at the scale: an order of copper and paper, and its first ticket.

#include "shared/contract/weighing.h"
#include "tests/console/pages/samples.h"

namespace samples {

inline Settlement settlement()
{
    return {.orderId = id<Order>(0x501),
            .orderNumber = QStringLiteral("KW-1M5T-0V9Q-2K3X"),
            .stage = WeighingStage::Open,
            .lines = {{.lineId = id<OrderLine>(0x511),
                       .title = QStringLiteral("Copper wire"),
                       .unit = Unit::Kg,
                       .unitPrice = {75'000},
                       .orderedQuantity = {40'000},
                       .weighedQuantity = Quantity{38'200},
                       .lineTotal = {2'865'000}},
                      {.lineId = id<OrderLine>(0x512),
                       .title = QStringLiteral("Radiators"),
                       .unit = Unit::Piece,
                       .unitPrice = {90'000},
                       .orderedQuantity = {2'000},
                       .lineTotal = {180'000}}},
            .estimate = {3'180'000},
            .held = {3'180'000},
            .charge = {3'045'000},
            .returned = {135'000},
            .commission = {60'900}};
}

inline WeighTicket weighTicket()
{
    return {.id = id<WeighTicket>(0x521),
            .number = 117,
            .orderId = id<Order>(0x501),
            .orderNumber = settlement().orderNumber,
            .storeName = QStringLiteral("Sharma Metals & Alloys"),
            .customerName = QStringLiteral("Asha Rao"),
            .lineId = id<OrderLine>(0x511),
            .title = QStringLiteral("Copper wire"),
            .gross = {40'000},
            .tare = {1'500},
            .deductions = {{DeductionKind::Moisture, {300}, std::nullopt}},
            .net = {38'200},
            .scaleSerial = QStringLiteral("MT-4711"),
            .operatorName = QStringLiteral("Ravi"),
            .weighedAt = now,
            .recordedAt = now,
            .seal = QString(64, u'a'),
            .isGenuine = true,
            .mayAccept = true,
            .mayFlag = true,
            .mayVoid = true};
}

inline QList<WeighDeskOrder> weighDesk()
{
    return {{.id = id<Order>(0x501),
             .orderNumber = settlement().orderNumber,
             .customerName = QStringLiteral("Asha Rao"),
             .city = QStringLiteral("Mumbai"),
             .summary = QStringLiteral("2 products"),
             .orderStatus = OrderStatus::OutForDelivery,
             .totalAmount = {3'180'000},
             .stage = WeighingStage::Open,
             .tickets = 1,
             .placedAt = now.after(-dayMs)},
            {.id = id<Order>(0x502),
             .orderNumber = QStringLiteral("KW-1M5T-0V9Q-4B7C"),
             .customerName = QStringLiteral("Mohan Iyer"),
             .city = QStringLiteral("Thane"),
             .summary = QStringLiteral("Newspaper, 320 kg"),
             .orderStatus = OrderStatus::Packed,
             .totalAmount = {448'000},
             .placedAt = now.after(-2 * dayMs)}};
}

} // namespace samples
