// A form that asks for a log of its filling gets one from the window as well.
#include "app/desktop/screening/screening_page.h"

#include "desktop/interviews.h"
#include "support/fixed_clock.h"
#include "support/gui.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

constexpr char loggedForm[] = R"xml(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:odk="http://www.opendatakit.org/xforms" xmlns:amparo="urn:amparo:xforms:1">
 <h:head><h:title>Logged</h:title><model>
  <instance><data xmlns="" id="logged" version="1" amparo:line="primary"><job/><town/><meta><audit/><instanceID/></meta></data></instance>
  <bind nodeset="/data/meta/audit" type="binary" odk:track-changes="true" odk:identify-user="true"/>
 </model></h:head>
 <h:body><input ref="/data/job"><label>Job</label></input><input ref="/data/town"><label>Town</label></input></h:body>
</h:html>)xml";

}  // namespace

TEST_CASE("where the form asks for a log, each question that the officer comes to is in it", "[desktop]")
{
    FixedClock clock;
    SlowSaver saver;
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    ScreeningPage page(clock, saver, &window);
    column->addWidget(&page);
    activate(window);
    page.open(interviewOf(loggedForm, clock));
    const auto fill = [&](const char *name, const QString &text) {
        control<QLineEdit>(window, name)->setFocus();
        type(window, text);
        press(window, Qt::Key_Return);
    };
    fill("Job", QStringLiteral("cook"));
    fill("Town", QStringLiteral("Puno"));
    press(window, Qt::Key_F2);
    press(window, Qt::Key_Return, Qt::ControlModifier);

    REQUIRE(saver.records.size() == 1);
    const record::FinalRecord &record = saver.records.first();
    CHECK(record.submission.xml.contains("<audit>audit.csv</audit>"));
    const QByteArray log = record.files.value(QStringLiteral("audit.csv"));
    CHECK(log.startsWith("event,node,start,end,old-value,new-value,user\nform start,"));
    const QByteArray user = record.screening.officer.toText().toUtf8();  // a pseudonym, no name
    CHECK(log.contains(",,cook," + user + "\n"));
    CHECK(log.contains(",,Puno," + user + "\n"));
    CHECK(log.indexOf("question,/data/job") < log.indexOf("question,/data/town"));
    CHECK(log.trimmed().split('\n').last().startsWith("form finalize,"));
}
