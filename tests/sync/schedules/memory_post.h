#pragma once

#include "sync/memory_outbox.h"
#include "sync/schedules/post.h"
#include "thin_server/memory_station.h"

namespace amparo::test {

/// A post without a store, so that a schedule costs next to nothing. `clock` is borrowed.
class MemoryPost final : public Post {
public:
    MemoryPost(QString name, const Clock &clock);

    void addRecord(int fileBytes) override;
    RecordCounts counts() override;
    QList<MadeRecord> records() override;
    std::unique_ptr<sync::Outbox> makeOutbox() override;
    std::unique_ptr<thin::Station> makeStation(const sync::ServerSettings &settings) override;
    void kill() override {}
    void backUp() override { m_backup = {*m_outbox, *m_station}; }
    void restore() override;
    void setBack(int how) override;

private:
    struct Backup {
        OutboxContents outbox;
        StationContents station;
    };

    QString m_name;
    const Clock &m_clock;
    std::shared_ptr<OutboxContents> m_outbox = std::make_shared<OutboxContents>();
    std::shared_ptr<StationContents> m_station = std::make_shared<StationContents>();
    Backup m_backup;
    int m_made = 0;
};

}  // namespace amparo::test
