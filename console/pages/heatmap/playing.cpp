// Playing the bars one after the other, and writing what is shown to a file.

#include "console/pages/heatmap/mapview.h"
#include "console/pages/heatmap/page.h"
#include "console/pages/heatmap/timeline.h"

#include <QFileDialog>
#include <QSaveFile>
#include <QStyle>

namespace heatmap {

namespace {

constexpr int beatMs = 800; // between two bars; a server allows far more calls than that
constexpr int calmBeatMs = 2'000;

} // namespace

void Page::play()
{
    if (m_isPlaying)
        return stop();
    m_isPlaying = true;
    m_play->draw(QStringLiteral("pause"));
    m_play->say(tr("Pause"));
    if (m_timeline->value() == m_timeline->maximum())
        m_timeline->setValue(m_timeline->minimum());
    else
        step();
}

void Page::stop()
{
    m_beat.stop();
    m_isPlaying = false;
    m_play->draw(QStringLiteral("play"));
    m_play->say(tr("Play"));
}

// The next beat comes after the answer, so a slow server is never asked twice at once.
void Page::step()
{
    if (m_timeline->value() == m_timeline->maximum())
        return stop();
    m_timeline->setValue(m_timeline->value() + 1);
}

// Who has switched animation off in the system sees the pictures change slowly.
int Page::playMs() const
{
    return style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0 ? beatMs : calmBeatMs;
}

void Page::hideEvent(QHideEvent *event)
{
    stop();
    kit::Page::hideEvent(event);
}

QByteArray Page::table() const
{
    QStringList headings;
    for (int column = 0; column < m_rows.columnCount(); ++column)
        headings += m_rows.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    return csv(headings, m_rows.rows(), m_figures);
}

void Page::savePicture(const QString &path)
{
    tell(m_map->picture().save(path, "PNG") ? Outcome::Saved : Outcome::Failed, path);
}

void Page::saveTable(const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = table();
    const bool isSaved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    tell(isSaved ? Outcome::Saved : Outcome::Failed, path);
}

void Page::tell(Outcome outcome, const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    if (outcome == Outcome::Saved)
        m_kit.notices.toast(tr("Saved as %1").arg(name));
    else
        m_kit.notices.toast(tr("%1 could not be written").arg(name), kit::Tone::Danger);
}

void Page::askWhere(const QString &title, const QString &name, void (Page::*save)(const QString &))
{
    auto *dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, save);
    dialog->open();
}

} // namespace heatmap
