// A workbook read directly and the XForm made of it are the same form, for random workbooks.

#include "core/form/xlsform_support.h"
#include "form/model.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;

namespace {

/// Rows of a random survey: questions of all kinds, groups and repeats nested up to three deep, and cells
/// that refer to questions before them.
class RandomSurvey {
public:
    QByteArray survey();

private:
    void addQuestion();
    void begin();
    void end();
    void addRow(const QByteArray &type, const QByteArray &name, const QByteArray &cells);
    QByteArray reference() const;
    QByteArray condition() const;
    int draw(int below) const { return *rc::gen::inRange(0, below); }

    QByteArray m_rows =
        "type | name | label::en | label::es | relevant | required | constraint | calculation | "
        "default | choice_filter | hint::en\n";
    std::vector<QByteArray> m_open;
    std::vector<QByteArray> m_names;
    int m_count = 0;
};

void RandomSurvey::addRow(const QByteArray &type, const QByteArray &name, const QByteArray &cells)
{
    m_rows += type + " | " + name + " | " + cells + '\n';
}

QByteArray RandomSurvey::reference() const
{
    return m_names.empty() ? QByteArray("1") : "${" + m_names[draw(static_cast<int>(m_names.size()))] + '}';
}

QByteArray RandomSurvey::condition() const
{
    switch (draw(4)) {
    case 0:
        return reference() + " != ''";
    case 1:
        return "count-selected(" + reference() + ") < 2";
    case 2:
        return "string-length(concat(" + reference() + ", 'x')) > 1";
    default:
        return {};
    }
}

void RandomSurvey::addQuestion()
{
    static const std::vector<QByteArray> types{"text",   "integer", "decimal",      "date",
                                               "note",   "image",   "select_one c", "select_multiple c",
                                               "rank c", "range",   "geopoint",     "acknowledge",
                                               "hidden", "today",   "barcode",      "select_one c or_other"};
    const QByteArray type = types[draw(static_cast<int>(types.size()))];
    const QByteArray name = "q" + QByteArray::number(m_count++);
    const bool hasFilter = type.contains(" c") && !type.contains("or_other") && draw(2) == 0;
    const bool isText = type == "text";
    addRow(type, name,
           "Label " + reference() + " | " + (draw(3) ? "Texto" : "") + " | " + condition() + " | " +
               (draw(2) ? "yes" : "") + " | " + (draw(3) ? "" : ". != 'x'") + " | " +
               (isText && draw(4) == 0 ? condition() : QByteArray()) + " | " +
               (isText && draw(3) == 0 ? "concat(" + reference() + ", 'd')" : QByteArray()) + " | " +
               (hasFilter ? "w = " + reference() : QByteArray()) + " | " + (draw(2) ? "Hint" : ""));
    m_names.push_back(name);
}

void RandomSurvey::begin()
{
    const QByteArray kind = draw(2) ? "group" : "repeat";
    const QByteArray name = "g" + QByteArray::number(m_count++);
    addRow("begin_" + kind, name, "G | G | " + condition() + " | | | | | | ");
    m_open.push_back(kind);
    addQuestion();
}

void RandomSurvey::end()
{
    addRow("end_" + m_open.back(), "", " | | | | | | | | ");
    m_open.pop_back();
}

QByteArray RandomSurvey::survey()
{
    addQuestion();
    for (int rows = *rc::gen::inRange(2, 18); rows > 0; --rows) {
        const int deed = draw(5);
        if (deed == 0 && m_open.size() < 3)
            begin();
        else if (deed == 1 && !m_open.empty())
            end();
        else
            addQuestion();
    }
    while (!m_open.empty())
        end();
    return m_rows;
}

/// What a definition says, in words: all that a session runs by.
QStringList described(const FormDefinition &definition)
{
    const Model &model = definition.model();
    const auto rule = [](const std::optional<Rule> &one) { return one ? one->expression.text() : QString(); };
    QStringList lines{model.formId,
                      model.title,
                      model.languages.join(u','),
                      QString::number(model.defaultLanguage),
                      QString::fromUtf8(model.primary.toXml()),
                      QString::fromUtf8(model.fingerprint)};
    for (const Node &node : model.nodes) {
        const Bind bind = node.bind < 0 ? Bind() : model.binds[node.bind];
        lines += QStringList{node.path,
                             QString::number(int(bind.type)),
                             rule(bind.relevant),
                             rule(bind.required),
                             rule(bind.readonly),
                             rule(bind.constraint),
                             bind.calculate ? bind.calculate->text() : QString(),
                             bind.preload,
                             bind.preloadParams}
                     .join(u'|');
    }
    for (const ControlNode &control : model.controls) {
        lines += QStringList{QString::number(int(control.kind)),
                             QString::number(control.node),
                             control.appearance,
                             control.mediaType,
                             QString::number(control.rangeEnd),
                             control.itemset ? control.itemset->nodes.text() : QString()}
                     .join(u'|');
        for (const QString &language : definition.languages())
            lines +=
                control.node < 0 ? QString() : definition.label(model.nodes[control.node].path, language);
    }
    for (const Repeat &repeat : model.repeats)
        lines += QString::fromUtf8(repeat.pattern.toXml()) + QString::number(repeat.countNode);
    for (const Action &action : model.actions)
        lines += QString::number(action.events) + QString::number(action.target) +
                 (action.value ? action.value->text() : action.literal);
    for (const SecondaryInstance &list : model.secondary)
        lines += list.id + QString::fromUtf8(list.document.toXml());
    return lines;
}

}  // namespace

TEST_CASE("a workbook and the XForm made of it are one definition", "[form]")
{
    const bool isSame = rc::check([] {
        const QByteArray survey = RandomSurvey().survey();
        const QByteArray xlsx = workbook({survey.constData(), "list_name | name | label::en | label::es | w\n"
                                                              "c | a | A | A | 1\nc | b | B | B | 2"});
        const ReadForm direct = readForm(xlsx, {});
        const ConvertedForm converted = convertXlsForm(xlsx);
        RC_CLASSIFY(direct.definition != nullptr, "sound");
        RC_ASSERT((direct.definition != nullptr) == !converted.xform.isEmpty());
        if (!direct.definition)
            return;
        const ReadForm viaXForm = readForm(converted.xform, {});
        RC_ASSERT(viaXForm.definition != nullptr);
        RC_ASSERT(described(*direct.definition) == described(*viaXForm.definition));

        Session first = require(Session::start(direct.definition, testOptions()));
        Session second = require(Session::start(viaXForm.definition, testOptions()));
        RC_ASSERT(first.items() == second.items());
        RC_ASSERT(first.toXml() == second.toXml());
    });
    CHECK(isSame);
}
