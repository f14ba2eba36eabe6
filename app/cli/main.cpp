#include "app/cli/program.h"
#include "crypto/private_memory.h"

#include <QGuiApplication>

#include <cstdio>
#include <memory>

namespace {

/// A failure is one line on standard error: what Qt itself notes about the computer would be a second.
void writeOwnMessages(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type == QtFatalMsg || qstrncmp(context.category, "amparo.", 7) == 0)
        std::fprintf(stderr, "%s: %s\n", context.category, qPrintable(message));
}

}  // namespace

int main(int argc, char **argv)
{
    amparo::crypto::keepMemoryPrivate();
    qInstallMessageHandler(writeOwnMessages);
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    // Pages need fonts, not a display.
    std::unique_ptr<QCoreApplication> application;
    if (amparo::cli::needsFonts(words)) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    QCoreApplication::setApplicationName(QStringLiteral("amparo"));
    return int(amparo::cli::runProgram(words));
}
