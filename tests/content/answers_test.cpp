// answers/*.json: each file answers a built-in form as an officer would and says the band it must lead to.

#include "content_support.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace amparo;
using namespace amparo::test;

namespace {

struct Case {
    QString file;
    QString formId;
    bool child = false;
    QJsonObject answers;  ///< by the question's name
    QString band;
    QString recommendation;
    QMap<QString, QString> tracks;  ///< code and result; empty: none
};

/// What is said of tracks; that of smuggling is none unless it is said.
QMap<QString, QString> expectedTracks(const QJsonObject &expected)
{
    QMap<QString, QString> tracks{{QStringLiteral("smuggling"), QString()}};
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        if (it.key() != QLatin1String("band") && it.key() != QLatin1String("recommendation"))
            tracks.insert(it.key(), it->toString());
    }
    return tracks;
}

QList<Case> cases()
{
    const QDir folder(QStringLiteral(AMPARO_TEST_SOURCES "/content/answers"));
    QList<Case> all;
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        INFO(name.toStdString());
        REQUIRE_FALSE(json.isEmpty());
        const QJsonObject expected = json[QStringLiteral("expected")].toObject();
        all.append({name, json[QStringLiteral("form")].toString(), json[QStringLiteral("child")].toBool(),
                    json[QStringLiteral("answers")].toObject(), expected[QStringLiteral("band")].toString(),
                    expected[QStringLiteral("recommendation")].toString(), expectedTracks(expected)});
    }
    return all;
}

/// In the form's order, so that a gate is answered before what stands behind it.
risk::Assessment assess(const Case &one)
{
    const Content &form = content(one.formId.toLatin1().constData());
    form::Session session = begin(form, one.child);
    qsizetype answered = 0;
    for (const QString &path : form.definition->fields()) {
        const QString name = path.section(QLatin1Char('/'), -1);
        if (one.answers.contains(name)) {
            answer(session, name, one.answers[name].toString());
            ++answered;
        }
    }
    REQUIRE(answered == one.answers.size());
    return assessed(form, session);
}

}  // namespace

TEST_CASE("answers lead to the band that was reckoned by hand", "[content]")
{
    for (const Case &one : cases()) {
        CAPTURE(one.file);
        const risk::Assessment assessment = assess(one);
        CHECK(assessment.band.code == one.band);
        CHECK(risk::recommendationName(assessment.recommendation) == one.recommendation);
        QMap<QString, QString> reached;
        for (const risk::TrackResult &track : assessment.tracks)
            reached.insert(track.code, track.band.code);
        for (auto it = one.tracks.begin(); it != one.tracks.end(); ++it) {
            CAPTURE(it.key());
            CHECK(reached.value(it.key()) == *it);
        }
    }
}

TEST_CASE("no band is out of reach", "[content]")
{
    QMap<QString, QSet<QString>> reached;
    for (const Case &one : cases())
        reached[one.formId].insert(assess(one).band.code);
    for (const Content &content : advisingContent()) {
        for (const risk::Band &band : content.model->bands) {
            CAPTURE(content.formId, band.code);
            CHECK(reached[content.formId].contains(band.code));
        }
    }
}
