#pragma once

// What the console remembers on this machine between runs. Nothing here is secret.

#include "console/kit/kit.h"

#include <QSettings>
#include <QUrl>

namespace app {

class Preferences : public kit::Keepsakes
{
public:
    explicit Preferences(const QString &file = {}); // for tests; the user's own file without one

    QUrl server() const;
    void setServer(const QUrl &server);
    QString identifier() const; // who signed in last
    void setIdentifier(const QString &identifier);
    QString language() const; // "en" or "hi"
    void setLanguage(const QString &language);
    kit::Theme::Shade shade() const;
    double zoom() const;
    kit::Theme::Density density() const;
    void keep(const kit::Theme &theme);
    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    bool ringsForOrders() const;
    void setRingsForOrders(bool rings);

    QString kept(const QString &name) const override;
    void keep(const QString &name, const QString &value) override;

    // What a user types becomes an origin: "shop.example" is "https://shop.example". Empty when it cannot be one;
    // plain http is for this machine only.
    static QUrl serverOf(const QString &typed);

private:
    QSettings m_settings;
};

} // namespace app
