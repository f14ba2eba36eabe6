#pragma once

#include "form/session.h"

#include <QList>
#include <QString>

#include <optional>

namespace amparo::record {

/// What an answer may have in common with the answers of other records.
enum class LinkKind {
    Phone,
    Address,
    Employer,
    Vehicle,    ///< number plate
    Companion,  ///< travel document of the adult with whom a child crosses
    Minor,      ///< travel document of a child with whom an adult crosses
};

QString linkKindName(LinkKind kind);  ///< "phone", "address" … as forms write it
std::optional<LinkKind> linkKindFromName(QStringView name);

/// An answer by which records may belong together, as it was given.
struct Link {
    LinkKind kind = LinkKind::Phone;
    QString value;
    QString state;  ///< of a document: who issued it, ISO 3166-1 alpha-3; empty: not given, or no document

    bool operator==(const Link &) const = default;
};

QDebug operator<<(QDebug, const Link &) = delete;  // personal data does not compile into a log

/// The answers of a filling by which records may belong together. Bind attributes in Amparo's namespace say
/// which they are: `amparo:link="phone"`, and so on with the names of LinkKind; `companion-state` and
/// `minor-state` mark the field, beside it in the same group, that holds the issuing State of the document.
/// Fields that are empty or do not apply are left out. Thread: the session's.
QList<Link> linksOf(const form::Session &session);

/// The same, read from the submission that a filling became. Thread: any.
QList<Link> linksOfSubmission(const QByteArray &xml, const form::FormDefinition &definition);

/// What is wrong with the link attributes of a form: an unknown kind, a State without its document, a choice
/// question (its answers are the same in every record), an indicator (a signal must never enter a result).
form::Problems lintLinks(const form::FormDefinition &definition);

/// What the ways of writing one thing share; empty: too little to compare by.
///
/// Phones become international numbers, with the calling code of `country` (ISO 3166-1 alpha-3, the post's)
/// where none is given; plates and documents keep letters and digits in upper case; addresses and employers
/// their words without accents, in alphabetical order, without "street", "Ltd." and the like.
QString normalised(const Link &link, const QString &country);

/// The same of a travel document's number: letters and digits in upper case (ICAO Doc 9303-3 and 9303-4:
/// fillers and separators say nothing). O and 0 stay apart: a guess could name another person.
QString normalisedDocumentNumber(QStringView number);

}  // namespace amparo::record
