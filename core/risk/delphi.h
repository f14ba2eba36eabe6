#pragma once

#include "base/translated.h"
#include "risk/observation.h"

#include <QMap>
#include <QStringList>

#include <optional>

namespace amparo::risk {

/// How many distinct items of each strength are present in a dimension.
struct Counts {
    int strong = 0;
    int medium = 0;
    int weak = 0;

    void add(Strength strength);
    bool operator==(const Counts &) const = default;
};

/// Which part of the rule made a dimension positive; None: it is not.
enum class Clause { None, TwoStrong, StrongWithAnother, ThreeMedium, TwoMediumWithWeak };

/// "two_strong", "strong_with_another", "three_medium", "two_medium_with_weak"; "none".
QString clauseName(Clause clause);

/// The rule for one dimension: positive with two strong items, a strong and any other, three medium, or two
/// medium and a weak one. Source: ILO and European Commission, Operational indicators of trafficking in human
/// beings, 2009.
Clause decidingClause(const Counts &counts);

struct Dimension {
    QString code;     ///< "CR"
    QString element;  ///< of the trafficking definition: "means", "purpose", "means_kept"
    Translated label;

    bool operator==(const Dimension &) const = default;
};

/// One of the four lists of item strengths: adult or child, labour or sexual exploitation.
struct Profile {
    QString code;  ///< "AL"
    bool child = false;
    Person::Exploitation exploitation = Person::Exploitation::Unknown;
    Translated label;
    QMap<QString, Strength> strengths;  ///< by item; an item that is absent never counts in this profile

    bool operator==(const Profile &) const = default;
};

/// A line of the table that combines the dimensions: holds where every fact of one of its sets holds.
///
/// A fact is a dimension's code (it is positive), "child", or "any_item" (something is recorded). There is no
/// negation, so that a further item can only lead to the same line or an earlier one.
struct TableRow {
    QList<QStringList> anyOf;
    QString band;
    Translated because;

    bool operator==(const TableRow &) const = default;
};

struct DelphiRules {
    QList<Dimension> dimensions;
    QList<Profile> profiles;
    QStringList neverScored;  ///< items that stay on the lists and count nowhere
    QList<TableRow> table;    ///< the first line that holds decides
    TableRow otherwise;       ///< decides where none holds

    bool operator==(const DelphiRules &) const = default;
};

struct DimensionResult {
    Dimension dimension;
    Counts counts;
    Clause clause = Clause::None;
    QStringList items;  ///< the distinct items counted, in the form's order

    bool isPositive() const { return clause != Clause::None; }
    bool operator==(const DimensionResult &) const = default;
};

struct DelphiResult {
    Profile profile;
    QList<DimensionResult> dimensions;  ///< in the model's order
    int row = 0;                        ///< of the table, from 0; its length: "otherwise"
    TableRow decided;
    Observations notCounted;  ///< fired, but absent from the profile's list or never scored

    bool operator==(const DelphiResult &) const = default;
};

/// Applies one profile. Observations of dimensions that the rules do not have belong to other tracks and are
/// left alone; fired ones without a dimension are context: they count as recorded, but in no dimension.
DelphiResult applyDelphi(const DelphiRules &rules, const Profile &profile, const Observations &observations,
                         bool child);

/// Applies every profile that fits the person (both kinds of exploitation where the kind is unknown); the
/// highest line of the table comes first, then the profiles in the model's order. Empty only if no profile
/// fits.
QList<DelphiResult> applyFittingProfiles(const DelphiRules &rules, const Observations &observations,
                                         const Person &person);

}  // namespace amparo::risk
