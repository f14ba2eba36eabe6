#pragma once

#include "store/store.h"

#include <QJsonValue>

namespace amparo::app {

// Policies that are set for a station from outside: by headquarters in a signed package, or by the IT that
// looks after the computer, in /etc/amparo/policy.json or Windows' policies. They stand over what the post
// has set: IT's, then headquarters', then the post's own, then what the program does by itself.

/// A policy that can be managed. This list is the only one: files, registry and the documents are made of it.
struct ManagedSetting {
    enum class Kind { Flag, Number, Object };

    QString key;        ///< in policy.json and in Windows' registry: "lockMinutes"
    QString storeName;  ///< see store::SettingRepository
    Kind kind = Kind::Flag;
    int lowest = 0;  ///< of a number
    int highest = 0;
    const char *name;     ///< a few words; this and the next are translated in the context "PolicyTemplates"
    const char *summary;  ///< what it decides, one sentence
    QString example;      ///< as it stands in policy.json
    /// As the store keeps it. Errors: InvalidInput.
    Result<QByteArray> (*read)(const QJsonValue &value);
};

const QList<ManagedSetting> &managedSettings();

enum class PolicySource { Post, Headquarters, Station };

/// "post", "headquarters", "station".
QString policySourceName(PolicySource source);

/// Values as the store keeps them, by ManagedSetting::storeName.
using ManagedValues = QMap<QString, QByteArray>;

/// Reads policies (JSON): `amparoPolicy`: 1 and `settings`, an object of keys of the list. Errors:
/// InvalidInput with the key that is wrong or unknown; TooNew. Thread: any.
[[nodiscard]] Result<ManagedValues> readPolicies(const QByteArray &json);

/// What IT has set on this computer; none: nothing. Errors: readPolicies()'s, Unavailable. Thread: any.
[[nodiscard]] Result<ManagedValues> stationPolicies();
/// The same of a file; none: it is not there.
[[nodiscard]] Result<ManagedValues> policiesInFile(const QString &path);

/// Puts what is managed in force for this open store. Errors: the store's and those above; what could be read
/// is in force then, and the rest is as if nobody managed it: a mistake in a file must not close a post.
/// Thread: the store's.
[[nodiscard]] Result<> applyManaged(store::Store &store,
                                    const Result<ManagedValues> &station = stationPolicies());

/// Where the value of a setting comes from; nullopt: nobody has set one. Errors: the store's.
[[nodiscard]] Result<std::optional<PolicySource>>
sourceOf(store::Store &store, const ManagedSetting &setting,
         const Result<ManagedValues> &station = stationPolicies());

/// Whether the program may tell of newer versions of itself: yes, unless it is ruled out.
[[nodiscard]] Result<bool> tellsOfUpdates(store::Store &store);

}  // namespace amparo::app
