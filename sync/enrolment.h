#pragma once

#include "exchange/package.h"
#include "record/post.h"
#include "sync/link_budget.h"
#include "sync/server_settings.h"

namespace amparo::sync {

/// What headquarters hands to a post to begin with, in one file or one QR code: who it is, where its records
/// go and as whom, whom to believe, the rules for the link. Holds secrets.
struct Enrolment {
    record::Post post;
    ServerSettings server;
    std::optional<SyncPolicy> policy;
    std::optional<exchange::PackageKeys> packageKeys =
        {};  ///< whose packages count; nullopt: nobody's so far

    bool operator==(const Enrolment &) const = default;
};

QDebug operator<<(QDebug, const Enrolment &) = delete;  // secrets do not compile into a log

/// Reads an enrolment: JSON, or the same packed by zlib in base64, as ODK Collect's codes are. The object has
/// `amparoEnrolment`: 1, `post` with `code`, `name` and `country`, `server` with `address` (as people paste
/// it, a token in it or not) and what else toJson(ServerSettings) writes, and perhaps `policy` as
/// toJson(SyncPolicy) writes it, and whose packages count: `packageKey` in base64, or `packageKeys` with the
/// `number` of the list and its `keys`, where lists have followed the first key.
///
/// InvalidInput, with what is wrong: not such a text, over 256 KiB, or check() or parseServerAddress() refuse
/// it, or it has a member that nobody would read. TooNew: of a later kind. Thread: any.
[[nodiscard]] Result<Enrolment> readEnrolment(const QByteArray &text);

/// The file, and what goes into the code. Thread: any.
QByteArray enrolmentFile(const Enrolment &enrolment);
QByteArray enrolmentCode(const Enrolment &enrolment);

}  // namespace amparo::sync
