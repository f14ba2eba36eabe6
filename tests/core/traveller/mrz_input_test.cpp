#include "core/traveller/vectors.h"
#include "support/catch.h"
#include "traveller/mrz.h"

using namespace amparo;
using namespace amparo::traveller;
using namespace amparo::test;

namespace {

Mrz withWarning(Mrz mrz, Mrz::Warning warning)
{
    mrz.warnings |= warning;
    return mrz;
}

QString withoutFillersAtEnd(QString line)
{
    while (line.endsWith(u'<'))
        line.chop(1);
    return line;
}

}  // namespace

TEST_CASE("lines may be parted by anything that is not of the alphabet, or nothing", "[traveller]")
{
    const QStringList lines = GENERATE(from_range(mrzVectors));
    const auto separator = GENERATE(values<QString>({
        QStringLiteral("\n"),
        QStringLiteral("\r"),
        QStringLiteral("\r\n"),
        QStringLiteral("\t"),
        QStringLiteral("  "),
        QStringLiteral("\r\r\n\n"),
        QString(),
        QStringLiteral("|"),
    }));
    CAPTURE(lines, separator);
    CHECK((readText(lines.join(separator)) == readText(lines.join(u'\n'))));
}

TEST_CASE("what readers and people put around the zone is left out", "[traveller]")
{
    const QStringList lines = GENERATE(from_range(mrzVectors));
    const QString zone = lines.join(u'\r');
    const auto text = GENERATE_COPY(values<QString>({
        zone.toLower(),
        QStringLiteral(" \t") + zone + QStringLiteral("\r\n\n"),
        u'\x02' + zone + QStringLiteral("\x03\r"),
        QStringLiteral("]C1 ") + zone,
        QStringLiteral("[") + zone + QStringLiteral("]"),
        QStringLiteral("MRZ:") + zone + QStringLiteral("\r#17\r"),
    }));
    CAPTURE(text);
    CHECK((readText(text) == readText(zone)));
}

TEST_CASE("letters glued to a zone are told from it by its check digits", "[traveller]")
{
    const int vector = GENERATE(0, 1, 2, 5, 8, 10);
    const QString zone = mrzVectors[vector].join(QString());
    const auto text =
        GENERATE_COPY(values<QString>({QStringLiteral("MRZ") + zone, zone + QStringLiteral("EOT"),
                                       QStringLiteral("X1") + zone + QStringLiteral("9")}));
    CAPTURE(text);
    CHECK((readText(text) == readText(zone)));
}

TEST_CASE("fillers at a line's end need not be typed", "[traveller]")
{
    const QStringList lines = GENERATE(from_range(mrzVectors));
    QStringList typed = lines;
    const int nameLine = lines.size() == 3 ? 2 : 0;
    typed[nameLine] = withoutFillersAtEnd(typed[nameLine]);
    CAPTURE(typed);
    CHECK(
        (readText(typed.join(u'\n')) == withWarning(readText(lines.join(u'\n')), Mrz::Warning::LinePadded)));
}

TEST_CASE("a line that ends with a check digit is not filled up", "[traveller]")
{
    QStringList lines = mrzVectors[0];
    lines[1].chop(1);
    CHECK(errorOf(parseMrz(lines.join(u'\n'), mrzToday)) == ErrorCode::InvalidInput);
}

TEST_CASE("a short name line does not turn a passport into a card", "[traveller]")
{
    QStringList lines = mrzVectors[0];
    lines[0] = QStringLiteral("P<UTOERIKSSON<<ANNAMARIALUISE");
    lines[0].chop(1);
    REQUIRE(lines[0].size() + lines[1].size() == 72);  // as many as two lines of 36
    const Mrz mrz = readText(lines.join(u'\n'));
    CHECK((mrz.format == Mrz::Format::Td3));
    CHECK(mrz.givenNames == QStringLiteral("ANNAMARIALUIS"));
}

TEST_CASE("a reader set to another keyboard than the computer is understood, and said", "[traveller]")
{
    const QString zone = mrzVectors[0].join(u'\n');
    CHECK((readText(QString(zone).replace(u'<', u';')) ==
           withWarning(readText(zone), Mrz::Warning::KeyboardLayout)));
}

TEST_CASE("what is no zone is refused with its place and without its text", "[traveller]")
{
    struct Row {
        QString text;
        QString detail;
    };
    const QString shapes = QStringLiteral("fit no machine readable zone: 3 lines of 30, 2 of 36 or 2 of 44");
    QString stranger = mrzVectors[0].join(u'\n');
    stranger[50] = u'Ñ';
    const QList<Row> rows{
        {QString(), QStringLiteral("0 characters ") + shapes},
        {QStringLiteral(" \r\n"), QStringLiteral("0 characters ") + shapes},
        {QStringLiteral("P<UTOERIKSSON"), QStringLiteral("13 characters ") + shapes},
        {mrzVectors[0].join(u'\n').chopped(1), QStringLiteral("87 characters ") + shapes},
        {stranger, QStringLiteral("87 characters ") + shapes +
                       QStringLiteral("; line 2, column 6 is outside A-Z, 0-9 and <")},
        {QString(1001, u'<'), QStringLiteral("1001 characters are too many for a machine readable zone")},
    };
    for (const Row &row : rows) {
        CAPTURE(row.text);
        const auto result = parseMrz(row.text, mrzToday);
        REQUIRE(errorOf(result) == ErrorCode::InvalidInput);
        CHECK(result.error().detail == row.detail);
    }
}

TEST_CASE("a huge input is refused at once", "[traveller]")
{
    const QString huge = mrzVectors[0].join(u'\n').repeated(100'000);
    CHECK(errorOf(parseMrz(huge, mrzToday)) == ErrorCode::InvalidInput);
}
