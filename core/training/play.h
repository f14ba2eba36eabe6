#pragma once

#include "training/scenario.h"

#include <QSet>

#include <memory>

namespace amparo::training {

/// What comes of a move.
struct Reply {
    Translated text;        ///< empty: nothing is said
    bool tooEarly = false;  ///< what the move needs was not there; it may be tried again
    QList<Event> events;

    bool operator==(const Reply &) const = default;
};

/// One run through a scenario: which moves were made, what they brought about. A value. Thread: one at a
/// time.
class Play {
public:
    explicit Play(std::shared_ptr<const Scenario> scenario);

    const Scenario &scenario() const { return *m_scenario; }

    /// A name that the scenario does not have changes nothing.
    Reply make(const QString &moveId);

    bool holds(Condition condition) const;

    QStringList made() const { return m_made; }         ///< moves with their reply, in order, each once
    QList<int> mistakes() const { return m_mistakes; }  ///< numbers of broken rules, each once, in order

private:
    std::shared_ptr<const Scenario> m_scenario;
    QStringList m_made;
    QList<int> m_mistakes;
};

}  // namespace amparo::training
