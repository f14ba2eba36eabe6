#include "bench/bench_station.h"

#include "crypto/random.h"
#include "store/checkpoint_text.h"
#include "thin_server/memory_station.h"

namespace amparo::bench {

std::unique_ptr<thin::Station> benchStation()
{
    const store::Checkpoint checkpoint{store::StoreId::create(),
                                       store::GenerationId::create(),
                                       {1000, crypto::randomBytes(32)},
                                       systemClock().utcNow(),
                                       crypto::randomBytes(64)};
    test::StationContents contents;
    contents.storeId = checkpoint.store.value().toRfc4122();
    contents.generation = checkpoint.generation.value().toRfc4122();
    contents.checkpoint = store::toXml(checkpoint);
    return std::make_unique<test::MemoryStation>(std::make_shared<test::StationContents>(contents));
}

}  // namespace amparo::bench
