#pragma once

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace amparo::test {

/// A file system of its own (tmpfs), so small that it can be filled. Unmounted at the end.
class SmallDisk {
public:
    /// nullptr: this account or this machine may not mount; the test says so and is skipped.
    static std::unique_ptr<SmallDisk> mount(int sizeInKiB);
    ~SmallDisk();

    QString path() const { return m_point.path(); }

    /// Writes a file that takes all the space there is left.
    void fill();
    void makeReadOnly();

private:
    SmallDisk() = default;

    QTemporaryDir m_point;
};

}  // namespace amparo::test
