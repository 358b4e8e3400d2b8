#pragma once

// Above every page: the search that opens the palette, the state of the connection, language, colours, the inbox.

#include "console/kit/controls.h"
#include "console/kit/livefeed.h"

class QMenu;

namespace app {

// "Live · 38 ms". A click tries to connect again.
class Pill : public QPushButton
{
    Q_OBJECT

public:
    explicit Pill(const kit::Theme &theme, QWidget *parent = nullptr);
    void show(kit::LiveFeed::State state, int latencyMs);
    void retranslate();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const kit::Theme &m_theme;
    kit::LiveFeed::State m_state = kit::LiveFeed::State::Offline;
    int m_latencyMs = -1;
    kit::Tone m_tone = kit::Tone::Neutral;
};

// Looks like a search field and opens the palette.
class SearchButton : public QPushButton
{
    Q_OBJECT

public:
    explicit SearchButton(const kit::Theme &theme, QWidget *parent = nullptr);
    void say(const QString &prompt);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const kit::Theme &m_theme;
    QString m_prompt;
};

// The bell with the number of unread notices.
class Bell : public kit::IconButton
{
    Q_OBJECT

public:
    explicit Bell(const kit::Theme &theme, QWidget *parent = nullptr);
    void setUnread(qint64 count);
    qint64 unread() const { return m_unread; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const kit::Theme &m_theme;
    qint64 m_unread = 0;
};

class TopBar : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(const kit::Theme &theme, QWidget *parent = nullptr);

    Pill *pill() const { return m_pill; }
    Bell *bell() const { return m_bell; }
    kit::IconButton *more() const { return m_more; }
    void setPrompt(const QString &prompt) { m_search->say(prompt); }
    void retranslate();

Q_SIGNALS:
    void searchAsked();
    void languageAsked();
    void shadeAsked();
    void inboxAsked();
    void moreAsked();
    void retryAsked();

private:
    const kit::Theme &m_theme;
    SearchButton *m_search;
    Pill *m_pill;
    kit::Button *m_language;
    kit::IconButton *m_shade;
    Bell *m_bell;
    kit::IconButton *m_more;
};

} // namespace app
