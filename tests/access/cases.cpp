#include "tests/access/cases.h"

#include "shared/contract/all.h"

namespace {

template <class T>
inline constexpr Thing thingOf = Thing::None;
template <>
inline constexpr Thing thingOf<Id<Address>> = Thing::Address;
template <>
inline constexpr Thing thingOf<Id<Session>> = Thing::Session;
template <>
inline constexpr Thing thingOf<Id<Notice>> = Thing::Notice;
template <>
inline constexpr Thing thingOf<Id<StoredFile>> = Thing::File;
template <>
inline constexpr Thing thingOf<Id<Payment>> = Thing::Payment;
template <>
inline constexpr Thing thingOf<Id<Order>> = Thing::Order;
template <>
inline constexpr Thing thingOf<Id<WeighTicket>> = Thing::WeighTicket;
template <>
inline constexpr Thing thingOf<Id<ChatRoom>> = Thing::Room;
template <>
inline constexpr Thing thingOf<Id<Product>> = Thing::Product;
template <>
inline constexpr Thing thingOf<Id<Payout>> = Thing::Payout;
template <>
inline constexpr Thing thingOf<Id<Refund>> = Thing::Refund;
template <>
inline constexpr Thing thingOf<Id<Dispute>> = Thing::Dispute;
template <>
inline constexpr Thing thingOf<Id<PayoutBatch>> = Thing::Batch;
template <>
inline constexpr Thing thingOf<Id<CommissionRate>> = Thing::CommissionRate;
template <>
inline constexpr Thing thingOf<Id<KycSubmission>> = Thing::Submission;
template <>
inline constexpr Thing thingOf<Id<Job>> = Thing::Job;
template <>
inline constexpr Thing thingOf<Id<Category>> = Thing::Category;
template <>
inline constexpr Thing thingOf<Id<Vendor>> = Thing::Store;
template <>
inline constexpr Thing thingOf<Id<Ad>> = Thing::Ad;
template <>
inline constexpr Thing thingOf<Id<Account>> = Thing::Person;
template <>
inline constexpr Thing thingOf<Id<ApiKey>> = Thing::ApiKey;
template <>
inline constexpr Thing thingOf<ReportName> = Thing::Report;
template <>
inline constexpr Thing thingOf<Id<ReportRun>> = Thing::Run;
template <>
inline constexpr Thing thingOf<Id<ReportDefinition>> = Thing::Definition;
template <>
inline constexpr Thing thingOf<Id<PersonalCopy>> = Thing::Copy;
template <>
inline constexpr Thing thingOf<Id<Invoice>> = Thing::Invoice;
template <>
inline constexpr Thing thingOf<Id<MoneyFlag>> = Thing::MoneyFlag;
template <>
inline constexpr Thing thingOf<LegalDocument> = Thing::Legal;
template <>
inline constexpr Thing thingOf<Id<LedgerAccount>> = Thing::LedgerAccount;
template <>
inline constexpr Thing thingOf<Id<LedgerPosting>> = Thing::Posting;
template <>
inline constexpr Thing thingOf<Id<TaxDeposit>> = Thing::TaxPayment;
template <>
inline constexpr Thing thingOf<Id<SavedMethod>> = Thing::SavedMethod;
template <>
inline constexpr Thing thingOf<Id<PushDevice>> = Thing::Device;
template <>
inline constexpr Thing thingOf<Id<ProductImage>> = Thing::Picture;
template <>
inline constexpr Thing thingOf<Id<ChatMessage>> = Thing::Message;
template <>
inline constexpr Thing thingOf<QString> = Thing::Setting;

// Who is in the state that the act asks for.
Thing personFor(std::string_view path)
{
    if (path.ends_with("/unban"))
        return Thing::PersonBanned;
    if (path.ends_with("/activate"))
        return Thing::PersonSuspended;
    if (path.ends_with("/verify-email"))
        return Thing::PersonUnverified;
    if (path.find("/distributors/") != std::string_view::npos)
        return Thing::PersonPending;
    return path.ends_with("/permissions") ? Thing::Staff : Thing::Person;
}

template <class T>
struct Bare
{
    using Type = T;
};
template <class T>
struct Bare<std::optional<T>> : Bare<T>
{};
template <class T>
struct Bare<QList<T>> : Bare<T>
{};
template <class T>
struct Bare<Page<T>> : Bare<T>
{};
template <class T>
struct Bare<Upload<T>> : Bare<T>
{};
template <class T>
struct Bare<Visiting<T>> : Bare<T>
{};

template <class T>
inline constexpr bool isId = false;
template <class Of>
inline constexpr bool isId<Id<Of>> = true;

template <class Wrapped>
QStringList namesIn()
{
    using T = typename Bare<Wrapped>::Type;
    QStringList out;
    if constexpr (fields::Contract<T>)
        fields::forEach<T>([&](const auto &field) { out += field.wire.latin1(); });
    return out;
}

template <class Wrapped>
QStringList idsIn(const QString &before = {})
{
    using T = typename Bare<Wrapped>::Type;
    QStringList out;
    if constexpr (fields::Contract<T>)
        fields::forEach<T>([&](const auto &field) {
            using Member = typename Bare<typename std::remove_cvref_t<decltype(field)>::Type>::Type;
            const QString path = before + field.wire.latin1();
            if constexpr (isId<Member>)
                out += path;
            else if constexpr (fields::Contract<Member> && !std::is_same_v<Member, T>)
                out += idsIn<Member>(path + u'.');
        });
    return out;
}

template <class In, class Out, class... Path>
Thing thing(const Endpoint<In, Out, Path...> &endpoint)
{
    if constexpr (sizeof...(Path) == 0) {
        return Thing::None;
    } else {
        using First = std::tuple_element_t<0, std::tuple<Path...>>;
        static_assert(thingOf<First> != Thing::None, "a new kind of object needs a Thing");
        if (endpoint.path.find("{provider}") != std::string_view::npos)
            return Thing::Provider;
        if (endpoint.path.find("/tax/rules/") != std::string_view::npos)
            return Thing::TaxRule;
        if (endpoint.path.ends_with("/tax") || endpoint.path.ends_with("/e-invoice") ||
            endpoint.path.ends_with("/e-way-bill"))
            return Thing::OrderSettled;
        if (endpoint.path.ends_with("/invoice") || endpoint.path.ends_with("/invoices"))
            return Thing::OrderInvoiced;
        if (endpoint.path.ends_with("/sealed"))
            return Thing::Document;
        if (endpoint.path.ends_with("/unfreeze"))
            return Thing::FrozenAccount;
        if (endpoint.path.ends_with("/confirm-delivery") || endpoint.path.ends_with("/disputes"))
            return Thing::OrderOnItsWay;
        if (endpoint.path.find("/escrow/") != std::string_view::npos)
            return Thing::OrderInEscrow;
        if (endpoint.path.ends_with("/payments/{id}/refund"))
            return Thing::PaymentOfOrder;
        if (endpoint.path.ends_with("/images/{imageId}"))
            return Thing::PictureOfProduct;
        if (endpoint.path.find("/barcodes/") != std::string_view::npos)
            return Thing::Sku;
        if (endpoint.path.ends_with("/{id}/weigh-tickets") || endpoint.path.ends_with("/mark-shipped"))
            return Thing::OrderToWeigh;
        if (endpoint.path.find("/top-up/") != std::string_view::npos)
            return Thing::OrderWithTopUp;
        if (endpoint.path.ends_with("/report-runs/{id}/cancel"))
            return Thing::RunWaiting;
        if (endpoint.path.ends_with("/report-runs/{id}/retry"))
            return Thing::RunCancelled;
        if (endpoint.path.find("/vendor/statements/") != std::string_view::npos)
            return Thing::Statement;
        if constexpr (thingOf<First> == Thing::Store) {
            if (endpoint.path.find("/admin/vendors/") != std::string_view::npos)
                return endpoint.path.ends_with("/activate") ? Thing::StoreSuspended : Thing::StoreActive;
            if (endpoint.method.value == Method::Delete && endpoint.access.value == Access::Admin)
                return Thing::StoreActive;
        }
        if constexpr (thingOf<First> == Thing::Person)
            return personFor(endpoint.path);
        return thingOf<First>;
    }
}

} // namespace

