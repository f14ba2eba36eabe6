#pragma once

#include "support/catch.h"
#include "support/small_disk.h"

#include <memory>

namespace amparo::test {

/// null: the test says that it is skipped.
inline std::unique_ptr<SmallDisk> mountOrSkip(int sizeInKiB)
{
    auto disk = SmallDisk::mount(sizeInKiB);
    if (!disk)
        WARN("this account may not mount: skipped");
    return disk;
}

}  // namespace amparo::test
