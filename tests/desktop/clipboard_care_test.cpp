#include "app/desktop/widgets/clipboard_care.h"

#include "support/eventually.h"
#include "support/gui.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

TEST_CASE("[SEC-O4] what was copied out of the program leaves the clipboard by itself", "[desktop]")
{
    QClipboard &clipboard = *QApplication::clipboard();
    const ClipboardCare care(clipboard, std::chrono::milliseconds(50));
    QLineEdit edit;
    edit.setText(QStringLiteral("ERIKSSON"));
    edit.selectAll();
    edit.copy();
    CHECK(clipboard.text() == QStringLiteral("ERIKSSON"));
    CHECK(eventually([&] { return clipboard.text().isEmpty(); }));
}
