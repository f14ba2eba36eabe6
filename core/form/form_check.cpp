// Expressions are looked at as text: a comparison of a path with a literal is where authors slip, and is told
// by its shape. What is not of that shape is not judged.

#include "form/form_check.h"

#include "form/data_type.h"
#include "form/model.h"
#include "form/suggestion.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace amparo::form {

namespace {

const QString pathShape = QStringLiteral(
    "(\\.(?!\\.|[\\w/])|(?:current\\(\\)/)?(?:\\.\\.?/)+[\\w/.\\-:]+|(?<![\\w/.\\])])/[\\w/.\\-:]+)");
const QString literalShape = QStringLiteral("'([^']*)'|\"([^\"]*)\"");

bool isTemporal(DataType type)
{
    return type == DataType::Date || type == DataType::Time || type == DataType::DateTime;
}

/// The path of a node told from another one: "../age" from /data/person/name; "." is that node itself.
QString resolvedPath(QString written, const QString &from)
{
    written.remove(QLatin1String("current()/"));
    QStringList steps = written.startsWith(u'/') ? QStringList() : from.split(u'/', Qt::SkipEmptyParts);
    for (const QString &step : written.split(u'/', Qt::SkipEmptyParts)) {
        if (step == QLatin1String("..") && !steps.isEmpty())
            steps.removeLast();
        else if (step != QLatin1String("."))
            steps += step;
    }
    return u'/' + steps.join(u'/');
}

class MeaningCheck {
public:
    explicit MeaningCheck(const Model &model) : m_model(model) {}

    Problems check();

private:
    void checkBind(int node);
    void checkExpression(const QString &text, int node, const QString &column);
    void checkComparison(const QString &path, const QString &sign, const QString &literal, int node,
                         const QString &column);
    void checkChoice(int field, const QString &value, int node, const QString &column);
    void checkDefault(int node);
    void checkCount(const Repeat &repeat);
    QStringList choices(int node) const;
    bool isAnswered(int node) const { return m_model.nodes[node].control >= 0; }
    void warn(int node, const QString &column, const QString &message)
    {
        Place place = m_model.bind(node).place;
        place.column = column;
        place.node = m_model.nodes[node].path;
        m_problems.append({Severity::Warning, place, message});
    }

