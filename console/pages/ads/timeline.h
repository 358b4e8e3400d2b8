#pragma once

// The campaigns as bars on a calendar, a lane for each slot and, above the lists of categories, for each category. Bars
// are moved and resized with the mouse or the keys; what happens to them is the page's to decide. Beside it stands a
// table of the same campaigns for screen readers.

#include "console/kit/theme.h"
#include "console/pages/ads/calendar.h"

#include <QAbstractScrollArea>
#include <QSet>

namespace ads {

class Thumbs;

class Timeline : public QAbstractScrollArea
{
    Q_OBJECT

public:
    Timeline(const kit::Theme &theme, Thumbs &thumbs, const Categories &categories, QWidget *parent);

    void show(const QList<Ad> &ads, const Stretch &stretch, QDate today);
    void markConflicts(const QSet<QString> &ids) { m_conflicts = ids, viewport()->update(); }
    bool isMarked(const QString &id) const { return m_conflicts.contains(id); }
    QString chosen() const { return m_chosen; }
    void choose(const QString &id);
    void retranslate();

    // Where the bar of an ad stands, for tests and tool tips; empty when it is not on screen.
    QRect barOf(const QString &id) const;
    double dayWidth() const;
    // The lanes from top to bottom, as they are called.
    QStringList laneNames() const;

Q_SIGNALS:
    void chosenChanged(const QString &id);
    void opened(const QString &id);
    // Dragged: at once. Nudged by a key: more may follow.
    void dragged(const QString &id, Instant start, Instant end);
    void nudged(const QString &id, Instant start, Instant end);
    void removeAsked(const QString &id);
    void duplicateAsked(const QString &id);
    void pauseAsked(const QString &id);
    void zoomAsked(int by);
    void panAsked(int by);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Grip { None, Body, Start, End };
    struct Lane
    {
        AdSlot slot = AdSlot::HomeHero;
        std::optional<Id<Category>> category = {};
        QList<Bar> bars = {};
        int top = 0; // below the head, before scrolling
        int height = 0;
    };
    struct Drag
    {
        QString id;
        Grip grip = Grip::None;
        QPoint from;
        qint64 days = 0;
        bool hasBegun = false;
    };

    void arrange();
    QString nameOf(const Lane &lane) const { return placeName(lane.slot, lane.category, m_categories); }
    static QString shapeText(AdSlot slot);
    const Lane &laneOf(const Ad &ad) const;
    const Lane *laneAt(const QPoint &where) const; // of its name at the side
    double xOf(QDate day) const;
    QRectF rectOf(const Bar &bar) const;
    std::pair<Instant, Instant> windowOf(const Ad &ad) const; // with what is being dragged
    const Bar *barAt(const QPoint &where, Grip *grip = nullptr) const;
    const Bar *find(const QString &id) const;
    void stepWithin(int by);
    void stepAcross(int by);
    bool changeByKey(const QKeyEvent &event);
    bool stepByKey(int key);
    bool actByKey(const QKeyEvent &event);
    void say();
    QString describe(const Ad &ad) const;

    // timelinepaint.cpp
    void paintGrid(QPainter &painter) const;
    void paintHead(QPainter &painter) const;
    bool isNumbered(QDate day) const;
    void paintSlots(QPainter &painter) const;
    void paintBar(QPainter &painter, const Bar &bar) const;
    void paintWords(QPainter &painter, const Bar &bar, const QRectF &where, const QColor &ink) const;
    void paintToday(QPainter &painter) const;
    int headHeight() const { return m_theme.px(54); }
    int sideWidth() const { return m_theme.px(164); }

    const kit::Theme &m_theme;
    Thumbs &m_thumbs;
    const Categories &m_categories;
    QList<Lane> m_lanes;
    Stretch m_stretch;
    QDate m_today;
    QString m_chosen;
    QSet<QString> m_conflicts; // more than their place shows at a time
    QString m_hovered;
    std::optional<Drag> m_drag;
    int m_height = 0; // of all lanes
};

} // namespace ads
