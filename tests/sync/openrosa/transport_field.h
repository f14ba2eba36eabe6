#pragma once

#include "openrosa_server/server_process.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/fixed_clock.h"
#include "sync/openrosa/openrosa_transport.h"

/// A transport against the strict server, which runs as a process of its own.
namespace amparo::openrosa::strict {

using namespace amparo::sync;
using namespace std::chrono_literals;
using amparo::test::eventually;
using amparo::test::FixedClock;
using amparo::test::require;
using amparo::test::ServerProcess;
using Scope = Unsent::Scope;

inline Parcel aParcel(const QByteArray &answer = "ñ", QList<Attachment> attachments = {})
{
    QByteArray files;
    for (const Attachment &attachment : attachments)
        files += "<photo>" + attachment.name.toUtf8() + "</photo>";
    return {QStringLiteral("uuid:7a3"), QStringLiteral("checklist"),
            "<?xml version=\"1.0\"?>\r\n<data id=\"checklist\" "
            "xmlns:orx=\"http://openrosa.org/xforms\"><orx:meta>"
            "<orx:instanceID>uuid:7a3</orx:instanceID></orx:meta>" +
                files + "<a>" + answer + "</a></data>\n",
            attachments};
}

inline ServerSettings settingsFor(const QUrl &url)
{
    ServerSettings settings = require(parseServerAddress(url.toString()));
    settings.deviceId = QStringLiteral("PE-DES-01");
    return settings;
}

inline Outcome send(Transport &transport, const Parcel &parcel)
{
    std::optional<Outcome> outcome;
    transport.send({parcel}, [&](const QString &, const Outcome &result) { outcome = result; });
    REQUIRE_FALSE(outcome.has_value());
    REQUIRE(eventually([&] { return outcome.has_value(); }));
    return *outcome;
}

inline std::optional<Unsent> probe(Transport &transport)
{
    std::optional<std::optional<Unsent>> answer;
    transport.probe([&](const std::optional<Unsent> &result) { answer = result; });
    REQUIRE(eventually([&] { return answer.has_value(); }));
    return *answer;
}

/// Trouble and scope of what was not sent.
inline std::pair<Trouble, Scope> troubleOf(const Outcome &outcome)
{
    REQUIRE(std::holds_alternative<Unsent>(outcome));
    return {std::get<Unsent>(outcome).trouble, std::get<Unsent>(outcome).scope};
}

/// The strict server, and the transport that asks it.
struct Field {
    explicit Field(const QStringList &options = {}) : server(options) {}

    ServerProcess server;
    FixedClock clock;
    OpenRosaTransport transport{settingsFor(server.baseUrl()), clock, 1s};
};

}  // namespace amparo::openrosa::strict
