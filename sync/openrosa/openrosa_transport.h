#pragma once

#include "sync/openrosa/http_client.h"

namespace amparo::openrosa {

/// Sends records as the OpenRosa form submission API says: a HEAD request settles access, place and size,
/// then the record goes by POST, byte for byte.
///
/// The preflight is good for five minutes or until something fails, so that a thin link pays for it once a
/// batch.
class OpenRosaTransport final : public sync::Transport {
public:
    static constexpr std::chrono::milliseconds defaultPatience = std::chrono::seconds(60);

    /// `clock` is borrowed.
    OpenRosaTransport(const sync::ServerSettings &settings, const Clock &clock,
                      std::chrono::milliseconds patience = defaultPatience);

    void send(const sync::Parcel &parcel, std::function<void(const sync::Outcome &)> done) override;
    void probe(std::function<void(const std::optional<sync::Unsent> &)> done) override;

private:
    using Ready = std::function<void(const std::optional<sync::Unsent> &)>;
    void preflight(const QUrl &url, int redirectsLeft, const Ready &ready);
    void post(const QList<HttpBody> &bodies, const std::function<void(const sync::Outcome &)> &done);
    bool isReady() const;

    const Clock &m_clock;
    QUrl m_configured;  // the submission address as the settings give it
    QUrl m_current;     // as the last preflight left it
    qint64 m_acceptedLength;
    std::optional<std::chrono::milliseconds> m_readySince;  // monotonic
    HttpClient m_client;
};

}  // namespace amparo::openrosa
