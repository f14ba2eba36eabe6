#include "crypto/random.h"
#include "store/key_slots.h"
#include "store/salvage.h"
#include "store/store.h"

#include "support/catch.h"
#include "support/test_store.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>
#include <QSet>

using namespace amparo;
using namespace amparo::store;
using test::errorOf;
using test::require;
using test::TestStore;

namespace {

constexpr int pageSize = 4096;

/// A form whose fields repeat what the list's row holds, as the built-in ones do.
const QByteArray formWithRecord = R"(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:orx="http://openrosa.org/xforms" xmlns:amparo="https://amparo.example/forms">
<h:head><h:title>Checklist</h:title><model>
<instance><data id="salvage" version="1" amparo:purpose="primary"><encounter/><shift/><officer/><surname/><given/>
<number/><decision/><orx:meta><orx:instanceID/></orx:meta></data></instance>
@BINDS@
</model></h:head><h:body/></h:html>)";

QByteArray theForm()
{
    QByteArray binds;
    const std::pair<const char *, const char *> parts[]{{"encounter", "encounter"},
                                                        {"shift", "shift"},
                                                        {"officer", "officer"},
                                                        {"surname", "traveller.surname"},
                                                        {"given", "traveller.givenNames"},
                                                        {"number", "traveller.documentNumber"},
                                                        {"decision", "decision"}};
    for (const auto &[field, part] : parts)
        binds += QByteArray("<bind nodeset=\"/data/") + field + "\" type=\"string\" amparo:record=\"" + part +
                 "\"/>\n";
    QByteArray form = formWithRecord;
    form.replace("https://amparo.example/forms", QString(form::amparoNamespace).toUtf8());
    return form.replace("@BINDS@", binds);
}

QByteArray submissionOf(const record::Screening &screening, int padding)
{
    return QStringLiteral(
               "<data id=\"salvage\" version=\"1\"><encounter>%1</encounter><shift>%2</shift>"
               "<officer>%3</officer><surname>%4</surname><given>%5</given><number>%6</number>"
               "<decision>%7</decision><notes>%8</notes><meta><instanceID>%9</instanceID></meta></data>")
        .arg(screening.encounter.toText(), screening.shift.toText(), screening.officer.toText(),
             screening.traveller.surname, screening.traveller.givenNames, screening.traveller.documentNumber,
             record::decisionName(screening.verdict->decision), QString(padding, QLatin1Char('x')),
             screening.instanceId)
        .toUtf8();
}

/// A closed store with so many final records and two drafts, and what was in it.
struct FilledPost {
    explicit FilledPost(int records, TestStore::Kind kind = TestStore::Kind::Usual) : store(kind)
    {
        store.signIn(store.administrator());
        require(store->forms().install({QStringLiteral("salvage"), QStringLiteral("1"), theForm(), {}}));
        store.signIn(store.lead());
        for (int i = 0; i < records; ++i) {
            record::Screening draft = store.aDraft();
            draft.formId = QStringLiteral("salvage");
            draft.traveller.surname = QStringLiteral("SURNAME%1").arg(i);
            draft.traveller.documentNumber = QStringLiteral("X%1").arg(1000 + i);
            store.addDraft(draft);
            record::Screening final = test::decided(draft);
            // From small ones to some that take pages of their own.
            const QByteArray xml = submissionOf(final, i % 10 == 0 ? 9000 : i % 3 * 400);
            require(store->screenings().finalise(final, xml));
            final.state = record::State::Queued;
            submissions.insert(final.id, require(store->screenings().submission(final.id)));
            finals.insert(final.id, final);
            if (i % 4 == 0)
                require(
                    store->outbox().acknowledge(require(store->outbox().takeNext())->item.screening,
                                                {store.clock.utcNow(), QStringLiteral("https://hq.example"),
                                                 201, QStringLiteral("thanks")}));
        }
        drafts = {store.addDraft().id, store.addDraft().id};
        store.close();
        // The log is put into the file, so that every page has one place.
        require(store.executeAndClose("PRAGMA wal_checkpoint(TRUNCATE)"));
        QFile file(databasePath());
        REQUIRE(file.open(QIODevice::ReadOnly));
        sound = file.readAll();
    }

    QString databasePath() const { return store.path(QStringLiteral("store.amparo")); }
    int pages() const { return int(sound.size() / pageSize); }

    void write(const QByteArray &bytes) const
    {
        QFile file(databasePath());
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    }

    Result<SalvageReport> salvage(const QString &into, std::optional<record::Post> post = std::nullopt) const
    {
        return salvageStore({store.folder(), into, store.administrator().loginName, std::move(post), {}},
                            test::aPassphrase(), store.clock);
    }

    TestStore store;
    QHash<ScreeningId, record::Screening> finals;
    QHash<ScreeningId, QByteArray> submissions;
    QList<ScreeningId> drafts;
    QByteArray sound;
};

