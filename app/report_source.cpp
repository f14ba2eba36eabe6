#include "app/report_source.h"

namespace amparo::app {

namespace {

void nameIndicators(report::Source &source, const record::InterviewForm &form, const QString &language)
{
    const form::FormDefinition &definition = *form.definition;
    const QString attribute = QStringLiteral("indicator");
    for (const QString &path : definition.fieldsWith(form::amparoNamespace, attribute)) {
        const QString ids =
            definition.bindAttribute(path, form::amparoNamespace, attribute).value_or(QString());
        // A question whose answers name the indicators labels none of them by itself.
        for (const QString &id : ids.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            if (id != QLatin1String("choices") && !source.indicatorNames.contains(id))
                source.indicatorNames.insert(id, definition.label(path, language));
        }
    }
    for (const QString &tag : definition.languages())
        source.languageNames.insert(tag, definition.languageName(tag));
    if (!form.model)
        return;
    if (const auto *rules = std::get_if<risk::DelphiRules>(&form.model->rules)) {
        for (const risk::Dimension &dimension : rules->dimensions)
            source.dimensionNames.insert(dimension.code, dimension.label.in(language));
    }
}

Result<> readDelivery(store::Store &store, report::Source &source)
{
    const auto counts = store.outbox().counts();
    if (!counts)
        return tl::make_unexpected(counts.error());
    source.delivery.waiting = counts->queued + counts->sending;
    source.delivery.acknowledged = counts->acknowledged;
    source.delivery.quarantined = counts->quarantined;
    const auto waiting = store.outbox().items(record::State::Queued, 1);
    if (!waiting)
        return tl::make_unexpected(waiting.error());
    if (!waiting->isEmpty())
        source.delivery.oldestQueued = waiting->first().queuedAt;
    return {};
}

Result<> take(const Result<record::Counts> &counts, record::Counts &into)
{
    return counts.map([&](const record::Counts &found) { into = found; });
}

Result<> readRecords(store::Store &store, report::Source &source)
{
    const report::Bounds bounds = report::boundsOf(source.period, source.zone);
    if (const auto *shift = std::get_if<record::Shift>(&source.period)) {
        source.shifts = {*shift};
        auto screenings = store.screenings().finalOfShift(shift->id);
        if (!screenings)
            return tl::make_unexpected(screenings.error());
        source.screenings = std::move(*screenings);
        if (const auto read = take(store.erasures().countsOfShift(shift->id), source.erased); !read)
            return read;
    } else {
        auto shifts = store.shifts().openedBetween(bounds.from, *bounds.to);
        if (!shifts)
            return tl::make_unexpected(shifts.error());
        source.shifts = std::move(*shifts);
        auto screenings = store.screenings().finalBetween(bounds.from, *bounds.to);
        if (!screenings)
            return tl::make_unexpected(screenings.error());
        source.screenings = std::move(*screenings);
        const auto erased = store.erasures().countsOfDay(std::get<QDate>(source.period));
        if (const auto read = take(erased, source.erased); !read)
            return read;
    }
    const auto lanes = store.laneRecords().laneNames(source.screenings);
    if (!lanes)
        return tl::make_unexpected(lanes.error());
    source.lanes = *lanes;
    const auto drafts = store.screenings().draftCount();
    if (!drafts)
        return tl::make_unexpected(drafts.error());
    source.drafts = *drafts;
    if (source.shifts.isEmpty())
        return {};
    const auto lead = store.officers().find(source.shifts.first().openedBy);
    if (!lead)
        return tl::make_unexpected(lead.error());
    if (*lead)
        source.shiftLead = (*lead)->displayName;
    return {};
}

}  // namespace

Result<report::Source> readReportSource(store::Store &store, const report::Period &period,
                                        const QTimeZone &zone, const QString &language)
{
    report::Source source;
    source.post = store.post();
    source.period = period;
    source.zone = zone;
    if (const auto read = readRecords(store, source); !read)
        return tl::make_unexpected(read.error());
    if (const auto read = readDelivery(store, source); !read)
        return tl::make_unexpected(read.error());
    const auto forms = readInstalledForms(store);
    if (!forms)
        return tl::make_unexpected(forms.error());
    for (const InterviewFormPtr &form : *forms)
        nameIndicators(source, *form, language);
    return source;
}

}  // namespace amparo::app
