#pragma once

// Pure decisions about pictures of products.

#include "shared/contract/pictures.h"

namespace pictures {

// Which of the widths serves a place that is so wide: the next one above, or the widest.
constexpr std::size_t placeOf(int width)
{
    for (std::size_t i = 0; i < productImageWidths.size(); ++i)
        if (productImageWidths[i] >= width)
            return i;
    return productImageWidths.size() - 1;
}

inline QString addressOf(Id<ProductImage> id, int width)
{
    return QStringLiteral("/api/v1/product-images/%1?w=%2").arg(id.text()).arg(width);
}

} // namespace pictures
