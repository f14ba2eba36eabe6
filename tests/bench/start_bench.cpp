#include "bench/bench_post.h"
#include "bench/benchmarks.h"

#include <QFileInfo>
#include <QProcess>

namespace amparo::bench {

namespace {

constexpr int patienceInMs = 60'000;

/// From the start of the process to the line that the program prints once its first window is on the screen.
Result<double> startOnce(const QString &program, const QString &store)
{
    QProcess desktop;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("AMPARO_TRACE_START"), QStringLiteral("1"));
    desktop.setProcessEnvironment(environment);
    desktop.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QByteArray printed;
    bool isShown = false;
    const double time = timed([&] {
        desktop.start(program, {QStringLiteral("--store"), store});
        while (!isShown && desktop.waitForReadyRead(patienceInMs)) {
            printed += desktop.readAll();
            isShown = printed.split('\n').contains("first-window");
        }
    });
    desktop.kill();
    desktop.waitForFinished();
    if (!isShown)
        return failure(ErrorCode::Unavailable,
                       program + QStringLiteral(" showed no window; is there a display?"));
    return time;
}

}  // namespace

Figures measureStart(const Plan &plan)
{
    if (!QFileInfo(plan.program).isExecutable())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no program ") + plan.program);
    const QString folder = plan.folder + QStringLiteral("/start");
    if (const auto post = makePost(folder, systemClock()); !post)
        return tl::make_unexpected(post.error());
    Figure figure{
        QStringLiteral("start to first window"),
        {{QStringLiteral("storeBytes"), QFileInfo(folder + QStringLiteral("/store.amparo")).size()}},
        {}};
    for (int i = 0; i < plan.slowSamples; ++i) {
        const auto time = startOnce(plan.program, folder);
        if (!time)
            return tl::make_unexpected(time.error());
        figure.samples.push_back(*time);
    }
    return QList<Figure>{figure};
}

}  // namespace amparo::bench
