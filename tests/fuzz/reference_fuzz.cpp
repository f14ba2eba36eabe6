// Any bytes as each table of the directory and as each file of a help card: what is read is whole, and what
// is refused is told with its file.

#include "reference/table_check.h"

#include <cstdint>
#include <cstdlib>

using namespace amparo::reference;

namespace {

const QDate day(2026, 3, 2);

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void readTables(QByteArrayView csv)
{
    const QString file = QStringLiteral("table.csv");
    Problems problems;
    for (const HelpLine &line : readHelpLines(file, csv, problems)) {
        require(!line.id.isEmpty() && !line.name.isEmpty() && line.country.size() == 3);
        require(linkOf(line).size() > 4);
        (void)freshness(line.provenance, day);
    }
    for (const Law &law : readLaws(file, csv, problems))
        require(!law.id.isEmpty() && !law.citation.isEmpty());
    for (const Institution &one : readInstitutions(file, csv, {}, problems)) {
        require(!one.services.isEmpty() && !one.serves.isEmpty() && one.onContact.byLanguage.size() == 3);
        (void)openState(one, QDateTime(day, QTime(12, 0), Qt::UTC));
    }
    for (const Problem &problem : problems)
        require(problem.file == file && !problem.message.isEmpty());
    (void)checkTable(file, csv, {}, day);
}

void readCards(const QByteArray &json)
{
    const QString file = QStringLiteral("card.json");
    Problems problems;
    require(readHelpCard(file, json, problems).has_value() == problems.isEmpty());
    problems.clear();
    require(readCardText(file, json, problems).has_value() == problems.isEmpty());
    problems.clear();
    require(readCardWords(file, json, problems).has_value() == problems.isEmpty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    readTables(bytes);
    readCards(bytes);
    return 0;
}
