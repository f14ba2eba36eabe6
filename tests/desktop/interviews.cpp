#include "desktop/interviews.h"

#include "resources/builtin_forms.h"
#include "support/catch.h"

namespace amparo::test {

namespace {

record::Setting settingAt(const Clock &clock)
{
    record::Setting setting;
    setting.clock = &clock;
    setting.post = {QStringLiteral("BO-DES-01"), QStringLiteral("Desaguadero"), QStringLiteral("BOL"), true};
    setting.officer = {OfficerId::create(), QStringLiteral("quispe"), QStringLiteral("R. Quispe"),
                       record::Role::Officer};
    setting.shift = ShiftId::create();
    setting.language = QStringLiteral("en");
    return setting;
}

}  // namespace

record::Interview builtinInterview(record::Purpose purpose, const Clock &clock)
{
    for (const form::FormPackage &package : resources::builtinForms()) {
        auto form = require(record::readInterviewForm(package));
        if (form->purpose == purpose)
            return require(record::Interview::begin(form, EncounterId::create(), settingAt(clock)));
    }
    FAIL("no built-in form has this purpose");
    Q_UNREACHABLE();
}

record::Interview interviewOf(const QByteArray &xform, const Clock &clock)
{
    const auto form = require(record::readInterviewForm({{}, {}, xform, {}}));
    return require(record::Interview::begin(form, EncounterId::create(), settingAt(clock)));
}

}  // namespace amparo::test
