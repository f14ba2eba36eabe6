#pragma once

class QLayout;

namespace amparo::desktop {

/// Takes all widgets out and deletes them once the events at hand are done: one may be what was clicked.
void removeWidgets(QLayout *layout);

}  // namespace amparo::desktop
