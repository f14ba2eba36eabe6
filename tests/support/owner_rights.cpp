#include "support/owner_rights.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#ifdef Q_OS_WIN
#include <qt_windows.h>

#include <aclapi.h>
#include <sddl.h>
#endif

namespace amparo::test {

namespace {

#ifdef Q_OS_WIN

QString nameOf(PSID sid)
{
    wchar_t *text = nullptr;
    ConvertSidToStringSidW(sid, &text);
    const QString name = QString::fromWCharArray(text);
    LocalFree(text);
    return name;
}

/// Whom the access list lets in, but for the owner, the system and the administrators. A list that cannot be
/// read, or none, lets everybody in.
QSet<QString> others(const QString &path)
{
    const QString native = QDir::toNativeSeparators(path);
    PSID owner = nullptr;
    PACL list = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (GetNamedSecurityInfoW(reinterpret_cast<const wchar_t *>(native.utf16()), SE_FILE_OBJECT,
                              OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, &owner, nullptr, &list,
                              nullptr, &descriptor) != ERROR_SUCCESS ||
        !list)
        return {QStringLiteral("S-1-1-0")};
    QSet<QString> names;
    for (DWORD i = 0; i < list->AceCount; ++i) {
        void *entry = nullptr;
        if (GetAce(list, i, &entry) && static_cast<ACE_HEADER *>(entry)->AceType == ACCESS_ALLOWED_ACE_TYPE)
            names.insert(nameOf(&static_cast<ACCESS_ALLOWED_ACE *>(entry)->SidStart));
    }
    names -= {nameOf(owner), QStringLiteral("S-1-5-18"), QStringLiteral("S-1-5-32-544")};
    LocalFree(descriptor);
    return names;
}

bool isClosedToOthers(const QString &path) { return others(path).isEmpty(); }

#else

bool isClosedToOthers(const QString &path)
{
    return !(QFileInfo(path).permissions() &
             (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
              QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther));
}

#endif

}  // namespace

bool isOwnersAlone(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && info.isReadable() && info.isWritable() && isClosedToOthers(path);
}

}  // namespace amparo::test
