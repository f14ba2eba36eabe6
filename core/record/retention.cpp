#include "record/retention.h"

#include "base/names.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace amparo::record {

namespace {

using std::chrono::days;

constexpr days longestDraft{90};
constexpr days longestRecord{3650};

constexpr Names<ErasureReason, 5> erasureReasonNames{{
    {ErasureReason::DraftTerm, QLatin1StringView("draft-term")},
    {ErasureReason::RecordTerm, QLatin1StringView("record-term")},
    {ErasureReason::PersonRequest, QLatin1StringView("person-request")},
    {ErasureReason::CourtOrder, QLatin1StringView("court-order")},
    {ErasureReason::AuthorityOrder, QLatin1StringView("authority-order")},
}};

bool isInRange(const RetentionRule &rule)
{
    return rule.draft >= days(1) && rule.draft <= longestDraft && rule.acknowledged >= days(1) &&
           rule.acknowledged <= longestRecord;
}

QJsonObject toJson(const RetentionRule &rule)
{
    return {{QStringLiteral("draft"), int(rule.draft.count())},
            {QStringLiteral("acknowledged"), int(rule.acknowledged.count())}};
}

/// A number that is missing or none reads as 0 days, which is out of range.
RetentionRule ruleFromJson(const QJsonValue &value)
{
    return {days(value[QLatin1StringView("draft")].toInt()),
            days(value[QLatin1StringView("acknowledged")].toInt())};
}

}  // namespace

const RetentionRule &RetentionPolicy::ruleFor(const QString &formId) const
{
    const auto own = byForm.constFind(formId);
    return own == byForm.cend() ? standard : *own;
}

days RetentionPolicy::longest() const
{
    days longest = standard.acknowledged;
    for (const RetentionRule &rule : byForm)
        longest = std::max(longest, rule.acknowledged);
    return longest;
}

Result<> checkPolicy(const RetentionPolicy &policy)
{
    const bool sound = isInRange(policy.standard) && std::ranges::all_of(policy.byForm, isInRange) &&
                       !policy.byForm.contains(QString());
    if (sound)
        return {};
    return failure(ErrorCode::InvalidInput,
                   QStringLiteral("drafts stay 1 to %1 days, acknowledged records 1 to %2")
                       .arg(longestDraft.count())
                       .arg(longestRecord.count()));
}

QByteArray toBytes(const RetentionPolicy &policy)
{
    QJsonObject forms;
    for (auto form = policy.byForm.cbegin(); form != policy.byForm.cend(); ++form)
        forms.insert(form.key(), toJson(form.value()));
    return QJsonDocument(QJsonObject{{QStringLiteral("standard"), toJson(policy.standard)},
                                     {QStringLiteral("forms"), forms}})
        .toJson(QJsonDocument::Compact);
}

Result<RetentionPolicy> retentionPolicyFromBytes(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    RetentionPolicy policy{ruleFromJson(object[QLatin1StringView("standard")]), {}};
    const QJsonObject forms = object[QLatin1StringView("forms")].toObject();
    for (auto form = forms.begin(); form != forms.end(); ++form)
        policy.byForm.insert(form.key(), ruleFromJson(form.value()));
    if (!checkPolicy(policy))
        return failure(ErrorCode::Corrupt, QStringLiteral("the retention rules cannot be read"));
    return policy;
}

QString erasureReasonName(ErasureReason reason) { return nameOf(erasureReasonNames, reason); }

std::optional<ErasureReason> erasureReasonFromName(QStringView name)
{
    return valueOf(erasureReasonNames, name);
}

bool isBeforeTerm(ErasureReason reason)
{
    return reason != ErasureReason::DraftTerm && reason != ErasureReason::RecordTerm;
}

}  // namespace amparo::record
