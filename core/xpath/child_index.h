#pragma once

#include "xpath/document.h"

#include <QString>

#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace amparo::xpath {

/// Finds the children of a node by the text of one of their own children: `item[key = 'x']` without a look at
/// every item. Belongs to a document (Document::index) and forgets what a change has made stale.
///
/// Keeps eight bytes a row: the hash of its text and its id; what a hash finds is compared with the text
/// itself.
class ChildIndex {
public:
    struct Key {
        NodeId parent;
        Document::NameTest item;
        Document::NameTest key;
    };

    /// The `key.item` children of `key.parent` with a `key.key` child whose string-value is `text`, in
    /// document order. nullopt when asked for the first time since the document changed: a look at every item
    /// is cheaper than an index that is used once.
    std::optional<std::vector<NodeId>> find(const Document &document, const Key &key, const QString &text);

private:
    struct Entry {
        quint32 hash;
        NodeId item;
    };
    using ById = std::tuple<NodeId, quint32, Document::NameTest::Space, quint16, quint32,
                            Document::NameTest::Space, quint16>;

    static std::vector<Entry> build(const Document &document, const Key &key);

    quint64 m_revision = 0;
    std::map<ById, std::optional<std::vector<Entry>>> m_entries;
};

}  // namespace amparo::xpath