QList<Case> allCases()
{
    QList<Case> out;
    api::forEach([&]<class In, class Out, class... Path>(const Endpoint<In, Out, Path...> &endpoint) {
        const auto method = names::text(endpoint.method.value);
        out += Case{.subject = {.method = QByteArray(method.data(), method.size()).toUpper(),
                                .path = QByteArray(endpoint.path.data(), qsizetype(endpoint.path.size())),
                                .access = endpoint.access.value,
                                .owner = endpoint.owner.value,
                                .rate = endpoint.rate.value,
                                .permission = endpoint.permission,
                                .overseer = endpoint.overseer,
                                .repeat = endpoint.repeat,
                                .status = endpoint.status,
                                .thing = thing(endpoint)},
                    .isFile = std::is_same_v<Out, FileBody> || std::is_same_v<Out, PublicFile> ||
                              std::is_same_v<Out, Redirect>,
                    .hasJson = fields::Contract<In> && !std::is_same_v<In, Nothing> &&
                               (endpoint.method.value == Method::Post || endpoint.method.value == Method::Put),
                    .sample = [](Situation &situation) { return sample<In>(situation); },
                    .taken = namesIn<In>(),
                    .answered = namesIn<Out>(),
                    .ids = idsIn<In>()};
    });
    return out;
}
