#include "bench/bench_post.h"
#include "bench/benchmarks.h"
#include "store/store_queue.h"
#include "support/samples.h"

#include <QEventLoop>

namespace amparo::bench {

namespace {

/// Saves as the desktop does: a job on the store's thread, whose outcome comes back as an event.
Result<> save(store::StoreQueue &queue, const record::Interview &interview)
{
    Result<> outcome;
    QEventLoop loop;
    queue.run(
        &loop,
        [draft = interview.screening(), answers = interview.answers()](store::Store &store) {
            return store.screenings().saveDraft(draft, answers);
        },
        [&](const Result<> &saved) {
            outcome = saved;
            loop.quit();
        });
    loop.exec();
    return outcome;
}

/// Another answer than it has to one of the questions asked now: path and value.
std::pair<QString, QString> nextAnswer(const record::Interview &interview, int which)
{
    const QStringList questions = choiceQuestions(interview);
    const QString path = questions.at(which % questions.size());
    const QList<form::Choice> choices = interview.session().choices(path);
    const bool isFirst = interview.session().value(path) == choices.first().value;
    return {path, (isFirst ? choices.last() : choices.first()).value};
}

}  // namespace

Figures measureDraft(const Plan &plan)
{
    auto post = makePost(plan.folder + QStringLiteral("/draft"), systemClock());
    if (!post)
        return tl::make_unexpected(post.error());
    auto interview = record::Interview::begin(post->form, EncounterId::create(), post->setting);
    if (!interview)
        return tl::make_unexpected(interview.error());
    interview->setTraveller(test::aTraveller());
    const auto created = post->store->screenings().create(interview->screening(), interview->answers());
    if (!created)
        return tl::make_unexpected(created.error());
    store::StoreQueue queue(std::move(post->store));

    const QJsonObject size{{QStringLiteral("questions"), choiceQuestions(*interview).size()},
                           {QStringLiteral("answerBytes"), interview->answers().size()}};
    Figure answered{QStringLiteral("answer a question, advice included"), size, {}};
    Figure saved{QStringLiteral("save an answer, from the answer to the disk"), size, {}};
    for (int i = 0; i < plan.samples; ++i) {
        const auto [path, value] = nextAnswer(*interview, i);
        Result<> outcome;
        const double answering = timed([&] { outcome = interview->setAnswer(path, value); });
        const double saving =
            timed([&] { outcome = outcome.and_then([&] { return save(queue, *interview); }); });
        if (!outcome)
            return tl::make_unexpected(outcome.error());
        answered.samples.push_back(answering);
        saved.samples.push_back(answering + saving);
    }
    return QList<Figure>{answered, saved};
}

}  // namespace amparo::bench
