// What is kept of a record's arrival, also when the record itself is gone.

#include "store/database.h"
#include "store/outbox_repository.h"

namespace amparo::store {

Result<std::optional<KeptReceipt>> OutboxRepository::keptReceipt(const QString &id) const
{
    return m_database.first(
        "SELECT s.instance_id, o.receipt_at, o.receipt_server, o.receipt_status, o.receipt_message,"
        " o.receipt_proof, o.receipt_stage = 'relay', 0 FROM outbox o JOIN screening s USING (sequence)"
        " WHERE s.id = ?1 OR s.instance_id = ?2 UNION ALL"
        " SELECT instance_id, receipt_at, receipt_server, receipt_status, '', receipt_proof, 0, 1 FROM "
        "erasure"
        " WHERE id = ?1 OR instance_id = ?2",
        [](const Row &row) {
            KeptReceipt kept{row.get<std::optional<QString>>(0).value_or(QString()), std::nullopt,
                             row.get<bool>(7)};
            if (const auto receivedAt = row.get<std::optional<QDateTime>>(1))
                kept.receipt =
                    Receipt{*receivedAt,
                            row.get<QString>(2),
                            row.get<int>(3),
                            row.get<QString>(4),
                            row.get<std::optional<QByteArray>>(5).value_or(QByteArray()),
                            row.get<std::optional<bool>>(6).value_or(false) ? Receipt::Stage::Relay
                                                                            : Receipt::Stage::Server};
            return kept;
        },
        ScreeningId::fromText(id), id);
}

}  // namespace amparo::store
