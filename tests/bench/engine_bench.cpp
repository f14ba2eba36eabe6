// The form engine against its targets, and how its cost grows with the size of forms.

#include "bench/benchmarks.h"
#include "bench/sample_forms.h"
#include "form/compiled_form.h"
#include "form/form_source.h"
#include "form/session.h"

#include <malloc.h>

namespace amparo::bench {

namespace {

using form::Session;

Result<std::shared_ptr<const form::FormDefinition>> read(const QByteArray &xml, const form::Media &media = {})
{
    form::ReadForm form = form::readForm(xml, media);
    if (!form.definition)
        return failure(ErrorCode::InvalidInput, form.problems.value(0).message);
    return form.definition;
}

Result<Session> startOf(const QByteArray &xml, const form::Media &media = {})
{
    return read(xml, media).and_then([](const auto &definition) { return Session::start(definition); });
}

/// What the program holds on its heap, large blocks included.
qint64 heapInBytes()
{
    const auto info = mallinfo2();
    return qint64(info.uordblks + info.hblkhd);
}

/// Sets one answer again and again, each time to another value.
Result<Figure> setting(const QString &name, const QJsonObject &input, Session &session, const QString &path,
                       int samples)
{
    Figure figure{name, input, {}};
    Result<> outcome;
    for (int i = 0; i < samples && outcome; ++i) {
        const QString value = QString::number(1 + i % 7);
        figure.samples.push_back(timed([&] { outcome = session.setAnswer(path, value); }));
    }
    if (!outcome)
        return tl::make_unexpected(outcome.error());
    return figure;
}

Result<Figure> loading(const QString &name, int questions, int samples)
{
    const QByteArray xml = questionnaire(questions);
    if (const auto sound = read(xml); !sound)
        return tl::make_unexpected(sound.error());
    Figure figure{
        name, {{QStringLiteral("questions"), questions}, {QStringLiteral("bytes"), xml.size()}}, {}};
    for (int i = 0; i < samples; ++i) {
        form::ReadForm form;  // its end is not part of the load
        figure.samples.push_back(timed([&] { form = form::readForm(xml, {}); }));
    }
    return figure;
}

Result<Figure> loadingCompiled(int questions, int samples)
{
    const auto definition = read(questionnaire(questions));
    if (!definition)
        return tl::make_unexpected(definition.error());
    const QByteArray compiled = form::compiledForm(**definition);
    if (!form::readCompiledForm(compiled))
        return failure(ErrorCode::Corrupt, QStringLiteral("the compiled form is not read"));
    Figure figure{QStringLiteral("load the same form from its compiled cache"),
                  {{QStringLiteral("questions"), questions}, {QStringLiteral("bytes"), compiled.size()}},
                  {}};
    for (int i = 0; i < samples; ++i) {
        std::shared_ptr<const form::FormDefinition> form;
        figure.samples.push_back(timed([&] { form = form::readCompiledForm(compiled); }));
    }
    return figure;
}

Figures measureAnswers(const Plan &plan)
{
    constexpr int questions = 1000;
    constexpr int chain = 500;
    auto session = startOf(chainForm(questions, chain));
    if (!session)
        return tl::make_unexpected(session.error());
    const QJsonObject input{{QStringLiteral("questions"), questions},
                            {QStringLiteral("chain"), chain},
                            {QStringLiteral("relevances"), questions}};
    QList<Figure> figures;
    const auto head = setting(QStringLiteral("answer at the head of the chain"), input, *session,
                              QStringLiteral("/data/q0"), plan.samples);
    if (!head)
        return tl::make_unexpected(head.error());
    const auto end = setting(QStringLiteral("answer that nothing depends on"), input, *session,
                             QStringLiteral("/data/q999"), plan.samples);
    if (!end)
        return tl::make_unexpected(end.error());
    return QList<Figure>{*head, *end};
}

Figures measureChoices(const Plan &plan)
{
    constexpr int rows = 100'000;
    const QByteArray csv = placesCsv(rows);
    const qint64 before = heapInBytes();
    const auto definition = read(choiceForm(), {{QStringLiteral("places.csv"), csv}});
    if (!definition)
        return tl::make_unexpected(definition.error());
    auto session = Session::start(*definition);
    if (!session)
        return tl::make_unexpected(session.error());
    const QString path = QStringLiteral("/data/place");
    QJsonObject input{{QStringLiteral("rows"), rows}, {QStringLiteral("bytes"), csv.size()}};
    Figure first{QStringLiteral("choices of a filter, the first time (index built)"), input, {}};
    Figure second{QStringLiteral("choices of a filter, the second time (index built)"), input, {}};
    Figure later{QStringLiteral("choices of a filter, from the index"), input, {}};
    Figure table{QStringLiteral("read a list of 100,000 rows"), input, {}};
    for (int i = 0; i < plan.samples; ++i) {
        const QString province = QStringLiteral("province%1").arg(i);
        if (const auto set = session->setAnswer(QStringLiteral("/data/province"), province); !set)
            return tl::make_unexpected(set.error());
        qsizetype offered = 0;
        const double time = timed([&] { offered = session->choices(path).size(); });
        if (offered != 100)
            return failure(ErrorCode::Conflict, QStringLiteral("the filter offers %1 rows").arg(offered));
        (i == 0 ? first : i == 1 ? second : later).samples.push_back(time);
    }
    const qint64 held = heapInBytes() - before;
    later.input.insert(QStringLiteral("bytesHeld"), held);
    later.input.insert(QStringLiteral("bytesHeldPerFileByte"), double(held) / double(csv.size()));
    for (int i = 0; i < plan.slowSamples; ++i)
        table.samples.push_back(timed([&] {
            (void)form::readForm(choiceForm(), {{QStringLiteral("places.csv"), csv}});
        }));
    return QList<Figure>{table, first, second, later};
}

Figures measureRepeats(const Plan &plan)
{
    constexpr int instances = 1000;
    constexpr int questions = 20;
    auto session = startOf(repeatForm(instances, questions));
    if (!session)
        return tl::make_unexpected(session.error());
    const auto one =
        setting(QStringLiteral("answer in one of 1,000 instances, summed up"),
                {{QStringLiteral("instances"), instances}, {QStringLiteral("questions"), questions}},
                *session, QStringLiteral("/data/row[500]/q7"), plan.samples);
    return one.map([](const Figure &figure) { return QList<Figure>{figure}; });
}

Figures measureRecord(const Plan &plan)
{
    constexpr int answers = 500;
    auto session = startOf(repeatForm(1, answers));
    for (int i = 0; session && i < answers; ++i) {
        if (const auto set =
                session->setAnswer(QStringLiteral("/data/row[1]/q%1").arg(i), QString::number(i));
            !set)
            return tl::make_unexpected(set.error());
    }
    if (!session)
        return tl::make_unexpected(session.error());
    const QJsonObject input{{QStringLiteral("answers"), answers},
                            {QStringLiteral("bytes"), session->toXml().size()}};
    Figure written{QStringLiteral("serialise a record"), input, {}};
    Figure snapshot{QStringLiteral("snapshot of a record"), input, {}};
    for (int i = 0; i < plan.samples; ++i) {
        written.samples.push_back(timed([&] { (void)session->toXml(); }));
        snapshot.samples.push_back(timed([&] { (void)session->snapshot(); }));
    }
    return QList<Figure>{written, snapshot};
}

/// The same deeds with 1, 10 and 100 times as much: of a load the questions grow, of an answer what depends
/// on it, and the questions that do not.
Figures measureGrowth(const Plan &plan)
{
    QList<Figure> figures;
    for (const int times : {1, 10, 100}) {
        const auto load = loading(QStringLiteral("growth of a load, %1 times").arg(times), 50 * times,
                                  times == 100 ? std::max(1, plan.slowSamples / 5) : plan.slowSamples);
        if (!load)
            return tl::make_unexpected(load.error());
        figures += *load;
    }
    for (const int times : {1, 10, 100}) {
        auto session = startOf(chainForm(5 * times + 1, 5 * times));
        if (!session)
            return tl::make_unexpected(session.error());
        const auto set = setting(
            QStringLiteral("growth of an answer with its dependents, %1 times").arg(times),
            {{QStringLiteral("dependents"), 5 * times}}, *session, QStringLiteral("/data/q0"), plan.samples);
        if (!set)
            return tl::make_unexpected(set.error());
        figures += *set;
    }
    for (const int times : {1, 10, 100}) {
        auto session = startOf(chainForm(100 * times, 50 * times));
        if (!session)
            return tl::make_unexpected(session.error());
        const auto set =
            setting(QStringLiteral("growth of an answer without dependents, %1 times").arg(times),
                    {{QStringLiteral("questions"), 100 * times}}, *session, QStringLiteral("/data/alone"),
                    plan.samples);
        if (!set)
            return tl::make_unexpected(set.error());
        figures += *set;
    }
    return figures;
}

}  // namespace

Figures measureEngine(const Plan &plan)
{
    const auto load =
        loading(QStringLiteral("load a form of 500 questions in 6 languages"), 500, plan.slowSamples);
    if (!load)
        return tl::make_unexpected(load.error());
    const auto compiled = loadingCompiled(500, plan.slowSamples);
    if (!compiled)
        return tl::make_unexpected(compiled.error());
    QList<Figure> figures{*load, *compiled};
    for (const auto measure :
         {measureAnswers, measureChoices, measureRepeats, measureRecord, measureGrowth}) {
        const Figures measured = measure(plan);
        if (!measured)
            return measured;
        figures += *measured;
    }
    return figures;
}

}  // namespace amparo::bench
