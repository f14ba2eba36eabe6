#include "xpath/child_index.h"

#include <QHash>

#include <algorithm>

namespace amparo::xpath {

namespace {

quint32 hashOf(const QString &text)
{
    const auto wide = qHash(text, 0x9e3779b9u);
    return quint32(wide ^ (wide >> 32));
}

template <class Visit>
void forEachChild(const Document &document, NodeId parent, Document::NameTest test, Visit visit)
{
    for (auto id = document.firstChild(parent); id != NodeId::None; id = document.nextSibling(id)) {
        if (document.kind(id) == NodeKind::Element && document.matches(id, test))
            visit(id);
    }
}

}  // namespace

std::vector<ChildIndex::Entry> ChildIndex::build(const Document &document, const Key &key)
{
    std::vector<Entry> entries;
    forEachChild(document, key.parent, key.item, [&](NodeId item) {
        forEachChild(document, item, key.key, [&](NodeId child) {
            entries.push_back({hashOf(document.text(child)), item});
        });
    });
    entries.shrink_to_fit();
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry &a, const Entry &b) { return a.hash < b.hash; });
    return entries;
}

std::optional<std::vector<NodeId>> ChildIndex::find(const Document &document, const Key &key,
                                                    const QString &text)
{
    if (m_revision != document.revision()) {
        m_entries.clear();
        m_revision = document.revision();
    }
    const ById id{key.parent,    key.item.local, key.item.space, key.item.uri,
                  key.key.local, key.key.space,  key.key.uri};
    const auto [found, isFirst] = m_entries.try_emplace(id);
    if (isFirst && !document.isTable())
        return std::nullopt;
    if (!found->second)
        found->second = build(document, key);

    std::vector<NodeId> items;
    const auto hash = hashOf(text);
    const auto &entries = *found->second;
    auto entry = std::lower_bound(entries.begin(), entries.end(), hash,
                                  [](const Entry &a, quint32 wanted) { return a.hash < wanted; });
    for (; entry != entries.end() && entry->hash == hash; ++entry) {
        if (!items.empty() && items.back() == entry->item)
            continue;
        bool isEqual = false;
        forEachChild(document, entry->item, key.key,
                     [&](NodeId child) { isEqual = isEqual || document.text(child) == text; });
        if (isEqual)
            items.push_back(entry->item);
    }
    return items;
}

}  // namespace amparo::xpath
