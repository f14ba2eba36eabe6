#include "core/form/form_support.h"
#include "support/text.h"

namespace amparo::test {

QByteArray xform(const FormParts &parts)
{
    return R"(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
        xmlns:ev="http://www.w3.org/2001/xml-events" xmlns:jr="http://openrosa.org/javarosa"
        xmlns:orx="http://openrosa.org/xforms" xmlns:odk="http://www.opendatakit.org/xforms"
        xmlns:amparo="urn:amparo:xforms:1">
<h:head><h:title>Test</h:title><model>
<instance><data id="test" version="7">)" +
           parts.instance + "</data></instance>\n" + parts.binds + parts.model +
           "</model></h:head>\n<h:body" +
           (parts.bodyClass.isEmpty() ? QByteArray() : " class=\"" + parts.bodyClass + '"') + ">" +
           parts.body + "</h:body></h:html>";
}

QStringList problemLines(const form::Problems &problems)
{
    QStringList lines;
    for (const form::Problem &problem : problems)
        lines += problem.place.toText() + QLatin1String(": ") + problem.message;
    return lines;
}

std::shared_ptr<const form::FormDefinition> readSound(const QByteArray &definition, const form::Media &media)
{
    const form::ReadForm read = form::readForm(definition, media);
    if (!read.definition)
        FAIL("the form is refused: " << problemLines(read.problems).join(QLatin1Char('\n')).toStdString());
    return read.definition;
}

form::SessionOptions testOptions()
{
    static const FixedClock clock;
    form::SessionOptions options;
    options.clock = &clock;
    options.deviceId = QStringLiteral("device-1");
    options.username = QStringLiteral("officer-1");
    options.random = [state = quint32(1)]() mutable { return state = state * 1664525 + 1013904223; };
    return options;
}

form::Session startForm(const FormParts &parts, const form::Media &media)
{
    return require(form::Session::start(readSound(xform(parts), media), testOptions()));
}

void answer(form::Session &session, const char *path, const char *value)
{
    require(session.setAnswer(text(path), text(value)));
}

QString valueOf(const form::Session &session, const char *path)
{
    return session.value(QString::fromLatin1(path)).value_or(QStringLiteral("?"));
}

}  // namespace amparo::test
