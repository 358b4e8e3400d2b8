#include "console/kit/storechoice.h"

#include "console/kit/askdialog.h"
#include "shared/contract/vendors.h"

#include <QCoreApplication>

namespace kit {

namespace {

constexpr int storesOffered = 100;

struct StoreChoice
{
    Q_DECLARE_TR_FUNCTIONS(StoreChoice)
};

} // namespace

void chooseStore(Kit &kit, QWidget *parent, const QString &title, std::function<void(const StoreOffers &)> react)
{
    auto *dialog = new AskDialog(kit.theme,
                                 {.title = title,
                                  .verb = StoreChoice::tr("Find"),
                                  .words = Ask::Words::Line,
                                  .label = StoreChoice::tr("Part of its name"),
                                  .lengthMin = 2,
                                  .lengthMax = 100},
                                 parent);
    dialog->setObjectName(QStringLiteral("store"));
    dialog->perform(
        [&kit](const QString &words) {
            return kit.api.call(api::listVendors, ListVendors{.limit = storesOffered, .q = words});
        },
        [&kit, react = std::move(react)](const ::Page<Vendor> &found) {
            StoreOffers offers;
            for (const Vendor &store : found.items)
                offers += {store.id.text(), store.storeName};
            if (offers.isEmpty())
                return kit.notices.toast(StoreChoice::tr("No store has this in its name."), Tone::Warning);
            if (found.nextCursor)
                kit.notices.toast(StoreChoice::tr("More stores have this in their names: type more of it."),
                                  Tone::Warning);
            react(offers);
        });
}

} // namespace kit