const record::Post namedPost{QStringLiteral("PE-DES-01"), QStringLiteral("Desaguadero"),
                             QStringLiteral("PER"), true};

void damagePage(QByteArray &bytes, int page, QRandomGenerator &random)
{
    const qsizetype at = qsizetype(page - 1) * pageSize;
    switch (random.bounded(3)) {
    case 0: {
        char &byte = bytes[at + random.bounded(24, pageSize)];
        byte = char(byte ^ random.bounded(1, 256));
        return;
    }
    case 1:
        std::fill_n(bytes.begin() + at, pageSize, '\0');
        return;
    default:
        for (int i = 0; i < pageSize; ++i)
            bytes[at + i] = char(random.bounded(256));
    }
}

std::unique_ptr<Store> openedIn(const FilledPost &post, const QString &folder)
{
    return require(Store::open(folder, post.store.lead().loginName, test::aPassphrase(), post.store.clock));
}

/// What the new store says is what was written, or it is named as damaged.
void checkNothingIsInvented(const FilledPost &post, Store &made, const SalvageReport &report)
{
    QSet<ScreeningId> damaged;
    for (const DamagedRecord &record : report.damagedRecords) {
        if (record.id)
            damaged.insert(*record.id);
    }
    qint64 whole = 0;
    for (auto final = post.finals.cbegin(); final != post.finals.cend(); ++final) {
        const auto found = require(made.screenings().find(final.key()));
        if (damaged.contains(final.key())) {
            if (const auto xml = made.screenings().submission(final.key()))
                CHECK(*xml == post.submissions.value(final.key()));
            continue;
        }
        if (!found)
            continue;
        ++whole;
        CHECK(found->traveller == final->traveller);
        CHECK(found->finalisedAt == final->finalisedAt);
        CHECK(found->verdict == final->verdict);
        CHECK(require(made.screenings().submission(final.key())) == post.submissions.value(final.key()));
    }
    CHECK(whole == report.wholeRecords);
}

