#include "app/desktop/widgets/layout.h"

#include <QLayout>
#include <QWidget>

namespace amparo::desktop {

void removeWidgets(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

}  // namespace amparo::desktop
