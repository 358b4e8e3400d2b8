#pragma once

// Paints one message of a thread: mine at the right in the accent's tint, the other's at the left with a face, what the
// system says as a pill in the middle.

#include "console/kit/theme.h"
#include "console/pages/chat/thread.h"

#include <QStyledItemDelegate>

class QListView;

namespace chat {

class Bubble : public QStyledItemDelegate
{
    Q_OBJECT

public:
    Bubble(const kit::Theme &theme, const Thread &thread, QListView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    // Where the parts of a message stand, within an item that starts at 0,0.
    struct Shape
    {
        QRect day; // the heading of a new day, or empty
        QRect bubble;
        QRect words;
        QRect file;
        QRect foot; // time and ticks
        int height = 0;
    };
    Shape shapeOf(int row, int width) const;
    Shape pillShape(const Thread::Entry &entry, int top, int width) const;
    QString footOf(const Thread::Entry &entry) const;

    void paintPill(QPainter &painter, const QRect &where, const QString &text) const;
    void paintFile(QPainter &painter, const QRect &where, const StoredFile &file) const;
    void paintFoot(QPainter &painter, const Shape &shape, const Thread::Entry &entry) const;

    const kit::Theme &m_theme;
    const Thread &m_thread;
    QListView *m_view;
};

} // namespace chat
