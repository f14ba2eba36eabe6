#include "openrosa_server/connection.h"

#include <QTimer>

namespace amparo::test {

namespace {

constexpr qsizetype largestHead = 16 * 1024;

}  // namespace

Connection::Connection(QTcpSocket *socket, Site &site) : QObject(socket), m_socket(socket), m_site(site)
{
    connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
}

void Connection::read()
{
    m_received += m_socket->readAll();
    while (!m_hasStopped && (m_request ? readBody() : readHead())) {
    }
}

// False: nothing more can be done with what has come.
bool Connection::readHead()
{
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    if (end < 0) {
        if (m_received.size() > largestHead)
            refuse({431, "head too large"});
        return false;
    }
    auto head = readRequestHead(m_received.left(end));
    m_received.remove(0, end + 4);
    if (const auto *fault = std::get_if<HttpFault>(&head)) {
        refuse(*fault);
        return false;
    }
    m_request = std::get<HttpRequest>(head);
    m_fault = m_site.faults().next(m_request->method);
    if (m_fault.kind == Fault::Kind::CloseBeforeBody) {
        m_site.noteUnanswered(*m_request, m_fault);
        close();
    }
    return true;
}

bool Connection::readBody()
{
    const qint64 wanted =
        m_fault.kind == Fault::Kind::CloseMidBody ? m_request->contentLength / 2 : m_request->contentLength;
    if (m_received.size() < wanted)
        return false;
    m_request->body = m_received.left(wanted);
    m_received.remove(0, wanted);
    if (m_fault.kind == Fault::Kind::CloseMidBody || m_fault.kind == Fault::Kind::Hang)
        m_site.noteUnanswered(*m_request, m_fault);
    if (m_fault.kind == Fault::Kind::CloseMidBody) {
        close();
    } else if (m_fault.kind == Fault::Kind::Delay) {
        m_hasStopped = true;  // reads no further until it has answered
        QTimer::singleShot(m_fault.number, this, [this] {
            m_hasStopped = false;
            respond();
            read();
        });
    } else if (m_fault.kind == Fault::Kind::Hang) {
        m_hasStopped = true;
    } else {
        respond();
    }
    return true;
}

void Connection::respond()
{
    const HttpResponse response = m_site.answer(*m_request, m_fault);
    const QByteArray bytes = writeResponse(response, m_request->method != "HEAD");
    m_request.reset();
    switch (m_fault.kind) {
    case Fault::Kind::LoseResponse:
        close();
        break;
    case Fault::Kind::CutResponse:
        m_socket->write(bytes.left(bytes.size() - response.body.size() / 2 - 1));
        close();
        break;
    default:
        m_socket->write(bytes);
        break;
    }
}

void Connection::refuse(const HttpFault &fault)
{
    HttpResponse response{fault.status, {}, fault.what};
    response.headers.add("Connection", "close");
    m_socket->write(writeResponse(response, true));
    close();
}

void Connection::close()
{
    m_hasStopped = true;
    m_socket->disconnectFromHost();
}

}  // namespace amparo::test
