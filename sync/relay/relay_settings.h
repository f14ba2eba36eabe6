#pragma once

#include "base/result.h"
#include "store/setting_repository.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

class QDebug;

namespace amparo::relay {

/// How a station serves the other workstations of its post. Holds a secret where there is TLS.
struct RelaySettings {
    QString host;            ///< the IP address of this station to listen at; never all of them
    quint16 port = 0;        ///< 0: any free one, for tests
    QByteArray certificate;  ///< PEM, with its chain; empty: plain HTTP, which carries sealed frames alone
    QByteArray key;          ///< PEM, not encrypted

    bool operator==(const RelaySettings &) const = default;
};

QDebug operator<<(QDebug, const RelaySettings &) = delete;  // secrets do not compile into a log

/// InvalidInput: no IP address, or one that means all of them; a certificate without its key, or no PEM.
[[nodiscard]] Result<> check(const RelaySettings &settings);

/// Where lanes find it. `name` is what the certificate is made out to; empty: the address.
QUrl addressOf(const RelaySettings &settings, const QString &name = {});

QByteArray toJson(const RelaySettings &settings);
[[nodiscard]] Result<RelaySettings> relaySettingsFromJson(const QByteArray &json);

/// Kept among the store's policies. Errors: SettingRepository's, check()'s; Conflict: this station's own
/// server is a relay. Thread: the store's.
class RelayRepository {
public:
    explicit RelayRepository(store::SettingRepository &settings) : m_settings(settings) {}  // borrowed

    /// nullopt: this station is no relay.
    [[nodiscard]] Result<std::optional<RelaySettings>> find() const;
    [[nodiscard]] Result<> set(const RelaySettings &settings,
                               std::optional<store::Approval> approval = std::nullopt);
    [[nodiscard]] Result<> remove(std::optional<store::Approval> approval = std::nullopt);

private:
    store::SettingRepository &m_settings;
};

}  // namespace amparo::relay
