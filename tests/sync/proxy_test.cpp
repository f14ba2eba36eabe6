// A proxy that wants a password, and what that means to the post's records. The rest: http_network_test.cpp.

#include "openrosa_server/server_process.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "sync/engine.h"
#include "sync/memory_outbox.h"
#include "sync/openrosa/openrosa_transport.h"
#include "sync/small_proxy.h"

using namespace amparo;
using namespace amparo::sync;
using namespace std::chrono_literals;
using amparo::test::eventually;
using amparo::test::MemoryOutbox;
using amparo::test::OutboxContents;
using amparo::test::require;
using amparo::test::ServerProcess;
using amparo::test::SmallProxy;
using State = OutboxContents::State;

namespace {

/// A post with two records, a server that wants a login, and a proxy before it.
struct Inn {
    SmallProxy proxy{"station", "right"};
    ServerProcess server;
    std::shared_ptr<OutboxContents> contents = std::make_shared<OutboxContents>();
    std::unique_ptr<Engine> engine;

    Inn()
    {
        for (int i = 0; i < 2; ++i)
            contents->add(QStringLiteral("uuid:%1").arg(i));
        engine = std::make_unique<Engine>(
            std::make_unique<MemoryOutbox>(contents, systemClock()),
            [](const ServerSettings &settings) {
                return std::make_unique<openrosa::OpenRosaTransport>(settings, systemClock(), 5s);
            },
            systemClock(), [](const Unsent &, int) { return std::chrono::milliseconds(10min); });
    }

    ServerSettings settings(const std::optional<Login> &login) const
    {
        ServerSettings settings = require(parseServerAddress(server.baseUrl().toString()));
        settings.proxy = {Proxy::Kind::Http, QStringLiteral("127.0.0.1"), proxy.port(), login};
        return settings;
    }
};

}  // namespace

TEST_CASE("[SEC-S3] a proxy that refuses costs neither a record nor the server's credential", "[sync]")
{
    Inn inn;
    const auto login = GENERATE(std::optional<Login>(),
                                std::optional(Login{QStringLiteral("station"), QStringLiteral("wrong")}));
    inn.engine->configure(inn.settings(login));
    REQUIRE(eventually([&] { return inn.engine->status().lastTrouble.has_value(); }));
    CHECK(inn.engine->status().lastTrouble == Trouble::ProxySignIn);
    CHECK(inn.server.requests().isEmpty());
    CHECK(inn.contents->count(State::Quarantined) == 0);
    CHECK(eventually([&] { return inn.contents->count(State::Queued) == 2; }));

    const int refused = inn.proxy.refused();
    CHECK(refused <= 2);  // with and without a password: an account is not locked by a post that insists
    inn.engine->outboxChanged();
    CHECK(inn.proxy.refused() == refused);

    ServerSettings past = inn.settings({});
    past.proxy.kind = Proxy::Kind::None;
    inn.engine->configure(past);
    CHECK(eventually([&] { return inn.contents->count(State::Accepted) == 2; }));
    CHECK(inn.server.archive().size() == 2);
}
