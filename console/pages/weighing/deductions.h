#pragma once

// What comes off a weight: moisture and grade and more, each in the unit of the line or as a share of what is on the
// scale ("2 %"). A further row appears when the last one is taken.

#include "console/kit/form.h"
#include "shared/contract/weighing.h"

class QLineEdit;
class QVBoxLayout;

namespace weighing {

class Deductions : public QWidget
{
    Q_OBJECT

public:
    Deductions(const kit::Theme &theme, QWidget *parent);

    static constexpr int rowsMax = 6;

    // weight: gross without the tare. Nothing while a row is not complete.
    std::optional<QList<WeighDeduction>> of(Quantity weight) const;
    void clear();
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        QWidget *box;
        kit::ChoiceBox *kind;
        QLineEdit *less, *reason;
    };
    void addRow();
    void name(const Row &row);
    void settle();

    const kit::Theme &m_theme;
    QVBoxLayout *m_place;
    QList<Row> m_rows;
};

} // namespace weighing
