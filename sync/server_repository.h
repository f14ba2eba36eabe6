#pragma once

#include "sync/server_settings.h"

namespace amparo::store {
class SettingRepository;
}

namespace amparo::sync {

/// The server that the post sends to, kept among the store's settings, for it holds secrets.
///
/// Errors: the store's; Corrupt too where the value is malformed. Thread: the store's.
class ServerRepository {
public:
    explicit ServerRepository(store::SettingRepository &settings) : m_settings(settings) {}  // borrowed

    /// nullopt: no server is set.
    [[nodiscard]] Result<std::optional<ServerSettings>> find() const;
    [[nodiscard]] Result<> set(const ServerSettings &server);
    [[nodiscard]] Result<> remove();

private:
    store::SettingRepository &m_settings;
};

}  // namespace amparo::sync
