#include "core/reference/reference_support.h"

namespace amparo::test {

QByteArray helpLinesCsv(const QByteArray &rows)
{
    return "id,country,purpose,name,number,channel,hours,languages,free,anonymous,from_abroad,source,status,"
           "verified_on\n" +
           rows;
}

QByteArray lawsCsv(const QByteArray &rows)
{
    return "id,country,topic,citation,dated,source,status,verified_on\n" + rows;
}

QByteArray institutionsCsv(const QByteArray &rows)
{
    return "id,country,area,name,services,serves,hours,time_zone,languages,help_lines,phone,whatsapp,email,"
           "address,on_contact::en,on_contact::es,on_contact::pt-BR,anonymous,source,status,verified_on,"
           "valid_until\n" +
           rows;
}

QMap<QString, QByteArray> someFiles()
{
    return {
        {QStringLiteral("directory/help_lines.csv"),
         helpLinesCsv(
             "aaa-1,AAA,trafficking,Line One,111 22,phone,24/7,es,yes,yes,no,test,V,2026-01-01\n"
             "aaa-2,AAA,emergency,Danger,911,phone,,es,,,no,test,V,2026-01-01\n"
             "bbb-1,BBB,trafficking,Chat,+99 1234-5,whatsapp,Mo-Fr 08:00-16:00,en,no,,yes,test,M,\n")},
        {QStringLiteral("directory/laws.csv"),
         lawsCsv("aaa-law,AAA,trafficking,Law 5 (2001),2001,test,V,\n")},
        {QStringLiteral("directory/institutions.csv"),
         institutionsCsv(
             "one,AAA,North,Refugio Ñandú,shelter legal,women children,Mo-Fr 08:00-16:00,"
             "America/Lima,es qu,aaa-1,,,,,Come.,Venga.,Venha.,yes,test,V,2026-01-01,\n"
             "two,BBB,,Office,legal,all,,,,,,,,,Come.,Venga.,Venha.,,test,M,,\n"
             "three,,,World,advice,all,24/7,UTC,en,,,,,,Come.,Venga.,Venha.,,test,S,,2026-02-01\n")},
        {QStringLiteral("cards/words/en.json"),
         R"({"language": "en", "native_review": "2026-01-05", "numbers": "Numbers", "laws": "Laws",
             "free": "free", "always": "always", "anonymous": "no name", "inside": "From inside.",
             "unchecked": "Not checked.", "old": "Checked long ago.", "scan": "Scan", "carry": "Safe?",
             "purposes": {"trafficking": "Help", "children": "Children", "women": "Women",
                          "missing": "Missing", "emergency": "Emergency"},
             "countries": {"AAA": "Aland", "BBB": "Bland"}})"},
        {QStringLiteral("cards/words/ar.json"),
         R"({"language": "ar", "native_review": "not yet", "numbers": "أرقام", "laws": "قوانين",
             "free": "مجاناً", "always": "دائماً", "anonymous": "بلا اسم", "inside": "من الداخل.",
             "unchecked": "لم نتحقق.", "old": "منذ وقت.", "scan": "امسح", "carry": "آمن؟",
             "purposes": {"trafficking": "مساعدة", "children": "أطفال", "women": "نساء",
                          "missing": "بحث", "emergency": "طوارئ"},
             "countries": {"AAA": "أ", "BBB": "ب"}})"},
        {QStringLiteral("cards/help/card.json"),
         R"({"id": "help", "version": "1", "order": 1, "for": "all", "lines": ["emergency", "trafficking"],
             "laws": ["trafficking"], "basis": "test"})"},
        {QStringLiteral("cards/help/en.json"),
         R"({"language": "en", "native_review": "2026-01-05", "title": "Help", "intro": "For all.",
             "parts": [{"heading": "You may", "points": ["Ask.", "Rest."]}]})"},
        {QStringLiteral("cards/help/ar.json"),
         R"({"language": "ar", "native_review": "not yet", "title": "مساعدة", "intro": "للجميع.",
             "parts": [{"heading": "يمكنك", "points": ["اسأل.", "ارتح."]}]})"},
    };
}

reference::Reference someReference()
{
    const reference::ReadReference read = reference::readReference(someFiles());
    REQUIRE(read.problems == reference::Problems());
    return read.reference;
}

QStringList placesOf(const reference::Problems &problems)
{
    QStringList places;
    for (const reference::Problem &problem : problems)
        places.append(QStringLiteral("%1 %2").arg(problem.line).arg(problem.column).trimmed());
    return places;
}

}  // namespace amparo::test
