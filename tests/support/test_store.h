#pragma once

#include "store/store.h"
#include "support/fixed_clock.h"
#include "support/samples.h"

#include <QTemporaryDir>

namespace amparo::test {

/// A real and encrypted store, in a folder of its own, with an administrator and a shift lead: the lead has
/// signed in, the form "checklist" 1 is installed, and a shift is open. It is made once for all tests of a
/// program and copied, so all of them have the same ids and keys; Kind::Another has its own.
class TestStore {
public:
    enum class Kind { Usual, Another };
    explicit TestStore(Kind kind = Kind::Usual) : TestStore(kind, quickFolder()) {}
    /// In a folder of its own, named as by QTemporaryDir.
    explicit TestStore(const QString &pattern) : TestStore(Kind::Usual, pattern) {}

    store::Store &operator*() { return *m_store; }
    store::Store *operator->() { return m_store.get(); }

    FixedClock clock;

    QString folder() const { return m_folder.path(); }
    QString path(const QString &file) const { return m_folder.filePath(file); }
    record::Officer administrator() const { return m_administrator; }
    record::Officer lead() const { return m_lead; }
    ShiftId shift() const { return m_shift; }

    /// Not yet in the store.
    record::Screening aDraft() const { return test::aDraft(m_shift, m_lead.id, clock.utcNow()); }

    record::Screening addDraft();
    record::Screening addDraft(const record::Screening &draft);
    record::Screening addFinal();
    record::Screening addFinal(const record::Screening &draft);

    /// Sends what waits, all of it, to a server that takes it now.
    void deliver();

    void close() { m_store.reset(); }
    Result<> open();  ///< for who was signed in last
    void reopen();

    /// Signs the one out and another in; everybody has aPassphrase().
    void signIn(const record::Officer &officer);

    /// Adds somebody of this role, while the administrator is signed in.
    record::Officer addOfficer(record::Role role, const QString &loginName);
    /// The database with the store's own key, behind the program's back; the store is closed.
    std::unique_ptr<store::Database> closeAndTakeDatabase();

    /// Takes the store back to what an older program had, and closes it.
    static constexpr int olderSchema = 18;
    void makeOlder();

    /// Runs SQL behind the program's back, with the store's own key; the store is closed afterwards.
    Result<> executeAndClose(const QByteArray &sql);

    /// The same, and opens the store again. False: the schema refused it.
    bool execute(const QByteArray &sql);

    /// Hands the open store over, for a StoreQueue.
    std::unique_ptr<store::Store> take() { return std::move(m_store); }

private:
    TestStore(Kind kind, const QString &folderPattern);

    QTemporaryDir m_folder;
    record::Officer m_administrator;
    record::Officer m_lead;
    record::Officer m_signedIn;
    std::unique_ptr<store::Store> m_store;
    ShiftId m_shift;
};

/// The audit log after `sequence`, oldest first, whoever is signed in.
QList<store::AuditEntry> auditEntries(const store::AuditLog &log, qint64 sequence = 0);

}  // namespace amparo::test
