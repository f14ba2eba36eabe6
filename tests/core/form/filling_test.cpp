// A filling and its log together: ODK XForms specification, "Client Audit Logs".

#include "form/filling.h"

#include "core/form/form_support.h"
#include "support/text.h"

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<const FormDefinition> loggedForm()
{
    return readSound(
        xform({"<a/><b/><meta><audit/><instanceID/></meta>",
               R"xml(<bind nodeset="/data/b" type="int" constraint=". &lt; 10"/>)xml"
               R"xml(<bind nodeset="/data/meta/audit" type="binary" odk:track-changes="true"/>)xml",
               R"xml(<input ref="/data/a"/><input ref="/data/b"/>)xml"}));
}

/// Event, node and new value of each row.
QStringList rowsOf(const QByteArray &csv)
{
    QStringList rows;
    for (const QByteArray &line : csv.trimmed().split('\n').mid(1)) {
        const QList<QByteArray> cells = line.split(',');
        rows += QString::fromUtf8(cells[0] + ' ' + cells[1] + ' ' + cells.value(5)).trimmed();
    }
    return rows;
}

struct Desk {
    FixedClock clock;
    SessionOptions options() const
    {
        SessionOptions options;
        options.clock = &clock;
        return options;
    }
};

}  // namespace

TEST_CASE("what is answered is logged, on the page that is open or by itself", "[form]")
{
    const Desk desk;
    Filling filling = require(Filling::start(loggedForm(), desk.options()));
    filling.enter(AuditLog::Event::GroupQuestions, text("/data"), {text("/data/a")});
    require(filling.setAnswer(text("/data/a"), text("x")));
    require(filling.setAnswer(text("/data/b"), text("4")));
    CHECK(rowsOf(*filling.log()) == QStringList{text("form start"), text("group questions /data"),
                                                text("question /data/a x"), text("question /data/b 4")});
}

TEST_CASE("the log outlives a draft, and goes with the record under the name that it gives", "[form]")
{
    const Desk desk;
    Filling begun = require(Filling::start(loggedForm(), desk.options()));
    begun.enter(AuditLog::Event::Question, text("/data/a"), {text("/data/a")});
    require(begun.setAnswer(text("/data/a"), text("x")));

    Filling resumed = require(Filling::restore(loggedForm(), begun.snapshot(), desk.options()));
    CHECK(resumed.session().value(text("/data/a")) == text("x"));
    const FinalFilling record = require(resumed.finalise());
    CHECK(record.submission.xml.contains("<audit>audit.csv</audit>"));
    CHECK(record.submission.attachments == QStringList{text("audit.csv")});
    REQUIRE(record.files.keys() == QStringList{text("audit.csv")});
    CHECK(rowsOf(record.files.first()) == QStringList{text("form start"), text("question /data/a x"),
                                                      text("form resume"), text("form finalize")});
}

TEST_CASE("what keeps a record from being final stands in its log", "[form]")
{
    const Desk desk;
    Filling filling = require(Filling::start(loggedForm(), desk.options()));
    require(filling.setAnswer(text("/data/b"), text("12")));
    CHECK(errorOf(filling.finalise()) == ErrorCode::Conflict);
    CHECK(rowsOf(*filling.log()).mid(2) ==
          QStringList{text("finalize error"), text("constraint error /data/b")});
}

TEST_CASE("a form that asks for no log has none", "[form]")
{
    const auto form = readSound(xform({"<a/>", "", R"xml(<input ref="/data/a"/>)xml"}));
    Filling filling = require(Filling::start(form));
    filling.enter(AuditLog::Event::Question, text("/data/a"), {text("/data/a")});
    require(filling.setAnswer(text("/data/a"), text("x")));
    CHECK_FALSE(filling.log());
    CHECK(filling.snapshot() == filling.session().snapshot());
    CHECK(require(filling.finalise()).files.isEmpty());
}

TEST_CASE("a draft with a log is refused when it is damaged or too new", "[form]")
{
    const Desk desk;
    const QByteArray sound = require(Filling::start(loggedForm(), desk.options())).snapshot();
    const auto refusal = [&](const QByteArray &snapshot) {
        return errorOf(Filling::restore(loggedForm(), snapshot, desk.options()));
    };
    CHECK(refusal(sound.chopped(1)) == ErrorCode::Corrupt);
    CHECK(refusal(sound.first(5)) == ErrorCode::Corrupt);
    QByteArray newer = sound;
    newer[5] = '\x7f';
    CHECK(refusal(newer) == ErrorCode::TooNew);
}
