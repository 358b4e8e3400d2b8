#pragma once

// The picture of a campaign as the server will cut it: to the shape of the slot, from the middle. Before there is one,
// the empty frame says the size that is needed.

#include "console/kit/theme.h"
#include "shared/contract/ads.h"

#include <QPixmap>

namespace ads {

// What is left of a picture of that size; as large as it can be, in the middle.
QRect cutOf(const QSize &picture, AdSlot slot);

class CutPreview : public QWidget
{
    Q_OBJECT

public:
    CutPreview(const kit::Theme &theme, QWidget *parent);

    void choose(AdSlot slot);
    void show(const QPixmap &picture);
    // A picture of which only the cut for one slot is at hand. The server cuts the original again for another slot,
    // which may keep what the first cut left out; then the frame stays empty.
    void showKept(const QPixmap &picture, AdSlot cutFor);
    // Where the frame stands in the widget.
    QRect frame() const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString words() const;
    bool isCutAnew() const { return m_cutFor && *m_cutFor != m_slot; }
    void say();

    const kit::Theme &m_theme;
    AdSlot m_slot = AdSlot::HomeHero;
    QPixmap m_picture;
    std::optional<AdSlot> m_cutFor;
};

} // namespace ads
