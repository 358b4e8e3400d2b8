#include "console/kit/custodynotice.h"

#include "console/kit/display.h"

namespace kit {

CustodyNotice::CustodyNotice(Kit &kit, QWidget *parent)
    : Banner(kit.theme, parent)
    , m_kit(kit)
{
    setObjectName(QStringLiteral("custodyNotice"));
    connect(this, &Banner::acted, this, &CustodyNotice::acknowledge);
}

void CustodyNotice::refresh()
{
    whenDone(this, m_kit.api.call(api::readCustody), [this](const Result<Custody> &custody) {
        if (custody)
            tell(*custody);
    });
}

void CustodyNotice::tell(const Custody &custody)
{
    m_custody = custody;
    const bool differs = custody.newest && (custody.newest->difference != Money{} || custody.newest->excess != Money{});
    if (!custody.acknowledgedAt)
        say(
            [mode = custody.mode]() -> Words {
                if (mode == WalletMode::Mirror)
                    return {tr("The money of the wallets lies in the escrow account of a payment aggregator or a bank;"
                               " the books here are its mirror. What may be done with it is said by the agreement with"
                               " its holder and by law, not by this program. Enter its balance every day."),
                            tr("I have read this")};
                return {tr("The wallets hold money of buyers that goes to stores of others. In India, whoever keeps"
                           " such money needs the authorisation of the Reserve Bank as an issuer of prepaid payment"
                           " instruments or as a payment aggregator. Without it, let an aggregator or a bank keep the"
                           " money, and choose so in the settings."),
                        tr("I have read this")};
            },
            Tone::Warning);
    else if (differs)
        say(
            [balance = *custody.newest]() -> Words {
                QStringList said;
                if (balance.difference != Money{})
                    said += tr("At the end of %1 the escrow account held %2 and the books say %3: a difference of %4.")
                                .arg(balance.day, display::text(balance.amount), display::text(balance.expected),
                                     display::text(balance.difference));
                if (balance.excess != Money{})
                    said += tr("By the end of %1 the market had taken out %2 more than it has earned; that is other"
                               " people's money.")
                                .arg(balance.day, display::text(balance.excess));
                return {said.join(u' ')};
            },
            Tone::Danger);
    else
        clear();
    Q_EMIT known(custody);
}

void CustodyNotice::acknowledge()
{
    if (m_custody.acknowledgedAt)
        return refresh();
    whenDone(this, m_kit.api.call(api::acknowledgeCustody, {.mode = m_custody.mode}),
             [this](const Result<Custody> &custody) { custody ? tell(*custody) : refresh(); });
}

} // namespace kit
