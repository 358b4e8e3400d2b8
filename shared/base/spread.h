#pragma once

// Money that is shared out: over the lines of an order, over the parts of a price.

#include "shared/base/values.h"

#include <QList>

// The amount in the proportion of the weights, to the paisa: whoever was cut most gets the next coin, the earlier one
// first. With weights that add up to the amount or more, nobody gets more than his weight.
QList<Money> spread(Money amount, const QList<Money> &weights);
