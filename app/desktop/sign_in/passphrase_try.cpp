#include "app/desktop/sign_in/passphrase_try.h"

#include <QCoreApplication>

namespace amparo::desktop {

namespace {

struct TryTexts {
    Q_DECLARE_TR_FUNCTIONS(PassphraseTry)
};

}  // namespace

QString refusalText(const Error &error, bool isTooSoon, std::chrono::seconds wait, Act act)
{
    if (error.code != ErrorCode::Denied || wait.count() == 0)
        return errorText(act, error);
    if (isTooSoon)
        return TryTexts::tr("After wrong tries there is a wait. Try again in %n second(s).", nullptr,
                            int(wait.count()));
    return TryTexts::tr("Name or passphrase is wrong. You can try again in %n second(s).", nullptr,
                        int(wait.count()));
}

}  // namespace amparo::desktop
