#include "training/play.h"

#include <algorithm>
#include <utility>

namespace amparo::training {

namespace {

/// To ask what needs a closed door while others listen breaks the first rule.
constexpr int inFrontOfOthers = 1;

void addOnce(QList<int> &list, int value)
{
    if (!list.contains(value))
        list.append(value);
}

}  // namespace

Play::Play(std::shared_ptr<const Scenario> scenario) : m_scenario(std::move(scenario)) {}

Reply Play::make(const QString &moveId)
{
    const Move *move = m_scenario->move(moveId);
    if (!move)
        return {};
    if (move->mistake)
        addOnce(m_mistakes, *move->mistake);
    if (move->needs && !holds(*move->needs)) {
        if (move->needs == Condition::Private)
            addOnce(m_mistakes, inFrontOfOthers);
        return {move->before, true, {}};
    }
    Reply reply{move->reply, false, {}};
    if (!m_made.contains(moveId)) {
        m_made.append(moveId);
        std::copy_if(m_scenario->events.begin(), m_scenario->events.end(), std::back_inserter(reply.events),
                     [&](const Event &event) { return event.after == moveId; });
    }
    return reply;
}

bool Play::holds(Condition condition) const
{
    return std::any_of(m_made.begin(), m_made.end(), [&](const QString &made) {
        const Move *move = m_scenario->move(made);
        return move && move->gives == condition;
    });
}

}  // namespace amparo::training
