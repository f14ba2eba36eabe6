#include "app/cli/program.h"

#include <QGuiApplication>

#include <memory>

int main(int argc, char **argv)
{
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
