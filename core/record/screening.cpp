#include "record/screening.h"

#include "base/names.h"

namespace amparo::record {

namespace {

constexpr Names<Decision, 3> decisionNames{{
    {Decision::Clear, QLatin1StringView("clear")},
    {Decision::SecondLine, QLatin1StringView("second_line")},
    {Decision::UrgentProtection, QLatin1StringView("urgent_protection")},
}};

constexpr Names<Line, 2> lineNames{{
    {Line::Primary, QLatin1StringView("primary")},
    {Line::Second, QLatin1StringView("second")},
}};

constexpr Names<State, 5> stateNames{{
    {State::Draft, QLatin1StringView("draft")},
    {State::Queued, QLatin1StringView("queued")},
    {State::Sending, QLatin1StringView("sending")},
    {State::Acknowledged, QLatin1StringView("acknowledged")},
    {State::Quarantined, QLatin1StringView("quarantined")},
}};

constexpr Names<DiscardReason, 3> discardReasonNames{{
    {DiscardReason::Mistake, QLatin1StringView("mistake")},
    {DiscardReason::Repeated, QLatin1StringView("repeated")},
    {DiscardReason::Practice, QLatin1StringView("practice")},
}};

}  // namespace

QString decisionName(Decision decision) { return nameOf(decisionNames, decision); }
std::optional<Decision> decisionFromName(QStringView name) { return valueOf(decisionNames, name); }
QString lineName(Line line) { return nameOf(lineNames, line); }
std::optional<Line> lineFromName(QStringView name) { return valueOf(lineNames, name); }
QString stateName(State state) { return nameOf(stateNames, state); }
std::optional<State> stateFromName(QStringView name) { return valueOf(stateNames, name); }
QString discardReasonName(DiscardReason reason) { return nameOf(discardReasonNames, reason); }
std::optional<DiscardReason> discardReasonFromName(QStringView name)
{
    return valueOf(discardReasonNames, name);
}

}  // namespace amparo::record
