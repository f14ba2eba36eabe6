#include "form/xlsform_references.h"

#include "form/suggestion.h"

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

int XlsformReferences::sharedRepeat(int target, int element) const
{
    for (int around = m_survey.elements[target].parent; around >= 0;
         around = m_survey.elements[around].parent) {
        if (m_survey.elements[around].kind != SurveyElement::Kind::Repeat)
            continue;
        for (int at = element; at >= 0; at = m_survey.elements[at].parent) {
            if (at == around)
                return around;
        }
    }
    return -1;
}

QString XlsformReferences::path(int target, int element, bool fromCurrent) const
{
    const int shared = sharedRepeat(target, element);
    if (shared < 0)
        return m_survey.elements[target].path;
    QString up;
    for (int at = element; at != shared; at = m_survey.elements[at].parent)
        up += QLatin1String("../");
    const QString below = m_survey.elements[target].path.mid(m_survey.elements[shared].path.size() + 1);
    return (fromCurrent ? QLatin1String("current()/") : QLatin1String("")) +
           (up.isEmpty() ? QStringLiteral("./") : up) + below;
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

QString XlsformReferences::pathTo(const QString &name, int element, const Place &place, bool fromCurrent,
                                  bool isAbsolute)
{
    const bool isLastSaved = name.startsWith(lastSavedMark);
    const auto target = find(isLastSaved ? name.mid(lastSavedMark.size()) : name, element, place);
    if (!target)
        return QStringLiteral("''");
    const QString absolute = m_survey.elements[*target].path;
    if (isLastSaved)
        return QLatin1String(" instance('__last-saved')") + absolute + QLatin1Char(' ');
    return QLatin1Char(' ') + (isAbsolute || element < 0 ? absolute : path(*target, element, fromCurrent)) +
           QLatin1Char(' ');
}

QString XlsformReferences::resolved(const QString &text, int element, const Place &place, Where where)
{
    if (!text.contains(QLatin1String("${")))
        return text;
    QString result;
    Surroundings surroundings;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype end = text.indexOf(QLatin1Char('}'), i);
        if (QStringView(text).sliced(i).startsWith(u"${") && end > 0) {
            const bool fromCurrent = where == Where::ListFilter || surroundings.isInPredicate();
            result += pathTo(text.mid(i + 2, end - i - 2).trimmed(), element, place, fromCurrent,
                             surroundings.wantsAbsolute());
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
    for (auto it = reference.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        pieces += text.mid(from, match.capturedStart() - from);
        pieces += pathTo(match.captured(1), element, place, false, false);
        from = match.capturedEnd();
    }
    return pieces += text.mid(from);
}

}  // namespace amparo::form
