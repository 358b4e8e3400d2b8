// The keys, the palette's offers and the menu of app/shell.

#include "console/app/keysheet.h"
#include "console/app/shell.h"

#include <QCoreApplication>
#include <QShortcut>

namespace app {

namespace {

constexpr double zoomStep = 1.1;
constexpr int numberedPages = 9;

QKeySequence chordOf(const kit::PageEntry &entry)
{
    return QKeySequence(QStringLiteral("G, %1").arg(QLatin1Char(entry.chord)));
}

} // namespace

void Shell::bind(const QKeySequence &keys, std::function<void()> react)
{
    auto *shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, this, std::move(react));
}

void Shell::bindKeys()
{
    bind(QKeySequence(QStringLiteral("Ctrl+K")), [this] { openPalette(); });
    bind(QKeySequence(Qt::Key_F5), [this] {
        if (page())
            page()->refresh();
    });
    bind(QKeySequence(Qt::Key_F1), [this] { openKeys(); });
    bind(QKeySequence(Qt::Key_Question), [this] { openKeys(); });
    bind(QKeySequence(QStringLiteral("Ctrl+Shift+L")), [this] { Q_EMIT shadeAsked(); });
    bind(QKeySequence(QStringLiteral("Ctrl++")), [this] { Q_EMIT zoomAsked(zoomStep); });
    bind(QKeySequence(QStringLiteral("Ctrl+=")), [this] { Q_EMIT zoomAsked(zoomStep); });
    bind(QKeySequence(QStringLiteral("Ctrl+-")), [this] { Q_EMIT zoomAsked(1 / zoomStep); });
    bind(QKeySequence(QStringLiteral("Ctrl+0")), [this] { Q_EMIT zoomAsked(0); });
    bind(QKeySequence(QStringLiteral("Alt+Left")), [this] { turn(-1); });
    bind(QKeySequence(QStringLiteral("Alt+Right")), [this] { turn(1); });
    for (int i = 0; i < int(m_entries.size()); ++i) {
        const kit::PageEntry &entry = *m_entries[std::size_t(i)];
        if (i < numberedPages)
            bind(QKeySequence(QStringLiteral("Ctrl+%1").arg(i + 1)), [this, id = entry.id] { open(id); });
        if (entry.chord)
            bind(chordOf(entry), [this, id = entry.id] { open(id); });
    }
}

QList<Offer> Shell::offers()
{
    QList<Offer> out;
    for (int i = 0; i < int(m_entries.size()); ++i) {
        const kit::PageEntry &entry = *m_entries[std::size_t(i)];
        out += {.group = tr("Pages"),
                .icon = entry.icon,
                .title = kit::titleOf(entry),
                .hint = QCoreApplication::translate("pages", entry.section),
                .keys = i < numberedPages ? QStringLiteral("Ctrl+%1").arg(i + 1) : QString(),
                .act = [this, id = entry.id] { open(id); }};
    }
    const QList<QAction *> commands = page() ? page()->commands() : QList<QAction *>();
    for (QAction *command : commands) {
        if (command->isEnabled() && !command->text().isEmpty())
            out += {.group = tr("On this page"),
                    .icon = QStringLiteral("arrow-right"),
                    .title = command->text().remove(u'&'),
                    .keys = command->shortcut().toString(QKeySequence::NativeText),
                    .isAction = true,
                    .act = [command = QPointer(command)] {
                        if (command)
                            command->trigger();
                    }};
    }
    const auto act = [&](const char *icon, const QString &title, const QString &keys, std::function<void()> act) {
        out += {.group = tr("Actions"),
                .icon = QString::fromLatin1(icon),
                .title = title,
                .keys = keys,
                .isAction = true,
                .act = std::move(act)};
    };
    const bool isDark = m_kit.theme.shade() == kit::Theme::Shade::Dark;
    act("languages", tr("Switch language"), {}, [this] { Q_EMIT languageAsked(); });
    act(isDark ? "sun" : "moon", isDark ? tr("Light colours") : tr("Dark colours"), QStringLiteral("Ctrl+Shift+L"),
        [this] { Q_EMIT shadeAsked(); });
    act("refresh-cw", tr("Refresh this page"), QStringLiteral("F5"), [this] {
        if (page())
            page()->refresh();
    });
    act("bell", tr("Open the inbox"), {}, [this] { m_inbox->openBelow(m_top->bell()); });
    act("keyboard", tr("Show the keys"), QStringLiteral("?"), [this] { openKeys(); });
    act("lock", tr("Lock the console"), QStringLiteral("Ctrl+L"), [this] { Q_EMIT lockAsked(); });
    act("log-out", tr("Sign out"), {}, [this] { Q_EMIT signOutAsked(); });
    return out;
}

