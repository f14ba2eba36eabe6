#include "record/interview_form.h"

#include "base/names.h"
#include "record/encrypted_submission.h"
#include "record/link.h"
#include "risk/model_reader.h"
#include "risk/protected_characteristics.h"

#include <algorithm>

namespace amparo::record {

namespace {

constexpr Names<Purpose, 8> purposeNames{{
    {Purpose::Primary, QLatin1StringView("primary")},
    {Purpose::Second, QLatin1StringView("second")},
    {Purpose::Minors, QLatin1StringView("minors")},
    {Purpose::Smuggling, QLatin1StringView("smuggling")},
    {Purpose::Documents, QLatin1StringView("documents")},
    {Purpose::Vehicle, QLatin1StringView("vehicle")},
    {Purpose::Protection, QLatin1StringView("protection")},
    {Purpose::Handover, QLatin1StringView("handover")},
}};

std::optional<QString> attribute(const form::FormDefinition &definition, const char *name)
{
    return definition.instanceAttribute(form::amparoNamespace, QString::fromLatin1(name));
}

Result<Purpose> purposeOf(const form::FormDefinition &definition)
{
    const auto purpose = attribute(definition, "purpose");
    const QString name = purpose.value_or(attribute(definition, "line").value_or(lineName(Line::Second)));
    if (!purpose && !lineFromName(name))
        return failure(ErrorCode::InvalidInput, QStringLiteral("amparo:line is neither primary nor second"));
    if (const auto known = purposeFromName(name))
        return *known;
    return failure(ErrorCode::InvalidInput, QStringLiteral("amparo:purpose names no known purpose"));
}

Result<std::optional<risk::Model>> modelOf(const form::FormDefinition &definition, const form::Media &media)
{
    const auto file = attribute(definition, "model");
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

QString purposeName(Purpose purpose) { return nameOf(purposeNames, purpose); }
std::optional<Purpose> purposeFromName(QStringView name) { return valueOf(purposeNames, name); }
Line lineOf(Purpose purpose) { return purpose == Purpose::Primary ? Line::Primary : Line::Second; }

Purpose talkAfter(const QList<Screening> &before, QDate today)
{
    const auto isOfChildren = [](const IndicatorHit &hit) {
        return hit.indicator.startsWith(QLatin1String("CHI-"));
    };
    const bool minor = std::any_of(before.begin(), before.end(), [&](const Screening &screening) {
        const traveller::Traveller &who = screening.traveller;
        const QList<IndicatorHit> hits = screening.advice ? screening.advice->hits : QList<IndicatorHit>();
        return (who.birthDate && traveller::isChildOrPresumed(who, today)) ||
               std::any_of(hits.begin(), hits.end(), isOfChildren);
    });
    return minor ? Purpose::Minors : Purpose::Second;
}

Result<std::shared_ptr<const InterviewForm>>
interviewForm(std::shared_ptr<const form::FormDefinition> definition, const form::Media &media)
{
    if (const auto sound = firstErrorOf(risk::lintIndicators(*definition)); !sound)
        return tl::make_unexpected(sound.error());
    if (const auto sound = firstErrorOf(lintLinks(*definition)); !sound)
        return tl::make_unexpected(sound.error());
    if (const QString key = definition->submission().publicKey; !key.isEmpty()) {
        if (const auto read = submissionKey(key); !read)
            return tl::make_unexpected(read.error());
    }
    InterviewForm form;
    const auto purpose = purposeOf(*definition);
    if (!purpose)
        return tl::make_unexpected(purpose.error());
    form.purpose = *purpose;
    form.reviewedLanguages =
        attribute(*definition, "reviewed").value_or(QString()).split(QLatin1Char(' '), Qt::SkipEmptyParts);
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

bool saysPurpose(const form::FormDefinition &definition)
{
    return attribute(definition, "purpose") || attribute(definition, "line");
}

}  // namespace amparo::record
