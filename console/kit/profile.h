#pragma once

// One server that this console knows, under the name that its user gave it. Nothing in it is secret: tokens sleep in
// the keychain.

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace kit {

struct Profile
{
    QString id; // empty: a new one
    QString name;
    QUrl server;
    QString identifier = {};   // who signed in there last
    QByteArray authority = {}; // PEM; only what it vouches for is believed. Empty: what the system trusts

    friend bool operator==(const Profile &, const Profile &) = default;
};

constexpr int profilesMax = 20;
constexpr int profileNameMax = 60;
constexpr qsizetype authorityMax = 64 << 10;

// What a user types becomes an origin: "shop.example" is "https://shop.example". Empty when it cannot be one; plain
// http is for this machine only.
QUrl originOf(const QString &typed);
// Whether it is refused only because everybody on the way could read along.
bool isPlainElsewhere(const QString &typed);

} // namespace kit
