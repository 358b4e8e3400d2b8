#include "console/kit/controls.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kit {

Label::Label(const Theme &theme, Type type, const char *ink, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setFont(theme.font(type));
    dip(this, ink);
    connect(&theme, &Theme::changed, this, [this, &theme, type] { setFont(theme.font(type)); });
}

Label *Label::wrapping()
{
    setWordWrap(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    return this;
}

Label *Label::eliding()
{
    m_elides = true;
    setWordWrap(false);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return this;
}

void Label::say(const QString &text)
{
    setText(text);
    // A tool tip guesses whether text is HTML; what others wrote must not be taken for it.
    if (m_elides)
        setToolTip(text.toHtmlEscaped());
}

QSize Label::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    return m_elides ? QSize(24, hint.height()) : hint;
}

void Label::paintEvent(QPaintEvent *event)
{
    if (!m_elides) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect inner = contentsRect();
    painter.drawText(inner, int(alignment()), fontMetrics().elidedText(text(), Qt::ElideRight, inner.width()));
}

Button::Button(const Theme &theme, const QString &icon, const char *look, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_look(look)
{
    wear(this, look);
    setAutoDefault(false);
    dress();
    connect(&theme, &Theme::changed, this, &Button::dress);
}

void Button::dress()
{
    const bool isFilled = m_look == "primary" || m_look == "dangerFilled";
    if (!m_icon.isEmpty())
        setIcon(m_theme.icon(m_icon, isFilled ? Ink::OnAccent : m_look == "danger" ? Ink::Danger : Ink::Text2));
    setIconSize(QSize(m_theme.px(16), m_theme.px(16)));
    // The style sheet glues the icon to the text; a blank keeps them apart.
    setText(m_icon.isEmpty() || m_text.isEmpty() ? m_text : u' ' + m_text);
}

void Button::say(const QString &text)
{
    m_text = text;
    QString spoken = text;
    setAccessibleName(spoken.remove(u'&'));
    dress();
}

void Button::draw(const QString &icon)
{
    m_icon = icon;
    dress();
}

IconButton::IconButton(const Theme &theme, const QString &icon, QWidget *parent)
    : QToolButton(parent)
    , m_theme(theme)
{
    draw(icon);
    const auto resize = [this] {
        setIconSize(QSize(m_theme.px(17), m_theme.px(17)));
        setMinimumWidth(m_theme.px(34));
    };
    resize();
    setFocusPolicy(Qt::TabFocus);
    connect(&theme, &Theme::changed, this, resize);
}

void IconButton::say(const QString &name)
{
    setAccessibleName(name);
    setToolTip(name);
}

void IconButton::draw(const QString &icon, Ink ink)
{
    setIcon(m_theme.icon(icon, ink));
}

Picture::Picture(const Theme &theme, const QString &icon, int size, Ink ink, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_ink(ink)
    , m_size(size)
{
    const auto resize = [this] { setFixedSize(m_theme.px(m_size), m_theme.px(m_size)); };
    resize();
    connect(&theme, &Theme::changed, this, resize);
}

void Picture::draw(const QString &icon, Ink ink)
{
    m_icon = icon;
    m_ink = ink;
    update();
}

void Picture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_theme.drawIcon(painter, m_icon, rect(), m_theme.ink(m_ink));
}

void fixWidth(QWidget *widget, const Theme &theme, int px)
{
    const auto resize = [widget, &theme, px] { widget->setFixedWidth(theme.px(px)); };
    resize();
    QObject::connect(&theme, &Theme::changed, widget, resize);
}

void fixHeight(QWidget *widget, const Theme &theme, int px)
{
    const auto resize = [widget, &theme, px] { widget->setFixedHeight(theme.px(px)); };
    resize();
    QObject::connect(&theme, &Theme::changed, widget, resize);
}

QFrame *line(QWidget *parent)
{
    auto *line = new QFrame(parent);
    wear(line, "line");
    return line;
}

QHBoxLayout *row(int spacing)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    return row;
}

QVBoxLayout *column(int spacing)
{
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

Label *addFact(QGridLayout *grid, QWidget *parent, const Theme &theme, const QString &name, const QString &value,
               const char *ink, Type type)
{
    const int row = grid->count() / 2;
    auto *left = new Label(theme, Type::Body, "text2", parent);
    left->say(name);
    auto *right = new Label(theme, type, ink, parent);
    right->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    right->wrapping()->say(value);
    grid->addWidget(left, row, 0, Qt::AlignTop);
    grid->addWidget(right, row, 1);
    return right;
}

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        if (QLayout *inner = item->layout())
            empty(inner);
        delete item;
    }
}

} // namespace kit