    const Model &m_model;
    Problems m_problems;
};

Problems MeaningCheck::check()
{
    for (int node = 0; node < static_cast<int>(m_model.nodes.size()); ++node) {
        if (m_model.nodes[node].bind >= 0)
            checkBind(node);
        if (m_model.nodes[node].isLeaf() && !m_model.nodes[node].isAttribute)
            checkDefault(node);
    }
    for (const ControlNode &control : m_model.controls) {
        if (control.itemset && control.node >= 0)
            checkExpression(control.itemset->nodes.text(), control.node, QStringLiteral("itemset"));
    }
    for (const Repeat &repeat : m_model.repeats)
        checkCount(repeat);
    return m_problems;
}

void MeaningCheck::checkBind(int node)
{
    const Bind &bind = m_model.bind(node);
    const std::pair<const char *, const std::optional<Rule> *> rules[] = {{"relevant", &bind.relevant},
                                                                          {"required", &bind.required},
                                                                          {"readonly", &bind.readonly},
                                                                          {"constraint", &bind.constraint}};
    for (const auto &[column, rule] : rules) {
        if (*rule)
            checkExpression((*rule)->expression.text(), node, QString::fromLatin1(column));
    }
    if (bind.calculate)
        checkExpression(bind.calculate->text(), node, QStringLiteral("calculate"));
    const bool isRequired = bind.required && bind.required->constant != false;
    if (m_model.nodes[node].isLeaf() && !isAnswered(node) && (isRequired || bind.constraint))
        warn(node, isRequired ? QStringLiteral("required") : QStringLiteral("constraint"),
             QStringLiteral("no question shows this field, so nobody can mend its value"));
    const auto says = [](const TextSource &text) { return !std::holds_alternative<std::monostate>(text); };
    if (says(bind.constraintMessage) && !bind.constraint)
        warn(node, QStringLiteral("jr:constraintMsg"),
             QStringLiteral("the message is never shown: there is no constraint"));
    if (says(bind.requiredMessage) && !isRequired)
        warn(node, QStringLiteral("jr:requiredMsg"),
             QStringLiteral("the message is never shown: nothing is required"));
}

void MeaningCheck::checkExpression(const QString &text, int node, const QString &column)
{
    static const QString sign = QStringLiteral("\\s*(!=|<=|>=|=|<|>)\\s*");
    static const QRegularExpression after(pathShape + sign + QStringLiteral("(?:%1)").arg(literalShape));
    static const QRegularExpression before(QStringLiteral("(?:%1)").arg(literalShape) + sign + pathShape);
    static const QRegularExpression selected(
        QStringLiteral("selected\\(\\s*%1\\s*,\\s*(?:%2)\\s*\\)").arg(pathShape, literalShape));
    for (auto it = after.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        checkComparison(match.captured(1), match.captured(2), match.captured(3) + match.captured(4), node,
                        column);
    }
    for (auto it = before.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        checkComparison(match.captured(4), match.captured(3), match.captured(1) + match.captured(2), node,
                        column);
    }
    for (auto it = selected.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const int field = m_model.find(resolvedPath(match.captured(1), m_model.nodes[node].path));
        if (field >= 0)
            checkChoice(field, match.captured(2) + match.captured(3), node, column);
    }
}

void MeaningCheck::checkComparison(const QString &path, const QString &sign, const QString &literal, int node,
                                   const QString &column)
{
    const int field = m_model.find(resolvedPath(path, m_model.nodes[node].path));
    if (field < 0 || literal.isEmpty() || !m_model.nodes[field].isLeaf())
        return;
    const DataType type = m_model.bind(field).type;
    const bool isOrder = sign.startsWith(u'<') || sign.startsWith(u'>');
    if (!fits(type, literal))
        warn(node, column,
             QStringLiteral("%1 is %2 and never compares with “%3”")
                 .arg(m_model.nodes[field].path, typeInWords(type), literal));
    else if (isOrder && isTemporal(type))
        warn(node, column,
             QStringLiteral("before and after need dates, not text; write date('%1')").arg(literal));
    else if (!isOrder)
        checkChoice(field, literal, node, column);
}

void MeaningCheck::checkChoice(int field, const QString &value, int node, const QString &column)
{
    const QStringList known = choices(field);
    if (!known.isEmpty() && !value.isEmpty() && !value.contains(u' ') && !known.contains(value))
        warn(node, column,
             QStringLiteral("%1 has no choice “%2”%3")
                 .arg(m_model.nodes[field].path, value, didYouMean(value, known)));
}

/// The values that a select offers, where its list stands in the form and is not computed.
QStringList MeaningCheck::choices(int node) const
{
    QStringList values;
    if (!isAnswered(node))
        return values;
    const ControlNode &control = m_model.controls[m_model.nodes[node].control];
    for (const InlineItem &item : control.items)
        values += item.value;
    if (!control.itemset || control.itemset->valueName.isEmpty())
        return values;
    static const QRegularExpression list(
        QStringLiteral("^(?:randomize\\(\\s*)?instance\\(\\s*['\"]([^'\"]+)['\"]"));
    const SecondaryInstance *instance =
        m_model.instance(list.match(control.itemset->nodes.text()).captured(1));
    if (!instance || instance->document.isTable())
        return values;
    const xpath::Document &document = instance->document;
    const xpath::NodeId root = document.rootElement();
    if (root == xpath::NodeId::None)
        return values;
    for (auto item = document.firstChild(root); item != xpath::NodeId::None;
         item = document.nextSibling(item)) {
        const xpath::NodeId value = document.child(item, control.itemset->valueName);
        if (value != xpath::NodeId::None)
            values += document.text(value);
    }
    return values;
}

void MeaningCheck::checkDefault(int node)
{
    xpath::NodeId at = m_model.primary.rootElement();
    const QStringList steps = m_model.nodes[node].path.split(u'/', Qt::SkipEmptyParts).mid(1);
    for (const QString &step : steps) {
        if (at != xpath::NodeId::None)
            at = m_model.primary.child(at, step.section(u':', -1));
    }
    const QString given = at == xpath::NodeId::None ? QString() : m_model.primary.text(at);
    if (given.isEmpty())
        return;
    const DataType type = m_model.bind(node).type;
    const QString column = QStringLiteral("default");
    if (!fits(type, given))
        warn(node, column,
             QStringLiteral("the default “%1” is not %2, as the field is").arg(given, typeInWords(type)));
    else if (!given.contains(u' '))
        checkChoice(node, given, node, column);
}

void MeaningCheck::checkCount(const Repeat &repeat)
{
    if (repeat.countNode < 0)
        return;
    const Bind &bind = m_model.bind(repeat.countNode);
    const bool isText = bind.type == DataType::String && isAnswered(repeat.countNode);
    if (bind.type == DataType::Int || bind.type == DataType::Decimal ||
        (bind.type == DataType::String && !isText))
        return;
    Place place = repeat.place;
    place.column = QStringLiteral("jr:count");
    m_problems.append({Severity::Warning, place,
                       QStringLiteral("the count is taken from %1, which holds %2; make it an integer")
                           .arg(m_model.nodes[repeat.countNode].path, typeInWords(bind.type))});
}

/// The texts of all expressions and outputs, to find what they mention.
class Mentions {
public:
    explicit Mentions(const Model &model)
    {
        for (const Bind &bind : model.binds) {
            for (const auto *rule : {&bind.relevant, &bind.required, &bind.readonly, &bind.constraint}) {
                if (*rule)
                    add((*rule)->expression);
            }
            if (bind.calculate)
                add(*bind.calculate);
        }
        for (const ControlNode &control : model.controls) {
            if (control.itemset)
                add(control.itemset->nodes);
            add(control.label);
            add(control.hint);
        }
        for (const Action &action : model.actions) {
            if (action.value)
                add(*action.value);
        }
        for (const TextForms &forms : model.itext.rich) {
            add(TextSource(forms.text));
            add(TextSource(forms.guidance));
        }
        for (const Repeat &repeat : model.repeats) {
            if (repeat.count)
                add(*repeat.count);
        }
    }

