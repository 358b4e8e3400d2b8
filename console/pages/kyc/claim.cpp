// What Decision shows of who holds the case, and of other vendors with its numbers.

#include "console/kit/display.h"
#include "console/pages/kyc/decision.h"

#include <QPlainTextEdit>

namespace kyc {

bool Decision::isHeldByMe() const
{
    return m_review && m_review->claim && m_review->claim->adminId.text() == m_kit.me.id &&
           m_review->claim->until > m_kit.clock.now();
}

bool Decision::isHeldByOther() const
{
    return m_review && m_review->claim && !isHeldByMe() && m_review->claim->until > m_kit.clock.now();
}

void Decision::showClaim()
{
    const bool isWaiting = m_review && m_review->submission.status == SubmissionStatus::Pending;
    m_claim->setVisible(isWaiting);
    m_take->setVisible(isWaiting && !isHeldByOther());
    if (!isWaiting)
        return;
    kit::dip(m_claim, isHeldByOther() ? "warning" : "text2");
    if (isHeldByMe())
        m_claim->say(tr("You hold this case until %1.").arg(kit::display::time(m_review->claim->until)));
    else if (isHeldByOther())
        m_claim->say(tr("%1 holds this case until %2.")
                         .arg(m_review->claim->adminName, kit::display::time(m_review->claim->until)));
    else
        m_claim->say(tr("Nobody holds this case."));
    m_take->say(isHeldByMe() ? tr("Give back") : tr("Take"));
}

// The case on screen may be another one when the answer comes.
void Decision::takeOrGiveBack()
{
    if (!m_review || !m_take->isVisible())
        return;
    const Id<KycSubmission> id = m_review->submission.id;
    const auto react = [this, id](const auto &outcome, const std::optional<KycClaim> &claim) {
        if (!m_review || m_review->submission.id != id)
            return;
        if (!outcome)
            return m_trouble->say(kit::display::trouble(outcome.error()), kit::Tone::Danger);
        hold(claim);
    };
    m_trouble->clear();
    if (isHeldByMe())
        kit::whenDone(this, m_kit.api.call(api::releaseKyc, id),
                      [react](const Result<Nothing> &outcome) { react(outcome, std::nullopt); });
    else
        kit::whenDone(this, m_kit.api.call(api::claimKyc, id), [react](const Result<KycClaim> &outcome) {
            react(outcome, outcome ? std::optional(*outcome) : std::nullopt);
        });
}

void Decision::hold(const std::optional<KycClaim> &claim)
{
    m_review->claim = claim;
    showClaim();
    checkButtons();
}

void Decision::writeNote()
{
    if (m_choice->isVisible())
        m_note->setFocus();
}

void Decision::fillDuplicates()
{
    QStringList lines;
    for (const KycDuplicate &each : m_review->duplicates)
        lines += tr("%1: %2 (%3)")
                     .arg(each.number == KycNumber::Pan ? tr("PAN") : tr("Bank account"), each.storeName,
                          kit::display::text(each.status));
    m_duplicatesTitle->setVisible(!lines.isEmpty());
    m_duplicates->setVisible(!lines.isEmpty());
    m_duplicates->say(lines.join(u'\n'));
}

} // namespace kyc
