#include "app/desktop/cards/help_cards_page.h"

#include "app/desktop/cards/card_screen.h"
#include "app/desktop/cards/card_view.h"
#include "app/desktop/widgets/finding.h"
#include "desktop/open_post.h"
#include "support/eventually.h"
#include "support/gui.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

struct Counter {  // the officer's place, with the cards read
    Counter()
    {
        page.resize(1024, 700);
        activate(page);
        REQUIRE(eventually([this] { return hasControl<QCheckBox>(page, "Peru"); }));
        REQUIRE(cards()->count() == 6);
    }

    QListWidget *cards() { return control<QListWidget>(page, "Card"); }
    QString cardText()
    {
        return control<CardView>(page, "The card as the traveller reads it")->accessibleDescription();
    }

    void speak(const char *language)
    {
        auto *languages = control<QComboBox>(page, "Language of the traveller");
        const int index = languages->findData(QString::fromLatin1(language));
        REQUIRE(index >= 0);
        languages->setCurrentIndex(index);
    }

    bool says(const char *sentence)
    {
        const auto findings = page.findChildren<Finding *>();
        return std::any_of(findings.begin(), findings.end(), [&](const Finding *finding) {
            return finding->isVisible() && finding->sentence().contains(QString::fromUtf8(sentence));
        });
    }

    bool counts(const char *sentence)
    {
        return eventually([&] {
            return control<QLabel>(page, "Cards of this shift")->text() == QString::fromUtf8(sentence);
        });
    }

    /// The question whether the card is safe to carry, answered.
    void answer(const char *button)
    {
        auto *question = page.findChild<QMessageBox *>();
        REQUIRE(question);
        control<QPushButton>(*question, button)->click();
    }

    OpenPost post;
    HelpCardsPage page{*post};
};

CardScreen &opened(Counter &counter)
{
    press(counter.page, Qt::Key_F11);
    REQUIRE(counter.page.screen());
    REQUIRE(QTest::qWaitForWindowActive(counter.page.screen()));
    return *counter.page.screen();
}

}  // namespace

TEST_CASE("a card is shown in the traveller's language with the post's own numbers", "[desktop]")
{
    Counter counter;
    CHECK(counter.cardText().startsWith(QStringLiteral("Sus derechos cuando viaja")));
    CHECK(counter.cardText().contains(QStringLiteral("1818")));
    CHECK_FALSE(counter.cardText().contains(QStringLiteral("122")));
    CHECK(counter.says("No native speaker has reviewed this text yet"));
    CHECK(counter.says("Nobody has confirmed all of these numbers"));

    control<QCheckBox>(counter.page, "Bolivia")->click();
    CHECK(counter.cardText().contains(QStringLiteral("122")));
    control<QCheckBox>(counter.page, "Name the laws")->click();
    CHECK(counter.cardText().contains(QStringLiteral("Ley 263")));
    for (const char *country : {"Bolivia", "Peru"})
        control<QCheckBox>(counter.page, country)->click();
    CHECK(counter.says("The card shows no number"));
    CHECK_FALSE(counter.says("Nobody has confirmed"));
}

TEST_CASE("an Arabic card is mirrored, and what stands around it is not", "[desktop]")
{
    Counter counter;
    auto *area = counter.page.findChild<QScrollArea *>();
    CHECK(area->layoutDirection() == Qt::LeftToRight);
    counter.speak("ar");
    CHECK(counter.cardText().startsWith(QStringLiteral("حقوقك")));
    CHECK(area->layoutDirection() == Qt::RightToLeft);
    CHECK(counter.page.layoutDirection() == Qt::LeftToRight);
    CHECK(control<QPushButton>(counter.page, "Print")->layoutDirection() == Qt::LeftToRight);
}

TEST_CASE("the QR code is offered for the numbers that the card shows", "[desktop]")
{
    Counter counter;
    auto *lines = control<QComboBox>(counter.page, "QR code of");
    REQUIRE(lines->count() == 3);  // 1818, 105 and none
    CHECK(lines->itemData(0).toString() == QStringLiteral("per-1818"));
    lines->setCurrentIndex(1);
    control<QCheckBox>(counter.page, "Brazil")->click();
    CHECK(lines->count() == 6);
    CHECK(lines->currentData().toString() == QStringLiteral("per-105"));  // what was chosen stays
}

