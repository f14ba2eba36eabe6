#include "record/interview_form.h"

#include "risk/model_reader.h"
#include "risk/protected_characteristics.h"

namespace amparo::record {

namespace {

Result<std::optional<risk::Model>> modelOf(const form::FormDefinition &definition, const form::Media &media)
{
    const auto file = definition.instanceAttribute(form::amparoNamespace, QStringLiteral("model"));
    if (!file)
        return std::nullopt;
    const auto json = media.constFind(*file);
    if (json == media.cend())
        return failure(
            ErrorCode::InvalidInput,
            QStringLiteral("the form names the risk model %1, which is not among its files").arg(*file));
    auto model = risk::readModel(*json);
    if (!model)
        return tl::make_unexpected(
            Error{model.error().code, QStringLiteral("%1: %2").arg(*file, model.error().detail)});
    return std::optional(std::move(*model));
}

Result<> firstErrorOf(const form::Problems &problems)
{
    for (const form::Problem &problem : problems) {
        if (problem.severity == form::Severity::Error)
            return failure(ErrorCode::InvalidInput,
                           QStringLiteral("%1: %2").arg(problem.place.toText(), problem.message));
    }
    return {};
}

}  // namespace

Result<std::shared_ptr<const InterviewForm>>
interviewForm(std::shared_ptr<const form::FormDefinition> definition, const form::Media &media)
{
    if (const auto sound = firstErrorOf(risk::lintIndicators(*definition)); !sound)
        return tl::make_unexpected(sound.error());
    InterviewForm form;
    const auto line = definition->instanceAttribute(form::amparoNamespace, QStringLiteral("line"));
    const auto known = lineFromName(line.value_or(lineName(Line::Second)));
    if (!known)
        return failure(ErrorCode::InvalidInput, QStringLiteral("amparo:line is neither primary nor second"));
    form.line = *known;
    auto model = modelOf(*definition, media);
    if (!model)
        return tl::make_unexpected(model.error());
    form.model = std::move(*model);
    form.definition = std::move(definition);
    return std::make_shared<const InterviewForm>(std::move(form));
}

Result<std::shared_ptr<const InterviewForm>> readInterviewForm(const form::FormPackage &package)
{
    form::ReadForm read = form::readForm(package.definition, package.media);
    if (const auto sound = firstErrorOf(read.problems); !sound)
        return tl::make_unexpected(sound.error());
    return interviewForm(std::move(read.definition), package.media);
}

}  // namespace amparo::record
