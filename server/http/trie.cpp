#include "server/http/trie.h"

#include <algorithm>

namespace http {

namespace {

bool before(const std::pair<QByteArray, int> &a, QByteArrayView b)
{
    return QByteArrayView(a.first).compare(b) < 0;
}

QByteArrayView withoutTrailingSlash(QByteArrayView path)
{
    return path.size() > 1 && path.back() == '/' ? path.chopped(1) : path;
}

} // namespace

int Trie::literal(int node, QByteArrayView segment) const
{
    const auto &literals = m_nodes[std::size_t(node)].literals;
    const auto at = std::lower_bound(literals.begin(), literals.end(), segment, before);
    return at != literals.end() && at->first == segment ? at->second : nothing;
}

int Trie::child(int node, const QByteArray &segment)
{
    const bool isParam = segment.startsWith('{');
    const int known = isParam ? m_nodes[std::size_t(node)].param : literal(node, segment);
    if (known != nothing)
        return known;
    const int fresh = int(m_nodes.size());
    m_nodes.emplace_back();
    Node &parent = m_nodes[std::size_t(node)];
    if (isParam) {
        parent.param = fresh;
    } else {
        const auto at = std::lower_bound(parent.literals.begin(), parent.literals.end(), segment, before);
        parent.literals.insert(at, {segment, fresh});
    }
    return fresh;
}

int Trie::add(QByteArrayView pattern, std::size_t method, int value)
{
    int node = 0;
    for (const QByteArray &segment : withoutTrailingSlash(pattern).sliced(1).toByteArray().split('/'))
        node = child(node, segment);
    Node &end = m_nodes[std::size_t(node)];
    end.isEnd = true;
    return std::exchange(end.values[method], value);
}

const Trie::Slots *Trie::find(QByteArrayView path, Params &params) const
{
    if (path.isEmpty() || path.front() != '/')
        return nullptr;
    return match(0, withoutTrailingSlash(path).sliced(1), 0, params);
}

// A literal wins over a parameter; when it leads nowhere, the parameter gets its turn.
const Trie::Slots *Trie::match(int node, QByteArrayView rest, int depth, Params &params) const
{
    if (depth == segmentsMax)
        return nullptr;
    const qsizetype slash = rest.indexOf('/');
    const QByteArrayView segment = slash < 0 ? rest : rest.first(slash);
    const auto descend = [&](int next) -> const Slots * {
        if (next == nothing)
            return nullptr;
        if (slash >= 0)
            return match(next, rest.sliced(slash + 1), depth + 1, params);
        const Node &end = m_nodes[std::size_t(next)];
        return end.isEnd ? &end.values : nullptr;
    };
    if (const Slots *found = descend(literal(node, segment)))
        return found;
    const int param = m_nodes[std::size_t(node)].param;
    if (param == nothing || segment.isEmpty())
        return nullptr;
    params.append(segment);
    const Slots *found = descend(param);
    if (!found)
        params.removeLast();
    return found;
}

} // namespace http
