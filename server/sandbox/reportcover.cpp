#include "server/sandbox/reportcover.h"

#include "server/sandbox/reportcharts.h"

#include <QFontMetrics>
#include <QSvgRenderer>

namespace report {

namespace {

constexpr int bandHeight = 64 * perPoint;
constexpr int figuresInRow = 3;
constexpr int tileHeight = 58 * perPoint;
constexpr int gap = 10 * perPoint;
constexpr int titleHeight = 150 * perPoint; // with subtitle, period and the time it was made
constexpr int headingHeight = 24 * perPoint;
constexpr int chartHeight = 226 * perPoint;
constexpr int chartGap = 14 * perPoint;

int figuresHeight(const DocumentHead &head)
{
    const int rows = int(head.figures.size() + figuresInRow - 1) / figuresInRow;
    return rows == 0 ? 0 : headingHeight + rows * (tileHeight + gap);
}

// Where the first chart may begin on the cover, and how many sheets the charts fill: cover and drawing ask the same.
struct Places
{
    int onCover = 0;
    int perSheet = 0;
};

Places places(const DocumentHead &head)
{
    const int height = Paper::sheet(Way::Upright).height() - footHeight;
    const int left = height - bandHeight - titleHeight - figuresHeight(head) - gap;
    return {.onCover = qMax(0, (left + chartGap) / (chartHeight + chartGap)),
            .perSheet = (height + chartGap) / (chartHeight + chartGap)};
}

void drawBand(Paper &paper, const QRect &where)
{
    static constexpr int logo = 40 * perPoint;
    QSvgRenderer picture(QStringLiteral(":/paper/kabaadwala.svg"));
    picture.render(&paper.painter(), QRectF(where.x(), where.y(), logo, logo));
    const int x = where.x() + logo + gap;
    paper.line({x, where.y(), where.width() - logo, logo * 6 / 10}, QStringLiteral("Kabaadwala"),
               Paper::font(180, Weight::Bold), paper.inks().text);
    paper.line({x, where.y() + logo * 6 / 10, where.width() - logo, logo * 4 / 10}, paper.words()("Scrap marketplace"),
               Paper::font(95, Weight::Normal), paper.inks().text2);
}

void drawTitle(Paper &paper, const QRect &where, const DocumentHead &head)
{
    const Inks &inks = paper.inks();
    paper.painter().fillRect(QRect(where.x(), where.y(), 54 * perPoint, 3 * perPoint), inks.accent);
    int y = where.y() + 14 * perPoint;
    y += paper.lines({where.x(), y, where.width(), 0}, head.title, Paper::font(280, Weight::Bold), inks.text, 2);
    if (!head.subtitle.isEmpty())
        y += paper.lines({where.x(), y, where.width(), 0}, head.subtitle, Paper::font(120, Weight::Normal), inks.text2,
                         2);
    y += 8 * perPoint;
    const QFont name = Paper::font(100, Weight::Normal), value = Paper::font(100, Weight::Bold);
    const int height = 16 * perPoint, left = 100 * perPoint;
    const std::pair<QString, QString> facts[] = {{paper.words()("Period"), paper.words().period(head)},
                                                 {paper.words()("Prepared"), paper.words().time(head.createdAt)}};
    for (const auto &[label, text] : facts) {
        paper.line({where.x(), y, left, height}, label, name, inks.text2);
        paper.line({where.x() + left, y, where.width() - left, height}, text, value, inks.text);
        y += height;
    }
}

void drawTile(Paper &paper, const QRect &where, const DocumentFigure &figure)
{
    QPainter &painter = paper.painter();
    painter.setPen(QPen(paper.inks().border, perPoint));
    painter.setBrush(paper.inks().surfaceAlt);
    painter.drawRoundedRect(where, 6 * perPoint, 6 * perPoint);
    painter.setBrush(Qt::NoBrush);
    const QRect inside = where.adjusted(gap, 8 * perPoint, -gap, -8 * perPoint);
    paper.line({inside.x(), inside.y(), inside.width(), 14 * perPoint}, figure.label, Paper::font(90, Weight::Normal),
               paper.inks().text2);
    const QRect below = inside.adjusted(0, 16 * perPoint, 0, 0);
    const QString value = paper.words().value(figure.kind, figure.value);
    const QFont font = Paper::font(170, Weight::Bold);
    if (QFontMetrics(font).horizontalAdvance(value) > below.width() && isNumber(figure.kind))
        paper.number(below, value, font, paper.inks().text);
    else
        paper.line(below, value, font, paper.inks().text);
}

int drawFigures(Paper &paper, const QRect &where, const DocumentHead &head)
{
    if (head.figures.isEmpty())
        return 0;
    paper.line({where.x(), where.y(), where.width(), 16 * perPoint}, paper.words()("Key figures"),
               Paper::font(120, Weight::Bold), paper.inks().text);
    const int width = (where.width() - (figuresInRow - 1) * gap) / figuresInRow;
    for (int i = 0; i < head.figures.size(); ++i) {
        const QPoint corner(where.x() + (i % figuresInRow) * (width + gap),
                            where.y() + headingHeight + (i / figuresInRow) * (tileHeight + gap));
        drawTile(paper, {corner, QSize(width, tileHeight)}, head.figures.at(i));
    }
    return figuresHeight(head);
}

} // namespace

int coverSheets(const DocumentHead &head)
{
    const Places at = places(head);
    const int later = qMax(0, int(head.charts.size()) - at.onCover);
    return 1 + (later + at.perSheet - 1) / at.perSheet;
}

void drawCover(Paper &paper, const DocumentHead &head)
{
    const Places at = places(head);
    QRect body = paper.body();
    drawBand(paper, body);
    drawTitle(paper, {body.x(), body.y() + bandHeight, body.width(), titleHeight}, head);
    const int top = bandHeight + titleHeight;
    const int used = drawFigures(paper, {body.x(), body.y() + top, body.width(), body.height() - top}, head);
    int y = body.y() + top + used + gap;
    int left = at.onCover;
    for (const DocumentChart &chart : head.charts) {
        if (left == 0) {
            paper.turnOver(Way::Upright);
            body = paper.body();
            y = body.y();
            left = at.perSheet;
        }
        drawChart(paper, {body.x(), y, body.width(), chartHeight}, chart);
        y += chartHeight + chartGap;
        --left;
    }
}

} // namespace report
