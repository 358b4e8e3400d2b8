// Every page of the console, in the order of the sidebar. A page is one line here and one folder beside this file.

#include "console/kit/page.h"

namespace kit {

const std::vector<PageEntry> &pages()
{
    static const std::vector<PageEntry> all = {
        // clang-format off
        // clang-format on
    };
    return all;
}

} // namespace kit
