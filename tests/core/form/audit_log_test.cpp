// Columns, quoting and events: ODK XForms specification, "Client Audit Logs"; ODK Docs, "Form Audit Log".

#include "form/audit_log.h"

#include "core/form/form_support.h"
#include "support/text.h"

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;
using namespace std::chrono_literals;

namespace {

std::optional<AuditSettings> settingsOf(const QByteArray &attributes)
{
    return auditSettingsOf(
        *readSound(xform({"<a/><meta><audit/></meta>",
                          "<bind nodeset=\"/data/meta/audit\" type=\"binary\"" + attributes + "/>",
                          R"xml(<input ref="/data/a"/>)xml"})));
}

}  // namespace

TEST_CASE("a form says what its log is to tell", "[form]")
{
    CHECK_FALSE(auditSettingsOf(*readSound(xform({"<a/>", "", R"xml(<input ref="/data/a"/>)xml"}))));
    const QString field = text("/data/meta/audit");
    CHECK(settingsOf("") == AuditSettings{field, false, false, false, false});
    CHECK(settingsOf(" odk:track-changes=\"true\" odk:identify-user=\"true\" "
                     "odk:track-changes-reasons=\"on-form-edit\"") ==
          AuditSettings{field, true, true, true, false});
    CHECK(settingsOf(" odk:location-priority=\"balanced\"") ==
          AuditSettings{field, false, false, false, false});
    CHECK(settingsOf(" odk:location-priority=\"balanced\" odk:location-min-interval=\"60\" "
                     "odk:location-max-age=\"120\"") == AuditSettings{field, false, false, false, true});
}

TEST_CASE("a log tells events, with a start and, where they last, an end", "[form]")
{
    FixedClock clock;  // 2026-03-02T14:00:00Z
    AuditLog log({text("/data/meta/audit"), false, false, false, false}, clock, {}, {});
    log.note(AuditLog::Event::FormStart);
    clock.advance(2s);
    log.enter(AuditLog::Event::Question, text("/data/a"));
    clock.set(clock.utcNow().addDays(400));  // the clock is set, which is not time that has passed
    clock.advance(500ms);
    log.leave();
    log.note(AuditLog::Event::FormFinalise);
    CHECK(log.toCsv() == "event,node,start,end\n"
                         "form start,,1772460000000,\n"
                         "question,/data/a,1772460002000,1772460002500\n"
                         "form finalize,,1772460002500,\n");
}

TEST_CASE("a log tells what changed, who and where, as far as the form asks", "[form]")
{
    FixedClock clock;
    AuditLog log({text("/data/meta/audit"), true, true, false, true}, clock, text("officer-1"),
                 [] { return std::optional(text("46.2 6.1 375 4")); });
    log.enter(AuditLog::Event::Question, text("/data/a"), {{text("/data/a"), text("old")}});
    log.leave({{text("/data/a"), text("new, \"and\" more")}});
    log.enter(AuditLog::Event::Question, text("/data/b"), {{text("/data/b"), text("same")}});
    log.leave({{text("/data/b"), text("same")}});
    CHECK(log.toCsv() ==
          "event,node,start,end,latitude,longitude,accuracy,old-value,new-value,user\n"
          "question,/data/a,1772460000000,1772460000000,46.2,6.1,4,old,\"new, \"\"and\"\" more\",officer-1\n"
          "question,/data/b,1772460000000,1772460000000,46.2,6.1,4,,,officer-1\n");
}

TEST_CASE("a group on one page has a row, and each changed answer in it another", "[form]")
{
    FixedClock clock;
    AuditLog log({text("/data/meta/audit"), true, false, false, false}, clock, {}, {});
    log.enter(AuditLog::Event::GroupQuestions, text("/data/g"),
              {{text("/data/g/a"), text("1")}, {text("/data/g/b"), text("x")}});
    log.leave({{text("/data/g/a"), text("2")}, {text("/data/g/b"), text("x")}});
    CHECK(log.toCsv() == "event,node,start,end,old-value,new-value\n"
                         "group questions,/data/g,1772460000000,1772460000000,,\n"
                         "question,/data/g/a,1772460000000,1772460000000,1,2\n");
}

TEST_CASE("a log goes on where it was left, and says why a record is edited", "[form]")
{
    FixedClock clock;
    const AuditSettings settings{text("/data/meta/audit"), false, false, true, false};
    AuditLog first(settings, clock, {}, {});
    first.note(AuditLog::Event::FormStart);
    clock.advance(1h);
    AuditLog second(settings, clock, {}, {}, first.toCsv());
    second.noteReason(text("a typing error"));
    CHECK(second.toCsv() == "event,node,start,end,change-reason\n"
                            "form start,,1772460000000,,\n"
                            "change reason,,1772463600000,,a typing error\n");
}
