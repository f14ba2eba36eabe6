#include "form/suggestion.h"

#include <algorithm>
#include <vector>

namespace amparo::form {

namespace {

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other (the
/// restricted Damerau-Levenshtein distance).
int distance(QStringView a, QStringView b)
{
    const auto same = [&](qsizetype i, qsizetype j) { return a[i].toCaseFolded() == b[j].toCaseFolded(); };
    std::vector<int> beforeLast(b.size() + 1);
    std::vector<int> last(b.size() + 1);
    std::vector<int> row(b.size() + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        beforeLast.swap(last);
        last.swap(row);
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int replaced = last[j - 1] + (same(i - 1, j - 1) ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && same(i - 1, j - 2) && same(i - 2, j - 1))
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
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
