#include "app/cli/program.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("amparo"));
    return int(amparo::cli::runProgram(QCoreApplication::arguments().sliced(1)));
}
