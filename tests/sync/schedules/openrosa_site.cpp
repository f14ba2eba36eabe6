#include "openrosa_server/server_process.h"
#include "sync/openrosa/openrosa_transport.h"
#include "sync/schedules/patience.h"
#include "sync/schedules/site.h"

#include <QFile>
#include <QUrl>

namespace amparo::test {

namespace {

class OpenRosaSite final : public Site {
public:
    quint16 port() const override { return quint16(m_server.baseUrl().port()); }

    sync::ServerSettings settingsFor(const QString &, quint16 linkPort) override
    {
        QUrl address = m_server.baseUrl();
        address.setPort(linkPort);
        return *sync::parseServerAddress(address.toString());
    }

    std::unique_ptr<sync::Transport> makeTransport(const sync::ServerSettings &settings, const Clock &clock,
                                                   Post &) override
    {
        return std::make_unique<openrosa::OpenRosaTransport>(settings, clock, shortPatience);
    }

    void killServer() override
    {
        m_server.kill();
        m_server.start();
    }
    void killDatabase() override { killServer(); }

    QString flawOf(const QString &, const QList<Expectation> &expectations) override
    {
        noteKept();
        for (const Expectation &expected : expectations) {
            const sync::Parcel &parcel = expected.record.parcel;
            const int kept = m_kept.value(parcel.instanceId);
            if (kept == 0 && expected.mayBeLost)
                continue;
            // A server that was killed while it answered may have kept what it had no time to tell.
            if (kept > 1)
                return parcel.instanceId + QStringLiteral(" was kept as new %1 times").arg(kept);
            if (m_server.submission(parcel.instanceId) != parcel.submissionXml)
                return parcel.instanceId + QStringLiteral(" is not there as it was sent");
            for (const sync::Attachment &file : parcel.attachments) {
                if (m_server.attachment(parcel.instanceId, file.name) != file.content)
                    return parcel.instanceId + QStringLiteral(" lacks its file");
            }
            const auto &receipt = expected.record.receipt;
            if (!expected.mayBeLost && (!receipt || (receipt->status != 201 && receipt->status != 202)))
                return parcel.instanceId + QStringLiteral(" has no good receipt");
        }
        return {};
    }

private:
    void noteKept()
    {
        const QList<QJsonObject> requests = m_server.requests();
        for (; m_noted < requests.size(); ++m_noted) {
            if (requests[m_noted][QLatin1String("kept")] == QLatin1String("new"))
                ++m_kept[requests[m_noted][QLatin1String("instanceId")].toString()];
        }
    }

    ServerProcess m_server;
    QHash<QString, int> m_kept;  // as new, by instanceID
    qsizetype m_noted = 0;
};

}  // namespace

std::unique_ptr<Site> makeOpenRosaSite() { return std::make_unique<OpenRosaSite>(); }

}  // namespace amparo::test
