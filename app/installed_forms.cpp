#include "app/installed_forms.h"

#include "form/compiled_form.h"
#include "resources/builtin_forms.h"

#include <QLoggingCategory>

#include <algorithm>

namespace amparo::app {

namespace {

Q_LOGGING_CATEGORY(lcForms, "amparo.forms")

/// The definition as an earlier start left it, else read from the form's own bytes and left for the next one.
Result<InterviewFormPtr> readStored(store::Store &store, const store::StoredForm &stored)
{
    const auto compiled = store.forms().compiled(stored.formId, stored.version);
    if (!compiled)
        return tl::make_unexpected(compiled.error());
    if (auto definition = *compiled ? form::readCompiledForm(**compiled) : nullptr)
        return record::interviewForm(std::move(definition), stored.media);
    auto form = record::readInterviewForm({stored.formId, stored.version, stored.definition, stored.media});
    if (!form)
        return form;
    const auto kept =
        store.forms().keepCompiled(stored.formId, stored.version, form::compiledForm(*(*form)->definition));
    if (!kept)  // the next start takes longer, no more
        qCWarning(lcForms) << "compiled form not kept:" << codeName(kept.error().code);
    return form;
}

}  // namespace

Result<InterviewFormPtr> readInstalledForm(store::Store &store, const QString &formId, const QString &version)
{
    const auto stored = store.forms().find(formId, version);
    if (!stored)
        return tl::make_unexpected(stored.error());
    if (!*stored)
        return failure(ErrorCode::NotFound,
                       QStringLiteral("form %1 %2 is not installed").arg(formId, version));
    return readStored(store, **stored);
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

InterviewFormPtr formFor(const QList<InterviewFormPtr> &forms, record::Purpose purpose)
{
    const auto found = std::find_if(forms.begin(), forms.end(), [purpose](const InterviewFormPtr &form) {
        return form->purpose == purpose;
    });
    return found == forms.end() ? nullptr : *found;
}

}  // namespace amparo::app
