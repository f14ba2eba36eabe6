#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace amparo::app {

/// What a demo officer types to sign in. No secret: a demo post holds nobody's data.
struct DemoAccount {
    QString loginName;
    QString passphrase;
};

QList<DemoAccount> demoAccounts();  ///< officer, shift lead, administrator

/// Makes a store to try the program with: three officers, the built-in forms, a shift that began some hours
/// before `now` (UTC) with a morning's screenings of invented people with specimen documents of the State
/// "UTO".
///
/// The same `seed` gives the same day. Errors: those of Store::create(). Takes some seconds. Thread: any.
[[nodiscard]] Result<> makeDemoPost(const QString &folder, const QDateTime &now, quint32 seed = 1);

}  // namespace amparo::app
