#pragma once

// What an older master sealed is sealed with the current one, a piece of the rows in each transaction: a rotation that
// is cut off keeps what it has done, and the next one goes on.

#include "server/core/db.h"

#include <functional>

namespace resealing {

constexpr int rowsAtOnce = 100;

// rows(tx, id, count) are those behind an id, in its order; idOf(row) is its id; renew(tx, row) writes a row that needs
// it and says whether it did. At most so many are written; progress hears how many there are by now, which is returned.
template <class Of, class Rows, class IdOf, class Renew>
int run(Db &db, int most, const std::function<void(int)> &progress, Rows rows, IdOf idOf, Renew renew)
{
    struct Piece
    {
        Id<Of> last;
        int seen = 0, changed = 0;
    };
    int changed = 0;
    for (Id<Of> at; changed < most;) {
        const auto piece = db.write([&](Tx &tx) -> Result<Piece> {
            Piece out;
            for (const auto &row : rows(tx, at, std::min(rowsAtOnce, most - changed))) {
                out.last = idOf(row);
                ++out.seen;
                out.changed += renew(tx, row) ? 1 : 0;
            }
            return out;
        });
        if (!piece || piece->seen == 0)
            break;
        at = piece->last;
        changed += piece->changed;
        progress(changed);
    }
    return changed;
}

} // namespace resealing
