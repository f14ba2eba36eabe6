#pragma once

#include "exchange/frame.h"
#include "exchange/receipt.h"
#include "gateway/http_peer.h"

#include <QJsonObject>

namespace amparo::test {

/// A post's side of the protocol, as tests want it: one thing at a time, and nothing of its own accord.
class ThinClient {
public:
    ThinClient(quint16 port, QByteArray token) : m_port(port), m_token(std::move(token)) {}

    /// Over a connection of its own.
    HttpAnswer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                   HttpPeer::Headers headers = {}) const;

    HttpAnswer put(const QByteArray &frame) const;
    /// The frame's bytes from `offset`, `size` of them; complete where they reach its end.
    HttpAnswer putPiece(const QByteArray &frame, qsizetype offset, qsizetype size) const;
    /// As putPiece(), but the connection breaks before the end of the body: of `size` bytes only `sent` go.
    void breakOff(const QByteArray &frame, qsizetype offset, qsizetype size, qsizetype sent) const;
    HttpAnswer head(const QByteArray &frame) const;

    HttpPeer::Headers authorised(HttpPeer::Headers headers = {}) const;
    static QByteArray pathOf(const QByteArray &frame);

private:
    quint16 m_port;
    QByteArray m_token;
};

QJsonObject jsonOf(const HttpAnswer &answer);
QByteArray errorWord(const HttpAnswer &answer);

/// What became of the records, where the answer is a receipt that `publicKey` has signed for this batch; else
/// nothing.
QList<exchange::Verdict> checkedVerdicts(const HttpAnswer &answer, const exchange::Batch &batch,
                                         const QByteArray &frame, const QByteArray &publicKey);

}  // namespace amparo::test
