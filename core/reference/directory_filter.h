#pragma once

#include "reference/institution.h"

namespace amparo::reference {

/// What somebody looks for in the directory; what is left open does not matter.
struct DirectoryFilter {
    QString text;  ///< words, each the beginning of a word of name, area, id or a help line's number; accents
                   ///< and case do not count
    QString country;  ///< an institution of several countries is found under each
    std::optional<Service> service;
    std::optional<Serves> serves;  ///< an institution for all serves everybody
    QString language;              ///< ISO 639; one whose languages are not known stays in the list
    bool openNow = false;          ///< one whose hours are not known stays in the list
};

/// In the directory's order. What is not known excludes nothing: a gap in the data must not hide help. Old
/// and never confirmed entries are in it too; their `freshness` is for the reader to see.
QList<Institution> search(const QList<Institution> &directory, const QList<HelpLine> &lines,
                          const DirectoryFilter &filter, const QDateTime &utc);

}  // namespace amparo::reference
