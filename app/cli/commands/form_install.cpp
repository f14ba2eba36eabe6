#include "app/cli/commands/commands.h"
#include "app/cli/form_text.h"
#include "app/cli/open_store.h"
#include "record/interview_form.h"

namespace amparo::cli {

namespace {

Outcome run(const Arguments &arguments)
{
    auto package = readFormFile(arguments.positional(0), arguments.find(mediaOption.name));
    if (!package)
        return failed(package.error());
    // Read as an interview would read it: a post must not be left with a form that it cannot use.
    const auto form = record::readInterviewForm(*package);
    if (!form)
        return failed(form.error());
    const QString id = (*form)->definition->formId();
    const QString version = (*form)->definition->version();
    const QString purpose = record::purposeName((*form)->purpose);
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    if (const auto done = (*store)->forms().install({id, version, package->definition, package->media});
        !done)
        return failed(done.error());
    return Answer{{{QStringLiteral("id"), id},
                   {QStringLiteral("version"), version},
                   {QStringLiteral("line"), record::lineName((*form)->line())},
                   {QStringLiteral("purpose"), purpose}},
                  QStringLiteral("%1 %2 is installed, for the purpose %3").arg(id, version, purpose)};
}

}  // namespace

Command formInstallCommand()
{
    return {QStringLiteral("form install"),
            QStringLiteral("put a form into the post's store"),
            QStringLiteral(
                "Drafts go on with the version that they began with. Ends with 1 where the form or its risk "
                "model has an error, or where other bytes have the same version."),
            {{QStringLiteral("FILE"), QStringLiteral("XForm (.xml) or XLSForm (.xlsx)")}},
            storeOptions({mediaOption}),
            run};
}

}  // namespace amparo::cli
