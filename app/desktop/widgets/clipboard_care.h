#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

class QClipboard;

namespace amparo::desktop {

/// Empties the clipboard some time after something was copied out of this program: a name is not to be pasted
/// into a message hours later. What other programs put there stays.
class ClipboardCare : public QObject {
    Q_OBJECT

public:
    explicit ClipboardCare(QClipboard &clipboard, std::chrono::milliseconds after = std::chrono::seconds(20),
                           QObject *parent = nullptr);

private:
    QClipboard &m_clipboard;
    QTimer m_timer;
};

}  // namespace amparo::desktop
