#include "core/traveller/mrz_writer.h"
#include "core/traveller/vectors.h"
#include "support/catch.h"
#include "traveller/mrz_json.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::traveller;
using namespace amparo::test;

namespace {

using Format = Mrz::Format;

QString textOf(const std::string &alphabet, int least, int most)
{
    const int size = *rc::gen::inRange(least, most + 1);
    return QString::fromStdString(
        *rc::gen::container<std::string>(size_t(size), rc::gen::elementOf(alphabet)));
}

const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const std::string lettersAndDigits = letters + "0123456789";

/// A date in the years that the two digits can only mean.
QDate anyDate(QDate first, QDate last)
{
    return first.addDays(*rc::gen::inRange<int>(0, int(first.daysTo(last)) + 1));
}

int longestNumber(Format format) { return format == Format::Td1 ? 22 : format == Format::Td2 ? 14 : 9; }

int optionalRoom(Format format)
{
    switch (format) {
    case Format::Td1:
        return 15;
    case Format::Td2:
        return 7;
    case Format::Td3:
        return 14;
    case Format::MrvA:
        return 16;
    case Format::MrvB:
        return 8;
    }
    Q_UNREACHABLE();
}

struct Expected {
    ZoneContent content;
    QDate birth;
    QDate expiry;
};

Expected anyDocument()
{
    Expected document;
    ZoneContent &content = document.content;
    content.format = *rc::gen::element(Format::Td1, Format::Td2, Format::Td3, Format::MrvA, Format::MrvB);
    const bool isVisa = content.format == Format::MrvA || content.format == Format::MrvB;
    content.documentCode = isVisa                          ? QStringLiteral("V")
                           : content.format == Format::Td3 ? QStringLiteral("P")
                                                           : QStringLiteral("ID");
    content.issuingState =
        *rc::gen::element(QStringLiteral("BOL"), QStringLiteral("D"), QStringLiteral("XOM"));
    content.nationality =
        *rc::gen::element(QStringLiteral("HTI"), QStringLiteral("D"), QStringLiteral("XXA"));
    content.surname = textOf(letters, 1, 12);
    content.givenNames = textOf(letters, 0, 12);
    content.documentNumber = textOf(lettersAndDigits, 1, longestNumber(content.format));
    const int used = int(std::max<qsizetype>(content.documentNumber.size() - 9 + 2, 0));
    const bool isLong = content.documentNumber.size() > 9;
    content.optionalData =
        textOf(lettersAndDigits, 0, std::max(optionalRoom(content.format) - (isLong ? used : 0), 0));
    if (content.format == Format::Td1)
        content.secondOptionalData = textOf(lettersAndDigits, 0, 11);
    document.birth = anyDate(QDate(1926, 3, 3), mrzToday);
    document.expiry = anyDate(QDate(1986, 3, 3), QDate(2086, 3, 2));
    content.birthDate = document.birth.toString(u"yyMMdd");
    content.expiryDate = document.expiry.toString(u"yyMMdd");
    content.sex = *rc::gen::element(QChar(u'F'), QChar(u'M'), QChar(u'<'));
    return document;
}

}  // namespace

TEST_CASE("what is written into a zone is read from it", "[traveller]")
{
    CHECK(rc::check("round trip", [] {
        const Expected document = anyDocument();
        const ZoneContent &content = document.content;
        const auto result = parseMrz(zoneLines(content).join(u'\n'), mrzToday);
        RC_ASSERT(result.has_value());
        const Mrz &mrz = *result;
        RC_ASSERT(mrz.format == content.format);
        RC_ASSERT(!mrz.failedChecks);
        RC_ASSERT(mrz.corrections.isEmpty());
        RC_ASSERT(mrz.documentCode == content.documentCode);
        RC_ASSERT(mrz.issuingState == content.issuingState);
        RC_ASSERT(mrz.nationality == content.nationality);
        RC_ASSERT(mrz.surname == content.surname);
        RC_ASSERT(mrz.givenNames == content.givenNames);
        RC_ASSERT(mrz.documentNumber == content.documentNumber);
        RC_ASSERT(mrz.birthDate == document.birth);
        RC_ASSERT(mrz.expiryDate == document.expiry);
        RC_ASSERT((mrz.sex == Sex::Unspecified) == (content.sex == u'<'));
        RC_ASSERT(mrz.optionalData == content.optionalData);
        RC_ASSERT(mrz.secondOptionalData == content.secondOptionalData);
    }));
}

TEST_CASE("no input makes the reader of zones fail", "[traveller]")
{
    const auto survives = [](const QString &text) {
        const auto result = parseMrz(text, mrzToday);
        if (result)
            RC_ASSERT(!toJson(*result).isEmpty());
        else
            RC_ASSERT(result.error().code == ErrorCode::InvalidInput);
    };
    CHECK(rc::check("any UTF-16",
                    [&](const std::u16string &text) { survives(QString::fromStdU16String(text)); }));
    CHECK(rc::check("any text of the alphabet in the sizes of zones", [&] {
        const int size = *rc::gen::element(72, 88, 90, 89, 200);
        survives(textOf(lettersAndDigits + "<<<<<<<<<<<<<<<<", size, size));
    }));
    CHECK(rc::check("a sound zone with a stretch of anything", [&](const std::u16string &stretch) {
        const QStringList lines = mrzVectors[*rc::gen::inRange<qsizetype>(0, mrzVectors.size())];
        QString text = lines.join(u'\n');
        text.replace(*rc::gen::inRange<qsizetype>(0, text.size()), *rc::gen::inRange(0, 5),
                     QString::fromStdU16String(stretch));
        survives(text);
    }));
}
