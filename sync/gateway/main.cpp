#include "crypto/private_memory.h"
#include "sync/gateway/commands.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

int main(int argc, char **argv)
{
    amparo::crypto::keepMemoryPrivate();
    std::signal(SIGPIPE, SIG_IGN);  // whoever reads the log may go
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments().mid(1);
    if (words == QStringList{QStringLiteral("--help")}) {
        std::puts(amparo::gateway::usage().toUtf8().constData());
        return 0;
    }
    const auto done = amparo::gateway::runCommand(words);
    if (done)
        return 0;
    std::fprintf(stderr, "amparo-gateway: %s\n", done.error().detail.toUtf8().constData());
    return done.error().code == amparo::ErrorCode::InvalidInput ? 2 : 1;
}
