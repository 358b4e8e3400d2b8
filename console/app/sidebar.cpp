#include "console/app/sidebar.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int wide = 224;
constexpr int narrow = 60;

// The mark of the marketplace on its coloured ground.
class Mark : public QWidget
{
public:
    Mark(const kit::Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        kit::fixWidth(this, theme, 32);
        kit::fixHeight(this, theme, 32);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QLinearGradient ground(0, 0, width(), height());
        ground.setColorAt(0, QColor(0x1A, 0x87, 0x91));
        ground.setColorAt(1, QColor(0x0A, 0x4A, 0x53));
        painter.setBrush(ground);
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(rect(), m_theme.px(8), m_theme.px(8));
        m_theme.drawIcon(painter, QStringLiteral("recycle"), QRectF(rect()).adjusted(7, 7, -7, -7), Qt::white);
    }

private:
    const kit::Theme &m_theme;
};

} // namespace

Sidebar::Sidebar(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_delegate(new SidebarDelegate(theme, this))
    , m_list(new QListView(this))
    , m_words(new QWidget(this))
    , m_userWords(new QWidget(this))
    , m_console(new kit::Label(theme, kit::Type::Small, "text2", m_words))
    , m_user(new kit::Label(theme, kit::Type::BodyStrong, "", m_userWords))
    , m_role(new kit::Label(theme, kit::Type::Small, "text2", m_userWords))
    , m_face(new kit::Avatar(theme, 32, kit::Avatar::Shape::Round, this))
    , m_menu(new kit::IconButton(theme, QStringLiteral("log-out"), this))
{
    kit::wear(this, "side");
    dressList();
    auto *list = kit::row(0);
    list->setContentsMargins(theme.px(10), 0, theme.px(9), 0);
    list->addWidget(m_list);
    auto *layout = kit::column(0);
    layout->addLayout(makeHead());
    layout->addLayout(list, 1);
    layout->addWidget(makeFoot());
    setLayout(layout);
    setNarrow(false);

    const auto choose = [this](const QModelIndex &at) { Q_EMIT chosen(m_model.pageAt(at.row())); };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    connect(m_menu, &QToolButton::clicked, this, &Sidebar::leaveAsked);
    connect(&theme, &kit::Theme::changed, this, [this] { setNarrow(m_isNarrow); });
}

QLayout *Sidebar::makeHead()
{
    auto *name = new kit::Label(m_theme, kit::Type::Heading3, "", m_words);
    name->say(QStringLiteral("Kabaadwala"));
    auto *words = kit::column(0);
    words->addWidget(name);
    words->addWidget(m_console->eliding());
    m_words->setLayout(words);
    auto *head = kit::row(10);
    head->setContentsMargins(m_theme.px(14), m_theme.px(12), m_theme.px(10), m_theme.px(10));
    head->addWidget(new Mark(m_theme, this));
    head->addWidget(m_words, 1);
    return head;
}

void Sidebar::dressList()
{
    m_list->setModel(&m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setObjectName(QStringLiteral("sidebar"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
}

QWidget *Sidebar::makeFoot()
{
    auto *words = kit::column(0);
    words->addWidget(m_user->eliding());
    words->addWidget(m_role->eliding());
    m_userWords->setLayout(words);
    auto *foot = new QWidget(this);
    kit::wear(foot, "sidefoot");
    auto *layout = kit::row(8);
    layout->setContentsMargins(m_theme.px(14), m_theme.px(10), m_theme.px(8), m_theme.px(10));
    layout->addWidget(m_face);
    layout->addWidget(m_userWords, 1);
    layout->addWidget(m_menu);
    foot->setLayout(layout);
    return foot;
}

void Sidebar::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
    m_delegate->setNarrow(isNarrow);
    m_words->setVisible(!isNarrow);
    m_userWords->setVisible(!isNarrow);
    m_menu->setVisible(!isNarrow);
    // A rail has no room for a bar; wheel and arrows move it all the same.
    m_list->setVerticalScrollBarPolicy(isNarrow ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setFixedWidth(m_theme.px(isNarrow ? narrow : wide));
    m_list->doItemsLayout();
}

QSize Sidebar::sizeHint() const
{
    return {m_theme.px(m_isNarrow ? narrow : wide), m_theme.px(600)};
}

void Sidebar::introduce(const QString &console, const QString &user, const QString &role)
{
    m_console->say(console);
    m_user->say(user);
    m_role->say(role);
    m_face->show(user);
    m_face->setToolTip(user.toHtmlEscaped());
}

void Sidebar::setCurrent(const QString &page)
{
    const int row = m_model.rowOf(page);
    if (row >= 0)
        m_list->setCurrentIndex(m_model.index(row));
}

void Sidebar::retranslate()
{
    m_list->setAccessibleName(tr("Pages"));
    m_menu->say(tr("Sign out"));
    m_model.retranslate();
}

} // namespace app
