#include "bench/benchmarks.h"
#include "form/form_source.h"
#include "form/session.h"

namespace amparo::bench {

namespace {

constexpr int questions = 500;

QByteArray nameOf(int question) { return 'q' + QByteArray::number(question); }

/// Choice questions, each relevant only if the one ten before it was not answered with "no", and a running
/// count over all of them: an answer moves a chain of others, as in a real questionnaire.
QByteArray longForm()
{
    QByteArray instance;
    QByteArray binds;
    QByteArray body;
    QByteArray sum = "0";
    for (int i = 0; i < questions; ++i) {
        const QByteArray name = nameOf(i);
        instance += '<' + name + "/>";
        binds += "<bind nodeset=\"/data/" + name + "\" type=\"string\"";
        if (i >= 10)
            binds += " relevant=\"/data/" + nameOf(i - 10) + " != 'no'\"";
        binds += "/>\n";
        body += "<select1 ref=\"/data/" + name + "\"><label>Question " + QByteArray::number(i) +
                "</label><item><label>Yes</label><value>yes</value></item>"
                "<item><label>No</label><value>no</value></item></select1>\n";
        sum += " + (/data/" + name + " = 'yes')";
    }
    return R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
<h:head><h:title>Long</h:title><model><instance><data id="long" version="1">)" +
           instance + "<sum/></data></instance>\n" + binds +
           "<bind nodeset=\"/data/sum\" type=\"int\" calculate=\"" + sum + "\"/></model></h:head>\n<h:body>" +
           body + "</h:body></h:html>";
}

}  // namespace

Figures measureForm(const Plan &plan)
{
    const QByteArray xml = longForm();
    const form::ReadForm form = form::readForm(xml, {});
    if (!form.definition)
        return failure(ErrorCode::InvalidInput, form.problems.value(0).message);
    auto session = form::Session::start(form.definition);
    if (!session)
        return tl::make_unexpected(session.error());

    const QJsonObject size{{QStringLiteral("questions"), questions}, {QStringLiteral("bytes"), xml.size()}};
    Figure read{QStringLiteral("read a form of 500 questions"), size, {}};
    Figure started{QStringLiteral("start a session of 500 questions"), size, {}};
    for (int i = 0; i < plan.slowSamples; ++i) {
        read.samples.push_back(timed([&] { (void)form::readForm(xml, {}); }));
        started.samples.push_back(timed([&] { (void)form::Session::start(form.definition); }));
    }
    Figure answered{QStringLiteral("answer one of 500 questions"), size, {}};
    for (int i = 0; i < plan.samples; ++i) {
        const QString path = QStringLiteral("/data/q%1").arg(i % 10);
        const QString value = i / 10 % 2 ? QStringLiteral("no") : QStringLiteral("yes");
        Result<> outcome;
        answered.samples.push_back(timed([&] { outcome = session->setAnswer(path, value); }));
        if (!outcome)
            return tl::make_unexpected(outcome.error());
    }
    return QList<Figure>{read, started, answered};
}

}  // namespace amparo::bench
