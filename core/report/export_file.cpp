#include "report/export_file.h"

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

namespace amparo::report {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

#ifdef Q_OS_WIN
std::error_code systemError() { return {int(GetLastError()), std::system_category()}; }
bool isQuota(const std::error_code &) { return false; }
#else
std::error_code systemError() { return {errno, std::system_category()}; }
bool isQuota(const std::error_code &error) { return error.value() == EDQUOT; }
#endif

/// Bytes reach the disk before the name does, so that a power cut leaves no empty report.
bool syncToDisk(const QString &path)
{
#ifdef Q_OS_WIN
    Q_UNUSED(path);
    return true;
#else
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return false;
    const bool synced = ::fsync(handle) == 0;
    ::close(handle);
    return synced;
#endif
}

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

ExportFile::ExportFile(QString path) : m_path(std::move(path)) {}

ExportFile::ExportFile(ExportFile &&other) noexcept : m_path(std::exchange(other.m_path, {})) {}

ExportFile::~ExportFile()
{
    if (!m_path.isEmpty())
        QFile::remove(partPath());
}

Result<ExportFile> ExportFile::create(const QString &path)
{
    ExportFile file(path);
    QFile::remove(file.partPath());  // of a run that was ended in the middle
    QFile part(file.partPath());
    // NewOnly: neither another's file nor a link that somebody laid there is written to.
    errno = 0;
    if (!part.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly)) {
        const Error error = lastFileError(QStringLiteral("making the file"));
        file.m_path.clear();
        return tl::make_unexpected(error);
    }
    return file;
}

QString ExportFile::partPath() const { return m_path + QStringLiteral(".part"); }

Result<> ExportFile::write(QByteArrayView bytes)
{
    QFile part(partPath());
    errno = 0;
    if (!part.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered) ||
        part.write(bytes.data(), bytes.size()) != bytes.size())
        return tl::make_unexpected(lastFileError(QStringLiteral("writing the file")));
    return {};
}

Result<> ExportFile::commit()
{
    errno = 0;
    if (!syncToDisk(partPath()))
        return tl::make_unexpected(lastFileError(QStringLiteral("writing the file")));
    std::error_code error;  // QFile::rename does not replace
    std::filesystem::rename(QFileInfo(partPath()).filesystemFilePath(),
                            QFileInfo(m_path).filesystemFilePath(), error);
    if (error)
        return failure(
            ErrorCode::Unavailable,
            QStringLiteral("putting the file in its place: %1").arg(QString::fromStdString(error.message())));
    m_path.clear();
    return {};
}

}  // namespace amparo::report
