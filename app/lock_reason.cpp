#include "app/lock_reason.h"

#include "base/names.h"

namespace amparo::app {

namespace {

constexpr Names<LockReason, 6> lockReasonNames{{
    {LockReason::Key, QLatin1StringView("key")},
    {LockReason::OfficerChange, QLatin1StringView("officer-change")},
    {LockReason::Idle, QLatin1StringView("idle")},
    {LockReason::ScreenLock, QLatin1StringView("screen-lock")},
    {LockReason::Suspend, QLatin1StringView("suspend")},
    {LockReason::SessionChange, QLatin1StringView("session-change")},
}};

}  // namespace

QString lockReasonName(LockReason reason) { return nameOf(lockReasonNames, reason); }

}  // namespace amparo::app
