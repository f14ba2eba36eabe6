// What is kept of a record's arrival, also when the record itself is gone.

#include "store/database.h"
#include "store/outbox_repository.h"
#include "store/screening_columns.h"

namespace amparo::store {

Result<std::optional<KeptReceipt>> OutboxRepository::keptReceipt(const QString &id) const
{
    return m_database.first(
        "SELECT s.instance_id, o.receipt_at, o.receipt_server, o.receipt_status, o.receipt_proof,"
        " o.receipt_message, o.receipt_stage = 'relay', 0 FROM outbox o JOIN screening s USING (sequence)"
        " WHERE s.id = ?1 OR s.instance_id = ?2 UNION ALL"
        " SELECT instance_id, receipt_at, receipt_server, receipt_status, receipt_proof, '', 0, 1 FROM "
        "erasure"
        " WHERE id = ?1 OR instance_id = ?2",
        [](const Row &row) {
            KeptReceipt kept{row.get<std::optional<QString>>(0).value_or(QString()), readReceipt(row, 1),
                             row.get<bool>(7)};
            if (kept.receipt) {
                kept.receipt->message = row.get<QString>(5);
                kept.receipt->stage = row.get<std::optional<bool>>(6).value_or(false)
                                          ? Receipt::Stage::Relay
                                          : Receipt::Stage::Server;
            }
            return kept;
        },
        ScreeningId::fromText(id), id);
}

}  // namespace amparo::store
