#pragma once

// How the console looks: colours, faces and sizes, light or dark, at any zoom. One Theme lives in main and is passed
// by reference; changing it repaints everything. Colours are data: resources/theme.

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>

#include <array>

class QPainter;
class QWidget;

namespace kit {

// What a thing means, said by colour beside a word: never by colour alone.
enum class Tone { Neutral, Success, Warning, Danger, Info, Violet, Accent };
struct ToneColors
{
    QColor ink, ground, dot;
};

// One size and weight for each kind of text.
enum class Type { Overline, Caption, Small, Body, BodyStrong, Heading3, Heading2, Heading1, Figure, Mono };

enum class Ink { Text, Text2, Text3, Accent, OnAccent, Success, Warning, Danger, Info, Side, SideActive, OnTip };

class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Shade { Light, Dark };
    enum class Density { Compact, Comfortable, Roomy };

    explicit Theme(QObject *parent = nullptr);

    QColor canvas, surface, surfaceAlt, sunken, hover, border, borderStrong, field, overlay;
    QColor text, text2, text3, disabled;
    QColor accent, accentHover, onAccent, accentSoft, accentText, focus;
    QColor tip, onTip, onTipAccent;
    QColor side, sideText, sideText2, sideActive, sideActiveText;
    QList<QColor> series; // of charts

    ToneColors tone(Tone tone) const { return m_tones[std::size_t(tone)]; }
    QColor ink(Ink ink) const;

    Shade shade() const { return m_shade; }
    double zoom() const { return m_zoom; }
    Density density() const { return m_density; }
    void wear(Shade shade);
    void dress(Shade shade, double zoom, Density density); // all at once, at the start
    void zoomTo(double zoom);                              // kept within 0.8 and 1.5
    void packTo(Density density);

    // Every length passes through px, so that zoom reaches it.
    int px(double length) const { return qRound(length * m_zoom); }
    int rowHeight() const;
    QFont font(Type type) const;

    // A Lucide icon in the theme's ink; it follows the theme and the screen's resolution.
    QIcon icon(const QString &name, Ink ink = Ink::Text2) const;
    void drawIcon(QPainter &painter, const QString &name, const QRectF &where, const QColor &color) const;
    QPixmap pixmap(const QString &name, int size, const QColor &color, qreal ratio) const;

    // Palette, style sheet and font of the whole application in one pass.
    void apply();

    static double contrast(const QColor &a, const QColor &b);

Q_SIGNALS:
    void changed();

private:
    void readColors();
    QPalette palette() const;
    QString styleSheet() const;

    std::array<ToneColors, 7> m_tones;
    Shade m_shade = Shade::Light;
    double m_zoom = 1.0;
    Density m_density = Density::Comfortable;
};

// A widget's look and a label's ink are properties that the style sheet reads.
void wear(QWidget *widget, const char *look);
void dip(QWidget *widget, const char *ink);

} // namespace kit
