#include "xpath/functions.h"

#include <QHash>

#include <algorithm>

namespace amparo::xpath {

namespace {

using Registry = QHash<QStringView, const Function *>;

const Registry &registry()
{
    static const Registry all = [] {
        static QStringList names;  // what the views of the keys look at
        Registry functions;
        for (const auto list : {stringFunctions(), textFunctions(), numberFunctions(), booleanFunctions(),
                                nodeFunctions(), repeatFunctions(), dateFunctions(), geoFunctions()}) {
            for (const auto &function : list) {
                names.append(function.name);
                functions.insert(names.last(), &function);
            }
        }
        return functions;
    }();
    return all;
}

/// Levenshtein's distance, given up above `most`.
int distance(QStringView a, QStringView b, int most)
{
    if (qAbs(a.size() - b.size()) > most)
        return most + 1;
    std::vector<int> row(std::size_t(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], int(i) + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int change = diagonal + (a[i].toLower() == b[qsizetype(j) - 1].toLower() ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

QString similarName(QStringView name)
{
    QString best;
    int bestDistance = name.size() < 5 ? 2 : 3;  // one more than a name may differ
    for (const auto &known : functionNames()) {
        const int found = distance(name, known, bestDistance - 1);
        if (found < bestDistance) {
            best = known;
            bestDistance = found;
        }
    }
    return best;
}

}  // namespace

const Function *findFunction(QStringView name) { return registry().value(name, nullptr); }

QString unknownFunction(QStringView name)
{
    const auto similar = similarName(name);
    const auto message = QStringLiteral("Unknown function \"%1\".").arg(name);
    return similar.isEmpty() ? message : message + QStringLiteral(" Did you mean \"%1\"?").arg(similar);
}

QStringList functionNames()
{
    QStringList names;
    for (auto known = registry().cbegin(); known != registry().cend(); ++known)
        names.append(known.key().toString());
    names.sort();
    return names;
}

QString Function::wrongArity(int given) const
{
    const bool fits = given >= fewest && given <= most && (given - fewest) % every == 0;
    if (fits)
        return {};
    QString wanted = QString::number(fewest);
    if (most == Function::anyNumber)
        wanted += QStringLiteral(" or more");
    else if (most != fewest)
        wanted += (most - fewest == 1 ? QStringLiteral(" or %1") : QStringLiteral(" to %1")).arg(most);
    if (every > 1)
        wanted += QStringLiteral(" in steps of %1").arg(every);
    return QStringLiteral("%1() takes %2 argument(s), not %3.").arg(name, wanted).arg(given);
}

QString Arguments::functionName() const { return QString(m_call.function->name); }

NodeSet Arguments::nodes(qsizetype i)
{
    return m_evaluator.nodes(expr(i), m_focus, QStringLiteral("%1()").arg(functionName()));
}

QStringList Arguments::strings(qsizetype from)
{
    QStringList all;
    for (auto i = from; i < count() && m_evaluator.step(); ++i) {
        const auto one = value(i);
        if (!one.isNodeSet()) {
            all.append(one.toString());
            continue;
        }
        for (const auto &node : one.nodes()) {
            if (!environment().isHidden(node))
                all.append(m_evaluator.text(node));
        }
    }
    return all;
}

Value Arguments::fail(const QString &reason)
{
    m_evaluator.fail(QStringLiteral("%1(): %2").arg(functionName(), reason));
    return {};
}

}  // namespace amparo::xpath
