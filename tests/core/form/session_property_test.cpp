// For random forms and random edits: what the session keeps up to date, step by step, is what computing
// everything anew would give; and a snapshot is the session.

#include "form/session.h"

#include "core/form/form_support.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;

namespace {

/// A form in which each calculation and relevance reads only fields before it, so that there is no cycle:
/// fields v0 to v4 are answered, c0 to c4 calculated, r repeats x (answered) and y (calculated), t sums up.
FormParts randomForm()
{
    const auto field = [](int before) {
        const int index = *rc::gen::inRange(0, 5 + before);
        return index < 5 ? "/data/v" + QByteArray::number(index) : "/data/c" + QByteArray::number(index - 5);
    };
    const auto expression = [&](int before) {
        const QByteArray a = field(before), b = field(before);
        switch (*rc::gen::inRange(0, 5)) {
        case 0:
            return "number(" + a + ") + " + b;
        case 1:
            return "if(" + a + " &gt; " + b + ", " + a + ", 3)";
        case 2:
            return "string-length(" + a + ")";
        case 3:
            return "coalesce(" + a + ", " + b + ")";
        default:
            return "count(/data/r[x = " + a + "])";
        }
    };
    FormParts parts;
    for (int i = 0; i < 5; ++i) {
        const QByteArray number = QByteArray::number(i);
        parts.instance += "<v" + number + "/>";
        parts.body += "<input ref=\"/data/v" + number + "\"/>";
        if (i > 0 && *rc::gen::arbitrary<bool>())
            parts.binds += "<bind nodeset=\"/data/v" + number + "\" relevant=\"/data/v" +
                           QByteArray::number(i - 1) + " != 2\"/>";
    }
    parts.instance += "<r jr:template=\"\"><x/><y/></r><g>";
    parts.binds += "<bind nodeset=\"/data/r/y\" calculate=\"concat(../x, /data/v0, position(..))\"/>";
    for (int i = 0; i < 5; ++i) {
        const QByteArray number = QByteArray::number(i);
        parts.binds += "<bind nodeset=\"/data/c" + number + "\" calculate=\"" + expression(i) + "\"" +
                       (*rc::gen::arbitrary<bool>() ? " relevant=\"" + field(i) + " != 1\"" : QByteArray()) +
                       "/>";
    }
    parts.instance += "<h/></g>";
    for (int i = 0; i < 5; ++i)
        parts.instance += "<c" + QByteArray::number(i) + "/>";
    parts.instance += "<t/>";
    parts.binds += "<bind nodeset=\"/data/g\" relevant=\"/data/c4 &gt; 2\"/>"
                   "<bind nodeset=\"/data/g/h\" calculate=\"concat(/data/c0, '-', /data/t)\"/>"
                   "<bind nodeset=\"/data/t\" calculate=\"sum(/data/r/x[. != '']) + count(/data/r)\"/>";
    parts.body += "<repeat nodeset=\"/data/r\"><input ref=\"/data/r/x\"/></repeat>";
    return parts;
}

void randomEdit(Session &session)
{
    const auto digit = [] { return QString::number(*rc::gen::inRange(0, 4)); };
    const int instances =
        static_cast<int>(session.evaluate(QStringLiteral("count(/data/r)")).value().toNumber());
    switch (*rc::gen::inRange(0, 6)) {
    case 0:
        RC_ASSERT(session.addRepeat(QStringLiteral("/data/r")).has_value());
        break;
    case 1:
        if (instances > 0)
            RC_ASSERT(
                session.removeRepeat(QStringLiteral("/data/r[%1]").arg(*rc::gen::inRange(1, instances + 1)))
                    .has_value());
        break;
    case 2:
        if (instances > 0)
            RC_ASSERT(session
                          .setField(QStringLiteral("/data/r[%1]/x").arg(*rc::gen::inRange(1, instances + 1)),
                                    digit())
                          .has_value());
        break;
    default:
        RC_ASSERT(session
                      .setField(QStringLiteral("/data/v%1").arg(*rc::gen::inRange(0, 5)),
                                *rc::gen::inRange(0, 5) == 0 ? QString() : digit())
                      .has_value());
    }
}

/// The same answers put into a new session, where everything is computed from nothing.
Session fromScratch(const Session &session, const std::shared_ptr<const FormDefinition> &definition)
{
    Session fresh = require(Session::start(definition, testOptions()));
    for (const QString &path : session.fieldPaths()) {
        if (path.startsWith(QLatin1String("/data/r[")) && path.endsWith(QLatin1String("/x")))
            require(fresh.addRepeat(QStringLiteral("/data/r")));
    }
    for (const QString &path : session.fieldPaths()) {
        if (path.startsWith(QLatin1String("/data/v")) || path.endsWith(QLatin1String("/x")))
            require(fresh.setField(path, session.value(path).value()));
    }
    return fresh;
}

}  // namespace

