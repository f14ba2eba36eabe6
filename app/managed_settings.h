#pragma once

#include "app/shown_values.h"
#include "store/store.h"

#include <QJsonValue>
#include <QVariantMap>

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
    /// As the store keeps it. Errors: Corrupt.
    Result<QByteArray> (*read)(const QJsonValue &value);
    Result<ShownValue> (*show)(const KeptValue &kept);
    QString windowsExample = {};  ///< as it is typed into Group Policy; empty: as in policy.json
};

const QList<ManagedSetting> &managedSettings();

enum class PolicySource { Post, Headquarters, Station };

/// "post", "headquarters", "station".
QString policySourceName(PolicySource source);

/// Values as the store keeps them, by ManagedSetting::storeName.
using ManagedValues = QMap<QString, QByteArray>;

/// A policy that is not in force, for it could not be read.
struct PolicyFault {
    QString key;  ///< as it was given, also where there is no such policy; empty: it is all of them
    Error error;  ///< InvalidInput; of all also TooNew, Unavailable, the store's

    QString toText() const;  ///< English, for IT: key and what is wrong
};

/// Policies as far as they could be read. A mistake in one leaves the others in force, and what is wrong is
/// as if nobody managed it: neither must a slip of IT's close a post, nor open what else they have shut.
struct PolicyReading {
    ManagedValues values;
    QList<PolicyFault> faults;
};

/// Reads policies (JSON): `amparoPolicy`: 1 and `settings`, an object of keys of the list. Thread: any.
PolicyReading readPolicies(const QByteArray &json);
/// The same of values as Group Policy writes them: numbers and texts, a text being JSON where the setting is
/// an object; names in whatever case. Thread: any.
PolicyReading readRegistryPolicies(const QVariantMap &values);
/// For policies that come whole or not at all, as headquarters' do: the error names all that is wrong.
[[nodiscard]] Result<> checkPolicies(const QByteArray &json);

/// What IT has set on this computer; none: nothing. Thread: any.
PolicyReading stationPolicies();
/// The same of a file; none: it is not there.
PolicyReading policiesInFile(const QString &path);
/// What headquarters has set, as it came last. Thread: the store's.
PolicyReading headquartersPolicies(store::Store &store);

/// Puts what is managed in force for this open store. Answers what is not, of headquarters' and the
/// station's. Thread: the store's.
QList<PolicyFault> applyManaged(store::Store &store, const PolicyReading &station = stationPolicies());

/// Where the value of a setting comes from; nullopt: nobody has set one. Errors: the store's.
[[nodiscard]] Result<std::optional<PolicySource>> sourceOf(store::Store &store, const ManagedSetting &setting,
                                                           const ManagedValues &station);

/// A policy as it counts now.
struct PolicyInForce {
    QString key;
    Result<ShownValue> value;
    std::optional<PolicySource> source;  ///< nullopt: nobody has set one
};

/// All of managedSettings(), in their order. Errors: the store's. Thread: the store's.
[[nodiscard]] Result<QList<PolicyInForce>> policiesInForce(store::Store &store, const ManagedValues &station);
/// Those that the station sets, where no store can be asked for the others. Thread: any.
QList<PolicyInForce> policiesInForce(const ManagedValues &station);

/// Whether the program may tell of newer versions of itself: yes, unless it is ruled out.
[[nodiscard]] Result<bool> tellsOfUpdates(store::Store &store);

}  // namespace amparo::app
