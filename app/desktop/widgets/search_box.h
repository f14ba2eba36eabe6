#pragma once

class QComboBox;

namespace amparo::desktop {

/// Lets a long list be searched by typing any part of an entry; what is typed becomes no entry.
void makeSearchable(QComboBox *box);

}  // namespace amparo::desktop
