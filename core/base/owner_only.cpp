#include "base/owner_only.h"

#include "base/durable_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_WIN
#include <QByteArray>

#include <qt_windows.h>

#include <memory>
#include <sddl.h>
#else
#include <cerrno>
#endif

namespace amparo {

#ifdef Q_OS_WIN

namespace {

using LocalMemory = std::unique_ptr<void, decltype(&LocalFree)>;

QString userSid()
{
    HANDLE token = nullptr;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token))
        return {};
    DWORD size = 0;
    GetTokenInformation(token, TokenUser, nullptr, 0, &size);
    QByteArray user(qsizetype(size), Qt::Uninitialized);
    const bool known = GetTokenInformation(token, TokenUser, user.data(), size, &size);
    CloseHandle(token);
    wchar_t *text = nullptr;
    if (!known || !ConvertSidToStringSidW(reinterpret_cast<TOKEN_USER *>(user.data())->User.Sid, &text))
        return {};
    const LocalMemory owner(text, &LocalFree);
    return QString::fromWCharArray(text);
}

/// Null where the system does not say who we are. P: nothing is inherited from the folder above; OICI: what
/// is made below inherits.
LocalMemory ownersDescriptor()
{
    const QString sid = userSid();
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    const QString text = QStringLiteral("D:P(A;OICI;FA;;;%1)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)").arg(sid);
    if (!sid.isEmpty())
        ConvertStringSecurityDescriptorToSecurityDescriptorW(reinterpret_cast<const wchar_t *>(text.utf16()),
                                                             SDDL_REVISION_1, &descriptor, nullptr);
    return {descriptor, &LocalFree};
}

const wchar_t *wide(const QString &native) { return reinterpret_cast<const wchar_t *>(native.utf16()); }

}  // namespace

bool keepToOwner(const QString &path)
{
    const LocalMemory descriptor = ownersDescriptor();
    const QString native = QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath());
    if (!descriptor)
        return false;
    if (SetFileSecurityW(wide(native), DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION,
                         descriptor.get()))
        return true;
    const DWORD refusal = GetLastError();
    return refusal == ERROR_INVALID_FUNCTION || refusal == ERROR_NOT_SUPPORTED;
}

Result<> makeOwnFile(const QString &path)
{
    const LocalMemory descriptor = ownersDescriptor();
    const QString native = QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath());
    SECURITY_ATTRIBUTES attributes{sizeof(SECURITY_ATTRIBUTES), descriptor.get(), FALSE};
    const HANDLE handle = CreateFileW(wide(native), GENERIC_WRITE, 0, descriptor ? &attributes : nullptr,
                                      CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return tl::make_unexpected(lastFileError(QStringLiteral("making the file")));
    CloseHandle(handle);
    return {};
}

#else

namespace {

constexpr auto ownFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

}  // namespace

bool keepToOwner(const QString &path)
{
    return QFile::setPermissions(path, QFileInfo(path).isDir() ? ownFile | QFileDevice::ExeOwner : ownFile);
}

Result<> makeOwnFile(const QString &path)
{
    QFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownFile))
        return tl::make_unexpected(lastFileError(QStringLiteral("making the file")));
    return {};
}

#endif

bool makeOwnFolder(const QString &path)
{
    return QFileInfo(path).isDir() || (QDir().mkpath(path) && keepToOwner(path));
}

}  // namespace amparo
