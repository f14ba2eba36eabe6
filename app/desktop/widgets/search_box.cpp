#include "app/desktop/widgets/search_box.h"

#include <QComboBox>
#include <QCompleter>

namespace amparo::desktop {

void makeSearchable(QComboBox *box)
{
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
}

}  // namespace amparo::desktop
