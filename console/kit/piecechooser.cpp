#include "console/kit/piecechooser.h"

#include "console/kit/card.h"
#include "console/kit/figuretile.h"
#include "console/kit/literally.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

namespace kit {

namespace {

// Several ticks are set one after another, so a tick does not close it.
class TickMenu : public QMenu
{
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (!tick(actionAt(event->position().toPoint())))
            QMenu::mouseReleaseEvent(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool isTick = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return;
        if (!isTick || !tick(activeAction()))
            QMenu::keyPressEvent(event);
    }

private:
    static bool tick(QAction *action)
    {
        if (!action || !action->isCheckable())
            return false;
        action->trigger();
        return true;
    }
};

QString titleOf(const QWidget *piece)
{
    if (const auto *tile = qobject_cast<const FigureTile *>(piece))
        return tile->title();
    const auto *card = qobject_cast<const Card *>(piece);
    return card ? card->title() : QString();
}

} // namespace

PieceChooser::PieceChooser(Kit &kit, const QString &keptAs, QWidget *parent)
    : Button(kit.theme, QStringLiteral("sliders-horizontal"), "", parent)
    , m_keepsakes(kit.keepsakes)
    , m_keptAs(keptAs + u'/' + kit.me.id)
    , m_menu(new TickMenu(this))
    , m_hidden(m_keepsakes.kept(m_keptAs).split(u',', Qt::SkipEmptyParts))
{
    setObjectName(QStringLiteral("customise"));
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &PieceChooser::fill);
}

void PieceChooser::offer(const QList<QWidget *> &pieces)
{
    m_pieces = pieces;
    settle();
}

bool PieceChooser::isAnyShown() const
{
    return std::any_of(m_pieces.begin(), m_pieces.end(),
                       [this](const QWidget *piece) { return !m_hidden.contains(piece->objectName()); });
}

// In the words and with the titles of now.
void PieceChooser::fill()
{
    m_menu->clear();
    bool isOfTiles = !m_pieces.isEmpty() && qobject_cast<FigureTile *>(m_pieces.first());
    for (QWidget *piece : std::as_const(m_pieces)) {
        if (isOfTiles && !qobject_cast<FigureTile *>(piece)) {
            m_menu->addSeparator();
            isOfTiles = false;
        }
        QAction *action = m_menu->addAction(literally(titleOf(piece)));
        action->setObjectName(piece->objectName());
        action->setCheckable(true);
        action->setChecked(!m_hidden.contains(piece->objectName()));
        connect(action, &QAction::triggered, this, [this, piece] { turn(piece); });
    }
    m_menu->addSeparator();
    QAction *all = m_menu->addAction(tr("Show all"));
    all->setObjectName(QStringLiteral("showAll"));
    all->setEnabled(!m_hidden.isEmpty());
    connect(all, &QAction::triggered, this, &PieceChooser::showAll);
}

void PieceChooser::turn(QWidget *piece)
{
    if (m_hidden.removeAll(piece->objectName()) == 0)
        m_hidden += piece->objectName();
    settle();
    m_keepsakes.keep(m_keptAs, m_hidden.join(u','));
    for (QAction *action : m_menu->actions()) {
        if (action->objectName() == QLatin1StringView("showAll"))
            action->setEnabled(!m_hidden.isEmpty());
    }
    Q_EMIT changed();
}

void PieceChooser::showAll()
{
    m_hidden.clear();
    settle();
    m_keepsakes.keep(m_keptAs, {});
    Q_EMIT changed();
}

void PieceChooser::settle()
{
    for (QWidget *piece : std::as_const(m_pieces))
        piece->setVisible(!m_hidden.contains(piece->objectName()));
}

void PieceChooser::retranslate()
{
    say(tr("Customise"));
    setAccessibleName(tr("Customise: choose what this page shows"));
}

} // namespace kit
