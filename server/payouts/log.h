#pragma once

#include <QLoggingCategory>

namespace payouts {

Q_DECLARE_LOGGING_CATEGORY(payoutsLog)

} // namespace payouts
