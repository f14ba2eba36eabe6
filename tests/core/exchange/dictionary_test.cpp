#include "exchange/dictionary.h"

#include "exchange/frame.h"
#include "exchange_samples.h"
#include "support/catch.h"

using namespace amparo;
using namespace amparo::exchange;
using test::aBatch;
using test::anItem;

TEST_CASE("a form's dictionary is its document up to the limit, named by all of it", "[exchange]")
{
    const auto size = GENERATE(as<qsizetype>(), 0, mostFormDictionaryBytes - 1, mostFormDictionaryBytes,
                               mostFormDictionaryBytes + 1);
    const QByteArray xform(size, 'x');
    const Dictionary dictionary = formDictionary(xform);
    CHECK(dictionary.kind == DictionaryKind::Form);
    CHECK(dictionary.id == nameOf(xform));
    CHECK(dictionary.bytes == xform.first(std::min(size, mostFormDictionaryBytes)));
}

TEST_CASE("a batch's dictionary is what its records have in common with the next", "[exchange]")
{
    const Batch batch = aBatch(2);
    const Dictionary dictionary = baseDictionary(QByteArray(16, 'b'), batch.items);
    CHECK(dictionary.kind == DictionaryKind::Base);
    CHECK(dictionary.id == QByteArray(16, 'b'));
    CHECK(dictionary.bytes == withoutInstanceId(batch.items[0]) + withoutInstanceId(batch.items[1]));
}

TEST_CASE("of a large batch the last records make the dictionary", "[exchange]")
{
    QList<Item> items;
    for (int i = 0; i < 3; ++i) {
        items.append(anItem(i));
        items.last().submissionXml = QByteArray(mostBaseDictionaryBytes / 2 + 1, char('a' + i));
    }
    const QByteArray bytes = baseDictionary(QByteArray(16, 'b'), items).bytes;
    CHECK(bytes.size() == mostBaseDictionaryBytes);
    CHECK(bytes.count('c') == mostBaseDictionaryBytes / 2 + 1);
    CHECK(bytes.count('b') == mostBaseDictionaryBytes / 2 - 1);
}