    bool hasInstance(const QString &id) const { return m_instances.contains(id) || m_readsAny; }

private:
    void add(const xpath::Expression &expression)
    {
        for (const xpath::Reference &reference : expression.references()) {
            if (reference.start != xpath::Reference::Start::Instance)
                continue;
            m_instances.insert(reference.instanceId);
            m_readsAny = m_readsAny || reference.instanceId.isEmpty();
        }
    }
    void add(const TextSource &source)
    {
        if (const auto *expression = std::get_if<xpath::Expression>(&source))
            add(*expression);
        if (const auto *pieces = std::get_if<TextPieces>(&source)) {
            for (const TextPiece &piece : *pieces) {
                if (const auto *output = std::get_if<xpath::Expression>(&piece))
                    add(*output);
            }
        }
    }

    QSet<QString> m_instances;
    bool m_readsAny = false;
};

}  // namespace

Problems checkMeaning(const Model &model) { return MeaningCheck(model).check(); }

Problems checkContent(const Model &model)
{
    Problems problems;
    const Mentions mentions(model);
    for (const SecondaryInstance &list : model.secondary) {
        if (!mentions.hasInstance(list.id))
            problems.append({Severity::Warning,
                             {{}, 0, QStringLiteral("instance"), {}},
                             QStringLiteral("nothing reads the list “%1”").arg(list.id)});
    }
    QList<QByteArray> ids = model.itext.rows.keys();
    std::sort(ids.begin(), ids.end());
    for (const QByteArray &utf8Id : std::as_const(ids)) {
        const QString id = QString::fromUtf8(utf8Id);
        QStringList missing;
        int line = 0;  // where another language has it
        for (int language = 0; language < int(model.languages.size()); ++language) {
            if (model.text(id, language).isEmpty())
                missing += model.languages[language];
            else if (line == 0)
                line = model.itext.entry(model.itext.row(id), language).line;
        }
        if (!missing.isEmpty())
            problems.append({Severity::Warning,
                             {{}, line, QStringLiteral("itext"), {}},
                             QStringLiteral("the text “%1” is missing in: %2")
                                 .arg(id, missing.join(QLatin1String(", ")))});
    }
    return problems;
}

}  // namespace amparo::form
