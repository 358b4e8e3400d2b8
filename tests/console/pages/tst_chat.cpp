#include "console/pages/chat/page.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/pages/told.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QFileDialog>
#include <QTemporaryDir>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Vendor};
    QList<ChatRoom> rooms = samples::rooms();
    std::unique_ptr<kit::Page> page;

    Fixture()
    {
        console.server.answer(api::listRooms, samples::page(rooms));
        for (const ChatRoom &room : rooms) {
            console.server.answer(api::listMessages, samples::page(samples::messages(room)), room.id);
            console.server.answer(api::readMessages, {}, room.id);
        }
        for (const OrderCard &card : samples::cards())
            console.server.answer(api::readOrder, samples::order(card, Role::Vendor), card.id);
    }
    void open()
    {
        page = std::make_unique<chat::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get())); // only what is in front is read
        page->refresh();
    }
    QAbstractItemModel &thread() { return *page->findChild<QAbstractItemView *>("thread")->model(); }
    QAbstractItemView *list() { return page->findChild<QAbstractItemView *>("rooms"); }
    QPlainTextEdit *composer() { return page->findChild<QPlainTextEdit *>("composer"); }
    QString spoken(int row) { return thread().index(row, 0).data(Qt::AccessibleTextRole).toString(); }
    QString last() { return spoken(thread().rowCount() - 1); }
    kit::LiveFeed *feed() { return console.feeds.feeds.value(QStringLiteral("/ws/chat/") + rooms.first().id.text()); }

    ChatMessage message(int number, Actor who, const QString &words, const QString &clientId = {}) const
    {
        return {.id = samples::id<ChatMessage>(number),
                .roomId = rooms.first().id,
                .sender = who,
                .senderName = QStringLiteral("Meera Nair"),
                .clientId = clientId,
                .content = words,
                .sentAt = samples::now};
    }
    QString lastClientId()
    {
        const auto body = json::parse<SendMessage>(console.server.lastBody(api::sendMessage, rooms.first().id));
        return body ? body->clientId : QString();
    }
};

} // namespace

class TestChatPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestConversationIsOpen()
    {
        Fixture given;

        given.open();

        QCOMPARE(given.list()->model()->rowCount(), 9);
        QCOMPARE(given.thread().rowCount(), 9);
        QCOMPARE(given.page->waiting(), 4);
        QVERIFY(given.spoken(0).startsWith(QStringLiteral("Meera Nair at")));
        QVERIFY(given.spoken(1).contains(QStringLiteral("read")));
    }

    // CHAT-04: without the live line words go by a plain call.
    void wordsGoByAPlainCallWhileTheLineIsDown()
    {
        Fixture given;
        given.open();
        given.console.server.hold();

        given.composer()->setPlainText(QStringLiteral("The truck has left"));
        QTest::keyClick(given.composer(), Qt::Key_Return);

        QCOMPARE(given.last(), QStringLiteral("You, being sent: The truck has left"));
        QCOMPARE(given.composer()->toPlainText(), QString());
        const QString clientId = given.lastClientId();
        QVERIFY(!clientId.isEmpty());
        given.console.server.answer(api::sendMessage,
                                    given.message(20, Actor::Vendor, QStringLiteral("The truck has left"), clientId),
                                    given.rooms.first().id);
        given.console.server.release();
        QCOMPARE(given.thread().rowCount(), 10);
        QVERIFY(given.last().startsWith(QStringLiteral("You at")));
    }

    void theSameMessageByTwoWaysIsOneBubble()
    {
        Fixture given;
        given.open();
        const ChatMessage news = given.message(21, Actor::Buyer, QStringLiteral("When will it arrive?"));

        Q_EMIT given.feed()->received(told(LiveKind::Message, json::bytes(news)));
        Q_EMIT given.feed()->received(told(LiveKind::Message, json::bytes(news)));

        QCOMPARE(given.thread().rowCount(), 10);
    }

    void aReconnectAsksOnlyForWhatCameMeanwhile()
    {
        Fixture given;
        given.open();
        QList<ChatMessage> missed{given.message(9, Actor::Vendor, QStringLiteral("old")),
                                  given.message(30, Actor::Buyer, QStringLiteral("Hello?"))};
        given.console.server.answer(api::listMessages, samples::page(missed), given.rooms.first().id);

        Q_EMIT given.feed()->stateChanged(kit::LiveFeed::State::Live);

        QCOMPARE(given.console.server.lines().filter(samples::id<ChatMessage>(9).text()).size(), 1);
        QCOMPARE(given.thread().rowCount(), 10);
        QVERIFY(given.last().contains(QStringLiteral("Hello?")));
    }

    void aRefusedMessageStaysAndIsSentAgainOnEnter()
    {
        Fixture given;
        given.open();
        given.console.server.refuse(api::sendMessage, Error{ErrorCode::Conflict, QStringLiteral("The room is closed.")},
                                    given.rooms.first().id);
        given.composer()->setPlainText(QStringLiteral("Thank you!"));
        QVERIFY(press(*given.page, "send"));
        QCOMPARE(given.last(), QStringLiteral("You, not sent: Thank you!. The room is closed."));
        const QString clientId = given.lastClientId();
        given.console.server.answer(api::sendMessage,
                                    given.message(22, Actor::Vendor, QStringLiteral("Thank you!"), clientId),
                                    given.rooms.first().id);

        auto *view = given.page->findChild<QAbstractItemView *>("thread");
        Q_EMIT view->activated(view->model()->index(view->model()->rowCount() - 1, 0));

        QCOMPARE(given.lastClientId(), clientId);
        QVERIFY(given.last().startsWith(QStringLiteral("You at")));
        QCOMPARE(given.thread().rowCount(), 10);
    }

    // CHAT-05
    void typingAndReadingAreShown()
    {
        Fixture given;
        given.open();
        QVERIFY(!given.last().contains(QStringLiteral(", read")));

        Q_EMIT given.feed()->received(told(LiveKind::Typing, "{}"));
        QVERIFY(shows(*given.page, QStringLiteral("Meera Nair is typing…")));
        Q_EMIT given.feed()->received(told(
            LiveKind::MessagesRead, json::bytes(MessagesRead{given.rooms.first().id, Actor::Buyer,
                                                             samples::id<ChatMessage>(9), samples::id<Account>(1)})));

        QVERIFY(given.last().contains(QStringLiteral(", read")));
    }

    void openingARoomReadsItAndDraftsStayWithTheirRoom()
    {
        Fixture given;
        given.open();
        given.composer()->setPlainText(QStringLiteral("Half a thought"));

        QTest::keyClick(given.list(), Qt::Key_Down);

        QCOMPARE(given.console.server.timesAsked(api::readMessages, given.rooms.at(1).id), 1);
        QCOMPARE(given.page->waiting(), 1);
        QCOMPARE(given.composer()->toPlainText(), QString());
        QTest::keyClick(given.list(), Qt::Key_Up);
        QCOMPARE(given.composer()->toPlainText(), QStringLiteral("Half a thought"));
    }

    // Reading one room must not walk through all of them.
    void theUnreadFilterKeepsTheOpenRoomAndOpensNoOther()
    {
        Fixture given;
        given.open();
        Q_EMIT given.page->findChild<kit::Segments *>()->chosenChanged(1);
        const int shown = given.list()->model()->rowCount();
        const QModelIndex second = given.list()->model()->index(1, 0);
        const QString id = second.data(kit::TableModel::IdRole).toString();

        Q_EMIT given.list()->clicked(second);

        QCOMPARE(given.list()->model()->rowCount(), shown - 1); // the first one is read and no longer open
        QCOMPARE(given.list()->currentIndex().data(kit::TableModel::IdRole).toString(), id);
        QCOMPARE(given.console.server.lines().filter(QStringLiteral("/read")).size(), 2);
    }

    void whatWasNotSentIsStillThereWhenItsRoomIsOpenedAgain()
    {
        Fixture given;
        given.open();
        given.console.server.cut();
        given.composer()->setPlainText(QStringLiteral("The truck has left"));
        QVERIFY(press(*given.page, "send"));

        QTest::keyClick(given.list(), Qt::Key_Down);
        given.console.server.mend();
        QTest::keyClick(given.list(), Qt::Key_Up);

        QVERIFY2(given.last().startsWith(QStringLiteral("You, not sent: The truck has left")),
                 qPrintable(given.last()));
    }

    void aFileGoesToTheRoomItWasChosenFor()
    {
        Fixture given;
        given.open();
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("bill.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("%PDF-1.4\n%%EOF") > 0);
        file.close();
        given.console.server.answer(api::uploadFile,
                                    StoredFile{.id = samples::id<StoredFile>(5), .name = QStringLiteral("bill.pdf")});
        given.console.server.hold();
        QVERIFY(press(*given.page, "attach"));
        auto *chooser = given.page->findChild<QFileDialog *>();
        QVERIFY(chooser);
        Q_EMIT chooser->fileSelected(file.fileName());

        Q_EMIT given.list()->clicked(given.list()->model()->index(1, 0));
        given.console.server.release();

        QCOMPARE(given.console.server.timesAsked(api::sendMessage, given.rooms.at(0).id), 1);
        QCOMPARE(given.console.server.timesAsked(api::sendMessage, given.rooms.at(1).id), 0);
    }

    void aMessageThatIsTooLongIsNotCut()
    {
        Fixture given;
        given.open();

        given.composer()->setPlainText(QString(4001, u'x'));

        QVERIFY(!press(*given.page, "send"));
        QVERIFY(shows(*given.page, QStringLiteral("4,001 of 4,000")));
        QTest::keyClick(given.composer(), Qt::Key_Return);
        QCOMPARE(given.composer()->toPlainText().size(), 4001);
        QCOMPARE(given.console.server.timesAsked(api::sendMessage, given.rooms.first().id), 0);
    }

    void theOrderStandsBesideTheTalk()
    {
        Fixture given;

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("KW-1M5T-0V9Q-2388")));
        QVERIFY(shows(*given.page, QStringLiteral("₹41,465.20")));
    }

    void emptyAndBrokenListsSaySo()
    {
        Fixture given;
        given.console.server.refuse(api::listRooms, Error{ErrorCode::Internal, QStringLiteral("It broke.")});
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("req-7")));
        given.console.server.answer(api::listRooms, samples::page<ChatRoom>({}));

        QVERIFY(press(*given.page, "stateButton"));

        QVERIFY(shows(*given.page, QStringLiteral("No conversations yet")));
    }

    void everyControlHasAName()
    {
        Fixture given;
        given.open();

        QCOMPARE(nameless(*given.page), QString());
    }
};

CONSOLE_TEST(TestChatPage)
#include "tst_chat.moc"
