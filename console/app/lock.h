#pragma once

// An unattended console shows nobody's money: after half an hour without a key or the mouse, or on Ctrl+L, the rooms
// are covered until the password of whoever is inside has been typed. The session goes on meanwhile.

#include "console/pages/signin/step.h"

#include <QTimer>

namespace app {

// Notices that nobody is there. Time is the kit's clock, so that a machine that slept counts as left alone.
class Idle : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 idleMs = 30 * 60'000;

    Idle(kit::Clock &clock, QObject *parent);

    void watch(); // from now on
    void rest();  // nobody is inside
    bool isWatching() const { return m_ticker.isActive(); }
    void tick(); // the ticker's, and what an input does first

Q_SIGNALS:
    void lockAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    kit::Clock &m_clock;
    Instant m_lastInput;
    QTimer m_ticker;
};

// Asks for the password again.
class Lock : public signin::Step
{
    Q_OBJECT

public:
    Lock(kit::Kit &kit, QWidget *parent);

    void begin() override; // greets whoever is inside
    void retranslate() override;

Q_SIGNALS:
    void opened();
    void signOutAsked();

protected:
    void go() override;

private:
    Line m_password;
    kit::IconButton *m_eye;
    kit::Button *m_leave;
};

} // namespace app
