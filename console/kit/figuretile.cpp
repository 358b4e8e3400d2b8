#include "console/kit/figuretile.h"

#include "console/kit/curve.h"
#include "console/kit/display.h"

#include <QPainter>
#include <QPainterPath>

namespace kit {

namespace {

constexpr int patienceMs = 150;
constexpr int pad = 14;
constexpr int heightAll = 132;
constexpr int courseHeight = 32;

} // namespace

FigureTile::FigureTile(const Theme &theme, const QString &icon, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(icon)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { update(); });
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(), update(); });
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (isTroubled())
            Q_EMIT retried();
        else
            Q_EMIT opened();
    });
    showLoading();
}

void FigureTile::say(const QString &name)
{
    m_name = name;
    this->name();
    update();
}

void FigureTile::explain(const QString &sentence)
{
    m_explained = sentence;
    setAccessibleDescription(sentence);
    name();
}

void FigureTile::showLoading()
{
    m_trouble.clear();
    if (!m_figure)
        m_patience.start(patienceMs);
    name();
    update();
}

void FigureTile::show(const TileFigure &figure)
{
    m_patience.stop();
    m_trouble.clear();
    m_figure = figure;
    name();
    update();
}

void FigureTile::showTrouble(const Error &error)
{
    m_patience.stop();
    m_trouble = display::trouble(error);
    name();
    update();
}

Tone FigureTile::toneOf(const TileFigure &figure)
{
    if (!figure.change || *figure.change == 0 || figure.better == TileFigure::Better::Neither)
        return Tone::Neutral;
    const bool isMore = *figure.change > 0;
    return isMore == (figure.better == TileFigure::Better::More) ? Tone::Success : Tone::Danger;
}

// The arrow is only for those who see it.
QString FigureTile::spokenChange() const
{
    if (!m_figure->change || *m_figure->change == 0)
        return m_figure->changeText;
    return (*m_figure->change > 0 ? tr("up %1") : tr("down %1")).arg(m_figure->changeText);
}

void FigureTile::name()
{
    QStringList words{m_name};
    if (m_figure)
        words += {m_figure->figure, spokenChange(), m_figure->note};
    else if (m_trouble.isEmpty())
        words += tr("loading");
    if (isTroubled() && m_figure && !m_figure->of.isEmpty())
        words += tr("of %1").arg(m_figure->of);
    if (isTroubled())
        words += {m_trouble, tr("Try again")};
    words.removeAll(QString());
    setAccessibleName(words.join(QStringLiteral(", ")));
    // As rich text it wraps; a whole sentence in one line would run off the screen.
    const QString tip = isTroubled() ? m_trouble : m_explained;
    setToolTip(tip.isEmpty() ? tip : QStringLiteral("<p>%1</p>").arg(tip.toHtmlEscaped()));
}

QSize FigureTile::sizeHint() const
{
    const int words = QFontMetrics(m_theme.font(Type::Small)).height();
    const int figure = QFontMetrics(m_theme.font(Type::Figure)).height();
    return {m_theme.px(190), qMax(m_theme.px(heightAll), 2 * words + figure + m_theme.px(pad + 12 + courseHeight))};
}

QSize FigureTile::minimumSizeHint() const
{
    return {m_theme.px(120), sizeHint().height()};
}

void FigureTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIn(painter, rect());
}

void FigureTile::draw(QPainter &painter, const QRect &where, const Theme &theme) const
{
    FigureTile twin(theme, m_icon);
    twin.m_name = m_name;
    twin.m_figure = m_figure;
    twin.m_trouble = m_trouble;
    twin.paintIn(painter, where);
}

void FigureTile::paintIn(QPainter &painter, const QRect &where)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(m_theme.focus, 2) : QPen(underMouse() ? m_theme.borderStrong : m_theme.border, 1));
    painter.setBrush(isDown() ? m_theme.hover : m_theme.surface);
    const double edge = hasFocus() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(where).adjusted(edge, edge, -edge, -edge), 10, 10);

    QRect rest = where.adjusted(m_theme.px(pad), m_theme.px(pad - 2), -m_theme.px(pad), -m_theme.px(8));
    painter.setFont(m_theme.font(Type::Small));
    const int words = painter.fontMetrics().height();
    const int icon = m_theme.px(14);
    m_theme.drawIcon(painter, m_icon, QRectF(rest.left(), rest.top() + (words - icon) / 2.0, icon, icon),
                     m_theme.text3);
    painter.setPen(m_theme.text2);
    painter.drawText(QRect(rest.left() + icon + m_theme.px(6), rest.top(), rest.width() - icon - m_theme.px(6), words),
                     Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_name, Qt::ElideRight, rest.width() - icon - m_theme.px(6)));
    rest.setTop(rest.top() + words + m_theme.px(2));
    if (m_figure) {
        paintFigure(painter, rest);
    } else if (isTroubled()) {
        paintTrouble(painter, rest);
    } else if (!m_patience.isActive()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.sunken);
        painter.drawRoundedRect(QRectF(rest.left(), rest.top() + m_theme.px(8), rest.width() * 0.6, m_theme.px(20)), 5,
                                5);
        painter.drawRoundedRect(QRectF(rest.left(), rest.top() + m_theme.px(40), rest.width() * 0.8, m_theme.px(9)), 4,
                                4);
    }
}

void FigureTile::paintTrouble(QPainter &painter, const QRect &where)
{
    painter.setFont(m_theme.font(Type::Small));
    painter.setPen(m_theme.tone(Tone::Danger).ink);
    const int line = painter.fontMetrics().height();
    const QRect words = where.adjusted(0, m_theme.px(4), 0, -line - m_theme.px(6));
    painter.drawText(words, Qt::AlignTop | Qt::TextWordWrap, m_trouble);
    painter.setFont(m_theme.font(Type::BodyStrong));
    painter.setPen(m_theme.accentText);
    painter.drawText(where, Qt::AlignBottom | Qt::AlignLeft, tr("Try again"));
}

