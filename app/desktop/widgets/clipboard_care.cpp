#include "app/desktop/widgets/clipboard_care.h"

#include <QClipboard>

namespace amparo::desktop {

ClipboardCare::ClipboardCare(QClipboard &clipboard, std::chrono::milliseconds after, QObject *parent)
    : QObject(parent), m_clipboard(clipboard)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(after);
    connect(&m_clipboard, &QClipboard::dataChanged, this, [this] {
        const bool isOwn = m_clipboard.ownsClipboard() && !m_clipboard.text().isEmpty();
        isOwn ? m_timer.start() : m_timer.stop();
    });
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_clipboard.ownsClipboard())
            m_clipboard.clear();
    });
}

}  // namespace amparo::desktop
