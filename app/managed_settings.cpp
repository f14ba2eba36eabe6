#include "app/managed_settings.h"

#include "record/retention.h"
#include "store/lock_time.h"
#include "sync/link_budget.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#ifdef Q_OS_WIN
#include <QSettings>
#endif

namespace amparo::app {

namespace {

using Kind = ManagedSetting::Kind;

constexpr int policyLayout = 1;
constexpr qint64 mostPolicyBytes = 256 * 1024;
const QString updateNoticesName = QStringLiteral("update-notices");
const QByteArray ruledOut("none");

tl::unexpected<Error> unsound(const QString &why) { return failure(ErrorCode::InvalidInput, why); }

QByteArray bytesOf(const QJsonValue &value)
{
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

Result<QByteArray> readMinutes(const QJsonValue &value) { return QByteArray::number(value.toInt()); }

Result<QByteArray> readAllowed(const QJsonValue &value)
{
    return value.toBool() ? QByteArray("allowed") : ruledOut;
}

Result<QByteArray> readTerms(const QJsonValue &value)
{
    return record::retentionPolicyFromBytes(bytesOf(value)).map([](const record::RetentionPolicy &policy) {
        return record::toBytes(policy);
    });
}

Result<QByteArray> readBackups(const QJsonValue &value)
{
    return store::backupScheduleFromBytes(bytesOf(value)).map([](const store::BackupSchedule &schedule) {
        return store::toBytes(schedule);
    });
}

Result<QByteArray> readLink(const QJsonValue &value)
{
    return sync::syncPolicyFromJson(bytesOf(value)).map([](const sync::SyncPolicy &policy) {
        return sync::toJson(policy);
    });
}

/// What can be said of a value of another kind.
QString kindText(const ManagedSetting &setting)
{
    switch (setting.kind) {
    case Kind::Flag:
        return QStringLiteral("it takes true or false");
    case Kind::Number:
        return QStringLiteral("it takes a whole number, %1 to %2").arg(setting.lowest).arg(setting.highest);
    case Kind::Object:
        return QStringLiteral("it takes a JSON object");
    }
    Q_UNREACHABLE();
}

bool isOfKind(const ManagedSetting &setting, const QJsonValue &value)
{
    switch (setting.kind) {
    case Kind::Flag:
        return value.isBool();
    case Kind::Number:
        return value.isDouble() && value.toDouble() == value.toInt() && value.toInt() >= setting.lowest &&
               value.toInt() <= setting.highest;
    case Kind::Object:
        return value.isObject();
    }
    Q_UNREACHABLE();
}

const ManagedSetting *findSetting(const QString &key)
{
    const auto &settings = managedSettings();
    const auto found = std::find_if(settings.begin(), settings.end(),
                                    [&](const ManagedSetting &setting) { return setting.key == key; });
    return found == settings.end() ? nullptr : &*found;
}

Result<QByteArray> readSetting(const ManagedSetting *setting, const QJsonValue &value)
{
    if (!setting)
        return unsound(QStringLiteral("there is no such policy"));
    if (!isOfKind(*setting, value))
        return unsound(kindText(*setting));
    const auto read = setting->read(value);
    if (!read)
        return unsound(read.error().detail);
    return read;
}

PolicyReading readSettings(const QJsonObject &object)
{
    PolicyReading reading;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const ManagedSetting *setting = findSetting(entry.key());
        const auto value = readSetting(setting, *entry);
        if (value)
            reading.values.insert(setting->storeName, *value);
        else
            reading.faults.append({entry.key(), value.error()});
    }
    return reading;
}

PolicyReading nothingOf(const Error &error) { return {{}, {{QString(), error}}}; }

/// Null: none that the setting takes.
QJsonValue registryValue(const ManagedSetting &setting, const QVariant &value)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    switch (setting.kind) {
    case Kind::Flag:
        return isNumber && (number == 0 || number == 1) ? QJsonValue(number == 1) : QJsonValue();
    case Kind::Number:
        return isNumber ? QJsonValue(number) : QJsonValue();
    case Kind::Object: {
        const auto json = QJsonDocument::fromJson(value.toString().toUtf8());
        return json.isObject() ? QJsonValue(json.object()) : QJsonValue();
    }
    }
    Q_UNREACHABLE();
}

/// The registry does not tell names apart by their case.
QString keyInItsCase(const QString &name)
{
    for (const ManagedSetting &setting : managedSettings()) {
        if (setting.key.compare(name, Qt::CaseInsensitive) == 0)
            return setting.key;
    }
    return name;
}

}  // namespace

