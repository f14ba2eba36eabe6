// Screens one traveller after another until it is killed, and says on standard output what the store has
// confirmed: "answer <id> <count>" and "final <id>", a line each, written at once. With "rotate" it changes the
// store's key again and again meanwhile, and says "rotated" each time.
#include "store/store.h"
#include "support/samples.h"

#include <QCoreApplication>

#include <cstdio>

using namespace amparo;

namespace {

void say(const char *word, ScreeningId id, int count)
{
    std::printf("%s %s %d\n", word, qUtf8Printable(id.toText()), count);
    std::fflush(stdout);
}

Result<> screenOne(store::Store &store, record::Screening draft)
{
    draft.id = ScreeningId::create();
    draft.instanceId = QStringLiteral("uuid:") + draft.id.toText();
    record::Screening begun = draft;
    begun.verdict.reset();
    if (const auto created = store.screenings().create(begun, "0"); !created)
        return created;
    for (int answer = 1; answer <= 5; ++answer) {
        if (const auto saved = store.screenings().saveDraft(begun, QByteArray::number(answer)); !saved)
            return saved;
        say("answer", draft.id, answer);
    }
    if (const auto done =
            store.screenings().finalise(draft, "<data>" + draft.id.toText().toUtf8() + "</data>");
        !done)
        return done;
    say("final", draft.id, 0);
    return {};
}

/// Changes the key while records are written.
Result<> rotateOnce(store::Store &store, const record::Screening &draft)
{
    auto rotation = store.beginKeyRotation();
    if (!rotation)
        return tl::make_unexpected(rotation.error());
    for (int round = 0; round < 3; ++round) {
        if (const auto step = rotation->step(20); !step)
            return tl::make_unexpected(step.error());
        if (const auto screened = screenOne(store, draft); !screened)
            return screened;
    }
    if (const auto finished = store.finishKeyRotation(std::move(*rotation)); !finished)
        return finished;
    std::printf("rotated - 0\n");
    std::fflush(stdout);
    return {};
}

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const bool rotates = arguments.size() == 3 && arguments.at(2) == QStringLiteral("rotate");
    if (arguments.size() != 2 && !rotates)
        return 2;
    const auto store =
        store::Store::open(arguments.at(1), QStringLiteral("lead"), test::aPassphrase(), systemClock());
    if (!store)
        return 1;
    const auto shift = (*store)->shifts().current();
    if (!shift || !*shift)
        return 1;
    const record::Screening draft =
        test::decided(test::aDraft((*shift)->id, (*store)->officer().id, systemClock().utcNow()));
    Result<> done;
    while (done)
        done = rotates ? rotateOnce(**store, draft) : screenOne(**store, draft);
    std::fprintf(stderr, "stopped: %s\n", qUtf8Printable(done.error().detail));
    return 1;
}
