#pragma once

// The base of a dashboard: a greeting, the day and the period above its figures, parts that wait and fail together and
// are asked for again, that its user may hide, and that are printed as they stand.

#include "console/kit/card.h"
#include "console/kit/figuretile.h"
#include "console/kit/linelist.h"
#include "console/kit/page.h"
#include "console/kit/piecechooser.h"
#include "console/kit/segments.h"
#include "shared/contract/analyticsdepth.h"

namespace kit {

class Overview : public Page
{
    Q_OBJECT

public:
    // room: under whose name the chosen period and the hidden parts are kept.
    Overview(Kit &kit, const QString &room, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void hear(const LiveEvent &event) override;
    // What the paper says of itself: the days that the shown figures are of, and what of them is old.
    QStringList facts() const;

protected:
    // What one answer fills.
    struct Parts
    {
        QList<FigureTile *> tiles;
        QList<Card *> cards;
    };

    virtual void fetch() = 0;
    virtual void changePeriod() = 0;
    virtual bool isNews(LiveKind kind) const = 0;
    // "all regions", after the day; may be empty.
    virtual QString scope() const { return {}; }

    NamedPeriod period() const;
    // What the chosen period came to, once it is known.
    virtual std::optional<CoveredPeriod> covered() const = 0;

    // The page as a whole: the head above body's rows, scrolled where the window is small. Its user may hide the parts.
    void frame(QVBoxLayout *body, const Parts &parts);
    void whenRetried(const Parts &parts, std::function<void()> ask);

    // Only the answer to the last asking lands: an earlier one may be about another period.
    template <class T>
    void load(const Parts &parts, int &asked, QFuture<Result<T>> answer, std::function<void(const T &)> show)
    {
        showLoading(parts);
        const int number = ++asked;
        whenDone(this, std::move(answer), [this, parts, &asked, number, show](const Result<T> &outcome) {
            if (number != asked)
                return;
            if (outcome)
                show(*outcome);
            else
                showTrouble(parts, outcome.error());
        });
    }

    // One of the steps before there is anything to show; page is where it is done. Empty while it is unknown.
    enum class StepState { ToDo, InReview, Done };
    static ListLine step(const QString &title, const QString &text, std::optional<StepState> state,
                         const QString &page);
    static std::optional<StepState> stateOf(std::optional<bool> isDone)
    {
        return isDone ? std::optional(*isDone ? StepState::Done : StepState::ToDo) : std::nullopt;
    }

    Segments *m_periods;

private:
    static void showLoading(const Parts &parts);
    static void showTrouble(const Parts &parts, const Error &error);
    void greet();
    void showWhatIsLeft();
    void print(const QString &business);

    const QString m_keptPeriod;
    Label *m_greeting, *m_date;
    PieceChooser *m_chooser;
    Button *m_print;
    PageState *m_nothing;
    Parts m_parts;
};

} // namespace kit
