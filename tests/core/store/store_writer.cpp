// Screens one traveller after another until it is killed, and says on standard output what the store has
// confirmed: "answer <id> <count>" and "final <id>", a line each, written at once.
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

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2)
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
    while (screenOne(**store, draft)) {
    }
    return 1;
}
