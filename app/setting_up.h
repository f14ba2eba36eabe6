#pragma once

#include "base/clock.h"
#include "crypto/passphrase.h"
#include "record/post.h"
#include "sync/enrolment.h"

#include <optional>

namespace amparo::app {

/// What a post begins with.
struct NewPost {
    record::Post post;                         ///< code, name and country of three letters
    std::optional<sync::Enrolment> enrolment;  ///< of headquarters: server, rules, whose packages count
    QString serverUrl;                         ///< otherwise, as people paste it; empty: none so far
    QString loginName;                         ///< of its first administrator
    QString displayName;                       ///< how colleagues see them
};

/// Reads headquarters' file. Errors: NotFound, ReadOnly (it may not be read), Unavailable, and
/// sync::readEnrolment()'s. Thread: any.
[[nodiscard]] Result<sync::Enrolment> readEnrolmentFile(const QString &path);

/// Makes the store of a post in `folder`, with its first administrator, the built-in forms and what
/// headquarters or IT have said. It takes a second or two; nobody is signed in afterwards. Errors:
/// Store::create()'s; InvalidInput also for an address that is none, the store's. After an error there is no
/// store, unless it is Conflict: then there was one, or what is left of one, and it is as it was. Thread:
/// any.
[[nodiscard]] Result<> setUpPost(const QString &folder, const NewPost &post,
                                 const crypto::Passphrase &passphrase, const Clock &clock);

}  // namespace amparo::app
