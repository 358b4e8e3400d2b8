#pragma once

// The day at whose end the books are looked at; without a choice that is now.

#include "console/kit/clock.h"
#include "shared/base/values.h"

#include <QDateEdit>

#include <optional>

namespace books {

class AsOfEdit : public QDateEdit
{
    Q_OBJECT

public:
    AsOfEdit(const kit::Clock &clock, QWidget *parent);

    // The end of the chosen day in India; nothing when that is today.
    std::optional<Instant> at() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    const QDate m_today;
};

} // namespace books
