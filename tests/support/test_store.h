#pragma once

#include "store/store.h"
#include "support/fixed_clock.h"
#include "support/samples.h"

#include <QTemporaryDir>

namespace amparo::test {

/// A real and encrypted store, in a folder of its own: an administrator has signed in, the form "checklist" 1
/// is installed, and a shift is open.
class TestStore {
public:
    TestStore();

    store::Store &operator*() { return *m_store; }
    store::Store *operator->() { return m_store.get(); }

    FixedClock clock;

    QString folder() const { return m_folder.path(); }
    QString path(const QString &file) const { return m_folder.filePath(file); }
    record::Officer administrator() const { return m_administrator; }
    ShiftId shift() const { return m_shift; }

    /// Not yet in the store.
    record::Screening aDraft() const { return test::aDraft(m_shift, m_administrator.id, clock.utcNow()); }

    record::Screening addDraft();
    record::Screening addDraft(const record::Screening &draft);
    record::Screening addFinal();
    record::Screening addFinal(const record::Screening &draft);

    void close() { m_store.reset(); }
    Result<> open();
    void reopen();

    /// Runs SQL behind the program's back, with the store's own key; the store is closed afterwards.
    Result<> executeAndClose(const QByteArray &sql);

    /// The same, and opens the store again. False: the schema refused it.
    bool execute(const QByteArray &sql);

    /// Hands the open store over, for a StoreQueue.
    std::unique_ptr<store::Store> take() { return std::move(m_store); }

private:
    QTemporaryDir m_folder;
    record::Officer m_administrator;
    std::unique_ptr<store::Store> m_store;
    ShiftId m_shift;
};

}  // namespace amparo::test
