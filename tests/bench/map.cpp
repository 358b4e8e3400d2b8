// How long a picture of the map takes while it is dragged and zoomed, in a window of 1920x1080 with as many cells as a
// reply may have. 60 pictures a second leave 16.7 ms for each.
// Usage: bench_map [frames]

#include "console/pages/heatmap/mapview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QStyleFactory>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <random>

namespace {

constexpr QSize window(1700, 980); // what the shell leaves of 1920x1080

HeatMap crowded()
{
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> north(8.5, 33), east(69, 94);
    std::uniform_int_distribution<qint64> count(5, 900);
    HeatMap out{.minimumPeople = 5};
    for (int i = 0; i < int(heatCellsMax); ++i) {
        out.cells += HeatCell{.latitude = north(random), .longitude = east(random), .count = count(random)};
        out.count += out.cells.constLast().count;
    }
    out.shownCount = out.count;
    return out;
}

void send(heatmap::MapView &map, QEvent::Type type, const QPointF &at, Qt::MouseButtons buttons)
{
    QMouseEvent event(type, at, map.mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(&map, &event);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariableIsSet("QT_QPA_PLATFORM") ? qgetenv("QT_QPA_PLATFORM") : "offscreen");
    QApplication app(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const int frames = argc > 1 ? atoi(argv[1]) : 600;

    kit::Theme theme;
    heatmap::MapView map(theme);
    map.resize(window);
    map.setVisible(true);
    map.show(crowded());
    while (!map.isSettled())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);

    QImage canvas(window, QImage::Format_ARGB32_Premultiplied);
    std::vector<double> took;
    const QPointF middle(window.width() / 2.0, window.height() / 2.0);
    send(map, QEvent::MouseButtonPress, middle, Qt::LeftButton);
    for (int i = 0; i < frames; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (i % 2) {
            QWheelEvent turn(middle, map.mapToGlobal(middle), {}, {0, i % 4 == 1 ? 30 : -25}, Qt::LeftButton,
                             Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&map, &turn);
        } else {
            send(map, QEvent::MouseMove, middle + QPointF(i % 200 - 100, (i * 3) % 160 - 80), Qt::LeftButton);
        }
        QCoreApplication::processEvents();
        map.render(&canvas);
        took.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(took.begin(), took.end());
    std::printf("map, %d cells, %d x %d: p50 %.1f ms, p99 %.1f ms, longest %.1f ms of %d pictures\n", int(heatCellsMax),
                window.width(), window.height(), took[took.size() / 2], took[took.size() * 99 / 100], took.back(),
                frames);
    return 0;
}
