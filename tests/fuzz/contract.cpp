// JSON and queries of strangers as contract types. What is taken says the same when it is written and read again.

#include "tests/fuzz/fuzz.h"

#include "shared/base/json.h"
#include "shared/contract/auth.h"
#include "shared/contract/catalog.h"
#include "shared/contract/orders.h"

namespace {

template <class T>
void tryBody(const QByteArray &body)
{
    const Result<T> read = json::parse<T>(body);
    if (!read)
        return;
    const QByteArray written = json::bytes(*read);
    const Result<T> again = json::parse<T>(written);
    MUST_HOLD(again.has_value());
    MUST_HOLD(json::bytes(*again) == written);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray text = bytesOf(data + 1, size - 1);
    switch (data[0] % 5) {
    case 0: tryBody<Register>(text); break;
    case 1: tryBody<VerifyOtp>(text); break;
    case 2: tryBody<PlaceOrder>(text); break;
    case 3: tryBody<PutProduct>(text); break;
    case 4: (void)json::parseQuery<ListOrders>(text); break;
    }
    return 0;
}
