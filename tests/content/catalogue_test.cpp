#include "content_support.h"

#include "form/csv_reader.h"
#include "risk/observe.h"

#include <QFile>
#include <QMap>
#include <QSet>

using namespace amparo;
using namespace amparo::test;

namespace {

using Row = QMap<QString, QString>;  // by heading

QList<Row> catalogue()
{
    QFile file(QStringLiteral(AMPARO_TEST_SOURCES "/../resources/indicators/indicators.csv"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    form::CsvReader reader(csv);
    QStringList headings;
    QList<Row> rows;
    while (require(reader.next())) {
        QStringList fields;
        for (const auto &field : reader.fields())
            fields.append(QString::fromUtf8(field.toByteArray()));
        if (headings.isEmpty()) {
            headings = fields;
            continue;
        }
        Row row;
        for (qsizetype i = 0; i < headings.size(); ++i)
            row.insert(headings[i], fields.value(i));
        rows.append(row);
    }
    return rows;
}

QString at(const Row &row, const char *heading) { return row.value(QString::fromUtf8(heading)); }

const risk::DelphiRules &delphi()
{
    return std::get<risk::DelphiRules>(content("amparo-second-line").model->rules);
}

/// The strength of an item in a profile's list, as the catalogue writes it.
QString strengthInModel(const QString &profile, const QString &item)
{
    for (const risk::Profile &candidate : delphi().profiles) {
        if (candidate.code == profile && candidate.strengths.contains(item))
            return risk::strengthName(candidate.strengths.value(item));
    }
    return {};
}

bool isOnTheLists(const QString &item)
{
    return item.contains(QLatin1Char('.')) && !item.startsWith(QLatin1String("SM."));
}

}  // namespace

TEST_CASE("the catalogue is complete: ids once, every language, a basis for every strength", "[content]")
{
    QSet<QString> ids;
    int onTheLists = 0;
    for (const Row &row : catalogue()) {
        const QString id = at(row, "id");
        CAPTURE(id);
        CHECK_FALSE(ids.contains(id));
        ids.insert(id);
        CHECK(id.startsWith(at(row, "group") + QLatin1Char('-')));
        for (const char *text : {"label::English (en)", "label::Español (es)", "label::Português (pt-BR)",
                                 "how", "who", "basis"})
            CHECK_FALSE(at(row, text).isEmpty());
        CHECK(isOnTheLists(at(row, "item")) == at(row, "strength").isEmpty());
        onTheLists += isOnTheLists(at(row, "item")) ? 1 : 0;
    }
    CHECK(ids.size() == 126);
    CHECK(onTheLists == 59);
}

TEST_CASE("catalogue and model give every item the same strength", "[content]")
{
    for (const Row &row : catalogue()) {
        const QString item = at(row, "item");
        if (!isOnTheLists(item))
            continue;
        CAPTURE(at(row, "id"), item);
        CHECK(at(row, "adult_labour") == strengthInModel(QStringLiteral("AL"), item));
        CHECK(at(row, "child_labour") == strengthInModel(QStringLiteral("CL"), item));
        CHECK(at(row, "adult_sexual") == strengthInModel(QStringLiteral("AS"), item));
    }
}

TEST_CASE("what forms say of an indicator is what the catalogue says", "[content]")
{
    QMap<QString, Row> byId;
    for (const Row &row : catalogue())
        byId.insert(at(row, "id"), row);
    for (const char *form : {"amparo-second-line", "amparo-minors"}) {
        form::Session session = begin(content(form), form == QByteArray("amparo-minors"));
        openGates(session);
        for (const risk::Observation &observation : risk::observe(session)) {
            CAPTURE(observation.indicator);
            const Row row = byId.value(observation.indicator.section(QLatin1Char(' '), 0, 0));
            if (row.isEmpty()) {  // needs, and items that the person's account gives directly
                CHECK((observation.dimension == QStringLiteral("NEED") ||
                       observation.indicator == observation.item));
                continue;
            }
            CHECK(observation.item == at(row, "item"));
            if (!isOnTheLists(observation.item))
                CHECK(risk::strengthName(observation.strength.value_or(risk::Strength::Weak)) ==
                      at(row, "strength"));
            if (observation.trigger)
                CHECK_FALSE(at(row, "acts").isEmpty());
        }
    }
}
