#include "store/disk_reserve.h"

#include "base/owner_only.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <filesystem>

namespace amparo::store {

namespace {

constexpr qint64 million = 1000 * 1000;

/// Asks the system about the folder itself. Qt would look for its disk in the list of what is mounted, and
/// finds none where the list cannot be read or the root is in none: in a chroot. Of a folder that is not
/// yet there, that in which it would be made. -1: cannot be told.
class SystemDisk final : public DiskSpace {
public:
    explicit SystemDisk(QString folder) : m_folder(std::move(folder)) {}
    qint64 bytesAvailable() const override
    {
        std::error_code error;
        std::filesystem::path place = std::filesystem::absolute(m_folder.toStdU16String(), error);
        if (error)
            return -1;
        while (!std::filesystem::exists(place, error) && place.has_relative_path())
            place = place.parent_path();
        const std::filesystem::space_info space = std::filesystem::space(place, error);
        return error ? -1 : qint64(space.available);
    }

private:
    QString m_folder;
};

}  // namespace

DiskRoom roomFor(qint64 bytesAvailable)
{
    return bytesAvailable < 50 * million    ? DiskRoom::Critical
           : bytesAvailable < 500 * million ? DiskRoom::Low
                                            : DiskRoom::Enough;
}

std::unique_ptr<DiskSpace> diskSpaceOf(const QString &folder) { return std::make_unique<SystemDisk>(folder); }

DiskReserve::DiskReserve(const QString &folder, std::unique_ptr<DiskSpace> space)
    : m_path(QDir(folder).filePath(QStringLiteral("reserve.amparo"))), m_space(std::move(space))
{}

DiskRoom DiskReserve::room() const { return roomFor(m_space->bytesAvailable()); }

void DiskReserve::keep()
{
    if (QFileInfo(m_path).size() >= sizeInBytes || room() == DiskRoom::Critical)
        return;
    QFile file(m_path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return;
    keepToOwner(m_path);
    // Chance, so that no file system makes it smaller than it looks.
    QByteArray block(256 * 1024, Qt::Uninitialized);
    QRandomGenerator::global()->fillRange(reinterpret_cast<quint32 *>(block.data()), block.size() / 4);
    for (qint64 written = 0; written < sizeInBytes; written += block.size()) {
        if (file.write(block) != block.size()) {
            file.remove();
            return;
        }
    }
}

bool DiskReserve::spend() { return QFile::remove(m_path); }

}  // namespace amparo::store
