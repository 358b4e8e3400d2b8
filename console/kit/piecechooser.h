#pragma once

// Which parts of a page its user wants to see: a menu of ticks that stays open, kept for this user on this machine.

#include "console/kit/controls.h"
#include "console/kit/kit.h"

class QMenu;

namespace kit {

class PieceChooser : public Button
{
    Q_OBJECT

public:
    // keptAs: the keepsake that remembers what is hidden.
    PieceChooser(Kit &kit, const QString &keptAs, QWidget *parent = nullptr);

    // Tiles and cards, named by their objects; what was hidden before is hidden at once.
    void offer(const QList<QWidget *> &pieces);
    bool isAnyShown() const;
    void showAll();
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void fill();
    void turn(QWidget *piece); // shown when it was hidden, and the other way round
    void settle();

    Keepsakes &m_keepsakes;
    const QString m_keptAs;
    QMenu *m_menu;
    QList<QWidget *> m_pieces;
    QStringList m_hidden;
};

} // namespace kit