TEST_CASE("recomputing what changed equals recomputing everything", "[form]")
{
    const bool holds = rc::check([] {
        const auto definition = readSound(xform(randomForm()));
        Session session = require(Session::start(definition, testOptions()));
        const int edits = *rc::gen::inRange(1, 15);
        for (int i = 0; i < edits; ++i)
            randomEdit(session);
        const Session fresh = fromScratch(session, definition);
        for (const QString &path : session.fieldPaths()) {
            if (session.isRelevant(path))
                RC_ASSERT(session.value(path) == fresh.value(path));
            RC_ASSERT(session.isRelevant(path) == fresh.isRelevant(path));
        }
        RC_ASSERT(session.toXml() == fresh.toXml());
    });
    CHECK(holds);
}

TEST_CASE("a snapshot of any session is that session", "[form]")
{
    const bool holds = rc::check([] {
        const auto definition = readSound(xform(randomForm()));
        Session session = require(Session::start(definition, testOptions()));
        for (int i = *rc::gen::inRange(0, 10); i > 0; --i)
            randomEdit(session);
        Session restored = require(Session::restore(definition, session.snapshot(), testOptions()));
        RC_ASSERT(restored.snapshot() == session.snapshot());
        RC_ASSERT(restored.toXml() == session.toXml());
        RC_ASSERT(restored.items() == session.items());
        require(session.setField(QStringLiteral("/data/v0"), QStringLiteral("3")));
        require(restored.setField(QStringLiteral("/data/v0"), QStringLiteral("3")));
        RC_ASSERT(restored.toXml() == session.toXml());
    });
    CHECK(holds);
}

TEST_CASE("a damaged snapshot is refused or read, and never more", "[form]")
{
    const auto definition = readSound(xform(
        {"<a/><r><x/></r>", "",
         R"xml(<input ref="/data/a"/><repeat nodeset="/data/r"><input ref="/data/r/x"/></repeat>)xml"}));
    const QByteArray snapshot = require(Session::start(definition, testOptions())).snapshot();
    const bool holds = rc::check([&] {
        QByteArray damaged = snapshot;
        for (int i = *rc::gen::inRange(1, 4); i > 0; --i)
            damaged[*rc::gen::inRange<int>(0, static_cast<int>(damaged.size()))] =
                *rc::gen::arbitrary<char>();
        const auto restored = Session::restore(definition, damaged, testOptions());
        if (restored)
            RC_ASSERT(restored->toXml().contains("<data"));
    });
    CHECK(holds);
}

