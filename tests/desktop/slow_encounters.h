#pragma once

#include "app/desktop/screening/encounter_source.h"

#include <QList>

#include <utility>

namespace amparo::test {

/// Answers look-ups when it is told to, as a slow store would.
class SlowEncounters final : public desktop::EncounterSource {
public:
    void lookUp(ScreeningId draft, const QList<record::Link> &links, Done done) override
    {
        asked.append({draft, links});
        m_waiting.append(std::move(done));
    }

    /// The oldest look-up that has had no answer yet.
    void answer(const Result<record::EncounterReport> &report) { m_waiting.takeFirst()(report); }
    void answerAll(const record::EncounterReport &report)
    {
        while (!m_waiting.isEmpty())
            answer(report);
    }
    qsizetype waiting() const { return m_waiting.size(); }

    QList<std::pair<ScreeningId, QList<record::Link>>> asked;

private:
    QList<Done> m_waiting;
};

}  // namespace amparo::test
