#include "exchange/batch.h"

#include "exchange_samples.h"
#include "support/catch.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::exchange;
using test::aBatch;
using test::anItem;
using test::anyBatch;
using test::errorOf;
using test::require;

namespace {

QByteArray cut(const char *text) { return QByteArray(text).replace('$', '\0'); }

}  // namespace

TEST_CASE("a batch comes back as it was, byte for byte", "[exchange]")
{
    CHECK(rc::check([] {
        const Batch batch = anyBatch();
        const QByteArray bytes = *encode(batch);
        RC_ASSERT(*decodeBatch(bytes) == batch);
    }));
}

TEST_CASE("there is one way to write a batch: what is read is what would be written", "[exchange]")
{
    int read = 0;
    CHECK(rc::check([&] {
        QByteArray bytes = *encode(anyBatch());
        bytes[*rc::gen::inRange<qsizetype>(0, bytes.size())] = char(*rc::gen::inRange(0, 256));
        const auto batch = decodeBatch(bytes);
        read += batch.has_value();
        RC_ASSERT((!batch || *encode(*batch) == bytes));
    }));
    CHECK(read > 0);  // most alterations lie in an XML
}

TEST_CASE("a batch that was cut or lengthened is refused", "[exchange]")
{
    const QByteArray bytes = require(encode(aBatch(3)));
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        CAPTURE(size);
        CHECK(errorOf(decodeBatch(bytes.first(size))) == ErrorCode::InvalidInput);
    }
    CHECK(errorOf(decodeBatch(bytes + '\0')) == ErrorCode::InvalidInput);
}

TEST_CASE("a batch of a later layout is told from a malformed one", "[exchange]")
{
    QByteArray bytes = require(encode(aBatch(1)));
    bytes[0] = 2;
    CHECK(errorOf(decodeBatch(bytes)) == ErrorCode::TooNew);
    bytes[0] = 0;
    CHECK(errorOf(decodeBatch(bytes)) == ErrorCode::InvalidInput);
}

TEST_CASE("an instanceID leaves the XML only where it can be put back exactly", "[exchange]")
{
    const QString uuid = QStringLiteral("uuid:00112233-4455-6677-8899-aabbccddeeff");
    struct Row {
        QString instanceId;
        QByteArray xml, inTheBatch;
    };
    const auto row = GENERATE_COPY(values<Row>({
        {uuid, "<a>uuid:00112233-4455-6677-8899-aabbccddeeff</a>", cut("<a>$</a>")},
        {uuid, "uuid:00112233-4455-6677-8899-aabbccddeeff uuid:00112233-4455-6677-8899-aabbccddeeff",
         cut("$ $")},
        {uuid, "<a>UUID:00112233-4455-6677-8899-AABBCCDDEEFF</a>",
         "<a>UUID:00112233-4455-6677-8899-AABBCCDDEEFF</a>"},
        {uuid, cut("$uuid:00112233-4455-6677-8899-aabbccddeeff"),
         cut("$uuid:00112233-4455-6677-8899-aabbccddeeff")},
        {QStringLiteral("uuid:00112233-4455-6677-8899-AABBCCDDEEFF"),
         "<a>uuid:00112233-4455-6677-8899-AABBCCDDEEFF</a>",
         "<a>uuid:00112233-4455-6677-8899-AABBCCDDEEFF</a>"},
        {QStringLiteral("a"), "<a/>", "<a/>"},
    }));
    CAPTURE(row.xml);
    const Item item{row.instanceId, QStringLiteral("f"), {}, row.xml, {}};
    CHECK(withoutInstanceId(item) == row.inTheBatch);
    Batch batch = aBatch(0);
    batch.items = {item};
    CHECK(require(decodeBatch(require(encode(batch)))) == batch);
}

