#include "sync/thin/chunk_size.h"

#include "support/catch.h"

using namespace amparo::thin;
using namespace std::chrono_literals;

namespace {

/// A link that takes `bytesPerSecond` after `delay`.
struct Link {
    double bytesPerSecond;
    std::chrono::milliseconds delay;

    std::chrono::milliseconds timeFor(qsizetype bytes) const
    {
        return delay + std::chrono::milliseconds(qint64(double(bytes) * 1000 / bytesPerSecond));
    }
};

}  // namespace

TEST_CASE("requests come to take four to eight seconds, as far as the limits let them", "[thin]")
{
    struct Row {
        const char *name;
        Link link;
        qsizetype least, most;
    };
    const auto row = GENERATE(values<Row>({
        {"1.2 kbit/s", {150, 600ms}, ChunkSize::least, ChunkSize::least},
        {"9.6 kbit/s", {1200, 600ms}, 4'000, 9'600},
        {"64 kbit/s", {8000, 600ms}, 27'000, 64'000},
        {"2 Mbit/s", {250'000, 40ms}, ChunkSize::most, ChunkSize::most},
    }));
    CAPTURE(row.name);
    ChunkSize chunk;
    for (int i = 0; i < 12; ++i)
        chunk.noteTaken(chunk.bytes(), row.link.timeFor(chunk.bytes()));
    CHECK(chunk.bytes() >= row.least);
    CHECK(chunk.bytes() <= row.most);
}

TEST_CASE("a small last piece does not make the next ones larger, but a slow one smaller", "[thin]")
{
    ChunkSize chunk;
    chunk.noteTaken(100, 1ms);
    CHECK(chunk.bytes() == ChunkSize::first);
    chunk.noteTaken(100, 5s);
    CHECK(chunk.bytes() == ChunkSize::first / 2);
}

TEST_CASE("one measurement at most doubles or halves, and a broken link halves", "[thin]")
{
    ChunkSize chunk;
    chunk.noteTaken(chunk.bytes(), 0ms);
    CHECK(chunk.bytes() == 2 * ChunkSize::first);
    chunk.noteTaken(chunk.bytes(), 10min);
    CHECK(chunk.bytes() == ChunkSize::first);
    chunk.noteBroken();
    CHECK(chunk.bytes() == ChunkSize::first / 2);
    for (int i = 0; i < 20; ++i)
        chunk.noteBroken();
    CHECK(chunk.bytes() == ChunkSize::least);
}

TEST_CASE("the server's limit holds whatever was measured", "[thin]")
{
    ChunkSize chunk;
    chunk.limitTo(1000);
    CHECK(chunk.bytes() == 1000);
    chunk.noteTaken(1000, 0ms);
    CHECK(chunk.bytes() == 1000);
    chunk.limitTo(0);
    CHECK(chunk.bytes() == 1);
}
