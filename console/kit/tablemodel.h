#pragma once

// The part of ContractTable that does not depend on the row's type: columns, cells as the delegate paints them, and
// the state of fetching.

#include "console/kit/theme.h"
#include "shared/base/result.h"

#include <QAbstractTableModel>

#include <optional>

namespace kit {

// What one cell shows. The delegate (kit/rowdelegate) paints it; screen readers get the text.
struct Cell
{
    QString text;
    QString second = {};           // a line below, smaller
    std::optional<Tone> chip = {}; // the text as a chip
    std::optional<Tone> tone = {}; // the text in this colour
    QString icon = {};
    enum class Look { Plain, Strong, Link, Quiet, Avatar } look = Look::Plain;
    Qt::Alignment alignment = Qt::AlignLeft;
};

struct Heading
{
    QByteArray key;
    QByteArray label;       // translated in the context "fields"
    int width = 120;        // at 100 % zoom
    bool stretches = false; // takes what is left over
    Qt::Alignment alignment = Qt::AlignLeft;
    int priority = 0;     // the highest are hidden first where the window is narrow
    bool isWhole = false; // numbers of orders and the like, which differ only in their ends, are never cut
};

class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { CellRole = Qt::UserRole + 1, IdRole };
    using QAbstractTableModel::QAbstractTableModel;

    const Heading &heading(int column) const { return m_headings.at(column); }
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void retranslate();

    virtual QString idAt(int row) const = 0;
    int rowOf(const QString &id) const;
    bool isLoading() const { return m_isLoading; }
    bool hasLoaded() const { return m_hasLoaded; }
    std::optional<qint64> total() const { return m_total; }
    // The next refresh asks something else (another filter) and begins at the top.
    virtual void startOver() {}

Q_SIGNALS:
    void loadingChanged(bool isLoading);
    void loaded();
    void failed(const Error &error);

protected:
    virtual Cell cellAt(int row, int column) const = 0;
    void setLoading(bool isLoading);

    QList<Heading> m_headings;
    std::optional<qint64> m_total;
    bool m_isLoading = false;
    bool m_hasLoaded = false;
};

} // namespace kit

Q_DECLARE_METATYPE(kit::Cell)
