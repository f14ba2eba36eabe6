#pragma once

#include "app/desktop/widgets/theme.h"
#include "base/clock.h"
#include "base/result.h"

#include <QString>

namespace amparo::desktop {

/// Why somebody could not sign in, and what to do next.
struct SignInRefusal {
    Tone tone = Tone::Danger;
    QString sentence;
};

/// For the error of a sign-in with a passphrase; says how long to wait, never which of name and passphrase
/// was wrong.
SignInRefusal signInRefusal(const Error &error, const QString &storeFolder, const QString &loginName,
                            const Clock &clock);

}  // namespace amparo::desktop
