#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>
#include <variant>

namespace amparo::sync {

/// A file that a record names.
struct Attachment {
    QString name;       ///< as written in the record's XML
    QString mediaType;  ///< "image/jpeg"
    QByteArray content;

    bool operator==(const Attachment &) const = default;
};

/// One final record as it goes out.
struct Parcel {
    QString instanceId;  ///< "uuid:…": the key that makes sending twice harmless
    QString formId;
    QByteArray submissionXml;  ///< frozen: the very bytes, at each attempt
    QList<Attachment> attachments;
    QString formVersion = {};
    QByteArray note = {};  ///< record/covering_note.h; empty: the transport needs none

    bool operator==(const Parcel &) const = default;
};

/// Why something did not get through.
enum class Trouble {
    Offline,       ///< the server cannot be reached
    Portal,        ///< somebody else answers in its place: a captive portal, a proxy
    ProxySignIn,   ///< the proxy in between does not know the login that is set for it, or wants one
    Untrusted,     ///< the server's certificate does not prove who it is
    SignIn,        ///< the server does not know the credentials, or does not let them do this
    PostKey,       ///< the server knows the post by another signing key than this
    WrongAddress,  ///< a server answers, but does not take submissions there
    Busy,          ///< the server asks to come back later
    ServerFault,   ///< the server failed (5xx)
    Interrupted,   ///< the exchange broke off: whether the record arrived is not known
};

/// Stable words for logs, the store and `--json`: "offline", "portal", "proxy-sign-in", "untrusted",
/// "sign-in", "post-key", "wrong-address", "busy", "server-fault", "interrupted".
QString troubleName(Trouble trouble);

/// The server has the record.
struct Accepted {
    int status = 0;                       ///< HTTP status
    QString message;                      ///< the server's own words
    std::optional<QDateTime> serverTime;  ///< UTC, as its Date says
    QByteArray proof = {};  ///< signed by the server (exchange/receipt.h); empty: it does not sign
    bool isRelays = false;  ///< the post's relay has it, and will pass it on

    bool operator==(const Accepted &) const = default;
};

/// The server will not take this record as it is; trying again changes nothing.
struct Rejected {
    int status = 0;
    QString message;

    bool operator==(const Rejected &) const = default;
};

/// The record is not known to have arrived; it has to be tried again.
struct Unsent {
    /// What else would fare the same: only this record, or all.
    enum class Scope { Record, Server };

    Trouble trouble = Trouble::Offline;
    Scope scope = Scope::Server;
    int status = 0;  ///< HTTP status; 0: there was none
    QString message = {};
    std::optional<std::chrono::seconds> retryAfter = std::nullopt;  ///< as the server asks

    bool operator==(const Unsent &) const = default;
};

using Outcome = std::variant<Accepted, Rejected, Unsent>;

/// What has gone over the link, near enough for a budget: bodies exactly, lines and headers as written,
/// without what TLS and TCP add.
struct Traffic {
    qint64 sent = 0;      ///< bytes
    qint64 received = 0;  ///< bytes

    bool operator==(const Traffic &) const = default;
};

/// A way to the server. Thread: the one it was made in, the sync thread in the program.
class Transport {
public:
    virtual ~Transport() = default;  ///< what is under way is broken off; its `done` is not called any more

    /// Called once for each record sent, never from within send(), in whatever order they settle.
    using Settled = std::function<void(const QString &instanceId, const Outcome &outcome)>;

    /// How many more records it would take now; at least 1 while none is under way, 0 while it is full.
    /// Changes with what settles.
    virtual int room() const = 0;

    /// Whether parcels have to have their covering notes, since another station of the post takes them in.
    virtual bool needsNotes() const { return false; }

    /// Sends records: at least one, at most room().
    virtual void send(const QList<Parcel> &parcels, Settled settled) = 0;

    /// All that has gone over the link so far.
    virtual Traffic traffic() const = 0;

    /// Asks the server whether it is there and would take records; nullopt: it would. While nothing is being
    /// sent, one at a time; `done` is never called from within.
    virtual void probe(std::function<void(const std::optional<Unsent> &)> done) = 0;
};

}  // namespace amparo::sync
