#include "console/kit/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QPixmapCache>
#include <QRegularExpression>
#include <QStyle>
#include <QWidget>

#include <cmath>

namespace kit {

namespace {

constexpr double zoomMin = 0.8;
constexpr double zoomMax = 1.5;

struct Face
{
    double size;
    QFont::Weight weight;
    double spacing;
};

Face faceOf(Type type)
{
    switch (type) {
    case Type::Overline: return {10.5, QFont::DemiBold, 0.5};
    case Type::Caption: return {11.5, QFont::Medium, 0};
    case Type::Small: return {12, QFont::Normal, 0};
    case Type::Body: return {13, QFont::Normal, 0};
    case Type::BodyStrong: return {13, QFont::DemiBold, 0};
    case Type::Heading3: return {14, QFont::DemiBold, 0};
    case Type::Heading2: return {16, QFont::DemiBold, 0};
    case Type::Heading1: return {21, QFont::DemiBold, -0.3};
    case Type::Figure: return {26, QFont::DemiBold, -0.6};
    case Type::Mono: return {12, QFont::Normal, 0};
    }
    return {13, QFont::Normal, 0};
}

QByteArray resource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void loadFonts()
{
    for (const char *face :
         {"ConsoleSans-Regular.otf", "ConsoleSans-Medium.otf", "ConsoleSans-SemiBold.otf", "ConsoleSans-Bold.otf",
          "NotoSansDevanagariUI-Regular.ttf", "NotoSansDevanagariUI-Bold.ttf"})
        QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/") + QLatin1StringView(face));
}

struct Token
{
    const char *name;
    QColor Theme::*color;
};
// The colours by the names that resources/theme uses.
constexpr Token tokens[] = {{"canvas", &Theme::canvas},
                            {"surface", &Theme::surface},
                            {"surfaceAlt", &Theme::surfaceAlt},
                            {"sunken", &Theme::sunken},
                            {"hover", &Theme::hover},
                            {"border", &Theme::border},
                            {"borderStrong", &Theme::borderStrong},
                            {"field", &Theme::field},
                            {"overlay", &Theme::overlay},
                            {"text", &Theme::text},
                            {"text2", &Theme::text2},
                            {"text3", &Theme::text3},
                            {"disabled", &Theme::disabled},
                            {"accent", &Theme::accent},
                            {"accentHover", &Theme::accentHover},
                            {"onAccent", &Theme::onAccent},
                            {"accentSoft", &Theme::accentSoft},
                            {"accentText", &Theme::accentText},
                            {"focus", &Theme::focus},
                            {"tip", &Theme::tip},
                            {"onTip", &Theme::onTip},
                            {"onTipAccent", &Theme::onTipAccent},
                            {"side", &Theme::side},
                            {"sideText", &Theme::sideText},
                            {"sideText2", &Theme::sideText2},
                            {"sideActive", &Theme::sideActive},
                            {"sideActiveText", &Theme::sideActiveText}};

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    loadFonts();
    readColors();
}

void Theme::readColors()
{
    const QString path =
        m_shade == Shade::Dark ? QStringLiteral(":/theme/dark.json") : QStringLiteral(":/theme/light.json");
    const QJsonObject colors = QJsonDocument::fromJson(resource(path)).object();
    for (const Token &token : tokens)
        this->*token.color = QColor(colors.value(QLatin1StringView(token.name)).toString());

    static constexpr const char *names[] = {"neutral", "success", "warning", "danger", "info", "violet", "accent"};
    const QJsonObject tones = colors.value(QLatin1StringView("tones")).toObject();
    for (std::size_t i = 0; i < m_tones.size(); ++i) {
        const QJsonArray tone = tones.value(QLatin1StringView(names[i])).toArray();
        m_tones[i] = {QColor(tone[0].toString()), QColor(tone[1].toString()), QColor(tone[2].toString())};
    }
    series.clear();
    for (const QJsonValue &color : colors.value(QLatin1StringView("series")).toArray())
        series += QColor(color.toString());
}

void Theme::wear(Shade shade)
{
    m_shade = shade;
    readColors();
    apply();
}

void Theme::dress(Shade shade, double zoom, Density density)
{
    m_zoom = qBound(zoomMin, zoom, zoomMax);
    m_density = density;
    wear(shade);
}

void Theme::zoomTo(double zoom)
{
    m_zoom = qBound(zoomMin, zoom, zoomMax);
    apply();
}

void Theme::packTo(Density density)
{
    m_density = density;
    apply();
}

int Theme::rowHeight() const
{
    switch (m_density) {
    case Density::Compact: return px(34);
    case Density::Comfortable: return px(42);
    case Density::Roomy: return px(50);
    }
    return px(42);
}

QFont Theme::font(Type type) const
{
    const Face face = faceOf(type);
    QFont font;
    // The Latin face has frozen tabular figures; each Indic script follows with a face of the same line height.
    font.setFamilies({"Console Sans", "Noto Sans Devanagari UI", "Noto Sans Bengali UI", "Noto Sans Tamil UI",
                      "Noto Sans Telugu UI", "Noto Sans Gujarati UI", "Noto Sans Kannada UI", "Noto Sans Malayalam UI",
                      "Noto Sans Gurmukhi UI", "Noto Sans"});
    if (type == Type::Mono)
        font.setFamilies({"Noto Sans Mono", "DejaVu Sans Mono", "monospace"});
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setPixelSize(qMax(9, qRound(face.size * m_zoom)));
    if (face.size != std::floor(face.size))
        font.setPointSizeF(face.size * m_zoom * 72.0 / 96.0);
    font.setWeight(face.weight);
    // Letters of Indic scripts hang together; apart they are other words.
    if (face.spacing != 0 && QLocale().script() == QLocale::LatinScript)
        font.setLetterSpacing(QFont::AbsoluteSpacing, face.spacing * m_zoom);
    return font;
}

QColor Theme::ink(Ink ink) const
{
    switch (ink) {
    case Ink::Text: return text;
    case Ink::Text2: return text2;
    case Ink::Text3: return text3;
    case Ink::Accent: return accent;
    case Ink::OnAccent: return onAccent;
    case Ink::Success: return tone(Tone::Success).ink;
    case Ink::Warning: return tone(Tone::Warning).ink;
    case Ink::Danger: return tone(Tone::Danger).ink;
    case Ink::Info: return tone(Tone::Info).ink;
    case Ink::Side: return sideText2;
    case Ink::SideActive: return sideActiveText;
    case Ink::OnTip: return onTip;
    }
    return text;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const std::pair<QPalette::ColorRole, QColor> roles[] = {{QPalette::Window, canvas},
                                                            {QPalette::WindowText, text},
                                                            {QPalette::Base, surface},
                                                            {QPalette::AlternateBase, surfaceAlt},
                                                            {QPalette::Text, text},
                                                            {QPalette::Button, surface},
                                                            {QPalette::ButtonText, text},
                                                            {QPalette::BrightText, tone(Tone::Danger).ink},
                                                            {QPalette::Highlight, accent},
                                                            {QPalette::HighlightedText, onAccent},
                                                            {QPalette::Link, accent},
                                                            {QPalette::LinkVisited, accent},
                                                            {QPalette::ToolTipBase, tip},
                                                            {QPalette::ToolTipText, onTip},
                                                            {QPalette::PlaceholderText, text3},
                                                            {QPalette::Light, surface},
                                                            {QPalette::Midlight, surfaceAlt},
                                                            {QPalette::Mid, border},
                                                            {QPalette::Dark, borderStrong},
                                                            {QPalette::Shadow, Qt::black}};
    for (const auto &[role, color] : roles) {
        palette.setColor(QPalette::Active, role, color);
        palette.setColor(QPalette::Inactive, role, color);
    }
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Base, surfaceAlt);
    return palette;
}

