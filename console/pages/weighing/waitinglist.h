#pragma once

// What the outbox still holds, for the eye: what waits to be sent, and what the server has refused with its reason.

#include "console/kit/controls.h"
#include "console/kit/linelist.h"
#include "console/pages/weighing/outbox.h"

namespace weighing {

class WaitingList : public QFrame
{
    Q_OBJECT

public:
    WaitingList(kit::Kit &kit, Outbox &outbox, QWidget *parent);

    void retranslate();

private:
    void fill();
    void askAway(const QString &key); // about one that was refused

    kit::Kit &m_kit;
    Outbox &m_outbox;
    kit::Label *m_title, *m_hint;
    kit::LineList *m_lines;
    kit::Button *m_send;
};

} // namespace weighing
