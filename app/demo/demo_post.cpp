#include "app/demo/demo_post.h"

#include "app/installed_forms.h"
#include "record/interview.h"
#include "store/store.h"

#include <QRandomGenerator>

namespace amparo::app {

namespace {

const QString demoOfficer = QStringLiteral("ana");
const QString demoPassphrase = QStringLiteral("lluvia sobre el puente");

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

/// The demo's own time: the morning passes while the day is made.
class DemoClock final : public Clock {
public:
    explicit DemoClock(const QDateTime &begin) : m_now(begin) {}

    QDateTime utcNow() const override { return m_now; }
    std::chrono::milliseconds monotonic() const override
    {
        return std::chrono::milliseconds(m_now.toMSecsSinceEpoch());
    }
    void advance(std::chrono::seconds time) { m_now = m_now.addSecs(time.count()); }

private:
    QDateTime m_now;
};

traveller::Traveller inventedTraveller(QRandomGenerator &random, QDate today)
{
    static const QStringList surnames{text("Quispe Mamani"), text("Souza e Silva"), text("Núñez Peña"),
                                      text("Rojas"),         text("Benítez"),       text("Flores Ticona"),
                                      text("Acosta"),        text("Pierre"),        text("Oliveira"),
                                      text("Vargas Luna")};
    static const QStringList givenNames{
        text("Rosa"),  text("José María"),  text("Ana"),   text("Luis"),  text("Conceição"),
        text("Elena"), text("Juan Carlos"), text("Marie"), text("Pedro"), text("Lucía")};
    traveller::Traveller who;
    who.surname = surnames.at(random.bounded(int(surnames.size())));
    who.givenNames = givenNames.at(random.bounded(int(givenNames.size())));
    who.documentCode = text("ID");
    who.documentNumber = QStringLiteral("D%1").arg(random.bounded(1'000'000, 9'999'999));
    who.issuingState = text("UTO");
    who.nationality = text("UTO");
    who.birthDate = today.addDays(-random.bounded(9 * 365, 58 * 365));
    who.sex = random.bounded(2) ? traveller::Sex::Female : traveller::Sex::Male;
    who.expiryDate = today.addYears(random.bounded(1, 9));
    who.source = traveller::Traveller::Source::Mrz;
    return who;
}

/// Lets some indicators be observed: mostly none, at times a few.
void answer(record::Interview &interview, QRandomGenerator &random)
{
    const int outOfTen = random.bounded(10) < 6 ? 0 : random.bounded(1, 4);
    const form::FormDefinition &definition = *interview.form().definition;
    for (const QString &path : definition.fieldsWith(form::amparoNamespace, QStringLiteral("indicator"))) {
        const auto item = interview.session().item(path);
        if (!item || !item->relevant || random.bounded(10) >= outOfTen)
            continue;
        for (const form::Choice &choice : interview.session().choices(path)) {
            if (choice.value == QLatin1String("yes"))
                (void)interview.setAnswer(path, choice.value);
        }
    }
}

/// Answers the required questions that are still open with their first choice.
void answerRequired(record::Interview &interview)
{
    for (const record::Obstacle &obstacle : interview.obstacles()) {
        const QList<form::Choice> choices = interview.session().choices(obstacle.path);
        if (obstacle.kind == record::Obstacle::Kind::Answer && !choices.isEmpty())
            (void)interview.setAnswer(obstacle.path, choices.first().value);
    }
}

void decide(record::Interview &interview, QRandomGenerator &random)
{
    record::Verdict verdict;
    if (const auto &advice = interview.screening().advice)
        verdict.decision = advice->recommended;
    if (verdict.decision == record::Decision::SecondLine && random.bounded(5) == 0) {
        verdict.decision = record::Decision::Clear;
        verdict.reason = text("Familia conocida en el puesto; respuestas claras por separado.");
    }
    interview.setVerdict(verdict);
}

Result<> screenOne(store::Store &store, const InterviewFormPtr &form, const record::Setting &setting,
                   DemoClock &clock, QRandomGenerator &random)
{
    auto interview = record::Interview::begin(form, EncounterId::create(), setting);
    if (!interview)
        return tl::make_unexpected(interview.error());
    interview->setTraveller(inventedTraveller(random, clock.today()));
    if (const auto made = store.screenings().create(interview->screening(), interview->answers()); !made)
        return made;
    clock.advance(std::chrono::seconds(random.bounded(25, 75)));
    answer(*interview, random);
    answerRequired(*interview);
    decide(*interview, random);
    const auto final = interview->finalise();
    if (!final)
        return tl::make_unexpected(final.error());
    return store.screenings().finalise(final->screening, final->submission.xml, final->files, final->links);
}

Result<> addColleagues(store::Store &store)
{
    const QList<record::Officer> colleagues{
        {OfficerId::create(), demoOfficer, text("Ana Torres"), record::Role::Officer},
        {OfficerId::create(), text("luis"), text("Luis Paredes"), record::Role::ShiftLead},
    };
    for (const record::Officer &officer : colleagues) {
        const auto added = store.addOfficer(officer, crypto::Passphrase::fromText(demoPassphrase));
        if (!added)
            return added;
    }
    return {};
}

/// The installed form that every primary screening of the day uses.
Result<InterviewFormPtr> primaryForm(store::Store &store)
{
    const auto forms = readInstalledForms(store);
    if (!forms)
        return tl::make_unexpected(forms.error());
    const InterviewFormPtr primary = formFor(*forms, record::Purpose::Primary);
    if (!primary)
        return failure(ErrorCode::NotFound, QStringLiteral("no built-in form serves the primary line"));
    return primary;
}

/// The store as an administrator leaves it.
Result<> setUp(const QString &folder, const record::Post &post, const record::Officer &administrator,
               const crypto::Passphrase &passphrase, const Clock &clock)
{
    const auto created = store::Store::create(folder, post, administrator, passphrase, clock);
    if (!created)
        return tl::make_unexpected(created.error());
    return addColleagues(**created).and_then([&] { return installBuiltinForms(**created); });
}

}  // namespace

QList<DemoAccount> demoAccounts()
{
    return {{demoOfficer, demoPassphrase}, {text("luis"), demoPassphrase}, {text("admin"), demoPassphrase}};
}

Result<> makeDemoPost(const QString &folder, const QDateTime &now, quint32 seed)
{
    DemoClock clock(now.addSecs(-5 * 3600));
    QRandomGenerator random(seed);
    const record::Post post{text("UTO-DEMO-01"), text("Puente de Demostración"), text("UTO"), true};
    const record::Officer administrator{OfficerId::create(), text("admin"), text("Administración"),
                                        record::Role::Administrator};
    const crypto::Passphrase passphrase = crypto::Passphrase::fromText(demoPassphrase);
    if (const auto made = setUp(folder, post, administrator, passphrase, clock); !made)
        return made;
    // Those who set up a post screen nobody.
    auto opened = store::Store::open(folder, demoOfficer, passphrase, clock);
    if (!opened)
        return tl::make_unexpected(opened.error());
    store::Store &store = **opened;
    const auto primary = primaryForm(store);
    if (!primary)
        return tl::make_unexpected(primary.error());
    const auto shift = store.shifts().open();
    if (!shift)
        return tl::make_unexpected(shift.error());
    const record::Setting setting{&clock, post, store.officer(), shift->id, text("es")};
    for (int i = 0; i < 28; ++i) {
        clock.advance(std::chrono::seconds(random.bounded(200, 520)));
        if (const auto screened = screenOne(store, *primary, setting, clock, random); !screened)
            return screened;
    }
    return {};
}

}  // namespace amparo::app
