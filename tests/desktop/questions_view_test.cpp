#include "app/desktop/screening/questions_view.h"

#include "app/desktop/screening/screening_page.h"
#include "desktop/interviews.h"
#include "support/eventually.h"
#include "support/fixed_clock.h"
#include "support/gui.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

const QByteArray everyKind = R"xml(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
        xmlns:jr="http://openrosa.org/javarosa">
  <h:head>
    <h:title>Every kind</h:title>
    <model>
      <itext>
        <translation lang="English (en)" default="true()">
          <text id="name"><value>Name</value></text>
          <text id="people"><value>Persons</value></text>
        </translation>
        <translation lang="العربية (ar)">
          <text id="name"><value>الاسم</value></text>
          <text id="people"><value>أشخاص</value></text>
        </translation>
      </itext>
      <instance>
        <data id="every-kind" version="1">
          <name/><age/><weight/><born/><at/><story/><ways/><company/><worry/><read/><photo/>
          <people jr:template=""><nick/></people>
          <meta><instanceID/></meta>
        </data>
      </instance>
      <bind nodeset="/data/name" type="string" required="true()"/>
      <bind nodeset="/data/age" type="int" constraint=". &lt; 120" jr:constraintMsg="Nobody is that old."/>
      <bind nodeset="/data/weight" type="decimal"/>
      <bind nodeset="/data/born" type="date"/>
      <bind nodeset="/data/at" type="time"/>
      <bind nodeset="/data/story" type="string" relevant="/data/company = 'others'"/>
      <bind nodeset="/data/ways" type="string"/>
      <bind nodeset="/data/company" type="string"/>
      <bind nodeset="/data/worry" type="int"/>
      <bind nodeset="/data/read" type="string"/>
      <bind nodeset="/data/photo" type="binary"/>
      <bind nodeset="/data/people/nick" type="string"/>
      <bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>
    </model>
  </h:head>
  <h:body>
    <input ref="/data/name"><label ref="jr:itext('name')"/></input>
    <input ref="/data/age"><label>Age</label></input>
    <input ref="/data/weight"><label>Weight</label></input>
    <input ref="/data/born"><label>Born</label></input>
    <input ref="/data/at"><label>Arrived at</label></input>
    <select1 ref="/data/company"><label>Company</label>
      <item><label>Alone</label><value>alone</value></item>
      <item><label>With others</label><value>others</value></item>
    </select1>
    <input ref="/data/story" appearance="multiline"><label>Story</label></input>
    <select ref="/data/ways"><label>Ways</label>
      <item><label>Bus</label><value>bus</value></item>
      <item><label>Foot</label><value>foot</value></item>
      <item><label>Boat</label><value>boat</value></item>
    </select>
    <range ref="/data/worry" start="0" end="10" step="1"><label>Worry</label></range>
    <trigger ref="/data/read"><label>Rights read out</label></trigger>
    <upload ref="/data/photo" mediatype="image/*"><label>Photo</label></upload>
    <group ref="/data/people"><label ref="jr:itext('people')"/>
      <repeat nodeset="/data/people"><input ref="/data/people/nick"><label>Nickname</label></input></repeat>
    </group>
  </h:body>
</h:html>)xml";

class QuestionsScreen : public QWidget {
public:
    explicit QuestionsScreen(const QByteArray &form = everyKind)
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(&page);
        resize(1366, 768);
        activate(*this);
        page.open(interviewOf(form, clock));
    }

    QString value(const char *path) const
    {
        return page.interview()->session().value(QString::fromLatin1(path)).value_or(QString());
    }

    void speak(const char *language)
    {
        auto *languages = control<QComboBox>(*this, "Language of the questions");
        languages->setCurrentIndex(languages->findData(QString::fromLatin1(language)));
        Q_EMIT languages->activated(languages->currentIndex());
    }

    /// The labels that show this text now.
    QList<QLabel *> labels(const char *text) const
    {
        QList<QLabel *> shown = findChildren<QLabel *>();
        shown.removeIf([&](const QLabel *label) {
            return !label->isVisible() || label->text() != QString::fromUtf8(text);
        });
        return shown;
    }

    /// Types into the control of that name and goes on.
    void fill(const char *name, const QString &text)
    {
        control<QLineEdit>(*this, name)->setFocus();
        type(*this, text);
        press(*this, Qt::Key_Return);
    }

    FixedClock clock;
    SlowSaver saver;
    ScreeningPage page{clock, saver, this};
};

}  // namespace

TEST_CASE("each kind of question has its control, and the form keeps what it keeps by standard", "[desktop]")
{
    QuestionsScreen screen;
    screen.fill("Name", QStringLiteral("Rosa"));
    screen.fill("Age", QStringLiteral("34"));
    screen.fill("Weight", QStringLiteral("51.5"));
    screen.fill("Born", QStringLiteral("5/9/1991"));
    screen.fill("Arrived at", QStringLiteral("14:30"));
    CHECK(screen.value("/data/name") == QStringLiteral("Rosa"));
    CHECK(screen.value("/data/age") == QStringLiteral("34"));
    CHECK(screen.value("/data/weight") == QStringLiteral("51.5"));
    CHECK(screen.value("/data/born") == QStringLiteral("1991-09-05"));
    CHECK(screen.value("/data/at").startsWith(QStringLiteral("14:30:00.000")));

    press(screen, Qt::Key_2);  // Enter led to the next question, whose second choice this is
    CHECK(screen.value("/data/company") == QStringLiteral("others"));
    CHECK(screen.focusWidget() == control<QPlainTextEdit>(screen, "Story"));
    type(screen, QStringLiteral("long"));
    CHECK(eventually([&] { return screen.value("/data/story") == QStringLiteral("long"); }));

    control<QAbstractButton>(screen, "Bus")->setFocus();
    press(screen, Qt::Key_1);
    press(screen, Qt::Key_3);
    CHECK(screen.value("/data/ways") == QStringLiteral("bus boat"));

    control<QSlider>(screen, "Worry")->setFocus();
    press(screen, Qt::Key_Right);
    press(screen, Qt::Key_Right);
    CHECK(screen.value("/data/worry") == QStringLiteral("2"));

    control<QAbstractButton>(screen, "Rights read out")->click();
    CHECK(screen.value("/data/read") == QStringLiteral("OK"));
    CHECK(hasControl<QWidget>(screen, "Photo"));
}

