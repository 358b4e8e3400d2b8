#pragma once

// When a store is open, day by day, typed as "09:00-13:00, 15:00-18:00"; a line left empty is a closed day.

#include "console/kit/controls.h"
#include "shared/contract/storehours.h"

#include <QLineEdit>

namespace onboarding {

class HoursForm : public QWidget
{
    Q_OBJECT

public:
    explicit HoursForm(const kit::Theme &theme, QWidget *parent = nullptr);

    void fill(const std::optional<StoreHours> &hours);
    // Nothing when nothing was ever said, or when a line cannot be read; then that line says so.
    std::optional<StoreHours> value();
    bool isTouched() const;
    bool isReadable() const { return m_problem->text().isEmpty(); }
    void showProblem(const QString &text);
    void retranslate();

private:
    kit::Label *m_title, *m_hint, *m_problem;
    QList<kit::Label *> m_names;
    QList<QLineEdit *> m_lines;
    bool m_wasSaid = false;
};

} // namespace onboarding
