#pragma once

#include "store/lane_record_repository.h"

namespace amparo::test {

class TestStore;

/// A lane that may deliver here from now on; the lead is signed in afterwards.
store::Lane addLane(TestStore &store, const QString &name = QStringLiteral("Lane 2"));

/// As another workstation makes a record final, officer "ana" there.
store::LaneRecord aLaneRecord(const TestStore &store,
                              const QByteArray &xml = "<data><answer>1</answer></data>");

/// What became of them. `batch` names the batch: the same again is the same.
QList<store::Arrival> bring(TestStore &store, const store::Lane &lane, const QByteArray &batch,
                            const QList<std::optional<store::LaneRecord>> &records);

}  // namespace amparo::test
