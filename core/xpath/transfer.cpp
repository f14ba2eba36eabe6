#include "xpath/transfer.h"

#include "xpath/ast.h"
#include "xpath/document_data.h"
#include "xpath/functions.h"
#include "xpath/shape.h"

namespace amparo::xpath {

// Expressions. Each struct of the tree says what it consists of; what follows from that is worked out anew.

template <class Archive> void transfer(Archive &archive, Expr &expr);

template <class Archive> void transfer(Archive &archive, ExprPtr &pointer)
{
    bool isThere = pointer != nullptr;
    archive(isThere);
    if (!isThere)
        return;
    if constexpr (Archive::isReading) {
        auto expr = std::make_unique<Expr>();
        if (archive.enter())
            archive(*expr);
        archive.leave();
        pointer = std::move(expr);
    } else {
        archive(const_cast<Expr &>(*pointer));  // written, not changed
    }
}

template <class Archive> void transfer(Archive &archive, NodeTest &test)
{
    auto &[kind, local, uri, unprefixed, localId] = test;
    Q_UNUSED(localId);  // a guess of this run
    archive(kind, local, uri, unprefixed);
}

template <class Archive> void transfer(Archive &archive, Predicate &predicate)
{
    auto &[test, lookup] = predicate;
    archive(test);
    if constexpr (Archive::isReading) {
        if (test)
            lookup = keyLookup(*test);
    }
}

template <class Archive> void transfer(Archive &archive, Step &step)
{
    auto &[axis, test, predicates] = step;
    archive(axis, test, predicates);
}

template <class Archive> void transfer(Archive &archive, NumberLiteral &literal) { archive(literal.number); }
template <class Archive> void transfer(Archive &archive, StringLiteral &literal) { archive(literal.text); }
template <class Archive> void transfer(Archive &archive, BadCall &call) { archive(call.reason); }
template <class Archive> void transfer(Archive &archive, Negation &negation) { archive(negation.operand); }

template <class Archive> void transfer(Archive &archive, Chain::Link &link)
{
    auto &[op, operand] = link;
    archive(op, operand);
}

template <class Archive> void transfer(Archive &archive, Chain &chain)
{
    auto &[first, rest] = chain;
    archive(first, rest);
}

template <class Archive> void transfer(Archive &archive, Path &path)
{
    auto &[start, base, basePredicates, steps, isPlain] = path;
    archive(start, base, basePredicates, steps, isPlain);
}

template <class Archive> void transfer(Archive &archive, Call &call)
{
    QString name = call.function ? QString(call.function->name) : QString();
    archive(name, call.arguments);
    if constexpr (Archive::isReading) {
        call.function = findFunction(name);
        if (!call.function || !call.function->wrongArity(int(call.arguments.size())).isEmpty()) {
            archive.fail();
            call.function = findFunction(u"true");  // never evaluated, but never null either
        }
    }
}

template <class Archive> void transfer(Archive &archive, Expr &expr)
{
    auto &[node, readsFocus] = expr;
    archive(node, readsFocus);
}

template <class Archive> void transfer(Archive &archive, Reference::Step &step)
{
    auto &[axis, name, namespaceUri, isFiltered] = step;
    archive(axis, name, namespaceUri, isFiltered);
}

template <class Archive> void transfer(Archive &archive, Reference &reference)
{
    auto &[start, instanceId, steps, readsPosition] = reference;
    archive(start, instanceId, steps, readsPosition);
}

template <class Archive> void transfer(Archive &archive, Program &program)
{
    auto &[text, root, references, path, isConstant, isVolatile, dependsOnLanguage, readsOwnValue,
           countsNodes] = program;
    archive(text, root, references, path, isConstant, isVolatile, dependsOnLanguage, readsOwnValue,
            countsNodes);
}

void transfer(WriteArchive &archive, Expression &expression)
{
    auto [index, isNew] = archive.shared(expression.m_program.get());
    archive(index);
    if (isNew)
        archive(const_cast<Program &>(*expression.m_program));  // written, not changed
}

void transfer(ReadArchive &archive, Expression &expression)
{
    quint32 index = 0;
    archive(index);
    if (const auto known = archive.shared(index)) {
        expression.m_program = std::static_pointer_cast<const Program>(known);
        return;
    }
    auto program = std::make_shared<Program>();
    archive(*program);
    if (!program->root)
        archive.fail();
    archive.share(program);
    if (archive.isSound())
        expression.m_program = std::move(program);
}

// Documents

template <class Archive> void transfer(Archive &archive, Table &table)
{
    auto &[columns, cells, ends, rootName, rowName] = table;
    archive(columns, cells, ends, rootName, rowName);
}

struct DocumentTransfer {
    template <class Archive> static void transferNode(Archive &archive, Document::NodeData &node)
    {
        auto &[local, uri, prefix, kind, parent, firstChild, lastChild, next, previous, firstAttribute,
               children, value] = node;
        archive(local, uri, prefix, kind, parent, firstChild, lastChild, next, previous, firstAttribute,
                children, value);
    }

    template <class Archive> static void transferTree(Archive &archive, Document::Tree &tree)
    {
        tree.nodes.resize(std::size_t(archive::count(archive, qsizetype(tree.nodes.size()))));
        for (Document::NodeData &node : tree.nodes)
            transferNode(archive, node);
        archive(tree.firstFree, tree.used, tree.locals, tree.uris, tree.prefixes, tree.idsAreOrdered);
    }

    static void write(WriteArchive &archive, Document &document)
    {
        bool isTable = document.isTable();
        archive(isTable);
        if (isTable)
            archive(const_cast<Table &>(document.m_rows->table));  // written, not changed
        else
            transferTree(archive, *document.m_tree);
    }

    static Document read(ReadArchive &archive)
    {
        bool isTable = false;
        archive(isTable);
        if (isTable) {
            Table table;
            archive(table);
            return Document::fromTable(std::move(table));
        }
        Document document;
        Document::Tree &tree = *document.m_tree;
        transferTree(archive, tree);
        for (qsizetype i = 0; i < tree.locals.size(); ++i)
            tree.localIds.insert(tree.locals[i], quint32(i));
        return archive.isSound() ? std::move(document) : Document();
    }
};

void transfer(WriteArchive &archive, Document &document) { DocumentTransfer::write(archive, document); }
void transfer(ReadArchive &archive, Document &document) { document = DocumentTransfer::read(archive); }

}  // namespace amparo::xpath
