#pragma once

#include "base/result.h"
#include "form/due_units.h"
#include "form/instance.h"
#include "form/session.h"

#include <deque>
#include <set>

namespace amparo::form {

/// Keeps an instance settled: after each change it does again what depends on it, in the order of
/// Model::units, and nothing else. Constraints, required, readonly and choices are computed when asked for.
///
/// Borrows model and environment. Thread: one at a time.
class Engine {
public:
    Engine(const Model &model, const xpath::Environment &environment);
    Engine(const Engine &other,
           const xpath::Environment &environment);  ///< a copy with an environment of its own

    const Instance &instance() const { return m_instance; }
    Instance &instance() { return m_instance; }
    const Model &model() const { return m_instance.model(); }

    xpath::EvaluationContext at(xpath::NodeId id) const;

    void setValue(xpath::NodeId id, const QString &value);
    /// With defaults, computations and new-repeat actions to come; `position` counts from 0, -1 is the end.
    int addInstance(int parentScope, int repeat, int position = -1);
    void removeInstance(int scope);

    /// Where setgeopoint finds where the device is; without one, or where it does not know, the field is
    /// emptied.
    void setLocationSource(LocationSource source) { m_location = std::move(source); }

    void touchAll();                 ///< everything is to be computed
    void touchLanguage();            ///< whatever reads texts of the active language
    void fire(Action::Event event);  ///< of the form as a whole

    /// Does all that is due. Conflict: the form's computations do not come to an end, or it would have more
    /// than 10,000 instances of a repeat; the detail names the place.
    [[nodiscard]] Result<> settle();

    /// Selects whose choices may have changed since this was last called.
    std::vector<xpath::NodeId> takeTouchedSelects();

    /// Scopes of the instances that were added since this was last called, where there is something to
    /// preload in any. One may have gone again.
    std::vector<int> takeOpened();

    bool evaluateRule(const std::optional<Rule> &rule, xpath::NodeId id, bool otherwise) const;

private:
    void touchReaders(xpath::NodeId id);
    void touchCounters(xpath::NodeId id);
    void touchFiltered(const Node &node, int scope);
    void touchStructure(int parentScope, int repeat);
    void touchScope(int scope);
    void touch(int unit, quint32 what);
    int openInstance(int parentScope, int repeat, int position);
    void touchUnits(int scope, const Edge &edge);
    void noteChange(xpath::NodeId id);
    void queueAction(int action, int scope);
    void run(int unit, quint32 what);
    void runRelevant(const Unit &unit, xpath::NodeId id);
    void runCalculate(const Unit &unit, xpath::NodeId id);
    void runCount(const Unit &unit, int scope);
    void runAction(int action, int scope);
    xpath::NodeId targetOf(const Action &action, int scope) const;
    void touchSelect(xpath::NodeId id);
    void applyRelevance(xpath::NodeId id, bool aroundIsRelevant);
    Result<> runUnits();

    const xpath::Environment *m_environment;
    LocationSource m_location;
    Instance m_instance;
    // What a unit is due for: node ids, or for counts the scope around the repeat. May hold one twice until
    // tidied.
    struct Due {
        std::vector<quint32> items;
        size_t tidyAt = 64;
    };
    std::vector<Due> m_due;  // by unit
    DueUnits m_dueUnits;
    std::deque<std::pair<int, int>> m_dueActions;  // action, scope
    std::set<xpath::NodeId> m_touchedSelects;
    std::vector<int> m_opened;
    std::optional<Error> m_error;
};

}  // namespace amparo::form
