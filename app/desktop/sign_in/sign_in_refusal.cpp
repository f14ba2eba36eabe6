#include "app/desktop/sign_in/sign_in_refusal.h"

#include "app/desktop/error_text.h"
#include "store/store.h"

#include <QCoreApplication>

namespace amparo::desktop {

namespace {

struct RefusalTexts {
    Q_DECLARE_TR_FUNCTIONS(SignInRefusal)
};

}  // namespace

SignInRefusal signInRefusal(const Error &error, const QString &storeFolder, const QString &loginName,
                            const Clock &clock)
{
    const auto wait = store::Store::signInWait(storeFolder, loginName, clock);
    if (error.code == ErrorCode::Denied && wait && wait->count() > 1)
        return {Tone::Warning,
                RefusalTexts::tr("Name or passphrase is wrong. You can try again in %n second(s).", nullptr,
                                 int(wait->count()))};
    if (error.code == ErrorCode::NotFound)
        return {Tone::Warning,
                RefusalTexts::tr(
                    "There is no store on this computer yet. Ask IT support to make the one of your post.")};
    return {Tone::Danger, errorText(Act::SignIn, error)};
}

}  // namespace amparo::desktop
