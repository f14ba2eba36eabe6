// XForm XML to FormSyntax, by descent: html, head (title, model), body (controls).

#include "form/xform_syntax.h"
#include "form/xform_texts.h"
#include "form/xml_source.h"

#include <algorithm>

namespace amparo::form {

namespace {

const QString xformsUri = QStringLiteral("http://www.w3.org/2002/xforms");
const QString eventsUri = QStringLiteral("http://www.w3.org/2001/xml-events");
const QString entitiesUri = QStringLiteral("http://www.opendatakit.org/xforms/entities");
const QString odkUri = QStringLiteral("http://www.opendatakit.org/xforms");

std::optional<Control> controlKind(QStringView name)
{
    static const QHash<QString, Control> kinds = {
        {QStringLiteral("input"), Control::Input},     {QStringLiteral("select"), Control::Select},
        {QStringLiteral("select1"), Control::Select1}, {QStringLiteral("rank"), Control::Rank},
        {QStringLiteral("upload"), Control::Upload},   {QStringLiteral("trigger"), Control::Trigger},
        {QStringLiteral("range"), Control::Range},     {QStringLiteral("secret"), Control::Secret},
        {QStringLiteral("group"), Control::Group},     {QStringLiteral("repeat"), Control::Repeat},
    };
    const auto kind = kinds.constFind(name.toString());
    return kind == kinds.cend() ? std::nullopt : std::optional(*kind);
}

bool isAction(QStringView name)
{
    return name == u"setvalue" || name == u"setgeopoint" || name == u"recordaudio";
}

class Parser {
public:
    Parser(const QByteArray &xml, Problems &problems) : m_source(xml), m_problems(problems) {}

    FormSyntax parse();

private:
    void parseHead();
    void checkEntities();
    void parseModel();
    void parseInstance();
    void parseBind();
    void parseSubmission();
    void parseAction(int control);
    void parseBody();
    void skipAction();
    void parseControl(Control kind, int parent);
    void takeQuery(SyntaxControl &control);
    void parseControlChild(int control);
    void parseItem(int control);
    void parseItemset(int control);
    void noteNamespaces();
    void report(Severity severity, int line, const QString &message);