const QList<ManagedSetting> &managedSettings()
{
    static const QList<ManagedSetting> settings{
        {QStringLiteral("lockMinutes"), QStringLiteral("lock-time"), Kind::Number,
         int(store::shortestLockTime.count()), int(store::longestLockTime.count()),
         QT_TRANSLATE_NOOP("PolicyTemplates", "Lock by itself"),
         QT_TRANSLATE_NOOP("PolicyTemplates",
                           "After how many minutes without a key or a touch the desktop locks."),
         QStringLiteral("3"), readMinutes, showLockTime},
        {QStringLiteral("pin"), QStringLiteral("pin"), Kind::Flag, 0, 0,
         QT_TRANSLATE_NOOP("PolicyTemplates", "PIN for a shift"),
         QT_TRANSLATE_NOOP("PolicyTemplates",
                           "Whether officers may come back with a PIN within their shift."),
         QStringLiteral("true"), readAllowed, showAllowed},
        {QStringLiteral("retention"), QStringLiteral("retention"), Kind::Object, 0, 0,
         QT_TRANSLATE_NOOP("PolicyTemplates", "How long records stay"),
         QT_TRANSLATE_NOOP("PolicyTemplates",
                           "How many days drafts and acknowledged records stay, in all and by form."),
         QStringLiteral(R"({"standard": {"draft": 7, "acknowledged": 90}})"), readTerms, showTerms},
        {QStringLiteral("backups"), QStringLiteral("backup-schedule"), Kind::Object, 0, 0,
         QT_TRANSLATE_NOOP("PolicyTemplates", "Backups by themselves"),
         QT_TRANSLATE_NOOP("PolicyTemplates",
                           "Where backups go, how often they are made, how many are kept and for how long."),
         QStringLiteral(R"({"folder": "/srv/amparo-backups", "everyHours": 24, "keep": 14, "keepDays": 90})"),
         readBackups, showBackups,
         QStringLiteral(R"({"folder": "D:\\amparo-backups", "everyHours": 24, "keep": 14, "keepDays": 90})")},
        {QStringLiteral("link"), QStringLiteral("sync-policy"), Kind::Object, 0, 0,
         QT_TRANSLATE_NOOP("PolicyTemplates", "Rules for the link"),
         QT_TRANSLATE_NOOP(
             "PolicyTemplates",
             "When and how much is sent: hours of the day, bytes a day, rate, links paid by use."),
         QStringLiteral(
             R"({"hours": [["20:00", "06:00"]], "bytesPerDay": 20000000, "kilobitsPerSecond": 0})"),
         readLink, showLink},
        {QStringLiteral("updateNotices"), updateNoticesName, Kind::Flag, 0, 0,
         QT_TRANSLATE_NOOP("PolicyTemplates", "Tell of newer versions"),
         QT_TRANSLATE_NOOP("PolicyTemplates",
                           "Whether administrators are told that a newer version of the program is there."),
         QStringLiteral("true"), readAllowed, showAllowed},
    };
    return settings;
}

QString policySourceName(PolicySource source)
{
    switch (source) {
    case PolicySource::Post:
        return QStringLiteral("post");
    case PolicySource::Headquarters:
        return QStringLiteral("headquarters");
    case PolicySource::Station:
        return QStringLiteral("station");
    }
    Q_UNREACHABLE();
}

QString PolicyFault::toText() const
{
    return key.isEmpty() ? error.detail : QStringLiteral("%1: %2").arg(key, error.detail);
}

