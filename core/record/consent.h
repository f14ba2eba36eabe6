#pragma once

#include "base/id.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace amparo::record {

using ConsentId = Id<struct ConsentTag>;

/// What of a person may be told.
enum class ConsentScope {
    Identity,    ///< name, birth date, document
    Contact,     ///< how to reach the person
    Needs,       ///< what help is wanted
    Account,     ///< what the person told
    Assessment,  ///< signs and decision
};

/// Stable words: "identity", "contact", "needs", "account", "assessment".
QString consentScopeName(ConsentScope scope);
std::optional<ConsentScope> consentScopeFromName(QStringView name);

/// One person's yes to one recipient, which may be taken back at any time (security design, R4). Whoever is
/// asked to help gets no more than it says; without one, nobody is told.
struct Consent {
    ConsentId id;
    ScreeningId record;         ///< in whose interview it was given; it is erased with it
    QList<ConsentScope> scope;  ///< at least one, in their order, each once
    QString recipient;          ///< id of an institution of the directory
    OfficerId officer;          ///< who asked and wrote it down
    QDateTime givenAt;          ///< UTC
    std::optional<QDateTime> withdrawnAt;

    bool covers(const QList<ConsentScope> &wanted) const;

    bool operator==(const Consent &) const = default;
};

}  // namespace amparo::record