/// The instance ids that the new store would send or has sent.
QSet<QString> saved(Store &made)
{
    QSet<QString> ids;
    for (const auto state : {record::State::Queued, record::State::Acknowledged}) {
        for (const OutboxItem &item : require(made.outbox().items(state, 10'000)))
            ids.insert(item.instanceId);
    }
    return ids;
}

}  // namespace

TEST_CASE("of a sound store all is saved", "[store][SEC-D3]")
{
    const FilledPost post(40);
    const QTemporaryDir into(test::quickFolder());
    const SalvageReport report = require(post.salvage(into.path()));
    CHECK(report.isWhole());
    CHECK(report.wholeRecords == 40);
    CHECK(report.wholeDrafts == 2);
    CHECK(report.pages == post.pages());
    const auto made = openedIn(post, into.path());
    checkNothingIsInvented(post, *made, report);
    CHECK(require(made->screenings().answers(post.drafts.first())) == "answers");
    CHECK(require(made->audit().verify()).firstBroken == std::nullopt);
    CHECK(require(made->outbox().counts()).acknowledged == 10);
    const auto found = require(made->screenings().page({QStringLiteral("surname7"), {}, {}, {}}, 5));
    REQUIRE(found.screenings.size() == 1);
    CHECK(made->checkIntegrity(Database::Check::Full));
}

TEST_CASE("whatever pages are damaged, the rest is saved and nothing is invented", "[store][SEC-D3]")
{
    const FilledPost post(60);
    const quint32 seed = GENERATE(range(1u, 15u));
    CAPTURE(seed);
    QRandomGenerator random(seed);
    QByteArray bytes = post.sound;
    QSet<qint64> pages;
    for (int i = 0; i < int(seed % 5) + 1; ++i)
        pages.insert(random.bounded(2, post.pages() + 1));
    for (const qint64 page : pages)
        damagePage(bytes, int(page), random);
    post.write(bytes);
    const QTemporaryDir into(test::quickFolder());
    const auto report = post.salvage(into.path(), namedPost);
    if (!report)
        FAIL(report.error().detail.toStdString());
    CHECK(QSet<qint64>(report->damagedPages.begin(), report->damagedPages.end()) == pages);
    CHECK_FALSE(report->isWhole());
    const auto made = openedIn(post, into.path());
    checkNothingIsInvented(post, *made, *report);
    CHECK(made->checkIntegrity(Database::Check::Full));
    QFile evidence(post.databasePath());
    REQUIRE(evidence.open(QIODevice::ReadOnly));
    CHECK(evidence.readAll() == bytes);
}

TEST_CASE("two damaged pages cost no more than each alone", "[store][SEC-D3]")
{
    const FilledPost post(60);
    QRandomGenerator random(GENERATE(range(1u, 5u)));
    const int first = random.bounded(2, post.pages() + 1);
    const int second = random.bounded(2, post.pages() + 1);
    const auto savedOf = [&](const QList<int> &pages) {
        QByteArray bytes = post.sound;
        for (const int page : pages)
            std::fill_n(bytes.begin() + qsizetype(page - 1) * pageSize, pageSize, '\0');
        post.write(bytes);
        const QTemporaryDir into(test::quickFolder());
        require(post.salvage(into.path(), namedPost));
        return saved(*openedIn(post, into.path()));
    };
    CAPTURE(first, second);
    const QSet<QString> each = savedOf({first}) & savedOf({second});
    CHECK(savedOf({first, second}).contains(each));
}

TEST_CASE("of a file that was cut off, the part that is there is saved", "[store][SEC-D3]")
{
    const FilledPost post(60);
    const int share = GENERATE(40, 80);
    const qsizetype length = qsizetype(post.pages()) * share / 100 * pageSize + GENERATE(0, 1000);
    post.write(post.sound.first(length));
    const QTemporaryDir into(test::quickFolder());
    const auto report = post.salvage(into.path(), namedPost);
    if (!report)
        FAIL(report.error().detail.toStdString());
    const auto made = openedIn(post, into.path());
    checkNothingIsInvented(post, *made, *report);
    CHECK_FALSE(report->isWhole());
}

TEST_CASE("pages of another store are refused", "[store][SEC-D3]")
{
    const FilledPost post(30);
    const FilledPost other(30, TestStore::Kind::Another);
    QByteArray bytes = post.sound;
    const int page = GENERATE(2, 9, 20, 40);
    REQUIRE(page < std::min(post.pages(), other.pages()));
    bytes.replace((page - 1) * pageSize, pageSize, other.sound.mid((page - 1) * pageSize, pageSize));
    post.write(bytes);
    const QTemporaryDir into(test::quickFolder());
    const SalvageReport report = require(post.salvage(into.path(), namedPost));
    CHECK(report.damagedPages == QList<qint64>{page});
    checkNothingIsInvented(post, *openedIn(post, into.path()), report);
}

TEST_CASE("what cannot be salvaged says why and leaves nothing", "[store][SEC-D3]")
{
    const FilledPost post(5);
    const QTemporaryDir into(test::quickFolder());
    SECTION("the first page is lost")
    {
        QByteArray bytes = post.sound;
        bytes[2000] = char(bytes.at(2000) ^ 1);
        post.write(bytes);
        CHECK(errorOf(post.salvage(into.path())) == ErrorCode::Corrupt);
    }
    SECTION("the passphrase is wrong")
    {
        const auto wrong = crypto::Passphrase::fromText(u"otra frase que no abre");
        CHECK(errorOf(salvageStore({post.store.folder(), into.path(), QStringLiteral("lead"), {}, {}}, wrong,
                                   post.store.clock)) == ErrorCode::Denied);
    }
    CHECK_FALSE(Store::existsIn(into.path()));
    CHECK_FALSE(QFile::exists(into.filePath(QStringLiteral("store.amparo"))));
}

TEST_CASE("a damaged store is only read, and says so", "[store][SEC-D3]")
{
    const FilledPost post(30);
    QByteArray bytes = post.sound;
    const int page = post.pages() - 1;
    bytes[(page - 1) * pageSize + 700] = char(bytes.at((page - 1) * pageSize + 700) ^ 4);
    post.write(bytes);
    qint64 next = 1;
    {
        const auto store = openedIn(post, post.store.folder());
        CHECK_FALSE(store->isDamaged());
        Result<std::optional<qint64>> checked = std::optional<qint64>(1);
        while (checked && *checked) {
            next = **checked;
            checked = store->checkPages(next, 16);
        }
        CHECK(errorOf(checked) == ErrorCode::Corrupt);
        CHECK((page - next) < 16);
        CHECK(store->isDamaged());
        CHECK(errorOf(store->shifts().open()) == ErrorCode::ReadOnly);
    }
    QFile file(post.databasePath());
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    {
        const auto store = openedIn(post, post.store.folder());
        CHECK(store->isDamaged());
        CHECK(errorOf(store->screenings().create(post.store.aDraft(), "x")) == ErrorCode::ReadOnly);
        REQUIRE(store->screenings().page({}, 5));
        CHECK(store->audit().record(AuditAction::ScreeningRead, QStringLiteral("somebody")));
        CHECK(require(store->audit().count(AuditAction::ScreeningRead, QStringLiteral("somebody"))) == 1);
    }
    file.seek(0);
    CHECK(file.readAll() == before);
}

TEST_CASE("all pages of a sound store verify", "[store][SEC-D3]")
{
    TestStore store;
    store.addFinal();
    std::optional<qint64> next = 1;
    while (next)
        next = require(store->checkPages(*next, 7));
    CHECK_FALSE(store->isDamaged());
}
