#pragma once

// The base of a dashboard: a greeting, the day and the period above its figures, and parts that wait and fail together
// and are asked for again.

#include "console/kit/card.h"
#include "console/kit/figuretile.h"
#include "console/kit/linelist.h"
#include "console/kit/page.h"
#include "console/kit/segments.h"
#include "shared/contract/analyticsdepth.h"

namespace kit {

class Overview : public Page
{
    Q_OBJECT

public:
    // keptPeriod: the keepsake that remembers the chosen period.
    Overview(Kit &kit, const QString &keptPeriod, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void hear(const LiveEvent &event) override;

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
    // The page as a whole: the head above body's rows, scrolled where the window is small.
    void frame(QLayout *body);
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

    // One of the steps before there is anything to show; page is where it is done. isDone: empty while it is unknown.
    static ListLine step(const QString &title, const QString &text, std::optional<bool> isDone, const QString &page);

    Segments *m_periods;

private:
    static void showLoading(const Parts &parts);
    static void showTrouble(const Parts &parts, const Error &error);
    void greet();

    const QString m_keptPeriod;
    Label *m_greeting, *m_date;
};

} // namespace kit
