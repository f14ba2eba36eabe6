#include "form/xlsform_references.h"

#include "form/suggestion.h"
#include "form/xlsform_expression.h"

#include <QRegularExpression>

namespace amparo::form {

namespace {

constexpr QLatin1String lastSavedMark("last-saved#");

/// Where in an expression a place is: inside a predicate a relative path would start at the list's item, and
/// indexed-repeat() wants the whole repeat, so that its 1st, 2nd, 4th and 6th argument stay absolute.
class Surroundings {
public:
    void see(QStringView before, QChar c)
    {
        if (!m_quote.isNull()) {
            if (c == m_quote)
                m_quote = QChar();
            return;
        }
        if (c == u'\'' || c == u'"')
            m_quote = c;
        else if (c == u'[')
            ++m_predicates;
        else if (c == u']')
            --m_predicates;
        else if (c == u'(')
            m_calls.append({before.trimmed().endsWith(u"indexed-repeat"), 0});
        else if (c == u')' && !m_calls.isEmpty())
            m_calls.removeLast();
        else if (c == u',' && !m_calls.isEmpty())
            ++m_calls.last().argument;
    }

    bool isInPredicate() const { return m_predicates > 0; }
    bool wantsAbsolute() const
    {
        if (m_calls.isEmpty() || !m_calls.last().isIndexedRepeat)
            return false;
        const int argument = m_calls.last().argument;
        return argument == 0 || argument % 2 == 1;
    }

private:
    struct Call {
        bool isIndexedRepeat;
        int argument;
    };
    QList<Call> m_calls;
    int m_predicates = 0;
    QChar m_quote;
};

}  // namespace

bool XlsformReferences::isWithin(int element, int ancestor) const
{
    for (int at = element; at >= 0; at = m_survey.elements[at].parent) {
        if (at == ancestor)
            return true;
    }
    return ancestor < 0;
}

/// The nearest repeat around the target that the element stands in, too; -1: none.
int XlsformReferences::sharedRepeat(int target, int element) const
{
    for (int around = m_survey.repeatAround(target); around >= 0; around = m_survey.repeatAround(around)) {
        if (isWithin(element, around))
            return around;
    }
    return -1;
}

QString XlsformReferences::path(int target, const From &from) const
{
    const std::vector<SurveyElement> &elements = m_survey.elements;
    if (from.element < 0 || sharedRepeat(target, from.element) < 0)
        return elements[target].path;
    // Up to the nearest group around both, and down again.
    QString up;
    for (int step = 0; step < from.below; ++step)
        up += QLatin1String("../");
    int around = from.element;
    if (from.below == 0 && elements[from.element].kind == SurveyElement::Kind::Question) {
        up += QLatin1String("../");
        around = elements[around].parent;
    }
    for (; !isWithin(elements[target].parent, around); around = elements[around].parent)
        up += QLatin1String("../");
    const QString below = elements[target].path.mid(elements[around].path.size() + 1);
    return (from.isFilter ? QLatin1String("current()/") : QLatin1String("")) +
           (up.isEmpty() ? QStringLiteral("./") : up) + below;
}

std::optional<XlsformReferences::Instances> XlsformReferences::instancesOf(const QString &question,
                                                                           int element, const Place &place)
{
    const auto target = find(question, element, place);
    if (!target)
        return std::nullopt;
    const int repeat = m_survey.repeatAround(*target);
    if (repeat < 0) {
        m_problems.append(
            {Severity::Error, place,
             QStringLiteral("${%1} stands in no repeat, so that it gives no choices").arg(question)});
        return std::nullopt;
    }
    // From inside the repeat its own instance is to be left, so that all are choices.
    if (!isWithin(element, repeat))
        return Instances{repeat, path(repeat, {element})};
    QString up;
    for (int at = element; at != m_survey.elements[repeat].parent; at = m_survey.elements[at].parent)
        up += QLatin1String("../");
    return Instances{repeat, up + m_survey.elements[repeat].name};
}

std::optional<int> XlsformReferences::find(const QString &name, int element, const Place &place)
{
    const QList<int> found = m_survey.named(name);
    if (found.isEmpty()) {
        QStringList known;
        for (const SurveyElement &one : m_survey.elements)
            known += one.name;
        m_problems.append(
            {Severity::Error, place,
             QStringLiteral("${%1} is the name of no row%2").arg(name, didYouMean(name, known))});
        return std::nullopt;
    }
    if (found.size() == 1)
        return found.first();
    // Of several, the one in the same repeat is meant.
    QList<int> near;
    for (const int candidate : found) {
        if (element >= 0 && sharedRepeat(candidate, element) >= 0)
            near += candidate;
    }
    if (near.size() == 1)
        return near.first();
    m_problems.append({Severity::Error, place,
                       QStringLiteral("${%1} may be any of %2 rows of that name; give them different names")
                           .arg(name)
                           .arg(found.size())});
    return std::nullopt;
}

QString XlsformReferences::pathTo(const QString &name, const From &from, const Place &place, bool isAbsolute)
{
    const bool isLastSaved = name.startsWith(lastSavedMark);
    const auto target = find(isLastSaved ? name.mid(lastSavedMark.size()) : name, from.element, place);
    if (!target)
        return QStringLiteral("''");
    const QString absolute = m_survey.elements[*target].path;
    if (isLastSaved)
        return QLatin1String(" instance('__last-saved')") + absolute + u' ';
    if (from.chosen >= 0 && m_survey.repeatAround(*target) == from.chosen)
        return QLatin1String(" ./") + absolute.mid(m_survey.elements[from.chosen].path.size() + 1) + u' ';
    return u' ' + (isAbsolute ? absolute : path(*target, from)) + u' ';
}

QString XlsformReferences::resolved(const QString &text, const From &from, const Place &place)
{
    if (!hasReference(text))
        return text;
    QString result;
    Surroundings surroundings;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype end = text.indexOf(u'}', i);
        if (QStringView(text).sliced(i).startsWith(u"${") && end > 0) {
            From here = from;
            here.isFilter = from.isFilter || surroundings.isInPredicate();
            result +=
                pathTo(text.mid(i + 2, end - i - 2).trimmed(), here, place, surroundings.wantsAbsolute());
            i = end;
            continue;
        }
        surroundings.see(result, text[i]);
        result += text[i];
    }
    return result;
}

QStringList XlsformReferences::labelPieces(const QString &text, int element, const Place &place)
{
    static const QRegularExpression reference(QStringLiteral("\\$\\{\\s*([^}]+?)\\s*\\}"));
    QStringList pieces;
    qsizetype from = 0;
    const auto add = [&](qsizetype start, qsizetype end, const QString &expression) {
        pieces += text.mid(from, start - from);
        pieces += expression;
        from = end;
    };
    const QList<TextSpan> lookups = instanceLookups(text);
    qsizetype lookup = 0;
    for (auto it = reference.globalMatch(text); true;) {
        const qsizetype next = it.hasNext() ? it.peekNext().capturedStart() : text.size();
        if (lookup < lookups.size() && lookups[lookup].from <= next) {
            const TextSpan span = lookups[lookup++];
            add(span.from, span.to, resolved(text.mid(span.from, span.to - span.from), {element}, place));
            while (it.hasNext() && it.peekNext().capturedStart() < span.to)
                it.next();
            continue;
        }
        if (!it.hasNext())
            break;
        const auto match = it.next();
        add(match.capturedStart(), match.capturedEnd(), pathTo(match.captured(1), {element}, place, false));
    }
    return pieces += text.mid(from);
}

}  // namespace amparo::form