    XmlSource m_source;
    Problems &m_problems;
    FormSyntax m_form;
    TextParser m_texts{m_source, m_form};
    bool m_hasPrimary = false;
};

void Parser::report(Severity severity, int line, const QString &message)
{
    m_problems.append({severity, {{}, line, {}, {}}, message});
}

void Parser::noteNamespaces()
{
    for (const xpath::XmlAttribute &declaration : m_source.namespaceDeclarations()) {
        if (!declaration.name->local.isEmpty())
            m_form.namespaces.uriByPrefix.insert(declaration.name->local, declaration.value());
    }
}

FormSyntax Parser::parse()
{
    m_form.namespaces.unprefixed = xpath::Namespaces::Unprefixed::AnyNamespace;
    m_form.namespaces.uriByPrefix = {{QStringLiteral("jr"), javaRosaUri}, {QStringLiteral("odk"), odkUri}};
    if (m_source.nextChild()) {
        noteNamespaces();
        if (m_source.name() != u"html") {
            report(Severity::Error, m_source.line(),
                   QStringLiteral("this is no XForm: the outermost element is <%1>, not <h:html>")
                       .arg(m_source.name()));
            return std::move(m_form);
        }
        while (m_source.nextChild()) {
            noteNamespaces();
            if (m_source.name() == u"head")
                parseHead();
            else if (m_source.name() == u"body")
                parseBody();
            else
                m_source.skip();
        }
    }
    if (const auto error = m_source.error())
        report(Severity::Error, m_source.line(), *error);
    else if (!m_hasPrimary)
        report(Severity::Error, 0, QStringLiteral("the form has no primary instance"));
    return std::move(m_form);
}

void Parser::parseHead()
{
    while (m_source.nextChild()) {
        noteNamespaces();
        if (m_source.name() == u"title")
            m_form.title = m_source.text().trimmed();
        else if (m_source.name() == u"model")
            parseModel();
        else
            m_source.skip();
    }
}

/// A later version may mean something else by what this program would write (ODK Entities, "Versions").
void Parser::checkEntities()
{
    static const QStringList known{QStringLiteral("2022.1"), QStringLiteral("2023.1"),
                                   QStringLiteral("2024.1"), QStringLiteral("2025.1")};
    const QString version = m_source.attribute(QLatin1String("entities-version"), entitiesUri);
    const bool isKnown = std::any_of(known.begin(), known.end(), [&](const QString &one) {
        return version == one || version.startsWith(one + QLatin1Char('.'));
    });
    if (!version.isEmpty() && !isKnown)
        report(Severity::Error, m_source.line(),
               QStringLiteral("the form's entities are of version “%1”; known are %2")
                   .arg(version, known.join(QLatin1String(", "))));
}

void Parser::parseModel()
{
    checkEntities();
    while (m_source.nextChild()) {
        noteNamespaces();
        const QStringView name = m_source.name();
        if (name == u"instance")
            parseInstance();
        else if (name == u"itext")
            m_texts.readItext();
        else if (name == u"bind")
            parseBind();
        else if (name == u"submission")
            parseSubmission();
        else if (isAction(name))
            parseAction(-1);
        else
            m_source.skip();
    }
}

void Parser::parseInstance()
{
    SyntaxInstance instance;
    instance.id = m_source.attribute(QLatin1String("id"));
    instance.source = m_source.attribute(QLatin1String("src"));
    instance.line = m_source.line();
    const bool isPrimary = !m_hasPrimary;
    bool hasRoot = false;
    while (m_source.nextChild()) {
        if (hasRoot) {
            m_source.skip();
            continue;
        }
        hasRoot = true;
        noteNamespaces();
        bool declaresOwn = false;
        for (const xpath::XmlAttribute &declaration : m_source.namespaceDeclarations())
            declaresOwn = declaresOwn || declaration.name->local.isEmpty();
        m_source.copy(instance.document, xpath::NodeId::Root,
                      declaresOwn ? QStringView() : QStringView(xformsUri));
    }
    if (isPrimary) {
        m_hasPrimary = hasRoot;
        m_form.primary = std::move(instance.document);
        m_form.primaryLine = instance.line;
        return;
    }
    if (instance.id.isEmpty())
        report(Severity::Warning, instance.line,
               QStringLiteral("a secondary instance without id can never be read"));
    m_form.secondary.push_back(std::move(instance));
}

void Parser::parseBind()
{
    SyntaxBind bind;
    bind.line = m_source.line();
    for (const xpath::XmlAttribute &attribute : m_source.attributes()) {
        const auto &[name, uri, prefix] = *attribute.name;
        const QString value = attribute.value();
        if (uri.isEmpty()) {
            if (name == QLatin1String("nodeset"))
                bind.nodeset = value;
            else if (name == QLatin1String("id"))
                bind.id = value;
            else
                bind.rules.insert(name, value);
        } else if (uri == javaRosaUri) {
            bind.rules.insert(QLatin1String("jr:") + name, value);
        } else {
            bind.attributes.append({uri, name, value});
        }
    }
    m_form.binds += bind;
    m_source.skip();
}

void Parser::parseSubmission()
{
    const auto flag = [this](QLatin1String name, const QString &uri) -> std::optional<bool> {
        const QString value = m_source.attribute(name, uri).trimmed();
        return value == QLatin1String("true")    ? std::optional(true)
               : value == QLatin1String("false") ? std::optional(false)
                                                 : std::nullopt;
    };
    SubmissionSettings &submission = m_form.submission;
    submission.url = m_source.attribute(QLatin1String("action"));
    submission.publicKey = m_source.attribute(QLatin1String("base64RsaPublicKey"));
    submission.autoSend = flag(QLatin1String("auto-send"), openRosaUri);
    submission.autoDelete = flag(QLatin1String("auto-delete"), openRosaUri);
    submission.isEditable = flag(QLatin1String("client-editable"), odkUri).value_or(false);
    m_source.skip();
}

void Parser::parseAction(int control)
{
    SyntaxAction action;
    action.control = control;
    action.line = m_source.line();
    action.name = m_source.name().toString();
    if (m_source.name() == u"recordaudio") {
        report(Severity::Warning, action.line,
               QStringLiteral("<%1> is not supported and does nothing").arg(m_source.name()));
        m_source.skip();
        return;
    }
    action.events =
        (m_source.attribute(QLatin1String("event"), eventsUri) + m_source.attribute(QLatin1String("event")))
            .simplified()
            .split(QLatin1Char(' '), Qt::SkipEmptyParts);
    action.ref = m_source.attribute(QLatin1String("ref"));
    action.bind = m_source.attribute(QLatin1String("bind"));
    action.value = m_source.attribute(QLatin1String("value"));
    const bool hasValue = m_source.hasAttribute(QLatin1String("value"));
    action.literal = m_source.text();
    if (hasValue)
        action.literal.clear();  // what stands inside counts without one only (XForms 1.1, "setvalue")
    m_form.actions += action;
}

void Parser::parseBody()
{
    m_form.style = m_source.attribute(QLatin1String("class"));
    while (m_source.nextChild()) {
        if (const auto kind = controlKind(m_source.name()))
            parseControl(*kind, -1);
        else if (isAction(m_source.name()))
            skipAction();
        else
            m_source.skip();
    }
}

/// An action stands in the model or in a control (ODK XForms, "Actions"); elsewhere other clients pass over
/// it.
void Parser::skipAction()
{
    report(Severity::Warning, m_source.line(),
           QStringLiteral("<%1> stands neither in the model nor in a control and does nothing")
               .arg(m_source.name()));
    m_source.skip();
}

void Parser::parseControl(Control kind, int parent)
{
    const int index = static_cast<int>(m_form.controls.size());
    SyntaxControl control;
    control.kind = kind;
    control.parent = parent;
    control.line = m_source.line();
    for (const xpath::XmlAttribute &attribute : m_source.attributes()) {
        const auto &[name, uri, prefix] = *attribute.name;
        const QString value = attribute.value();
        if (uri == javaRosaUri || uri == odkUri)
            control.settings.insert((uri == odkUri ? QLatin1String("odk:") : QLatin1String("jr:")) + name,
                                    value);
        else if (!uri.isEmpty())
            control.attributes.append({uri, name, value});
        else if (name == QLatin1String("ref") || name == QLatin1String("nodeset"))
            control.ref = value;
        else if (name == QLatin1String("bind"))
            control.bind = value;
        else
            control.settings.insert(name, value);
    }
    if (kind == Control::Input && control.settings.contains(QLatin1String("query")))
        takeQuery(control);
    m_form.controls.push_back(std::move(control));
    if (parent >= 0)
        m_form.controls[parent].children.push_back(index);
    while (m_source.nextChild())
        parseControlChild(index);
}

/// What ODK's converter makes of select_one_external: a choice of one, whose list comes with the form as a
/// file.
void Parser::takeQuery(SyntaxControl &control)
{
    control.kind = Control::Select1;
    control.itemsNodeset = control.settings.take(QStringLiteral("query"));
    control.itemsValue = QStringLiteral("name");
    control.itemsLabel = QStringLiteral("label");
}

void Parser::parseControlChild(int control)
{
    const QStringView name = m_source.name();
    if (const auto kind = controlKind(name))
        parseControl(*kind, control);
    else if (name == u"label")
        m_form.controls[control].label = m_texts.readText();
    else if (name == u"hint")
        m_form.controls[control].hint = m_texts.readText();
    else if (name == u"item")
        parseItem(control);
    else if (name == u"itemset")
        parseItemset(control);
    else if (isAction(name))
        parseAction(control);
    else
        m_source.skip();
}

void Parser::parseItem(int control)
{
    SyntaxItem item;
    while (m_source.nextChild()) {
        if (m_source.name() == u"label")
            item.label = m_texts.readText();
        else if (m_source.name() == u"value")
            item.value = m_source.text();
        else
            m_source.skip();
    }
    m_form.controls[control].items += item;
}

void Parser::parseItemset(int control)
{
    SyntaxControl &target = m_form.controls[control];
    target.itemsNodeset = m_source.attribute(QLatin1String("nodeset"));
    while (m_source.nextChild()) {
        const QString ref = m_source.attribute(QLatin1String("ref"));
        if (m_source.name() == u"value")
            target.itemsValue = ref;
        else if (m_source.name() == u"label")
            target.itemsLabel = ref;
        m_source.skip();
    }
}

}  // namespace

FormSyntax parseXForm(const QByteArray &xml, Problems &problems) { return Parser(xml, problems).parse(); }

}  // namespace amparo::form
