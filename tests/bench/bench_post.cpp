#include "bench/bench_post.h"

#include "support/samples.h"

namespace amparo::bench {

namespace {

/// Takes a choice of each question that offers some; answers open further questions, so it goes round again.
Result<> answerAll(record::Interview &interview, int which)
{
    QStringList answered;
    while (true) {
        QStringList open = choiceQuestions(interview);
        open.removeIf([&](const QString &path) { return answered.contains(path); });
        if (open.isEmpty())
            return {};
        const QList<form::Choice> choices = interview.session().choices(open.first());
        const QString &value = choices.at((which + answered.size()) % choices.size()).value;
        if (const auto set = interview.setAnswer(open.first(), value); !set)
            return set;
        answered.append(open.first());
    }
}

}  // namespace

QString auditorName() { return QStringLiteral("auditor"); }

Result<BenchPost> makePost(const QString &folder, const Clock &clock)
{
    const record::Post post{QStringLiteral("UTO-BENCH-01"), QStringLiteral("Bench"), QStringLiteral("UTO"),
                            true};
    const record::Officer administrator{OfficerId::create(), QStringLiteral("admin"),
                                        QStringLiteral("Inés Roca"), record::Role::Administrator};
    const record::Officer lead{OfficerId::create(), QStringLiteral("lead"), QStringLiteral("Ana Salas"),
                               record::Role::ShiftLead};
    {
        const auto made = store::Store::create(folder, post, administrator, test::aPassphrase(), clock);
        if (!made)
            return tl::make_unexpected(made.error());
        // Whoever measures all records has to see them all.
        const record::Officer auditor{OfficerId::create(), auditorName(), QStringLiteral("Elsa Rivas"),
                                      record::Role::Auditor};
        const auto prepared =
            (*made)
                ->addOfficer(lead, test::aPassphrase())
                .and_then([&] { return (*made)->addOfficer(auditor, test::aPassphrase()); })
                .and_then([&] { return app::installBuiltinForms(**made); });
        if (!prepared)
            return tl::make_unexpected(prepared.error());
    }
    auto store = store::Store::open(folder, lead.loginName, test::aPassphrase(), clock);
    if (!store)
        return tl::make_unexpected(store.error());
    const auto forms = app::readInstalledForms(**store);
    if (!forms)
        return tl::make_unexpected(forms.error());
    const app::InterviewFormPtr form = app::formFor(*forms, record::Purpose::Primary);
    if (!form)
        return failure(ErrorCode::NotFound, QStringLiteral("no built-in form serves the primary line"));
    const auto shift = (*store)->shifts().open();
    if (!shift)
        return tl::make_unexpected(shift.error());
    return BenchPost{std::move(*store), form,
                     record::Setting{&clock, post, lead, shift->id, QStringLiteral("es")}};
}

Result<record::Interview> filledInterview(const app::InterviewFormPtr &form, const record::Setting &setting,
                                          int which)
{
    auto interview = record::Interview::begin(form, EncounterId::create(), setting);
    if (!interview)
        return interview;
    interview->setTraveller(test::aTraveller());
    if (const auto answered = answerAll(*interview, which); !answered)
        return tl::make_unexpected(answered.error());
    record::Verdict verdict;
    if (const auto &advice = interview->screening().advice)
        verdict.decision = advice->recommended;
    interview->setVerdict(verdict);
    return interview;
}

QStringList choiceQuestions(const record::Interview &interview)
{
    QStringList paths;
    const QList<form::Item> items = interview.session().items();
    for (const form::Item &item : items) {
        if (!item.readonly && item.control == form::Control::Select1 &&
            !interview.session().choices(item.path).isEmpty())
            paths.append(item.path);
    }
    return paths;
}

}  // namespace amparo::bench
