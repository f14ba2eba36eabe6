// One station of a post takes in what the others have made, and passes it on.
#include "app/cli/approval.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/package_answer.h"
#include "app/cli/files.h"
#include "app/package_updates.h"
#include "app/post_relay.h"
#include "app/post_sync.h"
#include "base/durable_file.h"
#include "sync/relay/lane_enrolment.h"
#include "sync/server_repository.h"

#include <QEventLoop>
#include <QJsonArray>

namespace amparo::cli {

namespace {

const QString hostOption = QStringLiteral("host");
const QString portOption = QStringLiteral("port");
const QString certificateOption = QStringLiteral("certificate");
const QString keyOption = QStringLiteral("key");
const QString outOption = QStringLiteral("output");
const QString nameOption = QStringLiteral("host-name");
constexpr int usualPort = 8420;

Result<relay::RelaySettings> settingsFrom(const Arguments &arguments)
{
    relay::RelaySettings settings;
    settings.host = arguments.value(hostOption);
    bool isNumber = true;
    const QString port = arguments.value(portOption);
    settings.port = port.isEmpty() ? usualPort : port.toUShort(&isNumber);
    if (!isNumber)
        return failure(ErrorCode::InvalidInput, QStringLiteral("--port is a number up to 65535"));
    for (const auto &[option, into] :
         {std::pair(certificateOption, &settings.certificate), std::pair(keyOption, &settings.key)}) {
        if (!arguments.has(option))
            continue;
        const auto pem = readInput(arguments.value(option));
        if (!pem)
            return tl::make_unexpected(pem.error());
        *into = *pem;
    }
    return settings;
}

Outcome turnOn(const Arguments &arguments)
{
    const auto settings = settingsFrom(arguments);
    if (!settings)
        return failed(settings.error());
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    auto approval = approvalIfNamed(arguments, **store, record::Permission::SetPolicies);
    if (!approval)
        return failed(approval.error());
    if (const auto set = relay::RelayRepository((*store)->settings()).set(*settings, std::move(*approval));
        !set)
        return failed(set.error());
    const QString address = relay::addressOf(*settings).toString();
    return Answer{{{QStringLiteral("address"), address}},
                  QStringLiteral("lanes may deliver to %1 while somebody is signed in here").arg(address)};
}

Outcome turnOff(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    auto approval = approvalIfNamed(arguments, **store, record::Permission::SetPolicies);
    if (!approval)
        return failed(approval.error());
    if (const auto gone = relay::RelayRepository((*store)->settings()).remove(std::move(*approval)); !gone)
        return failed(gone.error());
    return Answer{{}, QStringLiteral("this station takes nothing from lanes any more; what came stays")};
}

Outcome status(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto settings = relay::RelayRepository((*store)->settings()).find();
    if (!settings)
        return failed(settings.error());
    const auto server = sync::ServerRepository((*store)->settings()).find();
    const auto counts = (*store)->outbox().counts();
    if (!server || !counts)
        return failed(server ? counts.error() : server.error());
    QJsonObject json{{QStringLiteral("isRelay"), settings->has_value()},
                     {QStringLiteral("atRelay"), counts->atRelay}};
    QString text = settings->has_value() ? QStringLiteral("this station is the post's relay at %1")
                                               .arg(relay::addressOf(**settings).toString())
                                         : QStringLiteral("this station is no relay");
    if (settings->has_value())
        json.insert(QStringLiteral("address"), relay::addressOf(**settings).toString());
    if (*server && (*server)->protocol == sync::Protocol::Relay) {
        const QString address = (*server)->address.toString();
        json.insert(QStringLiteral("deliversTo"), address);
        text += QStringLiteral("; it delivers to the post's relay at %1").arg(address);
    }
    if (counts->atRelay > 0)
        text +=
            QStringLiteral("; %1 of its own records are at a relay, and headquarters has not confirmed them")
                .arg(counts->atRelay);
    return Answer{json, text};
}

Outcome enrolInto(const Arguments &arguments, relay::LaneIs lane)
{
    const QString path = arguments.value(outOption);
    if (path.isEmpty())
        return usageError(QStringLiteral("--output names the file to write"));
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto enrolled = relay::enrolLane(
        **store, arguments.positional(0), lane, arguments.value(nameOption),
        // Its owner's alone: it holds a token.
        [&](const sync::Enrolment &told) { return writeDurably(path, sync::enrolmentFile(told)); });
    if (!enrolled && enrolled.error().code == ErrorCode::Conflict)
        return failed({ErrorCode::Conflict,
                       enrolled.error().detail + QStringLiteral("; relay renew gives it another file")});
    if (!enrolled)
        return failed(enrolled.error());
    return Answer{
        {{QStringLiteral("file"), path}},
        QStringLiteral("carry %1 to that workstation: amparoctl enrol FILE; then delete it").arg(path)};
}

Outcome lanes(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto found = (*store)->lanes().traffic(systemClock().today().startOfDay().toUTC());
    if (!found)
        return failed(found.error());
    QJsonArray list;
    QStringList lines;
    for (const auto &[lane, received, waiting] : *found) {
        const QString heard = lane.heardAt ? lane.heardAt->toString(Qt::ISODate) : QString();
        list.append(QJsonObject{{QStringLiteral("name"), lane.name},
                                {QStringLiteral("records"), lane.records},
                                {QStringLiteral("receivedToday"), received},
                                {QStringLiteral("waiting"), waiting},
                                {QStringLiteral("heardAt"), heard}});
        lines.append(
            QStringLiteral("%1: %2 records, %3 of them today, %4 waiting to go on, %5")
                .arg(lane.name)
                .arg(lane.records)
                .arg(received)
                .arg(waiting)
                .arg(heard.isEmpty() ? QStringLiteral("not heard of yet") : QStringLiteral("last ") + heard));
    }
    return Answer{{{QStringLiteral("lanes"), list}},
                  lines.isEmpty() ? QStringLiteral("no lanes") : lines.join(u'\n')};
}

Outcome removeLane(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    if (const auto removed = (*store)->lanes().remove(arguments.positional(0)); !removed)
        return failed(removed.error());
    return Answer{{}, QStringLiteral("the lane delivers no more; its records stay")};
}

/// And says so in a line. `updates` has fetched it.
void takeUpFetched(const QList<QByteArray> &signedBytes, store::StoreQueue &queue,
                   app::PackageUpdates &updates)
{
    queue.run(
        &updates, [signedBytes](store::Store &store) { return app::takeIn(store, signedBytes); },
        [](const Result<app::PackageIntake> &intake) {
            Answer answer;
            if (intake)
                addPackages(*intake, 0, answer);
            else
                answer.json.insert(QStringLiteral("error"), codeName(intake.error().code));
            writeLine(answer.json);
        });
}

/// Serves until the program is ended. Whatever is on its way is in the store, or still at the lane.
Outcome serve(const Arguments &arguments)
{
    auto opened = openStore(arguments);
    if (!opened)
        return failed(opened.error());
    const auto settings = relay::RelayRepository((*opened)->settings()).find();
    if (!settings)
        return failed(settings.error());
    if (!*settings)
        return failed({ErrorCode::NotFound, QStringLiteral("this station is no relay; see relay on")});
    const sync::ServerRepository repository((*opened)->settings());
    const auto server = repository.find();
    const auto policy = repository.rules();
    if (!server || !policy)
        return failed(!server ? server.error() : policy.error());
    store::StoreQueue queue(std::move(*opened));
    const auto sending = app::makePostSync(queue, systemClock());
    const auto serving = app::makePostRelay(queue, systemClock());
    sending->setPolicy(*policy);
    sending->configure(*server);
    app::PackageUpdates updates(queue, systemClock());
    QEventLoop loop;
    std::optional<Error> trouble;
    QObject::connect(serving.get(), &relay::Relay::recordsArrived, sending.get(),
                     &sync::SyncThread::outboxChanged);
    QObject::connect(sending.get(), &sync::SyncThread::statusChanged, &updates, &app::PackageUpdates::heed);
    QObject::connect(
        &updates, &app::PackageUpdates::fetched, &updates,
        [&](const QList<QByteArray> &signedBytes) { takeUpFetched(signedBytes, queue, updates); });
    QObject::connect(serving.get(), &relay::Relay::changed, &loop, [&] {
        trouble = serving->trouble();
        if (trouble)
            return loop.quit();
        writeLine(QJsonObject{{QStringLiteral("address"), serving->address()->toString()}});
    });
    serving->configure(*settings);
    loop.exec();
    return failed(trouble.value_or(Error{ErrorCode::Cancelled, QString()}));
}

Outcome again(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    if (!record::may((*store)->officer().role, record::Permission::SetPolicies))
        return failed({ErrorCode::Denied, QStringLiteral("only an administrator sends records again")});
    const auto requeued = (*store)->outbox().requeueAtRelay();
    if (!requeued)
        return failed(requeued.error());
    return Answer{{{QStringLiteral("requeued"), *requeued}},
                  QStringLiteral("%1 records go out again; headquarters takes each once").arg(*requeued)};
}

QList<Positional> laneName() { return {{QStringLiteral("LANE"), QStringLiteral("its name, as \"Lane 2\"")}}; }

QList<Option> enrolmentOptions()
{
    return storeOptions(
        {{outOption, QStringLiteral("the enrolment file to write; it holds the lane's token"),
          QStringLiteral("FILE"), QStringLiteral("o")},
         {nameOption, QStringLiteral("how lanes call this station where it has a certificate"),
          QStringLiteral("NAME")}});
}

}  // namespace

QList<Command> relayCommands()
{
    return {
        {QStringLiteral("relay on"),
         QStringLiteral("let other workstations of the post deliver to this one"),
         QStringLiteral(
             "It serves while somebody is signed in here. All that lanes bring is sealed to this station's "
             "key; with a\ncertificate there is TLS besides. For administrators; other settings in the place "
             "of some need a second person."),
         {},
         twoPeopleOptions({{hostOption, QStringLiteral("the IP address of this station on the post's LAN"),
                            QStringLiteral("ADDRESS")},
                           {portOption, QStringLiteral("8420 unless given"), QStringLiteral("PORT")},
                           {certificateOption, QStringLiteral("PEM, with its chain"), QStringLiteral("FILE")},
                           {keyOption, QStringLiteral("its key, PEM"), QStringLiteral("FILE")}}),
         turnOn},
        {QStringLiteral("relay off"),
         QStringLiteral("take nothing from other workstations any more"),
         {},
         {},
         twoPeopleOptions(),
         turnOff},
        {QStringLiteral("relay status"),
         QStringLiteral("say whether this station is the relay, or what one has of it"),
         {},
         {},
         storeOptions(),
         status},
        {QStringLiteral("relay add"), QStringLiteral("enrol a workstation: writes the file that it takes up"),
         QStringLiteral("For administrators."), laneName(), enrolmentOptions(),
         [](const Arguments &arguments) { return enrolInto(arguments, relay::LaneIs::New); }},
        {QStringLiteral("relay renew"), QStringLiteral("enrol a workstation again that was set up anew"),
         QStringLiteral("Its token and signing key so far count no more. For administrators."), laneName(),
         enrolmentOptions(),
         [](const Arguments &arguments) { return enrolInto(arguments, relay::LaneIs::Known); }},
        {QStringLiteral("relay lanes"),
         QStringLiteral("list the workstations that deliver here, and how their records stand"),
         {},
         {},
         storeOptions(),
         lanes},
        {QStringLiteral("relay remove"), QStringLiteral("let a workstation deliver no more"),
         QStringLiteral("For administrators. What it brought stays."), laneName(), storeOptions(),
         removeLane},
        {QStringLiteral("relay serve"),
         QStringLiteral("be the relay without a window, until the program is ended"),
         QStringLiteral(
             "Writes its address when it listens. Meanwhile it sends to headquarters, and takes up "
             "what headquarters\nhas signed, which lanes get from here."),
         {},
         storeOptions(),
         serve},
        {QStringLiteral("relay again"),
         QStringLiteral("send again what only a relay has"),
         QStringLiteral("For a relay that is lost: enrol with its successor first. For administrators."),
         {},
         storeOptions(),
         again},
    };
}

}  // namespace amparo::cli
