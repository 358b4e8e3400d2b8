#pragma once

// Conversations with buyers, one room per order: the list, the talk, and the order it is about.

#include "console/kit/filterbar.h"
#include "console/kit/orderpanel.h"
#include "console/kit/page.h"
#include "console/kit/pagestate.h"
#include "console/kit/segments.h"
#include "console/pages/chat/roomline.h"

class QListView;
class QStackedWidget;
class QStandardItemModel;

namespace chat {

class Talk;

class Page : public kit::Page
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void reveal(const QString &object) override; // a room or its order
    void hear(const LiveEvent &event) override;

protected:
    void catchUp() override { refresh(); }

private:
    void build();
    QWidget *buildRooms();
    QWidget *buildSide();
    void connectParts();
    void showRooms();
    void showFailure(const Error &error);
    void open(const ChatRoom &room);
    void choose(const QString &id);
    void highlight();
    void noteMessage(const ChatMessage &message);
    void markRead();
    void count();
    void fillFiles();

    Rooms m_rooms;
    RoomFilter m_filter;
    kit::Label *m_title, *m_count, *m_filesTitle;
    kit::SearchField *m_search;
    kit::Segments *m_views;
    RoomList *m_list;
    QListView *m_files;
    QStandardItemModel *m_fileModel;
    QStackedWidget *m_roomStack, *m_talkStack;
    kit::PageState *m_roomState, *m_talkState;
    kit::Banner *m_trouble;
    Talk *m_talk;
    QWidget *m_side;
    kit::OrderPanel *m_order;
    QString m_open; // the room on screen
    QString m_toReveal;
};

} // namespace chat
