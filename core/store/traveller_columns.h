#pragma once

#include "traveller/traveller.h"

namespace amparo::store {

class Row;
class Statement;

// The traveller's columns of the table screening, in one order for reading and writing.
#define AMPARO_TRAVELLER_COLUMNS                                                                             \
    "s.surname, s.given_names, s.document_code, s.document_number, s.issuing_state, s.nationality,"          \
    " s.birth_date, s.born_no_later_than, s.sex, s.expiry_date, s.traveller_source"
#define AMPARO_TRAVELLER_NAMES                                                                               \
    "surname, given_names, document_code, document_number, issuing_state, nationality, birth_date,"          \
    " born_no_later_than, sex, expiry_date, traveller_source"
#define AMPARO_TRAVELLER_PLACES "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"

constexpr int travellerColumnCount = 11;

traveller::Traveller readTraveller(const Row &row, int firstColumn);
void bindTraveller(Statement &statement, int firstIndex, const traveller::Traveller &traveller);

}  // namespace amparo::store
