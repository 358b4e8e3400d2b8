#include "console/pages/chat/talk.h"

#include "console/kit/display.h"
#include "console/kit/filedialog.h"
#include "console/kit/phrases.h"
#include "console/pages/chat/bubble.h"
#include "shared/contract/filerules.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMimeDatabase>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStackedWidget>

namespace chat {

using kit::Type;

namespace {

constexpr int readyCount = 4;
constexpr int wordsMax = 4000; // SendMessage
constexpr int composerHeight = 38;

} // namespace

void Composer::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !(event->modifiers() & Qt::ShiftModifier)) {
        Q_EMIT sendAsked();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

Talk::Talk(kit::Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_dialogue(kit, m_thread, this)
    , m_face(new kit::Avatar(kit.theme, 36, kit::Avatar::Shape::Round, this))
    , m_name(new kit::Label(kit.theme, Type::Heading3, "", this))
    , m_about(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_typing(new kit::Label(kit.theme, Type::Small, "accent", this))
    , m_status(new kit::Chip(kit.theme, this))
    , m_order(new kit::IconButton(kit.theme, QStringLiteral("shopping-bag"), this))
    , m_view(new QListView(this))
    , m_bubble(new Bubble(kit.theme, m_thread, m_view))
    , m_stack(new QStackedWidget(this))
    , m_state(new kit::PageState(kit.theme, this))
    , m_trouble(new kit::Banner(kit.theme, this))
    , m_tooLong(new kit::Banner(kit.theme, this))
    , m_attach(new kit::IconButton(kit.theme, QStringLiteral("paperclip"), this))
    , m_composer(new Composer(this))
    , m_send(new kit::Button(kit.theme, QStringLiteral("send"), "primary", this))
{
    build();
    retranslate();
    connect(m_send, &QPushButton::clicked, this, &Talk::send);
    connect(m_composer, &Composer::sendAsked, this, &Talk::send);
    connect(m_attach, &QToolButton::clicked, this, &Talk::attach);
    connect(m_order, &QToolButton::clicked, this, &Talk::orderWanted);
    connect(m_composer, &QPlainTextEdit::textChanged, this, [this] {
        if (m_dialogue.room())
            m_drafts.insert(m_dialogue.room()->id.text(), m_composer->toPlainText());
        checkWords();
        if (m_composer->hasFocus())
            m_dialogue.noteTyping();
    });
    connect(m_view, &QListView::activated, this, &Talk::press);
    connect(m_view, &QListView::clicked, this, &Talk::press);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == m_view->verticalScrollBar()->minimum())
            m_dialogue.fetchEarlier();
    });
    connect(m_state, &kit::PageState::acted, this, &Talk::reload);
    connect(&m_thread, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int, int last) {
        if (last == m_thread.rowCount() - 1)
            QMetaObject::invokeMethod(this, &Talk::scrollDown, Qt::QueuedConnection);
        Q_EMIT filesChanged();
    });
    connect(&m_dialogue, &Dialogue::loaded, this, [this] {
        m_stack->setCurrentIndex(1);
        scrollDown();
        noticeRead();
    });
    connect(&m_dialogue, &Dialogue::failed, this, [this](const Error &error) {
        m_thread.rowCount() > 0 ? m_trouble->showTrouble(error) : m_state->showTrouble(error);
    });
    connect(&m_dialogue, &Dialogue::heard, this, &Talk::noticeRead);
    connect(&m_dialogue, &Dialogue::typingChanged, this, [this](bool isTyping) {
        m_typing->say(isTyping ? tr("%1 is typing…").arg(m_dialogue.room()->otherName) : QString());
    });
}

QWidget *Talk::buildHead()
{
    const kit::Theme &theme = m_kit.theme;
    auto *head = new QWidget(this);
    kit::wear(head, "panehead");
    auto *words = kit::column(1);
    words->addWidget(m_name->eliding());
    words->addWidget(m_about->eliding());
    auto *layout = kit::row(theme.px(12));
    layout->setContentsMargins(theme.px(20), theme.px(9), theme.px(16), theme.px(9));
    layout->addWidget(m_face);
    layout->addLayout(words, 1);
    layout->addWidget(m_status);
    layout->addWidget(m_order);
    head->setLayout(layout);
    return head;
}

QWidget *Talk::buildFoot()
{
    const kit::Theme &theme = m_kit.theme;
    auto *foot = new QWidget(this);
    kit::wear(foot, "panefoot");
    auto *ready = kit::row(8);
    for (int i = 0; i < readyCount; ++i) {
        auto *button = new kit::Button(theme, {}, "filter", foot);
        connect(button, &QPushButton::clicked, this, [this, button] {
            m_composer->setPlainText(button->accessibleName());
            m_composer->moveCursor(QTextCursor::End);
            m_composer->setFocus();
        });
        m_ready += button;
        ready->addWidget(button);
    }
    ready->addStretch(1);
    m_composer->setObjectName(QStringLiteral("composer"));
    kit::fixHeight(m_composer, theme, composerHeight);
    m_composer->setTabChangesFocus(true);
    m_composer->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_send->setObjectName(QStringLiteral("send"));
    m_attach->setObjectName(QStringLiteral("attach"));
    m_send->setEnabled(false);
    auto *line = kit::row(8);
    line->addWidget(m_attach);
    line->addWidget(m_composer, 1);
    line->addWidget(m_send);
    auto *layout = kit::column(theme.px(8));
    layout->setContentsMargins(theme.px(20), theme.px(10), theme.px(20), theme.px(12));
    layout->addWidget(m_trouble);
    layout->addWidget(m_tooLong);
    layout->addLayout(ready);
    layout->addLayout(line);
    foot->setLayout(layout);
    return foot;
}

