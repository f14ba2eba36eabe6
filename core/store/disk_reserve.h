#pragma once

#include <QString>

#include <memory>

namespace amparo::store {

/// How much room the disk of a store has left.
enum class DiskRoom {
    Enough,
    Low,       ///< under 500 MB: time to tell somebody
    Critical,  ///< under 50 MB: no new drafts are begun, what has begun is finished
};

DiskRoom roomFor(qint64 bytesAvailable);

/// Asked for what is free, so that a test can choose it.
class DiskSpace {
public:
    virtual ~DiskSpace() = default;
    virtual qint64 bytesAvailable() const = 0;
};
std::unique_ptr<DiskSpace> diskSpaceOf(const QString &folder);

/// `reserve.amparo`: some megabytes kept beside the store, so that what an officer has begun can be made
/// final on a full disk. Given up for that, and made again when there is room. Thread: the store's.
class DiskReserve {
public:
    static constexpr qint64 sizeInBytes = 4 * 1024 * 1024;

    DiskReserve(const QString &folder, std::unique_ptr<DiskSpace> space);

    DiskRoom room() const;
    qint64 bytesAvailable() const { return m_space->bytesAvailable(); }

    /// Makes it where it is missing and room is not critical. Without success there is none.
    void keep();

    /// Gives its room to the disk. False: there was none.
    bool spend();

private:
    QString m_path;
    std::unique_ptr<DiskSpace> m_space;
};

}  // namespace amparo::store