PolicyReading readPolicies(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const int layout = object[QStringLiteral("amparoPolicy")].toInt();
    if (layout > policyLayout)
        return nothingOf({ErrorCode::TooNew, QStringLiteral("policies for a later version of the program")});
    const QJsonValue settings = object[QStringLiteral("settings")];
    if (layout != policyLayout || !settings.isObject() || object.size() != 2)
        return nothingOf({ErrorCode::InvalidInput,
                          QStringLiteral("policies are {\"amparoPolicy\": 1, \"settings\": {…}}")});
    return readSettings(settings.toObject());
}

PolicyReading readRegistryPolicies(const QVariantMap &values)
{
    QJsonObject object;
    for (auto value = values.begin(); value != values.end(); ++value) {
        const QString key = keyInItsCase(value.key());
        const ManagedSetting *setting = findSetting(key);
        object.insert(key, setting ? registryValue(*setting, *value) : QJsonValue());
    }
    return readSettings(object);
}

Result<> checkPolicies(const QByteArray &json)
{
    const PolicyReading reading = readPolicies(json);
    if (reading.faults.isEmpty())
        return {};
    QStringList texts;
    for (const PolicyFault &fault : reading.faults)
        texts.append(fault.toText());
    return failure(reading.faults.first().error.code, texts.join(QStringLiteral("; ")));
}

PolicyReading policiesInFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostPolicyBytes)
        return nothingOf({ErrorCode::Unavailable, QStringLiteral("the station's policies cannot be read")});
    return readPolicies(file.readAll());
}

#ifdef Q_OS_WIN
PolicyReading stationPolicies()
{
    const QSettings registry(QStringLiteral("HKEY_LOCAL_MACHINE\\Software\\Policies\\Amparo"),
                             QSettings::NativeFormat);
    QVariantMap values;
    for (const QString &name : registry.childKeys())
        values.insert(name, registry.value(name));
    return readRegistryPolicies(values);
}
#else
PolicyReading stationPolicies() { return policiesInFile(QStringLiteral("/etc/amparo/policy.json")); }
#endif

PolicyReading headquartersPolicies(store::Store &store)
{
    const auto files = store.packages().files(exchange::Channel::Policy);
    if (!files)
        return nothingOf(files.error());
    return files->isEmpty() ? PolicyReading() : readPolicies(files->first());
}

QList<PolicyFault> applyManaged(store::Store &store, const PolicyReading &station)
{
    const PolicyReading headquarters = headquartersPolicies(store);
    ManagedValues values = headquarters.values;
    values.insert(station.values);
    store.settings().manage(values);
    return headquarters.faults + station.faults;
}

Result<std::optional<PolicySource>> sourceOf(store::Store &store, const ManagedSetting &setting,
                                             const ManagedValues &station)
{
    using Source = std::optional<PolicySource>;
    if (station.contains(setting.storeName))
        return Source(PolicySource::Station);
    if (store.settings().isManaged(setting.storeName))
        return Source(PolicySource::Headquarters);
    return store.settings().find(setting.storeName).map([](const std::optional<QByteArray> &value) {
        return value ? Source(PolicySource::Post) : std::nullopt;
    });
}

Result<QList<PolicyInForce>> policiesInForce(store::Store &store, const ManagedValues &station)
{
    QList<PolicyInForce> policies;
    for (const ManagedSetting &setting : managedSettings()) {
        const auto source = sourceOf(store, setting, station);
        if (!source)
            return tl::make_unexpected(source.error());
        const auto kept = store.settings().find(setting.storeName);
        if (!kept)
            return tl::make_unexpected(kept.error());
        policies.append({setting.key, setting.show(*kept), *source});
    }
    return policies;
}

QList<PolicyInForce> policiesInForce(const ManagedValues &station)
{
    QList<PolicyInForce> policies;
    for (const ManagedSetting &setting : managedSettings()) {
        if (station.contains(setting.storeName))
            policies.append(
                {setting.key, setting.show(station.value(setting.storeName)), PolicySource::Station});
    }
    return policies;
}

Result<bool> tellsOfUpdates(store::Store &store)
{
    return store.settings().find(updateNoticesName).map([](const std::optional<QByteArray> &value) {
        return value != ruledOut;
    });
}

}  // namespace amparo::app
