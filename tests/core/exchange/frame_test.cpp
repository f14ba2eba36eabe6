#include "exchange/frame.h"

#include "crypto/random.h"
#include "exchange_samples.h"
#include "support/catch.h"

#include <rapidcheck.h>

#include <array>

using namespace amparo;
using namespace amparo::exchange;
using test::aBatch;
using test::anyBatch;
using test::errorOf;
using test::require;

namespace {

Dictionary anyDictionary()
{
    switch (*rc::gen::inRange(0, 3)) {
    case 0:
        return {};
    case 1:
        return formDictionary(QByteArray("<h:html><data id=\"second-line\"/></h:html>"));
    default:
        return baseDictionary(QByteArray(16, 'b'), anyBatch().items);
    }
}

/// "AMP", layout, flags, then whatever.
QByteArray header(int layout, int flags, QByteArrayView rest)
{
    return QByteArray("AMP") + char(layout) + char(flags) + rest.toByteArray();
}

}  // namespace

TEST_CASE("what was packed comes back with the same dictionary", "[exchange]")
{
    CHECK(rc::check([] {
        const QByteArray batch = *encode(anyBatch());
        const Dictionary dictionary = anyDictionary();
        const QByteArray frame = *pack(batch, dictionary);
        const FrameHeader header = *readFrameHeader(frame);
        RC_ASSERT(!header.isSealed);
        RC_ASSERT(header.dictionaryKind == dictionary.kind);
        RC_ASSERT(header.dictionaryId == dictionary.id);
        RC_ASSERT(header.unpackedSize == batch.size());
        RC_ASSERT(header.size <= mostHeaderBytes);
        RC_ASSERT(*unpack(frame, dictionary) == batch);
        RC_ASSERT(*pack(batch, dictionary) == frame);
    }));
}

TEST_CASE("an altered frame is refused, and never comes back as something else", "[exchange]")
{
    const QByteArray batch = require(encode(aBatch(20)));
    CHECK(rc::check([&] {
        QByteArray frame = *pack(batch);
        const auto at = *rc::gen::inRange<qsizetype>(0, frame.size());
        frame[at] = char(frame.at(at) ^ *rc::gen::inRange(1, 256));
        const auto unpacked = unpack(frame);
        RC_ASSERT((!unpacked || *unpacked == batch));  // a few bits of a zstd frame mean nothing
    }));
}

TEST_CASE("a frame that was cut or lengthened is refused", "[exchange]")
{
    const QByteArray frame = require(pack(require(encode(aBatch(2)))));
    for (qsizetype size = 0; size < frame.size(); ++size)
        CHECK(errorOf(unpack(frame.first(size))) == ErrorCode::InvalidInput);
    CHECK(errorOf(unpack(frame + 'x')) == ErrorCode::InvalidInput);
    CHECK(errorOf(unpack(frame + frame)) == ErrorCode::InvalidInput);
}

TEST_CASE("another dictionary than the one named is told", "[exchange]")
{
    const QByteArray batch = require(encode(aBatch(5)));
    const Dictionary base = baseDictionary(QByteArray(16, 'b'), aBatch(3).items);
    const QByteArray frame = require(pack(batch, base));
    CHECK(errorOf(unpack(frame)) == ErrorCode::NotFound);
    CHECK(errorOf(unpack(frame, formDictionary("x"))) == ErrorCode::NotFound);
    CHECK(errorOf(unpack(frame, baseDictionary(QByteArray(16, 'c'), aBatch(3).items))) ==
          ErrorCode::NotFound);
    // Of the same name, with other bytes.
    CHECK(errorOf(unpack(frame, baseDictionary(QByteArray(16, 'b'), aBatch(2).items))) ==
          ErrorCode::InvalidInput);
}

TEST_CASE("a dictionary spares what both sides have", "[exchange]")
{
    const QByteArray batch = require(encode(aBatch(5)));
    const qsizetype bare = require(pack(batch)).size();
    const qsizetype based = require(pack(batch, baseDictionary(QByteArray(16, 'b'), aBatch(3).items))).size();
    CHECK(based < bare);
}

