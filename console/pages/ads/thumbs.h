#pragma once

// The pictures of campaigns: fetched once, decoded by the sandbox, kept small. One that did not come is asked for
// again, when the server says that it may be, and until then says why it is missing.

#include "console/kit/kit.h"
#include "console/kit/sandbox.h"
#include "shared/contract/ads.h"

#include <QPixmap>
#include <QSet>

namespace ads {

class Thumbs : public QObject
{
    Q_OBJECT

public:
    explicit Thumbs(kit::Kit &kit, QObject *parent = nullptr);

    // Fetches what is not there yet.
    void want(const QList<Ad> &ads);
    // Empty as long as it is on its way.
    QPixmap picture(const Ad &ad) const;
    // Why there is none; empty while it is on its way.
    QString trouble(const Ad &ad) const;
    // Covers the place; a plain ground while there is no picture.
    void paint(QPainter &painter, const Ad &ad, const QRectF &place, double radius) const;

Q_SIGNALS:
    void ready();

private:
    void fetch(const Ad &ad, int attempt);
    void fail(const Ad &ad, const Error &error, int attempt);

    kit::Kit &m_kit;
    kit::Sandbox m_sandbox;
    QHash<QString, QPixmap> m_pictures; // by the address of the picture, which names its version
    QSet<QString> m_asked;
    QHash<QString, QString> m_troubles;
};

} // namespace ads
