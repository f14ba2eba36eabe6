// Bytes reach the disk before the name does, and the name before success is told: a power cut in between
// leaves the old file, never an empty one.

#include "base/durable_file.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace amparo {

#ifdef Q_OS_WIN
bool syncToDisk(const QString &path)
{
    const auto native = QFileInfo(path).filesystemFilePath();
    const HANDLE handle = CreateFileW(native.c_str(), GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING,
                                      FILE_ATTRIBUTE_NORMAL, nullptr);
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

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

#ifdef Q_OS_WIN
std::error_code systemError() { return {int(GetLastError()), std::system_category()}; }
bool isQuota(const std::error_code &) { return false; }

bool syncFolderOf(const QString &) { return true; }  // NTFS journals the rename itself
#else
std::error_code systemError() { return {errno, std::system_category()}; }
bool isQuota(const std::error_code &error) { return error.value() == EDQUOT; }

/// A rename is durable only when its folder is. Some file systems of networks cannot sync a folder (EINVAL).
bool syncFolderOf(const QString &path)
{
    return syncToDisk(QFileInfo(path).absolutePath()) || errno == EINVAL;
}
#endif

Error fileError(const QString &act, const std::error_code &error)
{
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

}  // namespace

Error lastFileError(const QString &act) { return fileError(act, systemError()); }

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
    QFile part(file.partPath());
    errno = 0;
    // NewOnly: neither another's file nor a link that somebody laid there is written to.
    if (!part.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly)) {
        const Error error = lastFileError(QStringLiteral("making the file"));
        file.m_path.clear();
        return tl::make_unexpected(error);
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
    std::error_code error;  // QFile::rename does not replace
    std::filesystem::rename(QFileInfo(partPath()).filesystemFilePath(),
                            QFileInfo(m_path).filesystemFilePath(), error);
    if (error)
        return tl::make_unexpected(fileError(QStringLiteral("putting the file in its place"), error));
    const QString path = std::exchange(m_path, {});
    if (!syncFolderOf(path))
        return tl::make_unexpected(lastFileError(QStringLiteral("putting the file in its place")));
    return {};
}

}  // namespace amparo
