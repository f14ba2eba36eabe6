#pragma once

#include "base/clock.h"
#include "sync/http_network.h"
#include "sync/thin/chunk_size.h"
#include "sync/thin/hello.h"
#include "sync/thin/thin_answer.h"

namespace amparo::thin {

/// The thin protocol, version 1, over HTTP. What it sends are plain bytes: it knows no records.
///
/// A frame goes out in one request or in several, as long as each takes some seconds. Where the link breaks,
/// the server is asked how much it has and gets the rest; that is also how an upload begins whose frame was
/// given up before. One deed at a time. Thread: the one it was made in.
class ThinClient {
public:
    /// `clock` is borrowed. A request that hears nothing for as long as `patience` is given up.
    ThinClient(const sync::ServerSettings &settings, const Clock &clock, std::chrono::milliseconds patience);

    /// Asks the server about itself and about what it has of a store. Ids have exchange::idBytes. `postKey`
    /// is the key that the post signs with (Ed25519), told to the server; empty: it is not.
    void hello(const QByteArray &storeId, const QByteArray &generation, const QByteArray &postKey,
               std::function<void(const std::variant<Hello, sync::Unsent> &)> done);

    /// Brings a form to the server that batches may be packed against, where it is not there yet. True: it is
    /// there now; false: it is not, whatever the reason.
    void bringForm(const QByteArray &xform, std::function<void(bool isThere)> done);

    /// Asks which of these records the server has, each named by its exchange::instanceHash(); at most
    /// exchange::mostItems. A yes or a no each, in their order.
    void have(const QList<QByteArray> &instanceHashes,
              std::function<void(const std::variant<QList<bool>, sync::Unsent> &)> done);

    /// Asks for a receipt of what a manifest (exchange::encode()) names, without sending it.
    void receipts(const QByteArray &manifest, std::function<void(const Judgement &)> done);

    /// Asks a relay how far records have come that it was given (exchange/passed_on.h), by their instance
    /// hashes in a row. The answer is its body, not yet checked.
    void askPassedOn(const QByteArray &instanceHashes,
                     std::function<void(const std::variant<QByteArray, sync::Unsent> &)> done);

    /// Fetches what headquarters has given out on a channel after number `have` ("keys", or
    /// exchange::channelName()), in pieces, packed as exchange::unpackSigned() takes it; empty: nothing.
    /// Unsent also where it breaks off again and again.
    void fetchPackage(const QString &channel, quint64 have,
                      std::function<void(const std::variant<QByteArray, sync::Unsent> &)> done);

    /// Brings a frame to the server. Unsent also where it breaks off again and again without getting on.
    void upload(const QByteArray &frame, std::function<void(const Judgement &)> done);

    /// Brings a frame that another post has sealed, under `postKey` (Ed25519). The server is asked first
    /// whether it has it already.
    void bring(const QByteArray &frame, const QByteArray &postKey,
               std::function<void(const Judgement &)> done);

    /// Bytes on the wire so far, without TLS and below.
    const sync::Traffic &traffic() const { return m_network.traffic(); }

private:
    using Answered = std::function<void(const std::variant<ThinAnswer, sync::Unsent> &)>;

    struct Upload {
        QByteArray frame;
        QByteArray id;  // in hexadecimal
        qsizetype offset = 0;
        int standstills = 0;  // in a row: the link broke, or the server has no more than before
        std::function<void(const Judgement &)> done;
        QByteArray sealedBy;  // empty: by this post, or not at all
    };

    struct Download {
        QString channel;
        quint64 have = 0;
        QByteArray received;
        QByteArray etag;  // of what it is a part of
        int standstills = 0;
        std::function<void(const std::variant<QByteArray, sync::Unsent> &)> done;
    };

    void fetchPart();
    void partFetched(const std::variant<ThinAnswer, sync::Unsent> &result);
    void sendPart();
    void partAnswered(const std::variant<ThinAnswer, sync::Unsent> &result, qsizetype size,
                      std::chrono::milliseconds begun);
    void askForOffset();
    void fetchReceipt();
    bool goOnFrom(qint64 offset);
    void standStill(const sync::Unsent &unsent);
    void finish(const Judgement &judgement);

    QUrl urlOf(const QString &path) const;
    QUrl batchUrl() const;
    void request(const QByteArray &verb, QNetworkRequest request, const QByteArray &body, Answered answered);
    QNetworkRequest requestTo(const QUrl &url) const;
    QNetworkRequest batchRequest() const;

    const Clock &m_clock;
    QUrl m_address;
    QByteArray m_authorization;
    sync::HttpNetwork m_network;
    ChunkSize m_chunk;
    std::optional<Upload> m_upload;
    std::optional<Download> m_download;
    QByteArray m_begun;  // id of the frame of which the server may have a part
};

}  // namespace amparo::thin