TEST_CASE("a card fills the screen, and its keys work", "[desktop]")
{
    Counter counter;
    CardScreen &screen = opened(counter);
    CHECK(counter.counts("This shift: 1 shown, 0 as leaflets"));
    const int first = screen.textSize();
    press(screen, Qt::Key_Plus);
    press(screen, Qt::Key_Plus);
    CHECK(screen.textSize() > first);
    press(screen, Qt::Key_0);
    CHECK(screen.textSize() == first);
    press(screen, Qt::Key_Minus);
    CHECK(screen.textSize() < first);
    for (int i = 0; i < 40; ++i)
        press(screen, Qt::Key_Equal);
    CHECK(screen.textSize() == CardScreen::largestText);
    CHECK_FALSE(control<QPushButton>(screen, "Larger text")->isEnabled());

    QScrollBar *bar = screen.findChild<QScrollArea *>()->verticalScrollBar();
    REQUIRE(eventually([&] { return bar->maximum() > 0; }));
    press(screen, Qt::Key_PageDown);
    const int page = bar->value();
    CHECK(page > 0);
    press(screen, Qt::Key_Up);
    CHECK(bar->value() < page);

    press(screen, Qt::Key_Escape);
    CHECK(eventually([&] { return counter.page.screen() == nullptr; }));
    CHECK(counter.page.isVisible());
}

TEST_CASE("nothing of a window's title tells what a traveller reads", "[desktop]")
{
    Counter counter;
    CHECK(opened(counter).windowTitle() == QStringLiteral("Information"));
}

TEST_CASE("before a leaflet leaves the counter the officer is asked whether it is safe", "[desktop]")
{
    Counter counter;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("card.pdf"));
    control<QPushButton>(counter.page, "Save as PDF")->click();
    auto *question = counter.page.findChild<QMessageBox *>();
    REQUIRE(question);
    CHECK(
        question->informativeText().contains(QStringLiteral("¿Es seguro para usted llevarse esta tarjeta?")));

    SECTION("without an answer nothing is written")
    {
        counter.answer("Cancel");
        CHECK(counter.page.findChild<QFileDialog *>() == nullptr);
        CHECK(counter.counts("This shift: 0 shown, 0 as leaflets"));
    }
    SECTION("it is shown on the screen instead")
    {
        counter.answer("Show it on the screen");
        CHECK(counter.page.screen());
        CHECK(counter.page.findChild<QFileDialog *>() == nullptr);
    }
    SECTION("it is written, and counted")
    {
        counter.answer("It is safe: go on");
        auto *dialog = counter.page.findChild<QFileDialog *>();
        REQUIRE(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        REQUIRE(eventually([&] { return counter.says("Written: card.pdf"); }));
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.read(5) == "%PDF-");
        CHECK(counter.counts("This shift: 0 shown, 1 as leaflets"));
    }
    SECTION("where it cannot be written, the page says so and counts nothing")
    {
        counter.answer("It is safe: go on");
        auto *dialog = counter.page.findChild<QFileDialog *>();
        REQUIRE(dialog);
        Q_EMIT dialog->fileSelected(folder.filePath(QStringLiteral("no/such/folder/card.pdf")));
        dialog->close();
        REQUIRE(eventually([&] { return counter.says("The leaflet was not made."); }));
        CHECK(counter.counts("This shift: 0 shown, 0 as leaflets"));
    }
}

TEST_CASE("everything on the page of help cards is reached with Tab", "[desktop]")
{
    Counter counter;
    QSet<QString> reached;
    counter.cards()->setFocus();
    for (int i = 0; i < 30; ++i) {
        reached.insert(counter.page.focusWidget()->accessibleName());
        press(counter.page, Qt::Key_Tab);
    }
    for (const char *name : {"Card", "Language of the traveller", "Peru", "QR code of", "Name the laws",
                             "The card as the traveller reads it", "Show on the whole screen",
                             "Size of the leaflet", "Several on A4", "Print", "Save as PDF"}) {
        CAPTURE(name);
        CHECK(reached.contains(QString::fromUtf8(name)));
    }
}
