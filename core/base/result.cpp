#include "base/result.h"

namespace amparo {

QString codeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput: return QStringLiteral("invalid-input");
    case ErrorCode::NotFound: return QStringLiteral("not-found");
    case ErrorCode::Conflict: return QStringLiteral("conflict");
    case ErrorCode::Locked: return QStringLiteral("locked");
    case ErrorCode::Denied: return QStringLiteral("denied");
    case ErrorCode::Corrupt: return QStringLiteral("corrupt");
    case ErrorCode::DiskFull: return QStringLiteral("disk-full");
    case ErrorCode::ReadOnly: return QStringLiteral("read-only");
    case ErrorCode::TooNew: return QStringLiteral("too-new");
    case ErrorCode::Unavailable: return QStringLiteral("unavailable");
    case ErrorCode::Cancelled: return QStringLiteral("cancelled");
    }
    Q_UNREACHABLE();
}

}  // namespace amparo
