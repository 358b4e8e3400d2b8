// What an admin does to campaigns. Moves show at once and are sent one after the other; what the server refuses goes
// back to where it was.

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/pages/ads/campaignform.h"
#include "console/pages/ads/detail.h"
#include "console/pages/ads/page.h"
#include "console/pages/ads/timeline.h"

#include <QCoreApplication>
#include <QPointer>

namespace ads {

using kit::Tone;

namespace {

constexpr int namedMost = 3; // of what is in the way; a category may meet dozens above and below it

std::optional<AdConflict> conflictOf(const Error &error)
{
    const auto document = json::document(error.details);
    if (error.code != ErrorCode::Conflict || !document)
        return std::nullopt;
    const auto conflict = json::read<AdConflict>(*document, json::Reader::Source::Reply);
    return conflict && !conflict->conflicts.isEmpty() ? std::optional(*conflict) : std::nullopt;
}

// The first of them by name, the others by their number.
QString listed(const QList<AdClash> &clashes)
{
    QStringList names;
    for (const AdClash &each : clashes.first(std::min<qsizetype>(namedMost, clashes.size())))
        names += QStringLiteral("“%1”").arg(each.title);
    if (const int others = int(clashes.size() - names.size()); others > 0)
        names += QCoreApplication::translate("ads::Page", "%Ln more", nullptr, others);
    return QLocale().createSeparatedList(names);
}

QString shortDay(Instant time)
{
    return QLocale().toString(dayOf(time), QStringLiteral("d MMM"));
}

// A full slot is said beside the slot, with the day from which it has room.
Result<Ad> explained(const Result<Ad> &saved)
{
    if (saved)
        return saved;
    Error error = saved.error();
    if (const auto conflict = conflictOf(error)) {
        error.code = ErrorCode::ValidationFailed;
        error.message.clear();
        error.fields +=
            {QStringLiteral("slot"), QCoreApplication::translate("ads::Page", "has no room then; it is free from %1")
                                         .arg(shortDay(conflict->suggestedStart))};
    }
    return tl::unexpected(error);
}

} // namespace

void Page::preview(const Move &move)
{
    const Ad *known = find(move.id);
    if (!known)
        return;
    Ad ad = *known;
    ad.startDate = move.start;
    ad.endDate = move.end;
    put(ad);
}

// Only the newest wish counts; where the campaign came from is kept for the way back.
void Page::move(const QString &id, Instant start, Instant end)
{
    const Ad *ad = find(id);
    if (!ad)
        return;
    const Move wish{.id = ad->id, .start = start, .end = end, .oldStart = ad->startDate, .oldEnd = ad->endDate};
    const auto waiting =
        std::find_if(m_queue.begin(), m_queue.end(), [&](const Move &each) { return each.id == wish.id; });
    if (waiting == m_queue.end())
        m_queue += wish;
    else
        std::tie(waiting->start, waiting->end) = std::pair(start, end);
    forgetTrouble();
    preview(wish);
    m_pace.start();
}

void Page::send()
{
    m_pace.stop();
    if (m_queue.isEmpty() || m_sending)
        return;
    m_sending = m_queue.takeFirst();
    const Move move = *m_sending;
    const Ad *ad = find(move.id);
    const ScheduleAd wish{.startDate = move.start, .endDate = move.end, .version = ad ? ad->version : 1};
    kit::whenDone(this, m_kit.api.call(api::scheduleAd, wish, move.id), [this, move](const Result<Ad> &moved) {
        m_sending.reset();
        moved ? confirm(move, *moved) : showRefusal(move, moved.error());
        send();
    });
}

void Page::confirm(const Move &move, const Ad &moved)
{
    put(moved);
    for (const Move &waiting : QList<Move>(m_queue))
        preview(waiting);
    if (move.isUndo) {
        m_kit.notices.toast(tr("%1 is back on %2.").arg(moved.title, spanText(moved)));
        return;
    }
    m_kit.notices.toastWithUndo(
        tr("%1 now runs %2.").arg(moved.title, spanText(moved)), [] {},
        [self = QPointer(this), move] {
            if (self)
                self->undo(move);
        });
}

void Page::undo(const Move &move)
{
    m_queue += Move{.id = move.id,
                    .start = move.oldStart,
                    .end = move.oldEnd,
                    .oldStart = move.start,
                    .oldEnd = move.end,
                    .isUndo = true};
    preview(m_queue.constLast());
    send();
}

void Page::showRefusal(const Move &move, const Error &error)
{
    m_queue.removeIf([&](const Move &each) { return each.id == move.id; });
    preview(Move{.id = move.id, .start = move.oldStart, .end = move.oldEnd, .oldStart = {}, .oldEnd = {}});
    const auto conflict = conflictOf(error);
    const Ad *ad = find(move.id);
    if (!conflict || !ad) {
        showTrouble(error);
        fetch(); // somebody else may have changed it
        return;
    }
    m_suggestion = move;
    m_suggestion->start = conflict->suggestedStart;
    m_suggestion->end = shifted(conflict->suggestedStart, dayOf(move.start).daysTo(dayOf(move.end)));
    m_conflict->say([this, refused = *ad, conflict = *conflict] { return refusal(refused, conflict); }, Tone::Danger);
}

kit::Banner::Words Page::refusal(const Ad &refused, const AdConflict &conflict) const
{
    const QString sentence = conflict.conflicts.size() == 1 ? tr("%1 has no room for “%2” then: %3 is there.")
                                                            : tr("%1 has no room for “%2” then: %3 are there.");
    return {sentence.arg(placeName(refused, m_categories), refused.title, listed(conflict.conflicts)),
            tr("Move to %1").arg(shortDay(conflict.suggestedStart))};
}

// It stays until the next act, and is not taken away by a list that is fetched meanwhile.
void Page::showTrouble(const Error &error)
{
    m_suggestion.reset();
    m_conflict->say([error] { return kit::Banner::Words{kit::display::trouble(error)}; }, Tone::Danger);
}

void Page::forgetTrouble()
{
    m_suggestion.reset();
    m_conflict->clear();
}

void Page::followSuggestion()
{
    if (!m_suggestion)
        return;
    const Move wish = *std::exchange(m_suggestion, std::nullopt);
    move(wish.id.text(), wish.start, wish.end);
    send();
}

void Page::add()
{
    openForm(std::nullopt);
}

void Page::edit(const QString &id)
{
    if (const Ad *ad = find(id))
        openForm(*ad);
}

void Page::openForm(const std::optional<Ad> &ad)
{
    auto *form = new CampaignForm(m_kit, {.ad = ad,
                                          .all = known(),
                                          .categories = m_categories,
                                          .today = today(),
                                          .picture = ad ? m_thumbs.picture(*ad) : QPixmap()});
    auto *dialog = new kit::FormDialog(m_kit.theme,
                                       {.title = ad ? tr("Edit campaign") : tr("New campaign"),
                                        .verb = ad ? tr("Save") : tr("Add campaign"),
                                        .width = 560,
                                        .height = 640},
                                       form, this);
    dialog->perform(
        *form,
        [this, ad](const PutAd &wish) {
            auto answer = ad ? m_kit.api.call(api::updateAd, wish, ad->id) : m_kit.api.call(api::addAd, wish);
            return answer.then(explained);
        },
        [this, isNew = !ad](const Ad &saved) {
            put(saved);
            m_timeline->choose(saved.id.text());
            m_kit.notices.toast(isNew ? tr("%1 is planned for %2.").arg(saved.title, spanText(saved))
                                      : tr("%1 is saved.").arg(saved.title));
        });
}

void Page::take(const Result<Ad> &changed, const std::function<QString(const Ad &)> &words)
{
    if (!changed) {
        showTrouble(changed.error());
        return;
    }
    forgetTrouble();
    put(*changed);
    m_kit.notices.toast(words(*changed));
}

void Page::pause(const QString &id)
{
    const Ad *ad = find(id);
    if (!ad)
        return;
    kit::whenDone(this, m_kit.api.call(ad->isActive ? api::pauseAd : api::resumeAd, ad->id),
                  [this](const Result<Ad> &changed) {
                      take(changed, [](const Ad &ad) {
                          return (ad.isActive ? tr("%1 may run again.") : tr("%1 is paused.")).arg(ad.title);
                      });
                  });
}

void Page::duplicate(const QString &id)
{
    const Ad *ad = find(id);
    if (!ad)
        return;
    kit::whenDone(this, m_kit.api.call(api::duplicateAd, ad->id), [this](const Result<Ad> &copy) {
        take(copy, [](const Ad &ad) { return tr("%1 waits, paused, for %2.").arg(ad.title, spanText(ad)); });
        if (copy)
            m_timeline->choose(copy->id.text());
    });
}

void Page::remove(const QString &id)
{
    const Ad *ad = find(id);
    if (!ad)
        return;
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Delete campaign"),
                                       .text = tr("It is not shown any more. Its figures stay."),
                                       .facts = {{tr("Campaign"), ad->title}, {tr("Runs"), spanText(*ad)}},
                                       .verb = tr("Delete"),
                                       .look = "dangerFilled"},
                                      this);
    dialog->perform([this, wanted = ad->id](const QString &) { return m_kit.api.call(api::removeAd, wanted); },
                    [this, id](const Nothing &) {
                        m_shown.removeIf([&](const Ad &each) { return each.id.text() == id; });
                        m_around.removeIf([&](const Ad &each) { return each.id.text() == id; });
                        m_ads.drop(id);
                        m_timeline->show(m_shown, m_stretch, today());
                        markConflicts();
                        m_timeline->choose({});
                        m_detail->clear();
                        m_kit.notices.toast(tr("The campaign is deleted."));
                        describe();
                    });
}

} // namespace ads