QString Theme::styleSheet() const
{
    QHash<QString, QString> words;
    for (const Token &token : tokens)
        words.insert(QString::fromLatin1(token.name), (this->*token.color).name(QColor::HexRgb));
    const std::pair<QString, Tone> tones[] = {
        {"danger", Tone::Danger}, {"success", Tone::Success}, {"warning", Tone::Warning}, {"info", Tone::Info}};
    for (const auto &[name, value] : tones) {
        words.insert(name + "Fg", tone(value).ink.name());
        words.insert(name + "Bg", tone(value).ground.name());
        words.insert(name + "Dot", tone(value).dot.name());
    }

    // Whole words are replaced, so that @border never eats the front of @borderStrong.
    static const QRegularExpression token(QStringLiteral("@([A-Za-z]\\w*)|@([0-9]+)px"));
    const QString sheet = QString::fromUtf8(resource(QStringLiteral(":/theme/console.qss")));
    QString out;
    qsizetype from = 0;
    for (auto it = token.globalMatch(sheet); it.hasNext();) {
        const auto match = it.next();
        out += QStringView(sheet).mid(from, match.capturedStart() - from);
        out += match.hasCaptured(2) ? QString::number(px(match.captured(2).toInt())) + "px"
                                    : words.value(match.captured(1));
        from = match.capturedEnd();
    }
    out += QStringView(sheet).mid(from);
    return out;
}

void Theme::apply()
{
    QPixmapCache::clear();
    qApp->setFont(font(Type::Body));
    qApp->setPalette(palette());
    qApp->setStyleSheet(styleSheet());
    Q_EMIT changed();
}

double Theme::contrast(const QColor &a, const QColor &b)
{
    const auto linear = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    const auto light = [&](const QColor &c) {
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
    };
    const auto [low, high] = std::minmax({light(a), light(b)});
    return (high + 0.05) / (low + 0.05);
}

void wear(QWidget *widget, const char *look)
{
    if (widget->property("look").toByteArray() == look)
        return;
    widget->setProperty("look", QByteArray(look));
    widget->setAttribute(Qt::WA_StyledBackground);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void dip(QWidget *widget, const char *ink)
{
    if (widget->property("ink").toByteArray() == ink)
        return;
    widget->setProperty("ink", QByteArray(ink));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace kit
