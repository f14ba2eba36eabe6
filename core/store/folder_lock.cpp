#include "store/folder_lock.h"

#include <QDir>
#include <QFile>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace amparo::store {

namespace {

QString lockPath(const QString &folder) { return QDir(folder).filePath(QStringLiteral("store.lock")); }

tl::unexpected<Error> heldByAnother()
{
    return failure(ErrorCode::Locked, QStringLiteral("another program has opened this store"));
}

}  // namespace

#ifdef Q_OS_WIN

Result<FolderLock> FolderLock::take(const QString &folder)
{
    const QString path = QDir::toNativeSeparators(lockPath(folder));
    const HANDLE handle =
        CreateFileW(reinterpret_cast<const wchar_t *>(path.utf16()), GENERIC_READ | GENERIC_WRITE, 0, nullptr,
                    OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle != INVALID_HANDLE_VALUE)
        return FolderLock(reinterpret_cast<qintptr>(handle));
    if (GetLastError() == ERROR_SHARING_VIOLATION)
        return heldByAnother();
    return failure(ErrorCode::ReadOnly, QStringLiteral("the store's folder cannot be written"));
}

FolderLock::~FolderLock()
{
    if (m_handle != none)
        CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

#else

Result<FolderLock> FolderLock::take(const QString &folder)
{
    const QByteArray path = QFile::encodeName(lockPath(folder));
    const int handle = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (handle < 0) {
        const bool full = errno == ENOSPC || errno == EDQUOT;
        return failure(full ? ErrorCode::DiskFull : ErrorCode::ReadOnly,
                       QStringLiteral("the store's folder cannot be written (errno %1)").arg(errno));
    }
    // The lock belongs to the open file, so it also keeps out a second store of the same program.
    if (::flock(handle, LOCK_EX | LOCK_NB) == 0)
        return FolderLock(handle);
    const int reason = errno;
    ::close(handle);
    if (reason == EWOULDBLOCK)
        return heldByAnother();
    return failure(ErrorCode::Unavailable,
                   QStringLiteral("the folder cannot be locked (errno %1)").arg(reason));
}

FolderLock::~FolderLock()
{
    if (m_handle != none)
        ::close(int(m_handle));
}

#endif

}  // namespace amparo::store
