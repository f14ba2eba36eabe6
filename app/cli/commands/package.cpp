// What headquarters gives to posts, at the post: whose packages count, taking them up, what is in force.
#include "app/cli/approval.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/package_answer.h"
#include "app/package_updates.h"
#include "sync/bundle/package_files.h"

namespace amparo::cli {

namespace {

QString dateText(const QDateTime &utc) { return utc.toString(Qt::ISODate); }

Outcome trustKey(const Arguments &arguments)
{
    const QByteArray key = QByteArray::fromBase64(arguments.positional(0).toLatin1());
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    auto approval = approvalIfNamed(arguments, **store, record::Permission::SetPolicies);
    if (!approval)
        return failed(approval.error());
    if (const auto trusted = (*store)->packages().trust(key, std::move(*approval)); !trusted)
        return failed(trusted.error());
    return Answer{{{QStringLiteral("key"), QString::fromLatin1(key.toBase64())}},
                  QStringLiteral("packages count that are signed with this key")};
}

Outcome takePackages(const Arguments &arguments)
{
    const auto found = bundle::readPackages(arguments.positional(0));
    if (!found)
        return failed(found.error());
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto intake = app::takeIn(**store, found->signedBytes);
    if (!intake)
        return failed(intake.error());
    Answer answer;
    addPackages(*intake, found->damaged, answer);
    if (answer.text.isEmpty())
        answer.text = QStringLiteral("no packages are there");
    return answer;
}

Outcome fetchPackages(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto question = app::packageQuestion(**store);
    if (!question)
        return failed(question.error());
    if (!*question)
        return failed(
            {ErrorCode::NotFound,
             QStringLiteral("no thin server is set, or nobody's packages count; see sync server and "
                            "package trust")});
    const auto fetched = thin::fetchPackages((*question)->server, (*question)->held, systemClock());
    const auto intake = (*store)
                            ->linkUse()
                            .add({QDate::currentDate(), fetched.traffic.sent, fetched.traffic.received})
                            .and_then([&] { return app::takeIn(**store, fetched.signedBytes); });
    if (!intake)
        return failed(intake.error());
    Answer answer;
    addPackages(*intake, 0, answer);
    if (fetched.trouble) {
        answer.exitCode = ExitCode::Refused;
        answer.json.insert(QStringLiteral("trouble"), sync::troubleName(fetched.trouble->trouble));
        answer.text += QStringLiteral("stopped by: %1\n").arg(sync::troubleName(fetched.trouble->trouble));
    }
    if (answer.text.isEmpty())
        answer.text = QStringLiteral("nothing newer is there");
    return answer;
}

Outcome listPackages(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto taken = (*store)->packages().list();
    const auto floor = (*store)->packages().floor();
    if (!taken || !floor)
        return failed(taken ? floor.error() : taken.error());
    const QDateTime now = systemClock().utcNow();
    QJsonArray packages;
    QStringList lines;
    for (const store::TakenPackage &package : *taken) {
        const bool isOver = package.hasExpired(now);
        packages.append(QJsonObject{
            {QStringLiteral("channel"), exchange::channelName(package.channel)},
            {QStringLiteral("number"), qint64(package.version)},
            {QStringLiteral("made"), dateText(package.madeAt)},
            {QStringLiteral("taken"), dateText(package.takenAt)},
            {QStringLiteral("expires"), package.expiresAt ? dateText(*package.expiresAt) : QString()},
            {QStringLiteral("expired"), isOver}});
        lines.append(QStringLiteral("%1 %2, made %3%4")
                         .arg(exchange::channelName(package.channel))
                         .arg(package.version)
                         .arg(dateText(package.madeAt), isOver ? QStringLiteral(", EXPIRED") : QString()));
    }
    QJsonArray keys;
    for (const QByteArray &key : floor->keys.keys)
        keys.append(QString::fromLatin1(key.toBase64()));
    lines.append(QStringLiteral("%1 keys of headquarters count").arg(keys.size()));
    return Answer{{{QStringLiteral("packages"), packages}, {QStringLiteral("keys"), keys}},
                  lines.join(u'\n')};
}

}  // namespace

Command packageTrustCommand()
{
    return {QStringLiteral("package trust"),
            QStringLiteral("say whose packages count at this post"),
            QStringLiteral(
                "The key that headquarters said, as package make-key prints it; an enrolment can bring it as "
                "well.\nFor administrators; another key than the one before takes a second person."),
            {{QStringLiteral("KEY"), QStringLiteral("Ed25519, in base64")}},
            twoPeopleOptions(),
            trustKey};
}

Command packageTakeCommand()
{
    return {
        QStringLiteral("package take"),
        QStringLiteral("take up forms, lists, notices and policies of headquarters"),
        QStringLiteral(
            "Signatures and numbers decide: nothing older than what is here, nobody else's. Again is "
            "harmless.\nForms and lists are in force at the next sign-in. Ends with 1 where something was "
            "not taken."),
        {{QStringLiteral("PLACE"), QStringLiteral("a .package file, or a folder or stick with some")}},
        storeOptions(),
        takePackages};
}

Command packageFetchCommand()
{
    return {QStringLiteral("package fetch"),
            QStringLiteral("ask the gateway for what headquarters has signed"),
            QStringLiteral("What the window does by itself every six hours."),
            {},
            storeOptions(),
            fetchPackages};
}

Command packageListCommand()
{
    return {QStringLiteral("package list"),
            QStringLiteral("say which packages of headquarters are in force"),
            QString(),
            {},
            storeOptions(),
            listPackages};
}

}  // namespace amparo::cli
