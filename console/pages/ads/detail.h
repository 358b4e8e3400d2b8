#pragma once

// One campaign beside the timeline: how it looks, how it does, whom it meets, and what can be done with it.

#include "console/kit/banner.h"
#include "console/kit/kit.h"
#include "console/pages/ads/paircard.h"
#include "console/pages/ads/places.h"
#include "console/pages/ads/sparkline.h"
#include "console/pages/ads/thumbs.h"

class QGridLayout;

namespace ads {

// The picture in the proportions of its slot.
class Preview : public QWidget
{
    Q_OBJECT

public:
    Preview(const kit::Theme &theme, Thumbs &thumbs, QWidget *parent);
    void show(const Ad &ad);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void say();

    const kit::Theme &m_theme;
    Thumbs &m_thumbs;
    std::optional<Ad> m_ad;
};

// What else is planned in the place of a campaign while it runs, and its partner. As long as a part may be missing it
// can show a conflict, but not that there is none.
struct Compared
{
    enum Extent { Partly, Wholly };

    QList<Ad> all;
    Extent extent = Partly;
};

class Detail : public QWidget
{
    Q_OBJECT

public:
    Detail(kit::Kit &kit, Thumbs &thumbs, QWidget *parent);

    void show(const Ad &ad, const Compared &compared, const Categories &categories);
    void showStatistics(const Result<AdStatistics> &statistics);
    void clear();
    // While a copy is being made no other one is asked for.
    void holdCopying() { m_copy->setEnabled(false); }
    void allowCopying() { m_copy->setEnabled(true); }
    void retranslate();
    const std::optional<Ad> &ad() const { return m_ad; }

Q_SIGNALS:
    void editAsked(const QString &id);
    void pauseAsked(const QString &id);
    void duplicateAsked(const QString &id);
    void removeAsked(const QString &id);

private:
    void build();
    QWidget *buildFigures();
    QWidget *buildFoot();
    void showFacts();
    void showRoom();
    const Ad *partner() const;
    QString id() const { return m_ad ? m_ad->id.text() : QString(); }

    kit::Kit &m_kit;
    std::optional<Ad> m_ad;
    Compared m_compared;
    Categories m_categories;
    QWidget *m_body;
    kit::Label *m_hint;
    Preview *m_preview;
    kit::Label *m_title, *m_span;
    kit::Chip *m_state, *m_rotation;
    std::array<kit::Label *, 3> m_figureNames, m_figures;
    Sparkline *m_sparkline;
    kit::Label *m_daysTrouble;
    QWidget *m_pairLine;
    PairCard *m_pair;
    QGridLayout *m_facts;
    kit::Banner *m_room;
    kit::Button *m_edit, *m_pause, *m_copy, *m_remove;
};

} // namespace ads
