#include "server/sandbox/reportpaper.h"

#include "shared/base/values.h"

#include <QDateTime>
#include <QFile>
#include <QFontMetrics>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextLayout>

namespace report {

namespace {

constexpr int pointsPerInch = 72;
constexpr int shortSide = 595 * perPoint; // A4 in whole points
constexpr int longSide = 842 * perPoint;

QByteArray stampOf(const QString &createdAt)
{
    const Instant at = Instant::parse(createdAt).value_or(Instant{});
    return QDateTime::fromMSecsSinceEpoch(at.ms, Qt::OffsetFromUTC, indiaSeconds)
        .toString(QStringLiteral("yyyyMMddHHmmss"))
        .toLatin1();
}

} // namespace

Inks Inks::read()
{
    QFile file(QStringLiteral(":/paper/light.json"));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    const QJsonObject colors = isOpen ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    const auto color = [&](const char *name) { return QColor(colors.value(QLatin1StringView(name)).toString()); };
    Inks out{.text = color("text"),
             .text2 = color("text2"),
             .text3 = color("text3"),
             .border = color("border"),
             .borderStrong = color("borderStrong"),
             .surfaceAlt = color("surfaceAlt"),
             .accent = color("accent"),
             .accentSoft = color("accentSoft"),
             .accentText = color("accentText"),
             .series = {}};
    for (const QJsonValue &each : colors.value(QLatin1StringView("series")).toArray())
        out.series += QColor(each.toString());
    return out;
}

Outlet::Outlet(std::FILE *out, const QByteArray &createdAt)
    : m_out(out)
    , m_createdAt(createdAt)
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 Outlet::writeData(const char *bytes, qint64 size)
{
    QByteArray part(bytes, qsizetype(size));
    static const QByteArray before("/CreationDate (D:");
    // Qt takes the time from the clock and writes it in one piece.
    if (const qsizetype at = part.indexOf(before); at >= 0 && at + before.size() + m_createdAt.size() <= part.size())
        part.replace(at + before.size(), m_createdAt.size(), m_createdAt);
    if (std::fwrite(part.constData(), 1, std::size_t(part.size()), m_out) != std::size_t(part.size()))
        m_isWhole = false;
    return size; // Qt would only print a warning; finish() tells
}

Paper::Paper(std::FILE *out, const DocumentHead &head, const Words &words)
    : m_head(head)
    , m_words(words)
    , m_inks(Inks::read())
    , m_outlet(out, stampOf(head.createdAt))
    , m_writer(&m_outlet)
{
    m_writer.setResolution(pointsPerInch * perPoint);
    m_writer.setCreator(QStringLiteral("Kabaadwala"));
    m_writer.setTitle(head.title + QStringLiteral(" · ") + words.period(head));
}

void Paper::place(Way way)
{
    m_way = way;
    m_writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4),
                                       way == Way::Upright ? QPageLayout::Portrait : QPageLayout::Landscape,
                                       QMarginsF(0, 0, 0, 0)));
}

void Paper::begin(qint64 sheets, Way way)
{
    m_sheets = sheets;
    place(way);
    m_painter.begin(&m_writer);
    m_painter.setRenderHint(QPainter::Antialiasing);
    foot();
}

void Paper::turnOver(Way way)
{
    place(way);
    m_writer.newPage();
    ++m_sheet;
    foot();
}

bool Paper::finish()
{
    Q_ASSERT(m_sheet == m_sheets);
    m_painter.end();
    return m_outlet.isWhole();
}

QSize Paper::sheet(Way way)
{
    return way == Way::Upright ? QSize(shortSide - 2 * margin, longSide - 2 * margin)
                               : QSize(longSide - 2 * margin, shortSide - 2 * margin);
}

QRect Paper::body() const
{
    const QSize size = sheet(m_way);
    return {margin, margin, size.width(), size.height() - footHeight};
}

QFont Paper::font(int size, Weight weight)
{
    QFont font;
    // A dot or a rupee sign after Hindi belongs to the Hindi run, for which Qt passes the first face over: it comes
    // again.
    font.setFamilies(
        {QStringLiteral("Console Sans"), QStringLiteral("Noto Sans Devanagari UI"), QStringLiteral("Console Sans")});
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setPixelSize(size);
    font.setWeight(weight == Weight::Bold ? QFont::DemiBold : weight == Weight::Medium ? QFont::Medium : QFont::Normal);
    return font;
}

void Paper::line(const QRect &where, const QString &text, const QFont &font, const QColor &ink, Qt::Alignment alignment)
{
    if (text.isEmpty())
        return;
    m_painter.setFont(font);
    m_painter.setPen(ink);
    QString shown = text;
    shown.replace(u'\n', u' ');
    // Numbers of orders and ids differ in their ends.
    const Qt::TextElideMode cut = shown.contains(u' ') ? Qt::ElideRight : Qt::ElideMiddle;
    m_painter.drawText(where, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine),
                       QFontMetrics(font).elidedText(shown, cut, where.width()));
}

void Paper::number(const QRect &where, const QString &text, const QFont &font, const QColor &ink)
{
    const int width = QFontMetrics(font).horizontalAdvance(text);
    if (width <= where.width()) {
        line(where, text, font, ink, Qt::AlignRight);
        return;
    }
    m_painter.save();
    m_painter.translate(where.topLeft());
    m_painter.scale(qreal(where.width()) / width, 1);
    m_painter.setFont(font);
    m_painter.setPen(ink);
    m_painter.drawText(QRect(0, 0, width + perPoint, where.height()),
                       int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), text);
    m_painter.restore();
}

int Paper::lines(const QRect &where, const QString &text, const QFont &font, const QColor &ink, int most,
                 Qt::Alignment alignment)
{
    QTextLayout layout(text, font);
    const QFontMetrics metrics(font);
    layout.beginLayout();
    int at = 0;
    for (int i = 0; i < most; ++i) {
        QTextLine each = layout.createLine();
        if (!each.isValid())
            break;
        each.setLineWidth(where.width());
        const bool isLast = i + 1 == most;
        const QString part = isLast ? text.mid(each.textStart()) : text.mid(each.textStart(), each.textLength());
        line({where.x(), where.y() + at, where.width(), metrics.height()}, part.trimmed(), font, ink, alignment);
        at += metrics.height();
    }
    layout.endLayout();
    return at;
}

void Paper::foot()
{
    const QRect body = this->body();
    const QRect where(body.x(), body.bottom() + 1 + footHeight / 2, body.width(), footHeight / 2);
    m_painter.setPen(QPen(m_inks.border, perPoint * 0.75));
    m_painter.drawLine(where.topLeft() - QPoint(0, 4 * perPoint), where.topRight() - QPoint(0, 4 * perPoint));
    const QString name =
        QStringLiteral("Kabaadwala · ") + m_head.title + QStringLiteral(" · ") + m_words.period(m_head);
    const QFont small = font(80, Weight::Normal);
    line(where.adjusted(0, 0, -100 * perPoint, 0), name, small, m_inks.text3);
    const QLocale plain = QLocale::c();
    line(where, m_words("Page %1 of %2").arg(plain.toString(m_sheet), plain.toString(m_sheets)), small, m_inks.text3,
         Qt::AlignRight);
}

} // namespace report
