#include "bench/bench_post.h"
#include "bench/benchmarks.h"

#include <QFile>

#include <unistd.h>

namespace amparo::bench {

namespace {

/// Appends the bytes to a file and waits for the disk: the least that makes them durable.
bool writeBare(QFile &file, const QByteArray &bytes)
{
    return file.write(bytes) == bytes.size() && ::fdatasync(file.handle()) == 0;
}

}  // namespace

Figures measureFinalise(const Plan &plan)
{
    auto post = makePost(plan.folder + QStringLiteral("/finalise"), systemClock());
    if (!post)
        return tl::make_unexpected(post.error());
    store::ScreeningRepository &screenings = post->store->screenings();
    QFile bare(plan.folder + QStringLiteral("/bare"));
    if (!bare.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return failure(ErrorCode::Unavailable, bare.errorString());

    Figure figure{QStringLiteral("finalise a screening, durable"), {}, {}};
    figure.comparedName = QStringLiteral("write and fdatasync the submission alone");
    for (int i = 0; i < plan.samples; ++i) {
        auto interview = filledInterview(post->form, post->setting, i);
        if (!interview)
            return tl::make_unexpected(interview.error());
        if (const auto made = screenings.create(interview->screening(), interview->answers()); !made)
            return tl::make_unexpected(made.error());
        Result<> outcome;
        QByteArray submission;
        figure.samples.push_back(timed([&] {
            outcome = interview->finalise().and_then([&](const record::FinalRecord &record) {
                submission = record.submission.xml;
                return screenings.finalise(record.screening, submission);
            });
        }));
        if (!outcome)
            return tl::make_unexpected(outcome.error());
        figure.input = {{QStringLiteral("submissionBytes"), submission.size()}};
        bool isWritten = false;
        figure.compared.push_back(timed([&] { isWritten = writeBare(bare, submission); }));
        if (!isWritten)
            return failure(ErrorCode::Unavailable, bare.errorString());
    }
    return QList<Figure>{figure};
}

}  // namespace amparo::bench
