#include "sync/openrosa/openrosa_transport.h"

#include "sync/openrosa/verdict.h"

#include <QLoggingCategory>
#include <QUrlQuery>

namespace amparo::openrosa {

using sync::Accepted;
using sync::Outcome;
using sync::Unsent;

namespace {

Q_LOGGING_CATEGORY(lcOpenRosa, "amparo.openrosa")

constexpr int mostRedirects = 3;
constexpr std::chrono::minutes preflightLasts(5);
constexpr qint64 lengthIfUnsaid = 10'000'000;  // as ODK Collect assumes

QUrl submissionUrl(const sync::ServerSettings &settings)
{
    QUrl url = baseUrl(settings);
    url.setPath(url.path() + QLatin1String("/submission"));
    QUrlQuery query;
    if (!settings.deviceId.isEmpty())
        query.addQueryItem(QStringLiteral("deviceID"), settings.deviceId);
    url.setQuery(query);
    return url;
}

/// Whether a preflight may lead from one address to the other: never to another host, never out of
/// encryption.
bool mayMove(const QUrl &from, const QUrl &to)
{
    const bool keepsScheme = to.scheme() == from.scheme() || to.scheme() == QLatin1String("https");
    return keepsScheme && to.userInfo().isEmpty() && to.host().compare(from.host(), Qt::CaseInsensitive) == 0;
}

/// `to` with the query of `from` where it has lost it.
QUrl moved(const QUrl &from, QUrl to)
{
    if (!to.hasQuery())
        to.setQuery(from.query());
    return to;
}

}  // namespace

OpenRosaTransport::OpenRosaTransport(const sync::ServerSettings &settings, const Clock &clock,
                                     std::chrono::milliseconds patience)
    : m_clock(clock),
      m_configured(submissionUrl(settings)),
      m_current(m_configured),
      m_acceptedLength(lengthIfUnsaid),
      m_mostAtOnce(std::holds_alternative<sync::Login>(settings.access) ? 1 : mostAtOnce),
      m_client(settings, clock, patience)
{}

void OpenRosaTransport::send(const QList<sync::Parcel> &parcels, Settled settled)
{
    m_underWay += int(parcels.size());
    // While others are under way behind a preflight that has grown old in the meantime, theirs will do.
    if (isReady() || m_underWay > parcels.size()) {
        postAll(parcels, settled);
        return;
    }
    preflight(m_configured, mostRedirects,
              [this, parcels, settled = std::move(settled)](const std::optional<Unsent> &trouble) {
                  if (!trouble) {
                      postAll(parcels, settled);
                      return;
                  }
                  for (const sync::Parcel &parcel : parcels) {
                      note(parcel.instanceId, *trouble);
                      settled(parcel.instanceId, *trouble);
                  }
              });
}

void OpenRosaTransport::postAll(const QList<sync::Parcel> &parcels, const Settled &settled)
{
    for (const sync::Parcel &parcel : parcels) {
        post(submissionBodies(parcel, m_acceptedLength),
             [this, id = parcel.instanceId, settled](const Outcome &outcome) {
                 note(id, outcome);
                 settled(id, outcome);
             });
    }
}

void OpenRosaTransport::note(const QString &instanceId, const Outcome &outcome)
{
    --m_underWay;
    if (const auto *unsent = std::get_if<Unsent>(&outcome)) {
        m_readySince.reset();
        m_window = 1;
        qCInfo(lcOpenRosa) << instanceId << "unsent" << troubleName(unsent->trouble) << unsent->status;
    } else {
        m_window = std::min(m_window + 1, m_mostAtOnce);
    }
}

void OpenRosaTransport::probe(std::function<void(const std::optional<Unsent> &)> done)
{
    preflight(m_configured, mostRedirects, done);
}

void OpenRosaTransport::preflight(const QUrl &url, int redirectsLeft, const Ready &ready)
{
    m_readySince.reset();
    m_client.head(url, [this, url, redirectsLeft, ready](const std::variant<HttpAnswer, Unsent> &result) {
        if (const auto *unsent = std::get_if<Unsent>(&result)) {
            ready(*unsent);
            return;
        }
        const HttpAnswer &answer = std::get<HttpAnswer>(result);
        const bool mayFollow = !answer.location.isEmpty() && mayMove(url, answer.location);
        if (answer.status >= 300 && answer.status < 400 && mayFollow && redirectsLeft > 0) {
            preflight(moved(url, answer.location), redirectsLeft - 1, ready);
            return;
        }
        const auto trouble = judgePreflight(answer);
        if (!trouble) {
            m_current = mayFollow ? moved(url, answer.location) : url;
            m_acceptedLength = answer.acceptedLength.value_or(lengthIfUnsaid);
            m_readySince = m_clock.monotonic();
        }
        ready(trouble);
    });
}

void OpenRosaTransport::post(const QList<HttpBody> &bodies, const std::function<void(const Outcome &)> &done)
{
    m_client.post(
        m_current, bodies.first(), [this, bodies, done](const std::variant<HttpAnswer, Unsent> &result) {
            const auto *answer = std::get_if<HttpAnswer>(&result);
            const Outcome outcome = answer ? judgeSubmission(*answer) : Outcome(std::get<Unsent>(result));
            if (std::holds_alternative<Accepted>(outcome) && bodies.size() > 1)
                post(bodies.mid(1), done);
            else
                done(outcome);
        });
}

bool OpenRosaTransport::isReady() const
{
    return m_readySince && m_clock.monotonic() - *m_readySince < preflightLasts;
}

}  // namespace amparo::openrosa
