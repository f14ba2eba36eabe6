// Bytes reach the disk before the name does, and the name before success is told: a power cut in between
// leaves the old file, never an empty one.

#include "base/durable_file.h"

#include "base/owner_only.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <system_error>
#include <utility>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace amparo {

#ifdef Q_OS_WIN
bool syncToDisk(const QString &path)
{
    const QString native = QDir::toNativeSeparators(path);
    const HANDLE handle = CreateFileW(reinterpret_cast<const wchar_t *>(native.utf16()), GENERIC_WRITE,
                                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                      OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return false;
    const bool synced = FlushFileBuffers(handle);
    CloseHandle(handle);
    return synced;
}

#else
bool syncToDisk(const QString &path)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return false;
    const bool synced = ::fsync(handle) == 0;
    ::close(handle);
    return synced;
}

#endif

namespace {

#ifdef Q_OS_WIN
/// In the words of Unix, as far as the library does not translate them itself.
std::error_code systemError()
{
    constexpr DWORD quotaExceeded = 1295;  // ERROR_DISK_QUOTA_EXCEEDED, which mingw-w64 lacks
    const DWORD error = GetLastError();
    switch (error) {
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
    case quotaExceeded:
        return std::make_error_code(std::errc::no_space_on_device);
    case ERROR_ACCESS_DENIED:
    case ERROR_SHARING_VIOLATION:
        return std::make_error_code(std::errc::permission_denied);
    case ERROR_WRITE_PROTECT:
        return std::make_error_code(std::errc::read_only_file_system);
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_DIRECTORY:
        return std::make_error_code(std::errc::no_such_file_or_directory);
    default:
        return {int(error), std::system_category()};
    }
}

bool isQuota(const std::error_code &) { return false; }

/// QFile::rename does not replace. Returns when the new name is on the disk.
bool moveOver(const QString &from, const QString &to)
{
    const QString source = QDir::toNativeSeparators(from);
    const QString target = QDir::toNativeSeparators(to);
    return MoveFileExW(reinterpret_cast<const wchar_t *>(source.utf16()),
                       reinterpret_cast<const wchar_t *>(target.utf16()),
                       MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
}

bool syncFolderOf(const QString &) { return true; }  // moveOver() did
#else
std::error_code systemError() { return {errno, std::system_category()}; }
bool isQuota(const std::error_code &error) { return error.value() == EDQUOT; }

/// QFile::rename does not replace.
bool moveOver(const QString &from, const QString &to)
{
    return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

/// A rename is durable only when its folder is. Some file systems of networks cannot sync a folder (EINVAL).
bool syncFolderOf(const QString &path)
{
    return syncToDisk(QFileInfo(path).absolutePath()) || errno == EINVAL;
}
#endif

}  // namespace

Error lastFileError(const QString &act)
{
    const std::error_code error = systemError();
    if (error == std::errc::no_space_on_device || error == std::errc::file_too_large || isQuota(error))
        return {ErrorCode::DiskFull, act + QStringLiteral(": no space left")};
    if (error == std::errc::permission_denied || error == std::errc::operation_not_permitted ||
        error == std::errc::read_only_file_system)
        return {ErrorCode::ReadOnly, act + QStringLiteral(": the folder cannot be written")};
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
        return {ErrorCode::NotFound, act + QStringLiteral(": there is no such folder")};
    return {ErrorCode::Unavailable,
            act + QStringLiteral(": %1").arg(QString::fromStdString(error.message()))};
}

DurableFile::DurableFile(QString path) : m_path(std::move(path)) {}

DurableFile::DurableFile(DurableFile &&other) noexcept : m_path(std::exchange(other.m_path, {})) {}

DurableFile::~DurableFile()
{
    if (!m_path.isEmpty())
        QFile::remove(partPath());
}

Result<> writeDurably(const QString &path, QByteArrayView bytes)
{
    return DurableFile::create(path).and_then(
        [&](DurableFile file) { return file.write(bytes).and_then([&] { return file.commit(); }); });
}

Result<DurableFile> DurableFile::create(const QString &path)
{
    DurableFile file(path);
    QFile::remove(file.partPath());  // of a run that was ended in the middle
    // A new one: neither another's file nor a link that somebody laid there is written to.
    if (auto made = makeOwnFile(file.partPath()); !made) {
        file.m_path.clear();
        return tl::make_unexpected(made.error());
    }
    return file;
}

QString DurableFile::partPath() const { return m_path + QStringLiteral(".part"); }

Result<> DurableFile::write(QByteArrayView bytes)
{
    QFile part(partPath());
    errno = 0;
    if (!part.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered) ||
        part.write(bytes.data(), bytes.size()) != bytes.size())
        return tl::make_unexpected(lastFileError(QStringLiteral("writing the file")));
    return {};
}

Result<> DurableFile::commit()
{
    errno = 0;
    if (!syncToDisk(partPath()))
        return tl::make_unexpected(lastFileError(QStringLiteral("writing the file")));
    if (!moveOver(partPath(), m_path))
        return tl::make_unexpected(lastFileError(QStringLiteral("putting the file in its place")));
    const QString path = std::exchange(m_path, {});
    if (!syncFolderOf(path))
        return tl::make_unexpected(lastFileError(QStringLiteral("putting the file in its place")));
    return {};
}

}  // namespace amparo
