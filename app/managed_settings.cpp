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

Result<ManagedValues> readSettings(const QJsonObject &object)
{
    ManagedValues values;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const ManagedSetting *setting = findSetting(entry.key());
        if (!setting)
            return unsound(QStringLiteral("%1: there is no such policy").arg(entry.key()));
        if (!isOfKind(*setting, *entry))
            return unsound(QStringLiteral("%1: not a value that it takes").arg(entry.key()));
        const auto value = setting->read(*entry);
        if (!value)
            return unsound(QStringLiteral("%1: %2").arg(entry.key(), value.error().detail));
        values.insert(setting->storeName, *value);
    }
    return values;
}

Result<ManagedValues> headquartersPolicies(store::Store &store)
{
    return store.packages()
        .files(exchange::Channel::Policy)
        .and_then([](const auto &files) -> Result<ManagedValues> {
            return files.isEmpty() ? ManagedValues() : readPolicies(files.first());
        });
}

#ifdef Q_OS_WIN
/// Group Policy writes numbers and texts; a text is JSON where the setting is an object.
QJsonValue registryValue(const ManagedSetting &setting, const QVariant &value)
{
    switch (setting.kind) {
    case Kind::Flag:
        return value.toInt() != 0;
    case Kind::Number:
        return value.toInt();
    case Kind::Object:
        return QJsonDocument::fromJson(value.toString().toUtf8()).object();
    }
    Q_UNREACHABLE();
}
#endif

}  // namespace

const QList<ManagedSetting> &managedSettings()
{
    static const QList<ManagedSetting> settings{
        {QStringLiteral("lockMinutes"), QStringLiteral("lock-time"), Kind::Number,
         int(store::shortestLockTime.count()), int(store::longestLockTime.count()),
         QT_TRANSLATE_NOOP("PolicyTemplates", "Lock by itself"),
         QT_TRANSLATE_NOOP("PolicyTemplates",
                           "After how many minutes without a key or a touch the desktop locks."),
         QStringLiteral("3"), readMinutes},
        {QStringLiteral("pin"), QStringLiteral("pin"), Kind::Flag, 0, 0,
         QT_TRANSLATE_NOOP("PolicyTemplates", "PIN for a shift"),
         QT_TRANSLATE_NOOP("PolicyTemplates",
                           "Whether officers may come back with a PIN within their shift."),
         QStringLiteral("true"), readAllowed},
        {QStringLiteral("retention"), QStringLiteral("retention"), Kind::Object, 0, 0,
         QT_TRANSLATE_NOOP("PolicyTemplates", "How long records stay"),
         QT_TRANSLATE_NOOP("PolicyTemplates",
                           "How many days drafts and acknowledged records stay, in all and by form."),
         QStringLiteral(R"({"standard": {"draft": 7, "acknowledged": 90}})"), readTerms},
        {QStringLiteral("backups"), QStringLiteral("backup-schedule"), Kind::Object, 0, 0,
         QT_TRANSLATE_NOOP("PolicyTemplates", "Backups by themselves"),
         QT_TRANSLATE_NOOP("PolicyTemplates",
                           "Where backups go, how often they are made, how many are kept and for how long."),
         QStringLiteral(R"({"folder": "/srv/amparo-backups", "everyHours": 24, "keep": 14, "keepDays": 90})"),
         readBackups},
        {QStringLiteral("link"), QStringLiteral("sync-policy"), Kind::Object, 0, 0,
         QT_TRANSLATE_NOOP("PolicyTemplates", "Rules for the link"),
         QT_TRANSLATE_NOOP(
             "PolicyTemplates",
             "When and how much is sent: hours of the day, bytes a day, rate, links paid by use."),
         QStringLiteral(
             R"({"hours": [["20:00", "06:00"]], "bytesPerDay": 20000000, "kilobitsPerSecond": 0})"),
         readLink},
        {QStringLiteral("updateNotices"), updateNoticesName, Kind::Flag, 0, 0,
         QT_TRANSLATE_NOOP("PolicyTemplates", "Tell of newer versions"),
         QT_TRANSLATE_NOOP("PolicyTemplates",
                           "Whether administrators are told that a newer version of the program is there."),
         QStringLiteral("true"), readAllowed},
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

Result<ManagedValues> readPolicies(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const int layout = object[QStringLiteral("amparoPolicy")].toInt();
    if (layout > policyLayout)
        return failure(ErrorCode::TooNew, QStringLiteral("policies for a later version of the program"));
    const QJsonValue settings = object[QStringLiteral("settings")];
    if (layout != policyLayout || !settings.isObject() || object.size() != 2)
        return unsound(QStringLiteral("policies are {\"amparoPolicy\": 1, \"settings\": {…}}"));
    return readSettings(settings.toObject());
}

Result<ManagedValues> policiesInFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return ManagedValues();
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostPolicyBytes)
        return failure(ErrorCode::Unavailable, QStringLiteral("the station's policies cannot be read"));
    return readPolicies(file.readAll());
}

#ifdef Q_OS_WIN
Result<ManagedValues> stationPolicies()
{
    const QSettings registry(QStringLiteral("HKEY_LOCAL_MACHINE\\Software\\Policies\\Amparo"),
                             QSettings::NativeFormat);
    QJsonObject object;
    for (const ManagedSetting &setting : managedSettings()) {
        if (registry.contains(setting.key))
            object.insert(setting.key, registryValue(setting, registry.value(setting.key)));
    }
    return readSettings(object);
}
#else
Result<ManagedValues> stationPolicies() { return policiesInFile(QStringLiteral("/etc/amparo/policy.json")); }
#endif

Result<> applyManaged(store::Store &store, const Result<ManagedValues> &station)
{
    const auto headquarters = headquartersPolicies(store);
    ManagedValues values = headquarters.value_or(ManagedValues());
    values.insert(station.value_or(ManagedValues()));
    store.settings().manage(values);
    if (!headquarters)
        return tl::make_unexpected(headquarters.error());
    return station.map([](const ManagedValues &) {});
}

Result<std::optional<PolicySource>> sourceOf(store::Store &store, const ManagedSetting &setting,
                                             const Result<ManagedValues> &station)
{
    using Source = std::optional<PolicySource>;
    if (!station)
        return tl::make_unexpected(station.error());
    if (station->contains(setting.storeName))
        return Source(PolicySource::Station);
    if (store.settings().isManaged(setting.storeName))
        return Source(PolicySource::Headquarters);
    return store.settings().find(setting.storeName).map([](const std::optional<QByteArray> &value) {
        return value ? Source(PolicySource::Post) : std::nullopt;
    });
}

Result<bool> tellsOfUpdates(store::Store &store)
{
    return store.settings().find(updateNoticesName).map([](const std::optional<QByteArray> &value) {
        return value != ruledOut;
    });
}

}  // namespace amparo::app
