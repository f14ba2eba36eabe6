#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/open_store.h"
#include "app/demo/demo_post.h"
#include "app/installation.h"
#include "app/setting_up.h"

namespace amparo::cli {

namespace {

const QString demo = QStringLiteral("demo");
const QString postCode = QStringLiteral("post-code");
const QString postName = QStringLiteral("post-name");
const QString country = QStringLiteral("country");
const QString enrol = QStringLiteral("enrol");
const QString displayName = QStringLiteral("display-name");

Outcome makeDemo(const QString &folder)
{
    if (const auto made = app::makeDemoPost(folder, systemClock().utcNow()); !made)
        return failed(made.error());
    QStringList lines{QStringLiteral("made a demo post in %1").arg(folder)};
    for (const app::DemoAccount &account : app::demoAccounts())
        lines.append(QStringLiteral("sign in as %1 with: %2").arg(account.loginName, account.passphrase));
    return Answer{{{QStringLiteral("store"), folder}, {QStringLiteral("demo"), true}}, lines.join(u'\n')};
}

/// The file that is named, or else the one that IT named when it installed the program.
Result<std::optional<sync::Enrolment>> findEnrolment(const Arguments &arguments,
                                                     const app::Installation &installation)
{
    const QString file =
        arguments.find(enrol).value_or(arguments.find(postCode) ? QString() : installation.enrolmentFile);
    if (file.isEmpty())
        return std::nullopt;
    return readInput(file).and_then(sync::readEnrolment).map([](const sync::Enrolment &read) {
        return std::optional(read);
    });
}

Outcome run(const Arguments &arguments)
{
    const QString folder = storeFolder(arguments);
    if (arguments.has(demo))
        return makeDemo(folder);
    const app::Installation installation = app::readInstallation();
    const auto enrolment = findEnrolment(arguments, installation);
    if (!enrolment)
        return failed(enrolment.error());
    const record::Post post = *enrolment
                                  ? (*enrolment)->post
                                  : record::Post{arguments.find(postCode).value_or(installation.postCode),
                                                 arguments.value(postName), arguments.value(country), false};
    const QString login = arguments.value(QStringLiteral("officer"));
    if (post.code.isEmpty() || post.name.isEmpty() || post.country.size() != 3 || login.isEmpty())
        return usageError(QStringLiteral(
            "init needs --officer, and --enrol or --post-code, --post-name and --country (three letters)"));
    const auto passphrase = signInPassphrase(arguments);
    if (!passphrase)
        return failed(passphrase.error());
    const auto made = app::setUpPost(
        folder, {post, *enrolment, installation.serverUrl, login, arguments.value(displayName)}, *passphrase,
        systemClock());
    if (!made)
        return failed(made.error());
    return Answer{{{QStringLiteral("store"), folder}, {QStringLiteral("post"), post.code}},
                  QStringLiteral("made the store of post %1 in %2; %3 is its administrator")
                      .arg(post.code, folder, login)};
}

}  // namespace

Command initCommand()
{
    return {
        QStringLiteral("init"),
        QStringLiteral("make the store of a post, with its first administrator and the built-in forms"),
        QStringLiteral("The passphrase has at least 12 characters. An existing store is never touched. What "
                       "is not said here is\ntaken from what IT said when it installed the program: the "
                       "enrolment file, or else post code and server."),
        {},
        storeOptions(
            {{postCode, QStringLiteral("code of the post at the national server"), QStringLiteral("CODE")},
             {postName, QStringLiteral("name of the post"), QStringLiteral("NAME")},
             {country, QStringLiteral("ISO 3166-1 alpha-3"), QStringLiteral("CODE")},
             {enrol,
              QStringLiteral(
                  "enrolment file of headquarters instead: post, server, rules; - for standard input"),
              QStringLiteral("FILE")},
             {displayName, QStringLiteral("how colleagues see the administrator"), QStringLiteral("NAME")},
             {demo, QStringLiteral("a demo post with invented people instead")}}),
        run};
}

}  // namespace amparo::cli
