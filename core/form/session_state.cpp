#include "form/session_state.h"

#include <QRandomGenerator>

namespace amparo::form {

using xpath::NodeId;

Session::State::State(std::shared_ptr<const FormDefinition> form, SessionOptions given)
    : definition(std::move(form)),
      options(std::move(given)),
      activeLanguage(definition->model().defaultLanguage),
      engine(definition->model(), *this)
{
    if (const int index = model().languageIndex(options.language); index >= 0)
        activeLanguage = index;
    engine.setLocationSource(options.location);
    if (options.lastSaved.isEmpty())
        return;
    if (auto record = xpath::Document::read(options.lastSaved))
        m_lastSaved = std::make_shared<const xpath::Document>(std::move(*record));
}

Session::State::State(const State &other)
    : xpath::Environment(other),
      definition(other.definition),
      options(other.options),
      activeLanguage(other.activeLanguage),
      engine(other.engine, *this),
      m_lastSaved(other.m_lastSaved)
{}

std::optional<xpath::Node> Session::State::instance(const QString &id) const
{
    const SecondaryInstance *found = model().instance(id);
    if (!found)
        return std::nullopt;
    const bool isBrought = found->isLastSaved && m_lastSaved;
    return xpath::Node{isBrought ? m_lastSaved.get() : &found->document, NodeId::Root};
}

std::optional<QString> Session::State::choiceName(const QString &value, const QString &path,
                                                  xpath::Node context) const
{
    const auto expression = xpath::Expression::compile(path, model().namespaces);
    if (!expression || context.document != &instance().document())
        return std::nullopt;
    const auto found = expression->evaluateNodes(engine.at(context.id));
    if (!found || found->empty() || instance().state(found->front().id).node < 0)
        return std::nullopt;
    for (const Choice &choice : choices(found->front().id)) {
        if (choice.value == value)
            return choice.label;
    }
    return std::nullopt;
}

TextForms Session::State::forms(const QString &itextId) const
{
    TextForms active = model().text(itextId, activeLanguage);
    return active.isEmpty() ? model().text(itextId, model().defaultLanguage) : active;
}

std::optional<QString> Session::State::itext(const QString &id) const
{
    if (model().itext.row(id) < 0)
        return std::nullopt;
    return render(forms(id).text, instance().element(0));
}

QString Session::State::language() const { return languageTag(model().languages.value(activeLanguage)); }

bool Session::State::isHidden(xpath::Node node) const
{
    return node.document == &instance().document() && instance().isHidden(node.id);
}

const Clock &Session::State::clock() const { return options.clock ? *options.clock : systemClock(); }

/// Choices in random order stand in the same order as long as the record lives, also when it is put away and
/// taken up again: the order follows from the record's id and the question (FNV-1a).
quint64 Session::State::orderSeed(NodeId id) const
{
    const NodeId recordId = instance().nodeIn(0, model().instanceIdNode);
    quint64 hash = 14695981039346656037u;
    for (const QChar c : instance().value(recordId) + instance().path(id))
        hash = (hash ^ c.unicode()) * 1099511628211u;
    return hash;
}

double Session::State::random() const
{
    if (m_choiceOrder) {
        // SplitMix64 (Steele, Lea, Flood 2014); 53 bits fill a double.
        *m_choiceOrder += 0x9e3779b97f4a7c15u;
        quint64 mixed = *m_choiceOrder;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
        return static_cast<double>((mixed ^ (mixed >> 31)) >> 11) * 0x1.0p-53;
    }
    if (!options.random)
        return QRandomGenerator::system()->generateDouble();
    constexpr double range = 4294967296.0;
    return options.random() / range;
}

QString Session::State::newInstanceId() const
{
    QByteArray bytes;
    for (int i = 0; i < 4; ++i) {
        const quint32 word = options.random ? options.random() : QRandomGenerator::system()->generate();
        bytes.append(reinterpret_cast<const char *>(&word), sizeof word);
    }
    // RFC 4122, section 4.4: version 4, variant 1.
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return QLatin1String("uuid:") + QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

QString Session::State::timestamp() const
{
    const QDateTime local = clock().utcNow().toLocalTime();
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

QString Session::State::render(const TextPieces &pieces, NodeId context) const
{
    QString all;
    for (const TextPiece &piece : pieces) {
        if (const auto *text = std::get_if<QString>(&piece))
            all += *text;
        else if (const auto value = std::get<xpath::Expression>(piece).evaluateString(engine.at(context)))
            all += *value;
    }
    return all;
}

ShownText Session::State::shown(const TextSource &source, NodeId context) const
{
    if (const auto *pieces = std::get_if<TextPieces>(&source))
        return {render(*pieces, context), {}, {}, {}, {}, {}};
    if (const auto *itext = std::get_if<ItextId>(&source)) {
        const TextForms found = forms(itext->id);
        return {render(found.text, context),
                render(found.guidance, context),
                found.image,
                found.bigImage,
                found.audio,
                found.video};
    }
    if (const auto *expression = std::get_if<xpath::Expression>(&source))
        return {expression->evaluateString(engine.at(context)).value_or(QString()), {}, {}, {}, {}, {}};
    return {};
}

/// What the device supplies (ODK XForms specification, "Preload attributes"); nullopt: nothing.
std::optional<QString> Session::State::supplied(const Bind &bind) const
{
    const auto is = [&](const char *kind, const char *parameter) {
        return bind.preload == QLatin1String(kind) && bind.preloadParams == QLatin1String(parameter);
    };
    if (bind.preload == QLatin1String("uid"))
        return newInstanceId();
    if (is("timestamp", "start"))
        return timestamp();
    if (is("date", "today"))
        return clock().today().toString(Qt::ISODate);
    if (bind.preload != QLatin1String("property"))
        return std::nullopt;
    struct Property {
        const char *name;
        const char *scheme;  // of its form as a URI, which OpenRosa's metadata ask for with "uri:"
        QString value;
    };
    const Property properties[] = {{"deviceid", "", options.deviceId},
                                   {"username", "username:", options.username},
                                   {"phonenumber", "tel:", options.phoneNumber},
                                   {"email", "mailto:", options.email}};
    const bool isUri = bind.preloadParams.startsWith(QLatin1String("uri:"));
    QString name = isUri ? bind.preloadParams.sliced(4) : bind.preloadParams;
    name.remove(QLatin1Char(' '));  // the specification writes "phone number"
    for (const Property &property : properties) {
        if (name == QLatin1String(property.name) && !property.value.isEmpty())
            return QLatin1String(isUri ? property.scheme : "") + property.value;
    }
    return std::nullopt;
}

bool Session::State::preload(int scope)
{
    bool hasAny = false;
    for (const int node : model().preloaded) {
        instance().forEach(scope, node, [&](NodeId id) {
            const auto value = supplied(model().bind(node));
            hasAny = hasAny || value.has_value();
            if (value)
                engine.setValue(id, *value);
        });
    }
    return hasAny;
}

bool Session::State::preloadOpened()
{
    bool hasAny = false;
    for (const int scope : engine.takeOpened()) {
        if (instance().scope(scope).repeat >= 0)
            hasAny = preload(scope) || hasAny;
    }
    return hasAny;
}

Result<> Session::State::settle()
{
    // Each round takes selections back, so there are at most as many as selections; the bound is for
    // calculations that put them in again.
    constexpr int maximumRounds = 100;
    for (int round = 0; round < maximumRounds; ++round) {
        if (const auto settled = engine.settle(); !settled)
            return settled;
        bool hasChanged = preloadOpened();
        for (const NodeId select : engine.takeTouchedSelects())
            hasChanged = dropUnavailable(select) || hasChanged;
        if (!hasChanged)
            return {};
    }
    return engine.settle();
}

bool Session::State::dropUnavailable(NodeId id)
{
    if (static_cast<int>(instance().state(id).node) < 0 || !instance().state(id).isRelevant)
        return false;
    const QString before = instance().value(id);
    if (before.isEmpty())
        return false;
    const QSet<QString> available = choiceValues(id);
    QStringList kept;
    for (const QString &selected : before.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (available.contains(selected))
            kept += selected;
    }
    const QString after = kept.join(QLatin1Char(' '));
    if (after == before)
        return false;
    engine.setValue(id, after);
    return true;
}

}  // namespace amparo::form
