#pragma once

// Finds the route of a path without regular expressions and without allocating. Segments are compared as they came on
// the wire, so that an encoded slash never splits a segment; parameters are decoded by their readers afterwards.

#include <QByteArray>
#include <QByteArrayView>
#include <QVarLengthArray>

#include <array>
#include <vector>

namespace http {

class Trie
{
public:
    static constexpr int segmentsMax = 16;
    static constexpr int nothing = -1;
    using Params = QVarLengthArray<QByteArrayView, 6>;
    using Slots = std::array<int, 4>; // one per Method

    // Stores the value under "/orders/{id}" for one method. Returns the value that was there before, or nothing.
    int add(QByteArrayView pattern, std::size_t method, int value);

    // The values of all methods on this path, or null when there is no such path. One trailing slash is ignored.
    const Slots *find(QByteArrayView path, Params &params) const;

private:
    struct Node
    {
        std::vector<std::pair<QByteArray, int>> literals; // sorted by name
        int param = nothing;
        Slots values{nothing, nothing, nothing, nothing};
        bool isEnd = false;
    };

    int child(int node, const QByteArray &segment);
    int literal(int node, QByteArrayView segment) const;
    const Slots *match(int node, QByteArrayView rest, int depth, Params &params) const;

    std::vector<Node> m_nodes{1};
};

} // namespace http
