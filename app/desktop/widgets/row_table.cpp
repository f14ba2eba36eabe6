#include "app/desktop/widgets/row_table.h"

#include "app/desktop/widgets/theme.h"

#include <QHeaderView>
#include <QTableView>

namespace amparo::desktop {

void showRows(QTableView *table)
{
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(touchSize(table->fontMetrics()));
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void goToRows(QTableView *table)
{
    table->setFocus(Qt::ShortcutFocusReason);
    if (!table->currentIndex().isValid() && table->model()->rowCount() > 0)
        table->selectRow(0);
}

}  // namespace amparo::desktop
