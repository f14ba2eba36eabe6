// Any bytes are a form that is read or refused; one that is read can be filled, put away and taken up again.

#include "form/form_source.h"
#include "form/session.h"

#include <cstddef>
#include <cstdint>

using namespace amparo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray xml(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const form::ReadForm read = form::readForm(xml, {});
    if (!read.definition)
        return 0;
    auto session = form::Session::start(read.definition);
    if (!session)
        return 0;
    const QList<form::Item> items = session->items();
    for (qsizetype i = 0; i < items.size() && i < 20; ++i) {
        if (items[i].control == form::Control::Repeat)
            (void)session->addRepeat(items[i].path);
        else
            (void)session->setAnswer(items[i].path, QStringLiteral("1"));
        (void)session->choices(items[i].path);
    }
    (void)session->validate();
    (void)session->toXml();
    if (!form::Session::restore(read.definition, session->snapshot()))
        __builtin_trap();  // a snapshot of a session is always readable
    return 0;
}
