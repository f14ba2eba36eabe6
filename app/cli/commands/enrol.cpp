// A post takes up what headquarters has handed to it in one file.
#include "app/cli/approval.h"
#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/enrolling.h"

namespace amparo::cli {

namespace {

Outcome run(const Arguments &arguments)
{
    const auto enrolment = readInput(arguments.positional(0)).and_then(sync::readEnrolment);
    if (!enrolment)
        return failed(enrolment.error());
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    if (enrolment->post.code != (*store)->post().code)
        return failed({ErrorCode::Conflict, QStringLiteral("this enrolment is for post %1, and this is %2")
                                                .arg(enrolment->post.code, (*store)->post().code)});
    const auto taken = app::takeUp(**store, *enrolment, [&] {
        return approvalIfNamed(arguments, **store, record::Permission::SetPolicies);
    });
    if (!taken)
        return failed(taken.error());
    return Answer{{{QStringLiteral("server"), enrolment->server.address.toString()},
                   {QStringLiteral("protocol"), sync::protocolName(enrolment->server.protocol)}},
                  QStringLiteral("records go to %1; now delete the enrolment file, it holds the post's token")
                      .arg(enrolment->server.address.toString())};
}

}  // namespace

Command enrolCommand()
{
    return {
        QStringLiteral("enrol"),
        QStringLiteral("take up server, trust and link rules from an enrolment file"),
        QStringLiteral(
            "What init --enrol does with a new post. For administrators; where a server is set already, it "
            "takes a\nsecond person. The text of a QR code will do as well."),
        {{QStringLiteral("FILE"), QStringLiteral("the enrolment, - for standard input")}},
        twoPeopleOptions(),
        run};
}

}  // namespace amparo::cli
