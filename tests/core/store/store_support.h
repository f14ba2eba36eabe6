#pragma once

#include "crypto/passphrase.h"
#include "support/catch.h"
#include "support/test_store.h"
#include "support/text.h"

#include <QTimeZone>

namespace amparo::test {

/// Where the posts of these tests are.
inline const QTimeZone zone("America/Lima");

/// Not what everybody has.
inline crypto::Passphrase theirs() { return crypto::Passphrase::fromText(u"cuatro ranas verdes"); }

/// Somebody who is not at the post yet.
inline record::Officer anOfficer(const char *loginName, record::Role role = record::Role::Officer)
{
    return {OfficerId::create(), text(loginName), text("José Mamani"), role};
}

/// The administrator's yes to a deed of the lead.
inline store::Approval approval(TestStore &store, record::Permission permission)
{
    return require(store->approve(permission, text("admin"), aPassphrase()));
}

}  // namespace amparo::test
