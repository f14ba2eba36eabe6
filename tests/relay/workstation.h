#pragma once

#include "app/enrolling.h"
#include "app/post_relay.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "sync/enrolment.h"
#include "sync/sync_thread.h"

#include <QTemporaryDir>

namespace amparo::test {

/// A port that nobody has now.
quint16 freePort();

inline const QString laneOne = QStringLiteral("Lane 1");

/// The second person's yes at a workstation's open store, each time it is called.
app::AskForApproval approvalAt(store::Store &store);

/// A workstation with a morning's screenings, and what runs on it while somebody is signed in. Lanes ask
/// their relay again and again, and troubles are soon over.
class Workstation {
public:
    /// One of three posts, each made once for a test program and copied.
    enum class Which { Relay, LaneOne, LaneTwo };
    static constexpr int records = 28;  ///< of each

    explicit Workstation(Which which);

    QString folder() const { return m_folder.path(); }

    /// Signs the administrator in for one deed. Not while it is open.
    template <class Deed> auto set(Deed deed) { return deed(*openStore(administrator())); }

    void setServer(const sync::ServerSettings &settings);
    void becomeRelay(quint16 port = 0);
    void becomeRelay(const relay::RelaySettings &settings);
    /// The enrolment of a lane, through the file that it is carried in.
    sync::Enrolment enrol(const QString &lane);
    /// enrol() at the relay, and take it up here.
    void joinAs(const QString &lane, Workstation &relay);

    /// Signs the shift lead in: what waits goes out, and lanes are served.
    void open();
    /// As when the screen locks.
    void close();
    bool isOpen() const { return m_queue != nullptr; }
    quint16 port() const { return quint16(m_relay->address()->port()); }
    const sync::Status &status() const { return m_sync->status(); }
    void sendNow() { m_sync->sendNow(); }

    /// In the store's thread, while it is open.
    template <class Job> auto ask(Job job)
    {
        std::optional<std::invoke_result_t<Job, store::Store &>> answer;
        QObject receiver;
        m_queue->run(&receiver, std::move(job), [&](auto &&said) { answer.emplace(std::move(said)); });
        REQUIRE(eventually([&] { return answer.has_value(); }));
        return std::move(*answer);
    }
    store::OutboxCounts counts();
    /// What the shift's report counts.
    qsizetype counted();

private:
    static QString administrator() { return QStringLiteral("admin"); }
    std::unique_ptr<store::Store> openStore(const QString &login) const;

    QTemporaryDir m_folder;
    std::unique_ptr<store::StoreQueue> m_queue;
    std::unique_ptr<sync::SyncThread> m_sync;
    std::unique_ptr<relay::Relay> m_relay;
};

}  // namespace amparo::test
