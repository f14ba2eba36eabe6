#pragma once

#include "reference/reference.h"
#include "support/catch.h"

namespace Catch {

template <> struct StringMaker<amparo::reference::Problem> {
    static std::string convert(const amparo::reference::Problem &problem)
    {
        return problem.toText().toStdString();
    }
};

}  // namespace Catch

namespace amparo::test {

/// What follows a table's headings.
QByteArray helpLinesCsv(const QByteArray &rows);
QByteArray lawsCsv(const QByteArray &rows);
QByteArray institutionsCsv(const QByteArray &rows);

/// Two invented countries, one card in English and Arabic.
QMap<QString, QByteArray> someFiles();
reference::Reference someReference();  ///< someFiles(), which are sound

/// "line 2, number: missing", one for each problem; the message is cut at its first colon or quote.
QStringList placesOf(const reference::Problems &problems);

}  // namespace amparo::test
