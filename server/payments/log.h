#pragma once

#include <QLoggingCategory>

namespace payments {

Q_DECLARE_LOGGING_CATEGORY(paymentsLog)

} // namespace payments
