#pragma once

#include "store/setting_repository.h"
#include "sync/link_budget.h"
#include "sync/server_settings.h"

namespace amparo::sync {

/// The server that the post sends to and the rules for the link, kept among the store's settings, for the
/// server's hold secrets.
///
/// Another server in the place of one needs a second person: whoever names the server gets the records. So do
/// other rules in the place of some: who closes the link keeps records from those who wait for them.
///
/// A station that is a relay delivers to none: records would go in circles.
///
/// Errors: the store's; Conflict: this station is a relay; Corrupt too where the value is malformed. Thread:
/// the store's.
class ServerRepository {
public:
    explicit ServerRepository(store::SettingRepository &settings) : m_settings(settings) {}  // borrowed

    /// nullopt: no server is set.
    [[nodiscard]] Result<std::optional<ServerSettings>> find() const;
    [[nodiscard]] Result<> set(const ServerSettings &server,
                               std::optional<store::Approval> approval = std::nullopt);
    [[nodiscard]] Result<> remove(std::optional<store::Approval> approval = std::nullopt);

    /// The rules for the link; those of SyncPolicy() where none were set.
    [[nodiscard]] Result<SyncPolicy> policy() const;
    /// What is kept to: those, or none towards a relay, for a LAN costs nothing and waits for nobody.
    [[nodiscard]] Result<SyncPolicy> rules() const;
    /// InvalidInput too: see check().
    [[nodiscard]] Result<> setPolicy(const SyncPolicy &policy,
                                     std::optional<store::Approval> approval = std::nullopt);

private:
    store::SettingRepository &m_settings;
};

}  // namespace amparo::sync
