#pragma once

// A short list in a card: what to decide, stages with bars, the legend of a donut, who sold most. Each line is a row of
// a real list: arrows move, Enter or a click opens.

#include "console/kit/theme.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

#include <optional>

namespace kit {

struct ListLine
{
    QString key; // what opened() says; empty: leads nowhere
    QString title;
    QString second = {}; // below the title, smaller
    QString figure = {};
    QString note = {}; // at the end
    std::optional<Tone> noteTone = {};
    QString chip = {};
    Tone chipTone = Tone::Neutral;
    QString icon = {};
    Tone iconTone = Tone::Neutral;
    std::optional<int> series = {}; // a square in this colour of the charts
    bool hasFace = false;           // the initials of the title
    std::optional<qint64> bar = {}; // in hundredths of a percent of the longest one

    friend bool operator==(const ListLine &, const ListLine &) = default;
};

class LineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { LineRole = Qt::UserRole + 1 };
    using QAbstractListModel::QAbstractListModel;

    void show(const QList<ListLine> &lines);
    const QList<ListLine> &lines() const { return m_lines; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<ListLine> m_lines;
};

class LineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    LineDelegate(const Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    // How lines with bars share this width: the same in all of them, so that their bars begin at one place.
    struct Columns
    {
        int title = 0, figure = 0, note = 0;
    };
    Columns columns(const QAbstractItemModel &lines, int width) const;

private:
    int paintLead(QPainter &painter, const QRect &where, const ListLine &line) const;
    int paintTail(QPainter &painter, const QRect &where, const ListLine &line) const;
    void paintBar(QPainter &painter, const QRect &where, const ListLine &line, const Columns &columns) const;
    void paintWords(QPainter &painter, const QRect &where, const ListLine &line) const;

    const Theme &m_theme;
};

class LineList : public QListView
{
    Q_OBJECT

public:
    explicit LineList(const Theme &theme, QWidget *parent = nullptr);

    // The chosen line stays chosen wherever it stands now; when it is gone, none is.
    void show(const QList<ListLine> &lines);
    const QList<ListLine> &lines() const { return m_model.lines(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, 40}; }

    QString chosen() const; // its key

Q_SIGNALS:
    void opened(const QString &key);
    void chosenChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void open(const QModelIndex &index);

    LineModel m_model;
};

} // namespace kit

Q_DECLARE_METATYPE(kit::ListLine)
