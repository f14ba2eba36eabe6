#include "sync/thin/package_fetch.h"

#include "sync/thin/thin_client.h"

#include <QEventLoop>

namespace amparo::thin {

using exchange::Channel;

namespace {

constexpr int mostKeyLists = 16;

class Fetch {
public:
    Fetch(const sync::ServerSettings &settings, const Clock &clock, std::chrono::milliseconds patience)
        : m_client(settings, clock, patience)
    {}

    FetchedPackages run(const PackagesHeld &held)
    {
        // A list of keys says what the next one is signed with: one after the other.
        quint64 keys = held.keys;
        for (int count = 0; count < mostKeyLists; ++count) {
            const auto list = get(exchange::keysChannel, keys, {});
            const auto version = list ? exchange::readKeysVersion(*list) : Result<quint64>(keys);
            if (!version || *version <= keys)
                break;
            keys = *version;
        }
        for (const Channel channel : {Channel::Forms, Channel::Lists, Channel::Notices, Channel::Policy})
            get(exchange::channelName(channel), held.versions.value(channel),
                held.signedBytes.value(channel));
        m_fetched.traffic = m_client.traffic();
        return m_fetched;
    }

private:
    /// Signed bytes; nullopt: there are none, or the link gave out.
    std::optional<QByteArray> get(const QString &channel, quint64 have, const QByteArray &before)
    {
        if (m_fetched.trouble)
            return std::nullopt;
        auto frame = ask(channel, have);
        auto bytes =
            frame.isEmpty() ? Result<QByteArray>(QByteArray()) : exchange::unpackSigned(frame, before);
        // Packed against a version that is not the one here, which a store of before cannot have kept: the
        // whole then.
        if (!bytes && bytes.error().code == ErrorCode::NotFound) {
            frame = ask(channel, 0);
            bytes = frame.isEmpty() ? Result<QByteArray>(QByteArray()) : exchange::unpackSigned(frame);
        }
        if (!bytes || bytes->isEmpty())
            return std::nullopt;
        m_fetched.signedBytes.append(*bytes);
        return *bytes;
    }

    QByteArray ask(const QString &channel, quint64 have)
    {
        std::variant<QByteArray, sync::Unsent> result;
        QEventLoop loop;
        m_client.fetchPackage(channel, have, [&](const std::variant<QByteArray, sync::Unsent> &got) {
            result = got;
            loop.quit();
        });
        loop.exec();
        if (const auto *unsent = std::get_if<sync::Unsent>(&result)) {
            m_fetched.trouble = *unsent;
            return {};
        }
        return std::get<QByteArray>(result);
    }

    ThinClient m_client;
    FetchedPackages m_fetched;
};

}  // namespace

FetchedPackages fetchPackages(const sync::ServerSettings &settings, const PackagesHeld &held,
                              const Clock &clock, std::chrono::milliseconds patience)
{
    return Fetch(settings, clock, patience).run(held);
}

}  // namespace amparo::thin
