#pragma once

// The open conversation: who and about which order, the thread, ready answers, and the line to write in.

#include "console/kit/banner.h"
#include "console/kit/pagestate.h"
#include "console/pages/chat/dialogue.h"

#include <QPlainTextEdit>

class QListView;
class QStackedWidget;

namespace chat {

class Bubble;

// Enter sends, Shift+Enter begins a new line.
class Composer : public QPlainTextEdit
{
    Q_OBJECT

public:
    using QPlainTextEdit::QPlainTextEdit;

Q_SIGNALS:
    void sendAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

class Talk : public QWidget
{
    Q_OBJECT

public:
    explicit Talk(kit::Kit &kit, QWidget *parent = nullptr);

    void open(const ChatRoom &room);
    void show(const Order &order); // its status stands in the head
    void reload();
    void retranslate();
    const Thread &thread() const { return m_thread; }
    void openFile(const StoredFile &file);

Q_SIGNALS:
    void wasRead(); // the messages on screen are read now
    void filesChanged();
    void orderWanted(); // its details beside the talk, or away again

protected:
    bool event(QEvent *event) override;

private:
    void build();
    QWidget *buildHead();
    QWidget *buildFoot();
    void send();
    void checkWords();
    void attach();
    void upload(const QString &path);
    void press(const QModelIndex &index);
    void scrollDown();
    void noticeRead();

    kit::Kit &m_kit;
    Thread m_thread;
    Dialogue m_dialogue;
    QHash<QString, QString> m_drafts; // what was begun, by room
    kit::Avatar *m_face;
    kit::Label *m_name, *m_about, *m_typing;
    kit::Chip *m_status;
    kit::IconButton *m_order;
    QListView *m_view;
    Bubble *m_bubble;
    QStackedWidget *m_stack;
    kit::PageState *m_state;
    kit::Banner *m_trouble, *m_tooLong;
    QList<kit::Button *> m_ready;
    kit::IconButton *m_attach;
    Composer *m_composer;
    kit::Button *m_send;
};

} // namespace chat