void Shell::openPalette()
{
    m_palette->open(offers());
}

void Shell::openMore()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const kit::Theme &theme = m_kit.theme;
    const auto add = [&](const char *icon, const QString &text, auto react) {
        QAction *action = menu->addAction(theme.icon(QString::fromLatin1(icon)), text);
        connect(action, &QAction::triggered, this, react);
        return action;
    };
    add("zoom-in", tr("Larger (Ctrl +)"), [this] { Q_EMIT zoomAsked(zoomStep); });
    add("zoom-out", tr("Smaller (Ctrl −)"), [this] { Q_EMIT zoomAsked(1 / zoomStep); });
    menu->addSeparator();
    const std::pair<kit::Theme::Density, QString> densities[] = {{kit::Theme::Density::Compact, tr("Compact rows")},
                                                                 {kit::Theme::Density::Comfortable, tr("Normal rows")},
                                                                 {kit::Theme::Density::Roomy, tr("Roomy rows")}};
    for (const auto &[density, text] : densities)
        add(theme.density() == density ? "check" : "list", text, [this, density] { Q_EMIT densityAsked(density); });
    menu->addSeparator();
    if (m_kit.me.role == Role::Vendor) {
        add(m_rings ? "check" : "bell", tr("Sound on a new order"), [this] {
            m_rings = !m_rings;
            Q_EMIT ringChanged(m_rings);
        });
    }
    add("keyboard", tr("Keys (?)"), [this] { openKeys(); });
    add("log-out", tr("Sign out"), [this] { Q_EMIT signOutAsked(); });
    const QSize size = menu->sizeHint();
    const QPoint corner = m_top->more()->mapToGlobal(QPoint(m_top->more()->width(), m_top->more()->height() + 4));
    menu->popup(corner - QPoint(size.width(), 0));
}

void Shell::openKeys()
{
    QList<KeySheet::Key> keys{{QStringLiteral("Ctrl+K"), tr("Search pages and actions")},
                              {QStringLiteral("/"), tr("Filter the list")},
                              {QStringLiteral("↑ ↓"), tr("Move through the rows")},
                              {QStringLiteral("Enter"), tr("Open the row's details")},
                              {QStringLiteral("Esc"), tr("Close the details")},
                              {QStringLiteral("F5"), tr("Refresh this page")},
                              {QStringLiteral("Alt+← →"), tr("Back and forth")},
                              {QStringLiteral("Ctrl+L"), tr("Lock the console")},
                              {QStringLiteral("Ctrl+Shift+L"), tr("Light or dark colours")},
                              {QStringLiteral("Ctrl + − 0"), tr("Larger, smaller, as it was")},
                              {QStringLiteral("?"), tr("This list")}};
    for (int i = 0; i < int(m_entries.size()); ++i) {
        const kit::PageEntry &entry = *m_entries[std::size_t(i)];
        QStringList ways;
        if (i < numberedPages)
            ways += QStringLiteral("Ctrl+%1").arg(i + 1);
        if (entry.chord)
            ways += chordOf(entry).toString();
        if (!ways.isEmpty())
            keys += {ways.join(QStringLiteral("  ·  ")), kit::titleOf(entry)};
    }
    (new KeySheet(m_kit.theme, keys, this))->open();
}

} // namespace app
