#pragma once

// One line above the content that stays until it is dealt with: errors, offline, what has to be done first. It takes no
// room while there is nothing to say.

#include "console/kit/controls.h"
#include "shared/base/result.h"

namespace kit {

class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(const Theme &theme, QWidget *parent = nullptr);

    void say(const QString &text, Tone tone, const QString &button = {});
    void showTrouble(const Error &error, const QString &more = {}); // with a Retry button
    void clear();
    QString text() const { return m_text->text(); }

Q_SIGNALS:
    void acted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Tone m_tone = Tone::Info;
    Picture *m_picture;
    Label *m_text;
    Button *m_button;
};

} // namespace kit
