#include "app/cli/program.h"
#include "crypto/private_memory.h"

#include <QGuiApplication>

#ifdef Q_OS_WIN
#include <qt_windows.h>

#include <fcntl.h>
#include <io.h>
#include <shellapi.h>
#endif

#include <cstdio>
#include <memory>

namespace {

/// A failure is one line on standard error: what Qt itself notes about the computer would be a second.
void writeOwnMessages(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type == QtFatalMsg || qstrncmp(context.category, "amparo.", 7) == 0)
        std::fprintf(stderr, "%s: %s\n", context.category, qPrintable(message));
}

#ifdef Q_OS_WIN
/// argv is in the code page of the computer, which lacks letters: the system still has what was typed.
QStringList wordsOf(int, char **)
{
    int count = 0;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    QStringList read;
    for (int i = 1; i < count; ++i)
        read.append(QString::fromWCharArray(words[i]));
    LocalFree(words);
    return read;
}

/// UTF-8 and the same bytes as everywhere, for a script that compares or hands them on.
void prepareStreams()
{
    SetConsoleOutputCP(CP_UTF8);
    for (std::FILE *stream : {stdin, stdout, stderr})
        _setmode(_fileno(stream), _O_BINARY);
}
#else
QStringList wordsOf(int argc, char **argv)
{
    QStringList read;
    for (int i = 1; i < argc; ++i)
        read.append(QString::fromLocal8Bit(argv[i]));
    return read;
}

void prepareStreams() {}
#endif

}  // namespace

int main(int argc, char **argv)
{
    amparo::crypto::keepMemoryPrivate();
    qInstallMessageHandler(writeOwnMessages);
    prepareStreams();
    const QStringList words = wordsOf(argc, argv);
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
