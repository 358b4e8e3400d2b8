#pragma once

// Paints one vendor of the review queue: face, store, age against the promised time, the worst automatic check.

#include "console/kit/contracttable.h"
#include "console/kit/kit.h"
#include "shared/contract/kyc.h"

#include <QStyledItemDelegate>

namespace kyc {

class CaseLine : public QStyledItemDelegate
{
    Q_OBJECT

public:
    CaseLine(const kit::Kit &kit, const kit::ContractTable<KycCase> &cases, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // What a screen reader says of a line, and what the line says of its flag.
    static QString spoken(const KycCase &line, Instant now);
    static QString flag(const KycCase &line);

private:
    void paintWords(QPainter &painter, const QRect &where, const KycCase &line) const;

    const kit::Kit &m_kit;
    const kit::ContractTable<KycCase> &m_cases;
};

// "26 h", and when the promised time is over "2 h late".
QString lateness(const KycCase &line, Instant now);

} // namespace kyc
