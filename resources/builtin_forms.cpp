#include "resources/builtin_forms.h"

#include <QFile>

// A static library's resources are linked only where something asks for them, outside any namespace.
static void linkContent() { Q_INIT_RESOURCE(content); }

namespace amparo::resources {

namespace {

struct Builtin {
    const char *workbook;
    const char *model;  ///< null: nothing is advised
};

constexpr Builtin builtins[] = {
    {"primary-line.xlsx", "primary-points.json"},
    {"second-line.xlsx", "delphi-trafficking.json"},
    {"minors.xlsx", "minors.json"},
    {"smuggling.xlsx", "smuggling-points.json"},
    {"document-examination.xlsx", "documents-points.json"},
    {"vehicle-transport.xlsx", "vehicle-points.json"},
    {"protection-referral.xlsx", "protection-urgency.json"},
    {"shift-handover.xlsx", nullptr},
};

QByteArray compiledIn(const QString &name)
{
    QFile file(QStringLiteral(":/amparo/forms/") + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);  // the build put it there
    return opened ? file.readAll() : QByteArray();
}

}  // namespace

QList<form::FormPackage> builtinForms()
{
    linkContent();
    QList<form::FormPackage> packages;
    for (const Builtin &builtin : builtins) {
        form::FormPackage package;
        package.definition = compiledIn(QString::fromLatin1(builtin.workbook));
        if (builtin.model) {
            const QString model = QString::fromLatin1(builtin.model);
            package.media.insert(model, compiledIn(model));
        }
        const auto definition = form::readForm(package.definition, package.media).definition;
        Q_ASSERT(definition);  // the tests read each of them
        package.formId = definition->formId();
        package.version = definition->version();
        packages.append(std::move(package));
    }
    return packages;
}

}  // namespace amparo::resources
