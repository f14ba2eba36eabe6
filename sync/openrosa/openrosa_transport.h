#pragma once

#include "sync/openrosa/http_client.h"

namespace amparo::openrosa {

/// Sends records as the OpenRosa form submission API says: a HEAD request settles access, place and size,
/// then the record goes by POST, byte for byte.
///
/// The preflight is good for five minutes or until something fails, so that a thin link pays for it once a
/// batch. Behind it several records are under way at once, so that a link's delay is not paid for each: one
/// more with every record that is accepted, up to mostAtOnce, and one again when the server is busy or an
/// exchange fails. With a name and a password it stays at one: servers that check Digest's nonce count want
/// it to rise in their order.
class OpenRosaTransport final : public sync::Transport {
public:
    static constexpr std::chrono::milliseconds defaultPatience = std::chrono::seconds(60);
    static constexpr int mostAtOnce = 4;  ///< connections that browsers of old allowed themselves to one host

    /// `clock` is borrowed.
    OpenRosaTransport(const sync::ServerSettings &settings, const Clock &clock,
                      std::chrono::milliseconds patience = defaultPatience);

    int room() const override { return std::max(m_window - m_underWay, 0); }
    void send(const QList<sync::Parcel> &parcels, Settled settled) override;
    sync::Traffic traffic() const override { return m_client.traffic(); }
    void probe(std::function<void(const std::optional<sync::Unsent> &)> done) override;

private:
    using Ready = std::function<void(const std::optional<sync::Unsent> &)>;
    void preflight(const QUrl &url, int redirectsLeft, const Ready &ready);
    void postAll(const QList<sync::Parcel> &parcels, const Settled &settled);
    void post(const QList<HttpBody> &bodies, const std::function<void(const sync::Outcome &)> &done);
    void note(const QString &instanceId, const sync::Outcome &outcome);
    bool isReady() const;

    const Clock &m_clock;
    QUrl m_configured;  // the submission address as the settings give it
    QUrl m_current;     // as the last preflight left it
    qint64 m_acceptedLength;
    std::optional<std::chrono::milliseconds> m_readySince;  // monotonic
    int m_mostAtOnce;
    int m_window = 1;
    int m_underWay = 0;
    HttpClient m_client;
};

}  // namespace amparo::openrosa
