#pragma once

// The states of India and the cities that figures are told by, for whoever asks where somebody is (ADR-08).

#include "shared/base/endpoint.h"
#include "shared/contract/accounts.h"

struct IndianState
{
    QString code; // ISO 3166-2, "IN-MH"
    QString name;

    FIELDS(IndianState, FIELD(code), FIELD(name))
};

struct IndianCity
{
    QString name;
    QString hindiName;
    QString state; // its code
    QString pincode;
    GeoPoint location;

    FIELDS(IndianCity, FIELD(name), FIELD(hindiName), FIELD(state), FIELD(pincode), FIELD(location))
};

struct ListCities
{
    QString state;

    FIELDS(ListCities, FIELD(state, .lengthMin = 5, .lengthMax = 5, .pattern = "IN-[A-Z]{2}"))
};

namespace api {

inline constexpr Endpoint<Nothing, QList<IndianState>> listStates{.method = Method::Get,
                                                                  .path = "/api/v1/geo/states",
                                                                  .access = Access::Public,
                                                                  .owner = Owner::Nobodys,
                                                                  .rate = Rate::Browse,
                                                                  .summary =
                                                                      "The states and union territories, by name",
                                                                  .most = 40};

inline constexpr Endpoint<ListCities, QList<IndianCity>> listCities{.method = Method::Get,
                                                                    .path = "/api/v1/geo/cities",
                                                                    .access = Access::Public,
                                                                    .owner = Owner::Nobodys,
                                                                    .rate = Rate::Browse,
                                                                    .summary =
                                                                        "The cities of a state, the largest first",
                                                                    .most = 100};

inline constexpr auto geography = std::tuple{listStates, listCities};

} // namespace api
