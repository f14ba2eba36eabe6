#include "bench/second_line_records.h"

#include "bench/bench_post.h"
#include "support/fixed_clock.h"
#include "support/samples.h"

#include <QRandomGenerator>

namespace amparo::bench {

namespace {

QString inventedWord(QRandomGenerator &random)
{
    static const QStringList syllables =
        QStringLiteral("qui mar tor sal ven pa ro li cho ña des um be ga yo lu").split(u' ');
    QString word;
    for (int i = 0; i < 3; ++i)
        word += syllables.at(random.bounded(int(syllables.size())));
    return word.replace(0, 1, word.first(1).toUpper());
}

traveller::Traveller inventedTraveller(QRandomGenerator &random)
{
    traveller::Traveller traveller = test::aTraveller();
    traveller.surname = inventedWord(random) + u' ' + inventedWord(random);
    traveller.givenNames = inventedWord(random);
    traveller.documentNumber = QStringLiteral("D%1").arg(random.bounded(1'000'000, 9'999'999));
    traveller.birthDate = QDate(2008, 1, 1).addDays(-random.bounded(50 * 365));
    return traveller;
}

/// Mostly the first choice, the usual answer; else any of them.
Result<> answerAsPeopleDo(record::Interview &interview, QRandomGenerator &random)
{
    QStringList answered;
    for (;;) {
        QStringList open = choiceQuestions(interview);
        open.removeIf([&](const QString &path) { return answered.contains(path); });
        if (open.isEmpty())
            return {};
        const QList<form::Choice> choices = interview.session().choices(open.first());
        const int which = random.bounded(3) == 0 ? random.bounded(int(choices.size())) : 0;
        if (const auto set = interview.setAnswer(open.first(), choices.at(which).value); !set)
            return set;
        answered.append(open.first());
    }
}

Result<> addRecord(BenchPost &post, const app::InterviewFormPtr &form, QRandomGenerator &random)
{
    auto interview = record::Interview::begin(form, EncounterId::create(), post.setting);
    if (!interview)
        return tl::make_unexpected(interview.error());
    interview->setTraveller(inventedTraveller(random));
    if (const auto answered = answerAsPeopleDo(*interview, random); !answered)
        return answered;
    record::Verdict verdict;
    if (const auto &advice = interview->screening().advice)
        verdict.decision = advice->recommended;
    interview->setVerdict(verdict);
    store::ScreeningRepository &screenings = post.store->screenings();
    return screenings.create(interview->screening(), interview->answers())
        .and_then([&] { return interview->finalise(); })
        .and_then([&](const record::FinalRecord &record) {
            return screenings.finalise(record.screening, record.submission.xml);
        });
}

}  // namespace

Result<QList<sync::Parcel>> secondLineRecords(const QString &folder, int count)
{
    test::FixedClock clock;
    auto post = makePost(folder, clock);
    if (!post)
        return tl::make_unexpected(post.error());
    const auto forms = app::readInstalledForms(*post->store);
    if (!forms)
        return tl::make_unexpected(forms.error());
    const app::InterviewFormPtr form = app::formFor(*forms, record::Purpose::Second);
    if (!form)
        return failure(ErrorCode::NotFound, QStringLiteral("no built-in form serves the second line"));
    QRandomGenerator random(1);
    QList<sync::Parcel> parcels;
    while (parcels.size() < count) {
        clock.advance(std::chrono::seconds(random.bounded(120, 900)));
        if (const auto added = addRecord(*post, form, random); !added)
            return tl::make_unexpected(added.error());
        const auto taken = post->store->outbox().takeNext();
        if (!taken)
            return tl::make_unexpected(taken.error());
        const store::Outgoing &outgoing = taken->value();
        sync::Parcel parcel{outgoing.item.instanceId,
                            outgoing.item.formId,
                            outgoing.submissionXml,
                            {},
                            outgoing.item.formVersion};
        parcels.append(parcel);
    }
    return parcels;
}

}  // namespace amparo::bench