TEST_CASE("a batch has its limits", "[exchange]")
{
    struct Row {
        const char *what;
        void (*set)(Batch &batch, qsizetype size);
        qsizetype most;
    };
    const auto row = GENERATE(values<Row>({
        {"checkpoint", [](Batch &batch, qsizetype size) { batch.checkpoint = QByteArray(size, 'c'); },
         mostCheckpointBytes},
        {"instanceID", [](Batch &batch, qsizetype size) { batch.items[0].instanceId = QString(size, u'i'); },
         mostNameBytes},
        {"form's id", [](Batch &batch, qsizetype size) { batch.items[0].formId = QString(size, u'f'); },
         mostNameBytes},
        {"form's version",
         [](Batch &batch, qsizetype size) { batch.items[0].formVersion = QString(size, u'v'); },
         mostNameBytes},
        {"file's name",
         [](Batch &batch, qsizetype size) {
             batch.items[0].files = {{QString(size, u'n'), {}, {}}};
         },
         mostNameBytes},
        {"file's type",
         [](Batch &batch, qsizetype size) {
             batch.items[0].files = {{QStringLiteral("n"), QString(size, u't'), {}}};
         },
         mostNameBytes},
        {"files",
         [](Batch &batch, qsizetype size) {
             batch.items[0].files = QList<File>(size, {QStringLiteral("n"), {}, {}});
         },
         mostFilesOfItem},
        {"items",
         [](Batch &batch, qsizetype size) {
             while (batch.items.size() < size)
                 batch.items.append(anItem(int(batch.items.size())));
         },
         mostItems},
    }));
    CAPTURE(row.what);
    for (const qsizetype size : {row.most - 1, row.most}) {
        Batch batch = aBatch(1);
        row.set(batch, size);
        CHECK(require(decodeBatch(require(encode(batch)))) == batch);
    }
    Batch batch = aBatch(1);
    row.set(batch, row.most + 1);
    CHECK(errorOf(encode(batch)) == ErrorCode::InvalidInput);
}

TEST_CASE("a batch has 64 MB at most", "[exchange]")
{
    Batch batch = aBatch(1);
    batch.items[0].submissionXml.clear();
    const qsizetype rest = require(encode(batch)).size() + 3;  // the XML's size takes four bytes, not one
    batch.items[0].submissionXml = QByteArray(mostUnpackedBytes - rest, 'x');
    const QByteArray bytes = require(encode(batch));
    CHECK(bytes.size() == mostUnpackedBytes);
    CHECK(require(decodeBatch(bytes)) == batch);
    batch.items[0].submissionXml += 'x';
    CHECK(errorOf(encode(batch)) == ErrorCode::InvalidInput);
    CHECK(errorOf(decodeBatch(bytes + 'x')) == ErrorCode::InvalidInput);
}

TEST_CASE("an XML does not grow beyond the limit when its instanceIDs are put back", "[exchange]")
{
    Batch batch = aBatch(1);
    batch.items[0].submissionXml = batch.items[0].instanceId.toLatin1();
    const QByteArray bytes = require(encode(batch));
    // The last byte of one is the XML: a NUL for the id.
    const QByteArray head = bytes.chopped(3);
    const QByteArray large = head + QByteArray("\x81\xa8\xc3\x01", 4) + '\0' + QByteArray(1'600'000, '\0');
    CHECK(require(decodeBatch(large)).items[0].submissionXml.size() == 1'600'000 * 41);
    // Two million of them would become 82 MB.
    const QByteArray grown = head + QByteArray("\x81\x92\xf4\x01", 4) + '\0' + QByteArray(2'000'000, '\0');
    CHECK(errorOf(decodeBatch(grown)) == ErrorCode::InvalidInput);
}

TEST_CASE("what is no batch is not written", "[exchange]")
{
    struct Row {
        const char *what;
        void (*spoil)(Batch &batch);
    };
    const auto row = GENERATE(values<Row>({
        {"a short store id", [](Batch &batch) { batch.storeId.chop(1); }},
        {"a long generation", [](Batch &batch) { batch.generation += 'g'; }},
        {"no instanceID", [](Batch &batch) { batch.items[0].instanceId.clear(); }},
        {"an instanceID twice", [](Batch &batch) { batch.items[0].instanceId = batch.items[1].instanceId; }},
        {"half a character", [](Batch &batch) { batch.items[0].formId = QChar(0xD800); }},
        {"a byte order mark",
         [](Batch &batch) { batch.items[0].formId = QChar(0xFEFF) + QStringLiteral("f"); }},
        {"a file without name",
         [](Batch &batch) {
             batch.items[0].files = {{{}, {}, "x"}};
         }},
    }));
    CAPTURE(row.what);
    Batch batch = aBatch(2);
    row.spoil(batch);
    CHECK(errorOf(encode(batch)) == ErrorCode::InvalidInput);
}
