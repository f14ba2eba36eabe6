#include "base/csv_reader.h"

#include "support/catch.h"

using namespace amparo;
using namespace amparo::test;

namespace {

QList<QStringList> records(const QByteArray &csv)
{
    QList<QStringList> all;
    CsvReader reader(csv);
    while (require(reader.next())) {
        QStringList record;
        for (qsizetype i = 0; i < reader.fields().size(); ++i)
            record += reader.text(i);
        all += record;
    }
    return all;
}

std::optional<Error> firstError(const QByteArray &csv)
{
    CsvReader reader(csv);
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return more.error();
        if (!*more)
            return std::nullopt;
    }
}

}  // namespace

TEST_CASE("records and fields are told apart as RFC 4180 says", "[base]")
{
    struct Row {
        QByteArray csv;
        QList<QStringList> expected;
    };
    const QString a = QStringLiteral("a"), b = QStringLiteral("b"), c = QStringLiteral("c"), none;
    const auto row = GENERATE_COPY(values<Row>({
        {"a,b\nc,a\n", {{a, b}, {c, a}}},
        {"a,b\r\nc,a", {{a, b}, {c, a}}},
        {"\xEF\xBB\xBF"
         "a,b\n",
         {{a, b}}},
        {"a,,b\n,\n", {{a, none, b}, {none, none}}},
        {"a,\n", {{a, none}}},
        {"\n\na\n\r\nb\n", {{a}, {b}}},
        {"\"a\",\"b\"\n", {{a, b}}},
        {"\"a,b\"\n", {{QStringLiteral("a,b")}}},
        {"\"a \"\"b\"\" c\",a\n", {{QStringLiteral("a \"b\" c"), a}}},
        {"\"a\nb\",c\n", {{QStringLiteral("a\nb"), c}}},
        {"\"\",a\n", {{none, a}}},
        {"\"\"\"\"\n", {{QStringLiteral("\"")}}},
        {"Qu\xC3\xA9,\xE2\x82\xAC\n", {{QStringLiteral("Qué"), QStringLiteral("€")}}},
        {"a;b\nc;\"a;b\"\n", {{a, b}, {c, QStringLiteral("a;b")}}},
        {"a;b\nc,a;\n", {{a, b}, {QStringLiteral("c,a"), none}}},
        {"a,b;c\na;b,c\n", {{a, QStringLiteral("b;c")}, {QStringLiteral("a;b"), c}}},
        {"a\nb;c\n", {{a}, {QStringLiteral("b;c")}}},
        {"", {}},
    }));
    CAPTURE(row.csv);
    CHECK(records(row.csv) == row.expected);
}

TEST_CASE("a broken CSV file is refused with its line", "[base]")
{
    struct Row {
        QByteArray csv;
        QString message;
    };
    const auto row = GENERATE(values<Row>({
        {"a\nb,\"c\n", QStringLiteral("CSV, line 2: a quoted field has no end")},
        {"a\n\"b\nc\"d\n", QStringLiteral("CSV, line 3: text follows a closing quote")},
    }));
    CAPTURE(row.csv);
    CHECK(firstError(row.csv) == Error{ErrorCode::InvalidInput, row.message});
}

TEST_CASE("a CSV file holds up to 200,000 rows", "[base][SEC-I3]")
{
    CHECK_FALSE(firstError(QByteArray("a\n").repeated(200'000)));
    CHECK(firstError(QByteArray("a\n").repeated(200'001))
              ->detail.contains(QStringLiteral("more than 200000 rows")));
}

TEST_CASE("a CSV file is up to 64 MB large", "[base][SEC-I3]")
{
    const QByteArray atLimit = QByteArray(64 * 1024 * 1024 - 1, 'x') + '\n';
    CHECK_FALSE(firstError(atLimit));
    CHECK(firstError(atLimit + 'x')->detail.contains(QStringLiteral("larger than 64 MB")));
}

TEST_CASE("a record knows the line on which it begins", "[base]")
{
    const QByteArray csv = "a\n\"b\nb\"\n\nc\n";
    CsvReader reader(csv);
    QList<int> lines;
    while (require(reader.next()))
        lines += reader.line();
    CHECK(lines == QList<int>{1, 2, 5});
}