TEST_CASE("headers that cannot be are refused before anything is unpacked", "[exchange]")
{
    struct Row {
        const char *what;
        QByteArray frame;
        ErrorCode code;
    };
    const QByteArray id(16, 'd');
    const auto row = GENERATE_COPY(values<Row>({
        {"nothing", {}, ErrorCode::InvalidInput},
        {"another magic", "AMQ\1\0\0", ErrorCode::InvalidInput},
        {"layout 0", header(0, 0, "\x05"), ErrorCode::InvalidInput},
        {"layout 2", header(2, 0, "\x05"), ErrorCode::TooNew},
        {"half of an earlier version's id", header(1, 6, id.first(8)), ErrorCode::InvalidInput},
        {"a flag that is none", header(1, 8, "\x05"), ErrorCode::InvalidInput},
        {"sealed with a dictionary", header(1, 3, id), ErrorCode::InvalidInput},
        {"half a dictionary's id", header(1, 2, id.first(8)), ErrorCode::InvalidInput},
        {"64 MB and one byte", header(1, 0, "\x81\x80\x80\x20"), ErrorCode::InvalidInput},
        {"a size in two ways", header(1, 0, QByteArray("\x85\x00", 2)), ErrorCode::InvalidInput},
        {"a size without end", header(1, 0, "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"),
         ErrorCode::InvalidInput},
    }));
    CAPTURE(row.what);
    CHECK(errorOf(readFrameHeader(row.frame)) == row.code);
    CHECK(errorOf(unpack(row.frame)) == row.code);
}

TEST_CASE("a frame whose packed part says another size is refused", "[exchange]")
{
    const QByteArray frame = require(pack(QByteArray(100, 'x')));
    REQUIRE(frame.startsWith(header(1, 0, "\x64")));
    const auto said = GENERATE(0, 99, 101);
    CHECK(errorOf(unpack(header(1, 0, QByteArray(1, char(said))) + frame.sliced(6))) ==
          ErrorCode::InvalidInput);
}

TEST_CASE("zstd that hides something is refused", "[exchange]")
{
    struct Row {
        const char *what;
        QByteArray packed;
    };
    const auto row = GENERATE(values<Row>({
        {"a part to skip", QByteArray("\x50\x2a\x4d\x18\x01\x00\x00\x00x", 9)},
        {"no checksum", QByteArray("\x28\xb5\x2f\xfd\x20\x00\x01\x00\x00", 9)},
    }));
    CAPTURE(row.what);
    CHECK(errorOf(unpack(header(1, 0, QByteArray(1, '\0')) + row.packed)) == ErrorCode::InvalidInput);
}

TEST_CASE("64 MB are packed, and no more", "[exchange]")
{
    QByteArray bytes(mostUnpackedBytes, 'x');
    const QByteArray frame = require(pack(bytes));
    CHECK(frame.size() < mostFrameBytes);
    CHECK(require(unpack(frame)) == bytes);
    bytes += 'x';
    CHECK(errorOf(pack(bytes)) == ErrorCode::InvalidInput);
}

TEST_CASE("a dictionary beyond its limit is refused", "[exchange]")
{
    CHECK(pack("x", {DictionaryKind::Form, QByteArray(16, 'd'), QByteArray(mostFormDictionaryBytes, 'x')}));
    const auto dictionary = GENERATE(values<Dictionary>({
        {DictionaryKind::Form, QByteArray(16, 'd'), QByteArray(mostFormDictionaryBytes + 1, 'x')},
        {DictionaryKind::Base, QByteArray(16, 'd'), QByteArray(mostBaseDictionaryBytes + 1, 'x')},
        {DictionaryKind::Base, QByteArray(15, 'd'), QByteArray("x")},
        {DictionaryKind::None, {}, QByteArray("x")},
    }));
    CHECK(errorOf(pack("x", dictionary)) == ErrorCode::InvalidInput);
}
