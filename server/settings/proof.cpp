#include "server/settings/proof.h"

#include "server/settings/rules.h"

#include <algorithm>

namespace settings {

namespace {

bool movesMoney(const QString &name)
{
    static constexpr std::array keys{Key::PayoutsSecondApprovalAbove,
                                     Key::PayoutsAutoApproveBelow,
                                     Key::PayoutsMode,
                                     Key::PayoutsProvider,
                                     Key::TaxWithhold,
                                     Key::WalletMode};
    const Definition *setting = find(name);
    return setting && std::find(keys.begin(), keys.end(), setting->key) != keys.end();
}

} // namespace

Result<> Proof::wanted(const Caller &caller, const QString &key) const
{
    return movesMoney(key) ? m_ask(caller) : Result<>();
}

Result<> Proof::wanted(const Caller &caller, const ChangeSettings &wish) const
{
    const bool isWanted = std::any_of(wish.changes.cbegin(), wish.changes.cend(),
                                      [](const WishedSetting &change) { return movesMoney(change.key); });
    return isWanted ? m_ask(caller) : Result<>();
}

} // namespace settings
