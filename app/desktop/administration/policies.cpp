#include "app/desktop/administration/policies.h"

#include "app/managed_settings.h"
#include "store/lock_time.h"
#include "sync/server_repository.h"

#include <QCoreApplication>

namespace amparo::desktop {

namespace {

struct PolicyTexts {
    Q_DECLARE_TR_FUNCTIONS(Policies)
};

ShownServer shown(const sync::ServerSettings &server)
{
    const auto *login = std::get_if<sync::Login>(&server.access);
    return {server.address.toString(), server.protocol, login ? login->user : QString(),
            std::holds_alternative<sync::AppUser>(server.access), !server.sealKey.isEmpty()};
}

QSet<QString> managedIn(store::Store &store)
{
    QSet<QString> keys;
    for (const app::ManagedSetting &setting : app::managedSettings()) {
        if (store.settings().isManaged(setting.storeName))
            keys.insert(setting.key);
    }
    return keys;
}

}  // namespace

bool isManaged(store::Store &store, const QString &key) { return managedIn(store).contains(key); }

QString managedText() { return PolicyTexts::tr("Set by headquarters or by IT: it is not changed here."); }

Result<Policies> readPolicies(store::Store &store)
{
    const auto lockTime = store::lockTime(store.settings());
    if (!lockTime)
        return tl::make_unexpected(lockTime.error());
    const auto isPinAllowed = store::isPinAllowed(store.settings());
    if (!isPinAllowed)
        return tl::make_unexpected(isPinAllowed.error());
    const auto retention = store.retentionPolicy();
    if (!retention)
        return tl::make_unexpected(retention.error());
    const auto server = sync::ServerRepository(store.settings()).find();
    if (!server)
        return tl::make_unexpected(server.error());
    return Policies{*lockTime, *isPinAllowed, *retention,
                    *server ? std::optional(shown(**server)) : std::nullopt, managedIn(store)};
}

QString retentionText(const record::RetentionPolicy &policy)
{
    const auto days = [](std::chrono::days term) { return int(term.count()); };
    QStringList lines{
        PolicyTexts::tr("All forms: drafts %1 days after the last answer, records %2 days after the "
                        "server's receipt.")
            .arg(days(policy.standard.draft))
            .arg(days(policy.standard.acknowledged))};
    for (auto form = policy.byForm.cbegin(); form != policy.byForm.cend(); ++form)
        lines.append(PolicyTexts::tr("Form %1: drafts %2 days, records %3 days.")
                         .arg(form.key())
                         .arg(days(form->draft))
                         .arg(days(form->acknowledged)));
    lines.append(
        PolicyTexts::tr("What the server has not acknowledged stays, and so does what is under hold."));
    return lines.join(QLatin1Char('\n'));
}

QString serverText(const ShownServer &server)
{
    if (server.protocol == sync::Protocol::Relay)
        return PolicyTexts::tr("Records go to the post's relay at %1, sealed to it.").arg(server.address);
    QString way = server.protocol == sync::Protocol::Thin
                      ? PolicyTexts::tr("Records go to %1 in batches for thin links.").arg(server.address)
                      : PolicyTexts::tr("Records go to %1.").arg(server.address);
    if (server.isSealed && server.protocol == sync::Protocol::Thin)
        way += QLatin1Char('\n') + PolicyTexts::tr("They are sealed: only headquarters can read them.");
    if (server.hasToken)
        return way + QLatin1Char('\n') + PolicyTexts::tr("It knows this post by a token.");
    if (!server.user.isEmpty())
        return way + QLatin1Char('\n') + PolicyTexts::tr("It knows this post as %1.").arg(server.user);
    return way;
}

Result<sync::ServerSettings> mergedServer(const TypedServer &typed,
                                          const std::optional<sync::ServerSettings> &kept)
{
    auto server = sync::parseServerAddress(typed.address);
    if (!server)
        return server;
    server->protocol = typed.protocol;
    const bool isSameAddress = kept && kept->address == server->address;
    const bool isOpen = std::holds_alternative<std::monostate>(server->access);
    if (isOpen && !typed.user.isEmpty()) {
        const auto *before = isSameAddress ? std::get_if<sync::Login>(&kept->access) : nullptr;
        const bool isKept = typed.password.isEmpty() && before && before->user == typed.user;
        server->access = sync::Login{typed.user, isKept ? before->password : typed.password};
    } else if (isOpen && isSameAddress && std::holds_alternative<sync::AppUser>(kept->access)) {
        server->access = kept->access;
    }
    if (kept) {
        server->proxy = kept->proxy;
        server->sealKey = kept->sealKey;  // whichever server it is, headquarters alone is to read
        if (kept->address.host() == server->address.host()) {
            server->trust = kept->trust;
            server->deviceId = kept->deviceId;
        }
    }
    return server;
}

}  // namespace amparo::desktop