TEST_CASE("choices in random order stay in it, also after a restore", "[form]")
{
    const auto definition = readSound(xform(
        {"<a/><b/>", "",
         R"xml(<select1 ref="/data/a"><itemset nodeset="randomize(instance('l')/root/item)"><value ref="name"/>
            <label ref="name"/></itemset></select1>)xml",
         R"xml(<instance id="l"><root><item><name>a</name></item><item><name>b</name></item>
            <item><name>c</name></item><item><name>d</name></item><item><name>e</name></item></root></instance>)xml"}));
    const QString path = QStringLiteral("/data/a");
    QSet<QString> orders;
    SessionOptions options = testOptions();
    for (int record = 0; record < 20; ++record) {
        options.random = [state = quint32(record)]() mutable { return state = state * 1664525 + 1013904223; };
        Session session = require(Session::start(definition, options));
        const QList<Choice> choices = session.choices(path);
        REQUIRE(choices.size() == 5);
        require(session.setAnswer(path, QStringLiteral("b")));
        CHECK(session.choices(path) == choices);
        CHECK(require(Session::restore(definition, session.snapshot(), options)).choices(path) == choices);
        QString order;
        for (const Choice &choice : choices)
            order += choice.value;
        orders.insert(order);
    }
    CHECK(orders.size() > 5);  // 120 orders: each record has its own
}

namespace {

/// Nested repeats, one of them counted, fields that sum up over both, and a selection filtered by an answer.
/// Nothing counts instances that are not relevant: a submission leaves them out.
FormParts nestedForm()
{
    const auto sum = [] {
        return *rc::gen::element<QByteArray>("sum(/data/r/s/y)", "count(/data/r/s[y != ''])",
                                             "count(/data/r[x = 1])", "sum(/data/r/t)");
    };
    return {
        R"xml(<n/><r jr:template=""><x/><s jr:template=""><y/><z/></s><t/><pick/></r><total/><c><k/></c>)xml",
        R"xml(<bind nodeset="/data/n" type="int"/><bind nodeset="/data/r/s" relevant="../x != 2"/>
           <bind nodeset="/data/r/s/z" calculate="concat(position(..), ../../x, ../y)"/>
           <bind nodeset="/data/r/t" calculate="sum(../s/y) + position(..)"/>
           <bind nodeset="/data/c/k" calculate="position(..) * /data/n"/>
           <bind nodeset="/data/total" calculate=")xml" +
            sum() + " + " + sum() + R"xml("/>)xml",
        R"xml(<input ref="/data/n"/><repeat nodeset="/data/r"><input ref="/data/r/x"/>
           <select ref="/data/r/pick"><itemset nodeset="instance('l')/root/item[g = current()/../x]">
           <value ref="name"/><label ref="name"/></itemset></select>
           <repeat nodeset="/data/r/s"><input ref="/data/r/s/y"/></repeat></repeat>
           <repeat nodeset="/data/c" jr:count="/data/n"><input ref="/data/c/k"/></repeat>)xml",
        R"xml(<instance id="l"><root><item><name>a</name><g>1</g></item><item><name>b</name><g>1</g></item>
           <item><name>c</name><g>3</g></item></root></instance>)xml"};
}

void nestedEdit(Session &session)
{
    const auto number = [&](const QString &expression) {
        return static_cast<int>(session.evaluate(expression).value().toNumber());
    };
    const auto digit = [] { return QString::number(*rc::gen::inRange(0, 4)); };
    const int outer = number(QStringLiteral("count(/data/r)"));
    const int kind = *rc::gen::inRange(0, 7);
    if (kind == 0) {
        RC_ASSERT(session.setAnswer(QStringLiteral("/data/n"), digit()).has_value());
        return;
    }
    if (kind == 1 || outer == 0) {
        RC_ASSERT(session.addRepeat(QStringLiteral("/data/r"), *rc::gen::inRange(1, outer + 2)).has_value());
        return;
    }
    const QString r = QStringLiteral("/data/r[%1]").arg(*rc::gen::inRange(1, outer + 1));
    const int inner = number(QStringLiteral("count(%1/s)").arg(r));
    const QString s = QStringLiteral("%1/s[%2]").arg(r).arg(*rc::gen::inRange(1, inner + 2));
    switch (kind) {
    case 2:
        RC_ASSERT(session.removeRepeat(r).has_value());
        break;
    case 3:
        RC_ASSERT(session.addRepeat(r + QLatin1String("/s")).has_value());
        break;
    case 4:  // what is not offered is refused, and that changes nothing
        (void)session.setAnswer(r + QLatin1String("/pick"),
                                *rc::gen::element<QString>(QStringLiteral("a"), QStringLiteral("a b"),
                                                           QStringLiteral("c"), QString()));
        break;
    case 5:
        (void)session.setField(s + QLatin1String("/y"), digit());
        break;
    default:
        RC_ASSERT(session.setAnswer(r + QLatin1String("/x"), digit()).has_value());
    }
}

}  // namespace

TEST_CASE("a record filled step by step is the record opened from its submission", "[form]")
{
    const bool holds = rc::check([] {
        const auto definition = readSound(xform(nestedForm()));
        Session session = require(Session::start(definition, testOptions()));
        for (int i = *rc::gen::inRange(1, 20); i > 0; --i)
            nestedEdit(session);
        // Opening a record computes everything from nothing, by all that is relevant.
        const Session anew = require(Session::edit(definition, session.toXml(), testOptions()));
        for (const QString &path : session.fieldPaths()) {
            if (path.contains(QLatin1String("/meta/")) || !session.isRelevant(path))
                continue;
            RC_ASSERT(anew.value(path) == session.value(path));
        }
        const Session restored = require(Session::restore(definition, session.snapshot(), testOptions()));
        RC_ASSERT(restored.toXml() == session.toXml());
        RC_ASSERT(restored.items() == session.items());
    });
    CHECK(holds);
}
