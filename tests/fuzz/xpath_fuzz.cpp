// An expression, and after a zero byte the document that it is evaluated in: neither may crash, hang or
// disagree with itself. Without a document there is a small one.

#include "xpath/expression.h"

#include <cstdint>
#include <cstdlib>

using namespace amparo::xpath;

namespace {

constexpr qint64 fewSteps = 20'000;

const QByteArray &smallXml()
{
    static const QByteArray xml = "<d v='1' xmlns:q='urn:q'><a>1</a><r><x>2</x></r><r><x>b c</x></r><q:e/>"
                                  "<t>2026-03-02T14:00:00.000-05:00</t><p>0 0 0 0;0 1 0 0;1 1 0 0</p></d>";
    return xml;
}

/// The document is its own secondary instance, so that paths into instances are walked too.
class FuzzEnvironment final : public Environment {
public:
    explicit FuzzEnvironment(const Document &document) : m_document(document) {}

    std::optional<Node> instance(const QString &) const override { return Node{&m_document, NodeId::Root}; }
    QTimeZone timeZone() const override { return QTimeZone::utc(); }
    double random() const override { return 0.25; }

private:
    const Document &m_document;
};

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void evaluate(const Expression &expression, const Document &document)
{
    const FuzzEnvironment environment(document);
    EvaluationContext context;
    context.environment = &environment;
    context.maximumSteps = fewSteps;
    for (const bool staysInRepeat : {false, true}) {
        context.staysInRepeat = staysInRepeat;
        for (const NodeId at : {NodeId::Root, document.rootElement()}) {
            context.node = {&document, at};
            const auto value = expression.evaluate(context);
            const auto nodes = expression.evaluateNodes(context);
            (void)expression.evaluateString(context);
            (void)expression.evaluateNumber(context);
            (void)expression.evaluateBoolean(context);
            require(!nodes || (value && value->isNodeSet()));
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto end = input.indexOf('\0');
    const QString text = QString::fromUtf8(end < 0 ? input : input.first(end));
    const QByteArray xml = end < 0 ? smallXml() : input.sliced(end + 1);

    Namespaces names;
    names.uriByPrefix.insert(QStringLiteral("q"), QStringLiteral("urn:q"));
    const auto refused = Expression::compile(text, names);
    const auto lenient = Expression::compile(text, names, BadCalls::FailWhenReached);
    require(lenient || !refused);  // what compiles strictly compiles leniently
    if (!lenient) {
        require(!lenient.error().message.isEmpty() && lenient.error().position <= text.size());
        return 0;
    }
    (void)lenient->references();
    const auto document =
        Document::read(xml, {.maximumBytes = 64 * 1024, .maximumNodes = 2'000, .maximumDepth = 64});
    if (document)
        evaluate(*lenient, *document);
    return 0;
}
