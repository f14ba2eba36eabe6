#include "app/desktop/referrals/referrals_page.h"

#include "app/desktop/referrals/institutions_model.h"
#include "app/desktop/referrals/referral_text.h"
#include "app/desktop/widgets/finding.h"
#include "desktop/open_post.h"
#include "support/eventually.h"
#include "support/gui.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTextBrowser>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

struct Directory {
    Directory()
    {
        page.resize(1024, 700);
        activate(page);
        REQUIRE(eventually([this] { return rows() > 30; }));
    }

    QTableView *table() { return control<QTableView>(page, "Institutions"); }
    int rows() { return table()->model()->rowCount(); }
    QString status() { return control<QLabel>(page, "Status")->text(); }

    void choose(const char *filter, const QVariant &value)
    {
        auto *box = control<QComboBox>(page, filter);
        const int index = box->findData(value);
        REQUIRE(index > 0);
        box->setCurrentIndex(index);
    }

    OpenPost post;
    ReferralsPage page{*post};
};

reference::Institution anInstitution()
{
    reference::Institution one;
    one.id = QStringLiteral("one");
    one.country = QStringLiteral("PER");
    one.name = QStringLiteral("Casa <b>& Co");
    one.services = {reference::Service::Shelter};
    one.serves = {reference::Serves::Women};
    one.hours = require(reference::OpeningHours::parse(QStringLiteral("Mo-Fr 08:00-16:00")));
    one.timeZone = QStringLiteral("America/Lima");
    one.provenance = {QStringLiteral("a visit"), reference::SourceStatus::Read, QDate(2026, 1, 1),
                      std::nullopt};
    return one;
}

const QDateTime monday(QDate(2026, 3, 2), QTime(18, 0), Qt::UTC);

}  // namespace

TEST_CASE("the whole directory is shown, each entry with how far it is to be trusted", "[desktop]")
{
    Directory directory;
    CHECK(directory.status() == QStringLiteral("%1 of %1 institutions").arg(directory.rows()));
    const auto *model = directory.table()->model();
    for (int row = 0; row < directory.rows(); ++row)
        CHECK(model->index(row, InstitutionsModel::Confirmed).data(Qt::AccessibleTextRole).toString() ==
              QStringLiteral("Never confirmed by a call"));
    const auto findings = directory.page.findChildren<Finding *>();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0]->isVisible());
    CHECK(findings[0]->sentence().startsWith(QString::number(directory.rows())));
}

TEST_CASE("words and filters narrow the directory, and the status tells how far", "[desktop]")
{
    Directory directory;
    const int all = directory.rows();
    type(directory.page, QStringLiteral("fono"));
    CHECK(directory.status() == QStringLiteral("1 of %1 institutions").arg(all));
    control<QLineEdit>(directory.page, "Search")->clear();

    directory.choose("Country", QStringLiteral("PRY"));
    const int inParaguay = directory.rows();
    CHECK(inParaguay < all);
    directory.choose("Service", int(reference::Service::Shelter));
    CHECK(directory.rows() < inParaguay);
    directory.choose("Whom it serves", int(reference::Serves::Children));
    directory.choose("Language spoken", QStringLiteral("pt"));
    control<QCheckBox>(directory.page, "Not closed now")->click();
    type(directory.page, QStringLiteral("zzz"));
    CHECK(directory.rows() == 0);
    CHECK(directory.status().startsWith(QStringLiteral("No institution fits.")));
}

TEST_CASE("an entry opens with all of it, by keyboard alone", "[desktop]")
{
    Directory directory;
    type(directory.page, QStringLiteral("casa linda"));
    press(directory.page, Qt::Key_Down);
    const QString detail = control<QTextBrowser>(directory.page, "Institution")->toPlainText();
    for (const char *words :
         {"Casa Linda", "Never confirmed by a call", "What happens on contact", "Ask before you promise one",
          "Shelter", "Women", "not known", "lexis.com.ec"}) {
        CAPTURE(words);
        CHECK(detail.contains(QString::fromUtf8(words)));
    }
    press(directory.page, Qt::Key_Tab, Qt::ShiftModifier);
    type(directory.page, QStringLiteral("x"));
    CHECK(directory.rows() <= 1);
}

TEST_CASE("the model of institutions keeps the rules of models", "[desktop]")
{
    InstitutionsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto one = anInstitution();
    model.replace({one}, monday, QDate(2026, 3, 2));
    CHECK(model.index(0, InstitutionsModel::Now).data().toString() == QStringLiteral("open now"));
    model.replace({one}, monday.addSecs(8 * 3600), QDate(2026, 9, 2));
    CHECK(model.index(0, InstitutionsModel::Now).data().toString() == QStringLiteral("closed now"));
    CHECK(model.index(0, InstitutionsModel::Confirmed).data().toString().endsWith(QStringLiteral("(old)")));
    one.id = QStringLiteral("two");
    model.replace({one, anInstitution()}, monday, QDate(2026, 3, 2));
    CHECK(model.rowOf(QStringLiteral("one")) == 1);
    CHECK(model.rowOf(QStringLiteral("three")) == -1);
}

TEST_CASE("the end of an arrangement is told before it comes, and after", "[desktop]")
{
    auto one = anInstitution();
    CHECK_FALSE(institutionHtml(one, {}, monday, QDate(2026, 3, 2), QPalette())
                    .contains(QStringLiteral("Valid until")));
    one.provenance.validUntil = QDate(2026, 3, 2);
    CHECK(institutionHtml(one, {}, monday, QDate(2026, 3, 2), QPalette())
              .contains(QStringLiteral("Valid until")));
    CHECK(freshnessText(one.provenance, QDate(2026, 3, 2)).startsWith(QStringLiteral("Confirmed on")));
    CHECK(freshnessText(one.provenance, QDate(2026, 3, 3)).startsWith(QStringLiteral("Valid until")));
    CHECK(shortFreshnessText(one.provenance, QDate(2026, 3, 3)) == QStringLiteral("ended"));
}

TEST_CASE("what stands in the directory is text, not markup", "[desktop]")
{
    const QString html = institutionHtml(anInstitution(), {}, monday, QDate(2026, 3, 2), QPalette());
    CHECK(html.contains(QStringLiteral("Casa &lt;b&gt;&amp; Co")));
    CHECK(html.contains(QStringLiteral("Confirmed on")));
    CHECK(html.contains(QStringLiteral("open now")));
}