TEST_CASE("what is no answer is said beside the question and keeps the record from being final", "[desktop]")
{
    QuestionsScreen screen;
    screen.fill("Name", QStringLiteral("Rosa"));

    SECTION("not of its type")
    {
        screen.fill("Age", QStringLiteral("many"));
        CHECK(hasControl<QWidget>(screen, "This is not a whole number. Use digits only."));
        press(screen, Qt::Key_F2);
        press(screen, Qt::Key_Return, Qt::ControlModifier);
        CHECK(screen.saver.records.isEmpty());
        CHECK(screen.focusWidget() == control<QLineEdit>(screen, "Age"));
    }
    SECTION("against its constraint")
    {
        screen.fill("Age", QStringLiteral("130"));
        CHECK(hasControl<QWidget>(screen, "Nobody is that old."));
    }
    control<QLineEdit>(screen, "Age")->setFocus();
    control<QLineEdit>(screen, "Age")->selectAll();
    screen.fill("Age", QStringLiteral("30"));
    CHECK_FALSE(hasControl<QWidget>(screen, "This is not a whole number. Use digits only."));
    CHECK_FALSE(hasControl<QWidget>(screen, "Nobody is that old."));
    CHECK(screen.value("/data/age").endsWith(QStringLiteral("30")));
}

TEST_CASE("a question that becomes relevant comes in without disturbing the others", "[desktop]")
{
    QuestionsScreen screen;
    auto *name = control<QLineEdit>(screen, "Name");
    CHECK_FALSE(hasControl<QPlainTextEdit>(screen, "Story"));
    control<QAbstractButton>(screen, "With others")->click();
    CHECK(hasControl<QPlainTextEdit>(screen, "Story"));
    CHECK(control<QLineEdit>(screen, "Name") == name);
    control<QAbstractButton>(screen, "Alone")->click();
    CHECK_FALSE(hasControl<QPlainTextEdit>(screen, "Story"));
}

TEST_CASE("a required answer that is missing is listed and leads to its question", "[desktop]")
{
    QuestionsScreen screen;
    control<QSlider>(screen, "Worry")->setFocus();
    control<QPushButton>(screen, "Name")->click();
    CHECK(screen.focusWidget() == control<QLineEdit>(screen, "Name"));
}

TEST_CASE("persons are added to a list and taken out again", "[desktop]")
{
    QuestionsScreen screen;
    const auto before = screen.value("/data/people[1]/nick");
    control<QPushButton>(screen, "Add: Persons")->click();
    const auto nicknames = [&] {
        int count = 0;
        for (const QLineEdit *line : screen.findChildren<QLineEdit *>())
            count += line->isVisible() && line->accessibleName() == QStringLiteral("Nickname");
        return count;
    };
    const int added = nicknames();
    CHECK(added >= 1);
    control<QPushButton>(screen, "Add: Persons")->click();
    CHECK(nicknames() == added + 1);
}

TEST_CASE("questions in Arabic are laid out from right to left, the officer's part is not", "[desktop]")
{
    QuestionsScreen screen;
    screen.speak("ar");

    auto *name = control<QLineEdit>(screen, "الاسم");
    CHECK(name->layoutDirection() == Qt::RightToLeft);
    CHECK(control<QPushButton>(screen, "Clear")->layoutDirection() == Qt::LeftToRight);
    CHECK(control<QListWidget>(screen, "Parts of the form")->layoutDirection() == Qt::LeftToRight);
}

TEST_CASE("below what the traveller reads stand the officer's own words in small print", "[desktop]")
{
    QuestionsScreen screen;
    REQUIRE(screen.labels("Name (required)").size() == 1);
    CHECK(screen.labels("Name").isEmpty());

    screen.speak("ar");
    REQUIRE(screen.labels("الاسم (required)").size() == 1);
    REQUIRE(screen.labels("Name").size() == 1);
    const QLabel *traveller = screen.labels("الاسم (required)").first();
    const QLabel *own = screen.labels("Name").first();
    CHECK(own->font().pointSizeF() < traveller->font().pointSizeF());
    CHECK(own->y() > traveller->y());
    CHECK(own->layoutDirection() == Qt::LeftToRight);
    CHECK(own->alignment().testFlag(Qt::AlignRight));  // where the Arabic words begin

    CHECK(screen.labels("Age").size() == 1);  // the same in both languages is not said twice

    screen.speak("en");
    CHECK(screen.labels("Name").isEmpty());
}

TEST_CASE("a language that no native speaker has reviewed says so", "[desktop]")
{
    const char *note = "No native speaker has reviewed these words yet.";
    QByteArray form = everyKind;
    form.replace("<data id=\"every-kind\"",
                 "<data xmlns:amparo=\"urn:amparo:xforms:1\" amparo:reviewed=\"en\" id=\"every-kind\"");
    QuestionsScreen screen(form);
    CHECK(screen.labels(note).isEmpty());
    screen.speak("ar");
    CHECK(screen.labels(note).size() == 1);
    screen.speak("en");
    CHECK(screen.labels(note).isEmpty());

    QuestionsScreen unreviewed;
    CHECK(unreviewed.labels(note).size() == 1);
}
