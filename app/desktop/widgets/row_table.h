#pragma once

class QTableView;

namespace amparo::desktop {

/// Makes a table one whose rows are chosen, one at a time: striped, high enough for a finger, Tab leads out
/// of it.
void showRows(QTableView *table);

/// Leads from a search to what was found: to the row that is chosen, else to the first.
void goToRows(QTableView *table);

}  // namespace amparo::desktop
