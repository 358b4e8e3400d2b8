#pragma once

// An amount of rupees in words, as papers of the trade say it: in lakh and crore.

#include "shared/base/values.h"

// "One thousand five hundred rupees and fifty paise only"; language "hi" says it in Hindi, any other one in English.
QString rupeesInWords(Money amount, const QString &language);
