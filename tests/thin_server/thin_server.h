#pragma once

#include "crypto/secret.h"
#include "exchange/frame.h"
#include "exchange/receipt.h"
#include "openrosa_server/http.h"

#include <QMap>
#include <QObject>
#include <QTcpServer>

namespace amparo::test {

/// What goes wrong with the next request of a method.
struct ThinFault {
    QByteArray method;                   ///< "PUT"
    std::optional<qint64> breakAfter;    ///< bytes of the body, which count; then the connection breaks
    bool losesAnswer = false;            ///< the deed is done, the connection breaks
    std::optional<HttpResponse> answer;  ///< this instead, and the deed is not done
};

/// One request as it came.
struct ThinRequest {
    QByteArray method;
    QByteArray path;
    std::optional<QByteArray> offset;    ///< Upload-Offset
    std::optional<QByteArray> complete;  ///< Upload-Complete
    qint64 size = 0;                     ///< of the body, as announced

    bool operator==(const ThinRequest &) const = default;
};

/// The thin protocol as a gateway without a database speaks it. What it has is in its memory.
class ThinServer : public QObject {
    Q_OBJECT
public:
    ThinServer();

    /// What a client is configured with: the address with the post's token in it.
    QUrl url() const;

    /// In the order of injecting, each for one request.
    void inject(const ThinFault &fault) { m_faults.append(fault); }

    /// Its records stay; from now on every batch has to be packed by itself, or against a later one.
    void forgetBatches();
    void changeKey();

    QByteArray publicKey() const;
    const QMap<QString, QByteArray> &records() const { return m_records; }  ///< XML by instanceID
    const QList<exchange::Batch> &batches() const { return m_batches; }     ///< each once
    const QList<exchange::DictionaryKind> &dictionaries() const { return m_dictionaries; }
    const QList<ThinRequest> &requests() const { return m_requests; }
    qint64 received() const { return m_received; }  ///< bytes on all connections, headers and all
    qint64 sent() const { return m_sent; }

    qsizetype mostChunk = 1024 * 1024;
    qsizetype mostFrame = 8 * 1024 * 1024;
    int mostItems = 500;
    QSet<QString> refused;  ///< instanceIDs that it does not take

private:
    struct Connection;
    void serve(class QTcpSocket *socket);
    void read(class QTcpSocket *socket, Connection &connection);
    bool breaks(class QTcpSocket *socket, Connection &connection);
    void respond(class QTcpSocket *socket, const HttpRequest &request, const HttpResponse &response);
    HttpResponse answer(const HttpRequest &request);
    HttpResponse hello(const HttpRequest &request) const;
    HttpResponse have(const HttpRequest &request) const;
    HttpResponse attest(const HttpRequest &request) const;
    HttpResponse ask(const QByteArray &id) const;
    HttpResponse put(const QByteArray &id, const HttpRequest &request);
    HttpResponse complete(const QByteArray &id);
    exchange::Verdict keep(const exchange::Item &item);
    std::optional<ThinFault> faultFor(const QByteArray &method);

    QTcpServer m_server;
    crypto::SecretBytes m_seed;
    QList<ThinFault> m_faults;
    QMap<QByteArray, QByteArray> m_parts;     // of frames, by their ids in hexadecimal
    QMap<QByteArray, QByteArray> m_receipts;  // of those that are complete
    QMap<QByteArray, exchange::Dictionary> m_bases;
    QMap<QString, QByteArray> m_records;
    QMap<QByteArray, QByteArray> m_hashes;  // of the records' contents, by those of their instanceIDs
    QList<exchange::Batch> m_batches;
    QList<exchange::DictionaryKind> m_dictionaries;
    QList<ThinRequest> m_requests;
    qint64 m_received = 0;
    qint64 m_sent = 0;
};

}  // namespace amparo::test
