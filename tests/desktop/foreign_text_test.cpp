// A form is written elsewhere: what it says is shown as it stands, never read as markup that fetches
// pictures.
#include "app/desktop/screening/screening_page.h"
#include "desktop/interviews.h"
#include "support/fixed_clock.h"
#include "support/gui.h"

#include <QLabel>
#include <QTextDocument>
#include <QVBoxLayout>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

const QByteArray hostile = R"xml(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
  <h:head>
    <h:title>&lt;img src="a.png"&gt; title</h:title>
    <model>
      <instance>
        <data id="hostile" version="1"><name/><way/><ways/><read/><photo/><worry/><meta><instanceID/></meta></data>
      </instance>
      <bind nodeset="/data/name" type="string" required="true()"/>
      <bind nodeset="/data/way" type="string" required="true()"/>
      <bind nodeset="/data/ways" type="string"/>
      <bind nodeset="/data/read" type="string"/>
      <bind nodeset="/data/photo" type="binary"/>
      <bind nodeset="/data/worry" type="int"/>
    </model>
  </h:head>
  <h:body>
    <group><label>&lt;img src="a.png"&gt; part</label>
    <input ref="/data/name"><label>&lt;img src="a.png"&gt; name</label><hint>&lt;img src="a.png"&gt; hint</hint></input>
    <select1 ref="/data/way"><label>&lt;img src="a.png"&gt; way</label>
      <item><label>&lt;img src="a.png"&gt; bus</label><value>bus</value></item>
      <item><label>&lt;img src="a.png"&gt; foot</label><value>foot</value></item>
    </select1>
    <select ref="/data/ways"><label>&lt;img src="a.png"&gt; ways</label>
      <item><label>&lt;img src="a.png"&gt; boat</label><value>boat</value></item>
    </select>
    <trigger ref="/data/read"><label>&lt;img src="a.png"&gt; read</label></trigger>
    <upload ref="/data/photo" mediatype="image/*"><label>&lt;img src="a.png"&gt; photo</label></upload>
    <range ref="/data/worry" start="0" end="10" step="1"><label>&lt;img src="a.png"&gt; worry</label></range>
    </group>
  </h:body>
</h:html>)xml";

bool isForeign(const QString &text) { return text.contains(QLatin1String("a.png")); }

}  // namespace

TEST_CASE("[SEC-I5] what a form says is text: a picture that it names is not fetched", "[desktop]")
{
    FixedClock clock;
    SlowSaver saver;
    QWidget window;
    ScreeningPage page(clock, saver, &window);
    (new QVBoxLayout(&window))->addWidget(&page);
    window.resize(1366, 768);
    activate(window);
    page.open(interviewOf(hostile, clock));
    press(window, Qt::Key_Return, Qt::ControlModifier);  // the decision bar says what is missing

    int labels = 0;
    int tips = 0;
    const auto all = window.findChildren<QWidget *>();
    for (const QWidget *one : all) {
        CAPTURE(one->metaObject()->className());
        if (const auto *label = qobject_cast<const QLabel *>(one); label && isForeign(label->text())) {
            ++labels;
            CHECK((label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text())));
        }
        if (isForeign(one->toolTip())) {
            ++tips;
            CAPTURE(one->toolTip());
            CHECK_FALSE(one->toolTip().contains(QLatin1String("<img")));
        }
    }
    CHECK(labels >= 6);
    CHECK(tips >= 1);
}
