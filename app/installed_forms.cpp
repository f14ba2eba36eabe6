#include "app/installed_forms.h"

#include "resources/builtin_forms.h"

#include <algorithm>

namespace amparo::app {

Result<InterviewFormPtr> readInstalledForm(store::Store &store, const QString &formId, const QString &version)
{
    const auto stored = store.forms().find(formId, version);
    if (!stored)
        return tl::make_unexpected(stored.error());
    if (!*stored)
        return failure(ErrorCode::NotFound,
                       QStringLiteral("form %1 %2 is not installed").arg(formId, version));
    return record::readInterviewForm({formId, version, (*stored)->definition, (*stored)->media});
}

Result<QList<InterviewFormPtr>> readInstalledForms(store::Store &store)
{
    const auto versions = store.forms().list();
    if (!versions)
        return tl::make_unexpected(versions.error());
    QList<InterviewFormPtr> forms;
    for (const store::FormVersion &version : *versions) {
        auto form = readInstalledForm(store, version.formId, version.version);
        if (!form)
            return tl::make_unexpected(form.error());
        forms.append(std::move(*form));
    }
    return forms;
}

Result<> installBuiltinForms(store::Store &store)
{
    for (const form::FormPackage &package : resources::builtinForms()) {
        const auto installed =
            store.forms().install({package.formId, package.version, package.definition, package.media});
        if (!installed)
            return installed;
    }
    return {};
}

InterviewFormPtr formOfLine(const QList<InterviewFormPtr> &forms, record::Line line)
{
    const auto found = std::find_if(forms.begin(), forms.end(),
                                    [line](const InterviewFormPtr &form) { return form->line == line; });
    return found == forms.end() ? nullptr : *found;
}

}  // namespace amparo::app
