#pragma once

// What the console remembers on this machine between runs. Nothing here is secret, and still nobody else's business.

#include "console/app/profiles.h"
#include "console/kit/kit.h"

#include <QSettings>

namespace app {

class Preferences : public kit::Keepsakes
{
public:
    explicit Preferences(const QString &file = {}); // for tests; the user's own file without one

    Profiles &profiles() { return m_profiles; }
    QUrl server() const; // of the chosen profile; this machine's own without one
    void setServer(const QUrl &server);
    QString identifier() const; // who signed in there last
    QString language() const;   // "en" or "hi"
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
    QString folder() const override; // where the file lies

private:
    QSettings m_settings;
    Profiles m_profiles;
};

} // namespace app
