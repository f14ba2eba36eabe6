#include "app/cli/commands/commands.h"
#include "app/cli/open_store.h"
#include "app/installed_forms.h"

#include <QJsonArray>

namespace amparo::cli {

namespace {

Outcome run(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto forms = app::readInstalledForms(**store);
    if (!forms)
        return failed(forms.error());
    QJsonArray array;
    QStringList lines;
    for (const app::InterviewFormPtr &form : *forms) {
        const form::FormDefinition &definition = *form->definition;
        const QString purpose = record::purposeName(form->purpose);
        const QString model = form->model ? form->model->name() : QString();
        array.append(
            QJsonObject{{QStringLiteral("id"), definition.formId()},
                        {QStringLiteral("version"), definition.version()},
                        {QStringLiteral("title"), definition.title()},
                        {QStringLiteral("languages"), QJsonArray::fromStringList(definition.languages())},
                        {QStringLiteral("line"), record::lineName(form->line())},
                        {QStringLiteral("purpose"), purpose},
                        {QStringLiteral("model"), model.isEmpty() ? QJsonValue() : QJsonValue(model)}});
        lines.append(QStringLiteral("%1 %2 %3 %4")
                         .arg(definition.formId(), -24)
                         .arg(definition.version(), -12)
                         .arg(purpose, -10)
                         .arg(model.isEmpty() ? QStringLiteral("no risk model") : model));
    }
    return Answer{{{QStringLiteral("forms"), array}}, lines.join(u'\n')};
}

}  // namespace

Command formListCommand()
{
    return {QStringLiteral("form list"),
            QStringLiteral("list the post's forms in their current versions"),
            QString(),
            {},
            storeOptions(),
            run};
}

}  // namespace amparo::cli
