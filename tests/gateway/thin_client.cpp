#include "gateway/thin_client.h"

#include <QJsonDocument>

namespace amparo::test {

HttpPeer::Headers ThinClient::authorised(HttpPeer::Headers headers) const
{
    headers.append({"Authorization", "Bearer " + m_token});
    return headers;
}

QByteArray ThinClient::pathOf(const QByteArray &frame)
{
    return "/v1/batches/" + exchange::nameOf(frame).toHex();
}

HttpAnswer ThinClient::ask(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                           HttpPeer::Headers headers) const
{
    return HttpPeer(m_port).ask(method, path, authorised(std::move(headers)), body);
}

HttpAnswer ThinClient::put(const QByteArray &frame) const { return ask("PUT", pathOf(frame), frame); }

HttpAnswer ThinClient::head(const QByteArray &frame) const { return ask("HEAD", pathOf(frame)); }

HttpAnswer ThinClient::putPiece(const QByteArray &frame, qsizetype offset, qsizetype size) const
{
    const QByteArray piece = frame.mid(offset, size);
    return ask("PUT", pathOf(frame), piece,
               {{"Upload-Offset", QByteArray::number(offset)},
                {"Upload-Complete", offset + piece.size() == frame.size() ? "?1" : "?0"},
                {"Upload-Length", QByteArray::number(frame.size())}});
}

void ThinClient::breakOff(const QByteArray &frame, qsizetype offset, qsizetype size, qsizetype sent) const
{
    HttpPeer peer(m_port);
    peer.send(HttpPeer::head("PUT", pathOf(frame),
                             authorised({{"Upload-Offset", QByteArray::number(offset)},
                                         {"Upload-Complete", offset + size == frame.size() ? "?1" : "?0"}}),
                             size) +
              frame.mid(offset, sent));
    peer.finishSending();
    peer.receive();  // until the server has noticed
}

QJsonObject jsonOf(const HttpAnswer &answer) { return QJsonDocument::fromJson(answer.body).object(); }

QByteArray errorWord(const HttpAnswer &answer)
{
    return jsonOf(answer).value(QLatin1String("error")).toString().toLatin1();
}

QList<exchange::Verdict> checkedVerdicts(const HttpAnswer &answer, const exchange::Batch &batch,
                                         const QByteArray &frame, const QByteArray &publicKey)
{
    const auto receipt = exchange::decodeBatchReceipt(answer.body);
    if (!receipt ||
        !exchange::checkedReceipts(*receipt, exchange::manifestOf(batch), exchange::nameOf(frame), publicKey))
        return {};
    return receipt->verdicts;
}

}  // namespace amparo::test
