#include "crypto/key_wrap.h"
#include "crypto/random.h"
#include "crypto/secret_stream.h"

#include "support/catch.h"

using namespace amparo;
using namespace amparo::crypto;
using test::errorOf;
using test::require;

TEST_CASE("a stream is opened with its key and context alone", "[crypto][SEC-S6]")
{
    constexpr qsizetype piece = 64 * 1024;
    const auto size = GENERATE_COPY(as<qsizetype>(), 0, 1, piece - 1, piece, piece + 1, 3 * piece);
    CAPTURE(size);
    const QByteArray message = randomBytes(size);
    const SecretBytes key = randomSecret(keySize);
    const QByteArray stream = encryptStream(message, key, "context");
    CHECK(require(decryptStream(stream, key, "context")) == message);
    CHECK(errorOf(decryptStream(stream, key, "contexT")) == ErrorCode::Denied);
    CHECK(errorOf(decryptStream(stream, randomSecret(keySize), "context")) == ErrorCode::Denied);
    CHECK(encryptStream(message, key, "context") != stream);
}

TEST_CASE("a stream that was altered, cut or lengthened does not open", "[crypto][SEC-S6]")
{
    const qsizetype piece = 64 * 1024;
    const qsizetype pieceOnTheWire = piece + 17;
    const SecretBytes key = randomSecret(keySize);
    const QByteArray stream = encryptStream(randomBytes(3 * piece), key, {});

    SECTION("cut, also between two pieces")
    {
        const auto left = GENERATE_COPY(as<qsizetype>(), 0, 23, 24, 24 + 16, 24 + pieceOnTheWire,
                                        24 + 2 * pieceOnTheWire, stream.size() - 1);
        CHECK(errorOf(decryptStream(stream.first(left), key, {})) == ErrorCode::Denied);
    }
    SECTION("altered")
    {
        const auto at = GENERATE_COPY(as<qsizetype>(), 0, 30, 24 + pieceOnTheWire, stream.size() - 1);
        QByteArray altered = stream;
        altered[at] = char(altered.at(at) ^ 1);
        CHECK(errorOf(decryptStream(altered, key, {})) == ErrorCode::Denied);
    }
    SECTION("two pieces in the other order")
    {
        const QByteArray swapped = stream.first(24) + stream.sliced(24 + pieceOnTheWire, pieceOnTheWire) +
                                   stream.sliced(24, pieceOnTheWire) + stream.sliced(24 + 2 * pieceOnTheWire);
        CHECK(errorOf(decryptStream(swapped, key, {})) == ErrorCode::Denied);
    }
    SECTION("with something behind its end")
    {
        CHECK(errorOf(decryptStream(stream + 'x', key, {})) == ErrorCode::Denied);
        CHECK(errorOf(decryptStream(stream + stream.sliced(24), key, {})) == ErrorCode::Denied);
    }
}
