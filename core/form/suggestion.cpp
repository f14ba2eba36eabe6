#include "form/suggestion.h"

#include <algorithm>
#include <vector>

namespace amparo::form {

namespace {

/// Insertions, deletions and replacements that turn one word into the other (Levenshtein).
int distance(QStringView a, QStringView b)
{
    std::vector<int> row(b.size() + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int replaced = diagonal + (a[i - 1].toCaseFolded() == b[j - 1].toCaseFolded() ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

}  // namespace

QString didYouMean(const QString &written, const QStringList &known)
{
    constexpr qsizetype longestName = 200;  // what is longer is no slip of a finger
    if (written.size() > longestName)
        return {};
    int best = std::max<int>(1, static_cast<int>(written.size()) / 3) + 1;
    QString closest;
    for (const QString &candidate : known) {
        if (candidate.size() > longestName || std::abs(candidate.size() - written.size()) >= best)
            continue;
        const int found = distance(written, candidate);
        if (found < best) {
            best = found;
            closest = candidate;
        }
    }
    return closest.isEmpty() ? QString() : QStringLiteral("; did you mean “%1”?").arg(closest);
}

}  // namespace amparo::form
