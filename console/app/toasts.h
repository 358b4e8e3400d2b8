#pragma once

// Short news at the lower edge of the window. One at a time; with an action to undo it stays eight seconds.

#include "console/kit/controls.h"
#include "console/kit/kit.h"

#include <QTimer>

namespace app {

class Toasts : public QFrame, public kit::Notices
{
    Q_OBJECT

public:
    Toasts(const kit::Theme &theme, QWidget *over);

    void toast(const QString &text, kit::Tone tone) override;
    void toastWithUndo(const QString &text, std::function<void()> commit, std::function<void()> undo) override;
    void settle(); // carries out what is still waiting; before the window closes

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(const QString &text, kit::Tone tone, int stayMs);
    void place();

    const kit::Theme &m_theme;
    kit::Picture *m_picture;
    kit::Label *m_text;
    kit::Button *m_undo;
    QTimer m_stay;
    std::function<void()> m_commit, m_revert;
};

} // namespace app
