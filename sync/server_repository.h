#pragma once

#include "store/setting_repository.h"
#include "sync/server_settings.h"

namespace amparo::sync {

/// The server that the post sends to, kept among the store's settings, for it holds secrets.
///
/// Another server in the place of one needs a second person: whoever names the server gets the records.
///
/// Errors: the store's; Corrupt too where the value is malformed. Thread: the store's.
class ServerRepository {
public:
    explicit ServerRepository(store::SettingRepository &settings) : m_settings(settings) {}  // borrowed

    /// nullopt: no server is set.
    [[nodiscard]] Result<std::optional<ServerSettings>> find() const;
    [[nodiscard]] Result<> set(const ServerSettings &server,
                               std::optional<store::Approval> approval = std::nullopt);
    [[nodiscard]] Result<> remove(std::optional<store::Approval> approval = std::nullopt);

private:
    store::SettingRepository &m_settings;
};

}  // namespace amparo::sync
