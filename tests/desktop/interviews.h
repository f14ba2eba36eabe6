#pragma once

#include "app/desktop/screening/draft_saver.h"
#include "base/clock.h"
#include "record/interview.h"

#include <QList>

namespace amparo::test {

/// A screening that begins, with the built-in form for a purpose, in English.
record::Interview builtinInterview(record::Purpose purpose, const Clock &clock);

/// A screening that begins, with a form that is given as XForm: body and binds of the questions under /data.
record::Interview interviewOf(const QByteArray &xform, const Clock &clock);

/// Keeps what the page saves and answers when it is told to, as a slow store would.
class SlowSaver final : public desktop::DraftSaver {
public:
    struct Discarded {
        ScreeningId id;
        record::DiscardReason reason;
        int signs;
    };

    void save(const store::UnsavedDraft &draft, Done done) override
    {
        drafts.append(draft);
        m_waiting.append(std::move(done));
    }

    void saveLast(const store::UnsavedDraft &draft) override { last.append(draft); }

    void finalise(const record::FinalRecord &record, Done done) override
    {
        records.append(record);
        m_waiting.append(std::move(done));
    }

    void discard(ScreeningId id, record::DiscardReason reason, int signs, Done done) override
    {
        discarded.append({id, reason, signs});
        m_waiting.append(std::move(done));
    }

    /// The oldest call that has had no answer yet.
    void answer(const Result<> &result = {}) { m_waiting.takeFirst()(result); }
    qsizetype waiting() const { return m_waiting.size(); }

    QList<store::UnsavedDraft> drafts;
    QList<store::UnsavedDraft> last;
    QList<record::FinalRecord> records;
    QList<Discarded> discarded;

private:
    QList<Done> m_waiting;
};

}  // namespace amparo::test