void FigureTile::paintFigure(QPainter &painter, const QRect &where)
{
    painter.setFont(m_theme.font(Type::Figure));
    painter.setPen(m_theme.text);
    const int height = painter.fontMetrics().height();
    painter.drawText(QRect(where.left(), where.top(), where.width(), height), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_figure->figure, Qt::ElideRight, where.width()));
    const int words = QFontMetrics(m_theme.font(Type::Small)).height();
    const QRect first(where.left(), where.top() + height, where.width(), words + m_theme.px(2));
    const QRect below(first.left(), first.bottom() + m_theme.px(4), where.width(),
                      where.bottom() - first.bottom() - m_theme.px(4));
    if (isTroubled())
        return paintAge(painter, first, below);
    const QRect second(below.left(), first.bottom(), below.width(), words + m_theme.px(2));
    paintChange(painter, first, second);
    paintCourse(painter, takesTwoLines(first.width()) ? QRectF(below).adjusted(0, second.height() - m_theme.px(2), 0, 0)
                                                      : QRectF(below));
}

// Which days the figure is of: others may have been chosen since.
void FigureTile::paintAge(QPainter &painter, const QRect &first, const QRect &below)
{
    painter.setFont(m_theme.font(Type::Small));
    painter.setPen(m_theme.text2);
    if (!m_figure->of.isEmpty())
        painter.drawText(
            first, Qt::AlignVCenter,
            painter.fontMetrics().elidedText(tr("of %1").arg(m_figure->of), Qt::ElideRight, first.width()));
    painter.setPen(m_theme.tone(Tone::Danger).ink);
    const QString old = tr("not up to date · Try again");
    if (m_figure->of.isEmpty())
        painter.drawText(first, Qt::AlignVCenter, old);
    else
        painter.drawText(below, Qt::AlignTop | Qt::TextWordWrap, old);
}

QFont FigureTile::changeFont() const
{
    QFont font = m_theme.font(Type::Small);
    font.setWeight(QFont::DemiBold);
    return font;
}

int FigureTile::changeWidth() const
{
    const bool hasArrow = m_figure->change && *m_figure->change != 0;
    const int text = m_figure->changeText.isEmpty()
                         ? 0
                         : QFontMetrics(changeFont()).horizontalAdvance(m_figure->changeText) + m_theme.px(7);
    return text + (hasArrow ? m_theme.px(13 + 4) : 0);
}

bool FigureTile::fits(int width) const
{
    const int room = width - 2 * m_theme.px(pad);
    const int note = m_figure ? QFontMetrics(m_theme.font(Type::Small)).horizontalAdvance(m_figure->note) : 0;
    return !m_figure || (changeWidth() <= room && note <= room);
}

// A note that would be cut beside the change stands below it.
bool FigureTile::takesTwoLines(int width) const
{
    const int note = QFontMetrics(m_theme.font(Type::Small)).horizontalAdvance(m_figure->note);
    return changeWidth() > 0 && note > 0 && changeWidth() + note > width;
}

void FigureTile::paintChange(QPainter &painter, const QRect &first, const QRect &second)
{
    QRect rest = first;
    const QColor ink = m_theme.tone(toneOf(*m_figure)).ink;
    if (m_figure->change && *m_figure->change != 0) {
        const int size = m_theme.px(13);
        m_theme.drawIcon(painter, QLatin1StringView(*m_figure->change > 0 ? "arrow-up-right" : "arrow-down-right"),
                         QRectF(rest.left(), rest.center().y() - size / 2.0 + 0.5, size, size), ink);
        rest.setLeft(rest.left() + size + m_theme.px(4));
    }
    if (!m_figure->changeText.isEmpty()) {
        painter.setFont(changeFont());
        painter.setPen(ink);
        painter.drawText(rest, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_figure->changeText, Qt::ElideRight, rest.width()));
    }
    const QRect note = takesTwoLines(first.width()) ? second : first.adjusted(changeWidth(), 0, 0, 0);
    painter.setFont(m_theme.font(Type::Small));
    painter.setPen(m_theme.text3);
    painter.drawText(note, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_figure->note, Qt::ElideRight, note.width()));
}

void FigureTile::paintCourse(QPainter &painter, const QRectF &where)
{
    const QList<qint64> &course = m_figure->course;
    if (course.size() < 2 || where.height() < 8)
        return;
    const auto [low, high] = std::minmax_element(course.begin(), course.end());
    const double room = qMax<double>(1, double(*high - *low));
    QList<QPointF> points;
    for (qsizetype i = 0; i < course.size(); ++i)
        points += {where.left() + where.width() * double(i) / double(course.size() - 1),
                   where.bottom() - 3 - (where.height() - 6) * double(course.at(i) - *low) / room};
    const QPolygonF line(smooth(points, 4));
    const QColor color = toneOf(*m_figure) == Tone::Danger ? m_theme.tone(Tone::Danger).dot : m_theme.series.first();
    QLinearGradient fade(where.topLeft(), where.bottomLeft());
    QColor tint = color;
    tint.setAlpha(56);
    fade.setColorAt(0, tint);
    tint.setAlpha(0);
    fade.setColorAt(1, tint);
    QPolygonF area = line;
    area << where.bottomRight() << where.bottomLeft();
    painter.setPen(Qt::NoPen);
    painter.setBrush(fade);
    painter.drawPolygon(area);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
}

} // namespace kit