void Talk::build()
{
    kit::wear(this, "canvas");
    m_view->setObjectName(QStringLiteral("thread"));
    m_view->setModel(&m_thread);
    m_view->setItemDelegate(m_bubble);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_view);
    auto *typing = kit::row(0);
    typing->setContentsMargins(m_kit.theme.px(20), 0, m_kit.theme.px(20), m_kit.theme.px(6));
    typing->addWidget(m_typing);
    auto *layout = kit::column(0);
    layout->addWidget(buildHead());
    layout->addWidget(m_stack, 1);
    layout->addLayout(typing);
    layout->addWidget(buildFoot());
    setLayout(layout);
    connect(&m_kit.theme, &kit::Theme::changed, m_view, &QListView::doItemsLayout);
}

void Talk::open(const ChatRoom &room)
{
    const bool isNew = !m_dialogue.room() || m_dialogue.room()->id != room.id;
    m_face->show(room.otherName);
    m_name->say(room.otherName);
    m_about->say(room.orderNumber);
    m_composer->setEnabled(room.isActive);
    m_attach->setEnabled(room.isActive);
    if (isNew) {
        m_status->hide();
        m_typing->say({});
        m_trouble->clear();
        m_state->showLoading();
        m_stack->setCurrentWidget(m_state);
    }
    m_dialogue.open(room);
    if (isNew)
        m_composer->setPlainText(m_drafts.value(room.id.text()));
}

void Talk::show(const Order &order)
{
    const kit::display::Word word = kit::display::word(order.orderStatus);
    m_status->say(word.text, word.tone, word.icon);
    m_status->setVisible(true);
}

void Talk::reload()
{
    if (m_dialogue.room())
        m_dialogue.reload();
}

// Nothing is cut: what is too long is said, and shortened by who wrote it.
void Talk::checkWords()
{
    const qsizetype length = m_composer->toPlainText().trimmed().size();
    m_send->setEnabled(length > 0 && length <= wordsMax);
    if (length > wordsMax)
        m_tooLong->say(tr("The message is too long: %1 of %2 characters.")
                           .arg(kit::display::text(qint64(length)), kit::display::text(qint64(wordsMax))),
                       kit::Tone::Warning);
    else
        m_tooLong->clear();
}

void Talk::send()
{
    if (!m_send->isEnabled())
        return;
    const QString words = m_composer->toPlainText();
    m_composer->clear();
    m_dialogue.say(words);
}

void Talk::attach()
{
    auto *dialog =
        new QFileDialog(this, tr("Send a file"), {}, tr("Pictures and documents (*.jpg *.jpeg *.png *.webp *.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &Talk::upload);
    dialog->open();
}

void Talk::upload(const QString &path)
{
    const QFileInfo info(path);
    const qint64 sizeMax = fileTerms(FilePurpose::Chat).sizeMax;
    if (info.size() > sizeMax) {
        m_trouble->say(kit::phrase::tooLarge(info.size(), sizeMax), kit::Tone::Danger);
        return;
    }
    const QByteArray type = QMimeDatabase().mimeTypeForFile(info, QMimeDatabase::MatchContent).name().toLatin1();
    const Id<ChatRoom> room = m_dialogue.room()->id;
    m_trouble->say(kit::phrase::sending(info.fileName()), kit::Tone::Info);
    kit::whenDone(this,
                  m_kit.api.upload(api::uploadFile, {.path = path, .type = type},
                                   {.purpose = FilePurpose::Chat, .name = info.fileName()}),
                  [this, room, name = info.fileName()](const Result<StoredFile> &file) {
                      if (!file) {
                          m_trouble->say(QStringLiteral("%1: %2").arg(name, kit::display::trouble(file.error())),
                                         kit::Tone::Danger);
                          return;
                      }
                      m_trouble->clear();
                      m_dialogue.sendFile(room, *file);
                  });
}

// Enter or a click: opens the file, or sends again what was refused.
void Talk::press(const QModelIndex &index)
{
    const Thread::Entry &entry = m_thread.at(index.row());
    if (entry.state == Thread::State::Refused)
        m_dialogue.retry(QString(entry.message.clientId));
    else if (entry.message.attachment)
        openFile(*entry.message.attachment);
}

void Talk::openFile(const StoredFile &file)
{
    (new kit::FileDialog(m_kit, file, this))->open();
}

void Talk::scrollDown()
{
    m_view->scrollToBottom();
}

// Read is what a person could see: the page is on screen and its window is in front.
void Talk::noticeRead()
{
    if (!isVisible() || !isActiveWindow())
        return;
    m_dialogue.markRead();
    Q_EMIT wasRead();
}

bool Talk::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        noticeRead();
    return QWidget::event(event);
}

void Talk::retranslate()
{
    const QStringList ready{tr("Stock is ready"), tr("The truck has left"), tr("Please confirm delivery"),
                            tr("Thank you!")};
    for (int i = 0; i < m_ready.size(); ++i)
        m_ready.at(i)->say(ready.at(i));
    m_attach->say(tr("Send a file"));
    m_order->say(tr("Order details"));
    m_composer->setPlaceholderText(tr("Type a message…"));
    m_composer->setAccessibleName(tr("Message"));
    m_send->say(tr("Send"));
    m_view->setAccessibleName(tr("Messages"));
    m_view->doItemsLayout();
}

} // namespace chat
