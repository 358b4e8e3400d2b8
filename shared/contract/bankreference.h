#pragma once

// What a bank calls a transfer, as somebody enters it by the bank's word: one name and one rule wherever it is asked
// for.

#include "shared/base/fields.h"

#define BANK_REFERENCE(name)                                                                                           \
    FIELD(name, .label = QT_TRANSLATE_NOOP("fields", "Bank reference"), .lengthMin = 4, .lengthMax = 100,              \
          .pattern = "[A-Za-z0-9/_-]+")
