#pragma once

// Campaigns on a timeline with a lane for each place, as a table, and their figures; planned, moved, paused and copied
// here (CADM-05).

#include "console/kit/banner.h"
#include "console/kit/contracttable.h"
#include "console/kit/page.h"
#include "console/kit/segments.h"
#include "console/kit/tableview.h"
#include "console/pages/ads/calendar.h"
#include "console/pages/ads/thumbs.h"

#include <QTimer>

class QStackedWidget;

namespace kit {
class PageState;
}

namespace ads {

class Detail;
class Figures;
class Timeline;

class Page : public kit::Page
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void reveal(const QString &object) override;
    void hear(const LiveEvent &event) override;

private:
    enum View { DayView, WeekView, MonthView, TableView, FiguresView };
    enum Content { TimelineContent, TableContent, FiguresContent, StateContent };

    // A change of dates on its way to the server.
    struct Move
    {
        Id<Ad> id;
        Instant start, end;
        Instant oldStart, oldEnd;
        bool isUndo = false;
    };

    void listen();
    void build();
    QLayout *buildHead();
    QLayout *buildCalendarBar();
    void addColumns();
    void bindKeys();
    Zoom zoom() const;
    void switchView(int view);
    void turn(int by);
    void goTo(QDate day);
    void zoomBy(int by);
    void fetch();
    void fetchMore(const Stretch &stretch, const std::optional<QString> &cursor, QList<Ad> sofar, int pages);
    void fetchCategories();
    void showCategoryTrouble(const Error &error);
    void fetchStatistics();

    // chosen.cpp: what the chosen campaign is compared with, also where it lies outside the stretch.
    struct Surroundings
    {
        AdSlot slot;
        Instant from, until;
        std::optional<Id<Ad>> partner;
        bool isWhole = false; // all that competes there was fetched
    };
    bool isSurrounded(const Ad &ad) const;
    void markConflicts();
    void showCompared(const Ad &ad);
    void fetchAround(const Ad &ad);
    void fetchMoreAround(const ListAllAds &query, QList<Ad> sofar, int pages);
    void fetchPartner(const Ad &ad);
    void addAround(const QList<Ad> &ads);
    QList<Ad> known() const; // what is on screen, and what was fetched around the chosen one
    enum class Extent { Cut, Whole };
    void showAds(QList<Ad> ads, Extent extent);
    void showContent();
    void showFailure(const Error &error);
    void describe();
    void showDetail(const QString &id);
    bool isOnScreen(const Ad &ad) const;
    const Ad *find(const QString &id) const;
    const Ad *find(Id<Ad> id) const { return find(id.text()); }
    void put(const Ad &ad);
    QDate today() const { return dayOf(m_kit.clock.now()); }

    // layout.cpp: build() to bindKeys(), retranslate(); acts.cpp: what follows.
    void move(const QString &id, Instant start, Instant end);
    void preview(const Move &move);
    void send();
    void confirm(const Move &move, const Ad &moved);
    void undo(const Move &move);
    void take(const Result<Ad> &changed, const std::function<QString(const Ad &)> &words);
    void showRefusal(const Move &move, const Error &error);
    void showTrouble(const Error &error);
    void forgetTrouble();
    kit::Banner::Words refusal(const Ad &refused, const AdConflict &conflict) const;
    void followSuggestion();
    void edit(const QString &id);
    void add();
    QFuture<Result<PutAd>> reread(Id<Ad> id);
    void openForm(const std::optional<Ad> &ad);
    void pause(const QString &id);
    void duplicate(const QString &id);
    void remove(const QString &id);

    Categories m_categories;
    Thumbs m_thumbs;
    kit::Label *m_title, *m_subtitle, *m_range;
    kit::Segments *m_views;
    kit::Button *m_add, *m_today;
    kit::IconButton *m_back, *m_on;
    QList<kit::Chip *> m_legend;
    QWidget *m_calendarBar;
    kit::Banner *m_banner;
    kit::Banner *m_categoryTrouble;
    QTimer m_categoriesRetry;
    kit::Banner *m_conflict;
    QStackedWidget *m_stack;
    kit::PageState *m_state;
    Timeline *m_timeline;
    kit::ContractTable<Ad> m_ads;
    kit::TableView *m_table;
    Figures *m_figures;
    QWidget *m_detailPlace;
    Detail *m_detail;

    Stretch m_stretch;
    QList<Ad> m_shown;    // that overlap the stretch, and the one that was revealed
    bool m_isCut = false; // of the stretch's campaigns some are not shown
    QList<Ad> m_around;   // the chosen one
    std::optional<Surroundings> m_surroundings;
    QString m_wanted;    // to be chosen when it is there
    QList<Move> m_queue; // one wish for each campaign
    std::optional<Move> m_sending;
    std::optional<Move> m_suggestion; // the same length from the suggested day
    QTimer m_pace;                    // keys may nudge several times
    int m_asked = 0, m_askedAround = 0;
    bool m_hasLoaded = false;
    bool m_isCopying = false;
};

} // namespace ads
