#pragma once

// One line above the content that stays until it is dealt with: errors, offline, what has to be done first. It takes no
// room while there is nothing to say. What is given as a function, and every trouble, is said anew in another language.

#include "console/kit/controls.h"
#include "shared/base/result.h"

#include <functional>

namespace kit {

class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(const Theme &theme, QWidget *parent = nullptr);

    struct Words
    {
        QString text;
        QString button = {};
    };
    void say(const QString &text, Tone tone, const QString &button = {});
    void say(std::function<Words()> words, Tone tone);
    void showTrouble(const Error &error, const QString &more = {}); // with a Retry button where a repeat may help
    void clear();
    QString text() const { return m_text->text(); }

Q_SIGNALS:
    void acted();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void write(const Words &words);

    const Theme &m_theme;
    std::function<Words()> m_words;
    Tone m_tone = Tone::Info;
    Picture *m_picture;
    Label *m_text;
    Button *m_button;
};

} // namespace kit
