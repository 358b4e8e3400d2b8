#pragma once

// The cities of India that figures are told by, the largest first (resources/geo/cities.csv, compiled into the server
// and the console).

#include <QList>
#include <QString>

struct City
{
    QString name; // in English; also its identity
    QString hindi;
    QString pincode; // of its centre
    double latitude = 0;
    double longitude = 0;
};

class Cities
{
public:
    // Reads the list that is compiled into the program.
    Cities();

    const QList<City> &all() const { return m_all; }
    // The nearest city within its surroundings, or nothing.
    const City *around(double latitude, double longitude) const;
    const City *named(const QString &name) const;

    static constexpr double surroundingsKm = 45;

private:
    QList<City> m_all;
};
