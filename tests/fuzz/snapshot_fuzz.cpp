// Any bytes are a snapshot that is restored or refused, whatever stands in them.

#include "form/form_source.h"
#include "form/session.h"

#include <cstddef>
#include <cstdint>

using namespace amparo;

namespace {

std::shared_ptr<const form::FormDefinition> definition()
{
    static const auto read = form::readForm(
        R"xml(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
            xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Fuzz</h:title><model>
            <instance><data id="fuzz"><a/><r jr:template=""><x/><s jr:template=""><y/></s></r><sum/></data></instance>
            <bind nodeset="/data/a" type="int"/><bind nodeset="/data/r" relevant="/data/a != 1"/>
            <bind nodeset="/data/sum" calculate="sum(/data/r/s/y)"/></model></h:head>
            <h:body><input ref="/data/a"/><repeat nodeset="/data/r"><input ref="/data/r/x"/>
            <repeat nodeset="/data/r/s"><input ref="/data/r/s/y"/></repeat></repeat></h:body></h:html>)xml",
        {});
    return read.definition;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    auto session = form::Session::restore(definition(), bytes);
    if (!session)
        return 0;
    (void)session->setAnswer(QStringLiteral("/data/a"), QStringLiteral("2"));
    (void)session->items();
    (void)session->toXml();
    if (!form::Session::restore(definition(), session->snapshot()))
        __builtin_trap();  // a snapshot of a session is always readable
    return 0;
}
