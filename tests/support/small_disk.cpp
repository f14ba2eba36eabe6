#include "support/small_disk.h"

#include <QFile>

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#endif

namespace amparo::test {

#ifdef Q_OS_LINUX

std::unique_ptr<SmallDisk> SmallDisk::mount(int sizeInKiB)
{
    std::unique_ptr<SmallDisk> disk(new SmallDisk);
    const QByteArray options = "size=" + QByteArray::number(sizeInKiB) + "k";
    const QByteArray point = QFile::encodeName(disk->path());
    if (::mount("tmpfs", point.constData(), "tmpfs", 0, options.constData()) != 0)
        return nullptr;
    return disk;
}

SmallDisk::~SmallDisk() { ::umount2(QFile::encodeName(path()).constData(), MNT_DETACH); }

void SmallDisk::fill()
{
    QFile file(m_point.filePath(QStringLiteral("ballast")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return;
    while (file.write(QByteArray(4096, '\0')) == 4096) {
    }
}

void SmallDisk::makeReadOnly()
{
    ::mount("tmpfs", QFile::encodeName(path()).constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr);
}

#else  // where there is no tmpfs

std::unique_ptr<SmallDisk> SmallDisk::mount(int) { return nullptr; }

SmallDisk::~SmallDisk() = default;

void SmallDisk::fill() {}

void SmallDisk::makeReadOnly() {}

#endif

}  // namespace amparo::test
