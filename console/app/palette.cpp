#include "console/app/palette.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace app {

namespace {

constexpr int frameWidth = 620;
constexpr int frameHeight = 462;

} // namespace

Palette::Palette(const kit::Theme &theme, QWidget *over)
    : QWidget(over)
    , m_theme(theme)
    , m_frame(new QFrame(this))
    , m_line(new QLineEdit(m_frame))
    , m_list(new QListView(m_frame))
    , m_tip(new kit::Label(theme, kit::Type::Caption, "text2", m_frame))
    , m_keys(new kit::Label(theme, kit::Type::Caption, "text2", m_frame))
    , m_count(new kit::Label(theme, kit::Type::Caption, "text2", m_frame))
{
    hide();
    setObjectName(QStringLiteral("palette"));
    kit::wear(m_frame, "popup");
    kit::wear(m_line, "bare");
    m_line->setObjectName(QStringLiteral("paletteLine"));
    m_line->setMaxLength(200);
    m_line->installEventFilter(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new OfferDelegate(theme, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *top = kit::row(10);
    top->setContentsMargins(theme.px(18), theme.px(11), theme.px(16), theme.px(11));
    top->addWidget(new kit::Picture(theme, QStringLiteral("search"), 17, kit::Ink::Text2, m_frame));
    top->addWidget(m_line, 1);
    top->addWidget(m_tip);
    auto *list = kit::row(0);
    list->setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4));
    list->addWidget(m_list);
    auto *foot = kit::row(8);
    foot->setContentsMargins(theme.px(18), theme.px(8), theme.px(18), theme.px(9));
    foot->addWidget(m_keys);
    foot->addStretch(1);
    foot->addWidget(m_count);
    auto *layout = kit::column(0);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addLayout(top);
    layout->addWidget(kit::line(m_frame));
    layout->addLayout(list, 1);
    layout->addWidget(kit::line(m_frame));
    layout->addLayout(foot);
    m_frame->setLayout(layout);

    connect(m_line, &QLineEdit::textChanged, this, &Palette::search);
    connect(m_line, &QLineEdit::returnPressed, this, [this] { run(m_list->currentIndex()); });
    connect(m_list, &QListView::clicked, this, &Palette::run);
    over->installEventFilter(this);
}

void Palette::open(const QList<Offer> &offers)
{
    m_focusBefore = QApplication::focusWidget();
    m_line->setPlaceholderText(tr("Where to, or what to do?"));
    m_line->setAccessibleName(m_line->placeholderText());
    m_list->setAccessibleName(tr("Results"));
    m_tip->say(tr("type > for actions"));
    m_keys->say(tr("↑↓ move    ↵ open    Esc close"));
    m_model.show(offers);
    m_line->clear();
    search({});
    setGeometry(parentWidget()->rect());
    const int wide = qMin(m_theme.px(frameWidth), width() - 40);
    const int high = qMin(m_theme.px(frameHeight), height() - 80);
    m_frame->setGeometry((width() - wide) / 2, m_theme.px(96), wide, high);
    show();
    raise();
    m_line->setFocus();
}

void Palette::close()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus();
}

void Palette::search(const QString &typed)
{
    m_model.filter(typed);
    m_count->say(tr("%Ln result(s)", nullptr, m_model.found()));
    m_list->setCurrentIndex(m_model.index(m_model.firstRow()));
}

void Palette::step(int by)
{
    int row = m_list->currentIndex().row();
    do
        row += by;
    while (row >= 0 && row < m_model.rowCount() && !m_model.actAt(row));
    if (m_model.actAt(row))
        m_list->setCurrentIndex(m_model.index(row));
}

void Palette::run(const QModelIndex &index)
{
    const auto act = m_model.actAt(index.row());
    if (!act)
        return;
    close();
    act();
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        close();
    // Tab would lead below the overlay.
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
            step(key == Qt::Key_Tab ? 1 : -1);
            return true;
        }
    }
    if (watched != m_line || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Down && key != Qt::Key_Up && key != Qt::Key_Escape)
        return false;
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // Esc closes this, not the panel below
        return true;
    }
    key == Qt::Key_Escape ? close() : step(key == Qt::Key_Down ? 1 : -1);
    return true;
}

void Palette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.overlay);
    // A painted shadow: effects would render the frame through an image.
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int i = 1; i <= 12; ++i) {
        painter.setBrush(QColor(0, 0, 0, 5));
        painter.drawRoundedRect(QRectF(m_frame->geometry()).adjusted(-i, -i + 4, i, i + 4), 12 + i, 12 + i);
    }
}

void Palette::mousePressEvent(QMouseEvent *)
{
    close();
}

} // namespace app
