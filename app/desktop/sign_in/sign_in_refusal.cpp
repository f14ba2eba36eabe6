#include "app/desktop/sign_in/sign_in_refusal.h"

#include "app/desktop/error_text.h"
#include "store/store.h"
#include "store/upgrade.h"

#include <QCoreApplication>
#include <QDir>

namespace amparo::desktop {

namespace {

struct RefusalTexts {
    Q_DECLARE_TR_FUNCTIONS(SignInRefusal)
};

QString tooNewText(const QString &storeFolder)
{
    const auto backup = store::usableUpgradeBackup(storeFolder);
    if (!backup)
        return errorText(Act::SignIn, {ErrorCode::TooNew, {}});
    return RefusalTexts::tr(
               "A newer version of Amparo has upgraded this store. Ask IT support to install that version "
               "again, or to go back with the backup made before the upgrade: %1")
        .arg(QDir::toNativeSeparators(backup->folder));
}

QString noRoomText(const QString &storeFolder)
{
    const qint64 wanting = store::roomToUpgrade(storeFolder);
    if (wanting == 0)
        return errorText(Act::SignIn, {ErrorCode::DiskFull, {}});
    return RefusalTexts::tr(
               "Before this version of Amparo changes the store it makes a backup, and there is no room "
               "for it. Nothing was changed. Free %1 MB on the disk of %2, then sign in again.")
        .arg((wanting + 999'999) / 1'000'000)
        .arg(QDir::toNativeSeparators(storeFolder));
}

}  // namespace

SignInRefusal signInRefusal(const Error &error, const QString &storeFolder, const QString &loginName,
                            const Clock &clock)
{
    const auto wait = store::Store::signInWait(storeFolder, loginName, clock);
    if (error.code == ErrorCode::Denied && wait && wait->count() >= 1)
        return {Tone::Warning,
                RefusalTexts::tr("Name or passphrase is wrong. You can try again in %n second(s).", nullptr,
                                 int(wait->count()))};
    if (error.code == ErrorCode::NotFound)
        return {Tone::Warning,
                RefusalTexts::tr(
                    "There is no store on this computer yet. Ask IT support to make the one of your post.")};
    if (error.code == ErrorCode::TooNew)
        return {Tone::Danger, tooNewText(storeFolder)};
    if (error.code == ErrorCode::DiskFull)
        return {Tone::Danger, noRoomText(storeFolder)};
    if (error.code == ErrorCode::Conflict)
        return {Tone::Danger,
                RefusalTexts::tr(
                    "Before this version of Amparo changes the store it makes a backup, which could not "
                    "be read back. Nothing was changed. Tell IT support: the older version still opens "
                    "the store.")};
    return {Tone::Danger, errorText(Act::SignIn, error)};
}

}  // namespace amparo::desktop
