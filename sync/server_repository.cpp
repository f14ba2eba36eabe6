#include "sync/server_repository.h"

#include <utility>

namespace amparo::sync {

namespace {

const QString settingName = QStringLiteral("server");
const QString policyName = QStringLiteral("sync-policy");
const QString relayName = QStringLiteral("relay");  // as sync/relay keeps its settings

}  // namespace

Result<std::optional<ServerSettings>> ServerRepository::find() const
{
    return m_settings.find(settingName)
        .and_then([](const std::optional<QByteArray> &json) -> Result<std::optional<ServerSettings>> {
            if (!json)
                return std::nullopt;
            return serverSettingsFromJson(*json).map(
                [](const ServerSettings &server) { return std::optional(server); });
        });
}

Result<> ServerRepository::set(const ServerSettings &server, std::optional<store::Approval> approval)
{
    const auto relay = m_settings.find(relayName);
    if (!relay)
        return tl::make_unexpected(relay.error());
    if (*relay && server.protocol == Protocol::Relay)
        return failure(ErrorCode::Conflict, QStringLiteral("this station is a relay itself"));
    return check(server).and_then(
        [&] { return m_settings.set(settingName, toJson(server), std::move(approval)); });
}

Result<> ServerRepository::remove(std::optional<store::Approval> approval)
{
    return m_settings.remove(settingName, std::move(approval));
}

Result<SyncPolicy> ServerRepository::policy() const
{
    return m_settings.find(policyName)
        .and_then([](const std::optional<QByteArray> &json) -> Result<SyncPolicy> {
            return json ? syncPolicyFromJson(*json) : SyncPolicy();
        });
}

Result<SyncPolicy> ServerRepository::rules() const
{
    return find().and_then([&](const std::optional<ServerSettings> &server) -> Result<SyncPolicy> {
        if (!server || server->protocol != Protocol::Relay)
            return policy();
        SyncPolicy none;
        none.sparesMeteredLinks = false;
        return none;
    });
}

Result<> ServerRepository::setPolicy(const SyncPolicy &policy, std::optional<store::Approval> approval)
{
    return check(policy).and_then(
        [&] { return m_settings.set(policyName, toJson(policy), std::move(approval)); });
}

}  // namespace amparo::sync
