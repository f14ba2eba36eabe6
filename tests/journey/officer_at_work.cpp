// Works with the real window until it is killed, and says on standard output what it is about to do and what
// the window has confirmed: "resumed", "answering", "answer", "finalising", "final", each with the
// screening's id and the number of signs recorded, a line each, written at once.
#include "app/desktop/workplace.h"
#include "journey/person.h"

#include <QApplication>
#include <QListWidget>

#include <cstdio>

using namespace amparo;
using namespace amparo::test;

namespace {

constexpr int signsToRecord = 5;  // with the keys from 2 on

void say(const char *word, ScreeningId id, int count)
{
    std::printf("%s %s %d\n", word, qUtf8Printable(id.toText()), count);
    std::fflush(stdout);
}

/// Why the work could not go on.
bool stuck(const char *where)
{
    std::fprintf(stderr, "stuck: %s\n", where);
    return false;
}

ScreeningId openId(const Person &person) { return person.screening().interview()->screening().id; }

bool resumeDraft(Person &person, QMainWindow &window)
{
    QListWidget *drafts = nullptr;
    for (QListWidget *list : window.findChildren<QListWidget *>()) {
        if (list->accessibleName() == QStringLiteral("Drafts"))
            drafts = list;
    }
    // Whether there are drafts is known once the page says what is finished.
    if (!drafts || !person.reads(QStringLiteral("finished in this shift")))
        return stuck("reading the page Today");
    if (drafts->count() == 0)
        return true;
    drafts->setFocus();
    drafts->setCurrentRow(0);
    person.press(Qt::Key_Return);
    if (!person.sees([&] { return person.screening().interview() != nullptr; }))
        return stuck("resuming the draft");
    say("resumed", openId(person), person.signCount());
    return true;
}

bool screenOne(Person &person)
{
    if (!person.screening().interview()) {
        person.scan(specimenPassport());
        if (!person.sees([&] { return person.screening().interview() != nullptr; }))
            return stuck("beginning with a document");
    }
    const ScreeningId id = openId(person);
    // A resumed draft begins at this question too.
    const auto isAskedCompany = [&] {
        return person.screening().question().endsWith(QStringLiteral("/travels"));
    };
    if (!person.sees(isAskedCompany))
        return stuck("coming to the first question");
    person.press(Qt::Key_3);  // travels with others
    if (!person.sees([&] { return !isAskedCompany(); }))
        return stuck("answering the first question");
    for (int count = person.signCount(); count < signsToRecord; ++count) {
        say("answering", id, count);
        person.press(Qt::Key(Qt::Key_2 + count));
        if (!person.sees([&] { return person.signCount() == count + 1; }) ||
            !person.reads(QStringLiteral("Draft saved")))
            return stuck("saving an answer");
        say("answer", id, count + 1);
    }
    person.press(Qt::Key_F4);
    if (person.screening().interview()->departsFromAdvice())
        person.type(QStringLiteral("seen"));
    say("finalising", id, signsToRecord);
    person.press(Qt::Key_Return, Qt::ControlModifier);
    if (!person.sees([&] { return person.screening().interview() == nullptr; }))
        return stuck("finalising");
    say("final", id, signsToRecord);
    return true;
}

}  // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2)
        return 2;
    desktop::MainWindow window(arguments.at(1), false, systemClock());
    Person person(window);
    if (!person.signIn()) {
        stuck("signing in");
        return 1;
    }
    if (!resumeDraft(person, window))
        return 1;
    while (screenOne(person)) {
    }
    return 1;
}
