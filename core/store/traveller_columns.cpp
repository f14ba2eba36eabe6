#include "store/traveller_columns.h"

#include "base/names.h"
#include "store/database.h"

namespace amparo::store {

namespace {

using traveller::Traveller;

constexpr Names<Traveller::Source, 2> sourceNames{{
    {Traveller::Source::Typed, QLatin1StringView("typed")},
    {Traveller::Source::Mrz, QLatin1StringView("mrz")},
}};

}  // namespace

Traveller readTraveller(const Row &row, int firstColumn)
{
    Traveller traveller;
    int column = firstColumn;
    traveller.surname = row.get<QString>(column++);
    traveller.givenNames = row.get<QString>(column++);
    traveller.documentCode = row.get<QString>(column++);
    traveller.documentNumber = row.get<QString>(column++);
    traveller.issuingState = row.get<QString>(column++);
    traveller.nationality = row.get<QString>(column++);
    traveller.birthDate = row.get<std::optional<QDate>>(column++);
    traveller.bornNoLaterThan = row.get<std::optional<QDate>>(column++);
    const auto sex = valueOf(traveller::sexNames, row.get<QString>(column++));
    traveller.expiryDate = row.get<std::optional<QDate>>(column++);
    const auto source = valueOf(sourceNames, row.get<QString>(column++));
    if (!sex || !source)
        row.markMalformed();
    traveller.sex = sex.value_or(traveller::Sex::Unspecified);
    traveller.source = source.value_or(Traveller::Source::Typed);
    return traveller;
}

void bindTraveller(Statement &statement, int firstIndex, const Traveller &traveller)
{
    int index = firstIndex;
    statement.bind(index++, traveller.surname);
    statement.bind(index++, traveller.givenNames);
    statement.bind(index++, traveller.documentCode);
    statement.bind(index++, traveller.documentNumber);
    statement.bind(index++, traveller.issuingState);
    statement.bind(index++, traveller.nationality);
    statement.bind(index++, traveller.birthDate);
    statement.bind(index++, traveller.bornNoLaterThan);
    statement.bind(index++, nameOf(traveller::sexNames, traveller.sex));
    statement.bind(index++, traveller.expiryDate);
    statement.bind(index++, nameOf(sourceNames, traveller.source));
}

}  // namespace amparo::store
