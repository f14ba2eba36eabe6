#include "sync/openrosa/form_list.h"

#include "support/catch.h"

using namespace amparo;
using namespace amparo::openrosa;
using amparo::test::errorOf;
using amparo::test::require;

namespace {

const QUrl source(QStringLiteral("https://odk.example.org/v1/projects/1"));
const QByteArray hash = "md5:00112233445566778899aabbccddeeff";

QByteArray list(const QByteArray &entries)
{
    return R"(<?xml version="1.0"?><xforms xmlns="http://openrosa.org/xforms/xformsList">)" + entries +
           "</xforms>";
}

QByteArray manifest(const QByteArray &entries)
{
    return R"(<manifest xmlns="http://openrosa.org/xforms/xformsManifest">)" + entries + "</manifest>";
}

QByteArray file(const QByteArray &name)
{
    return "<mediaFile type=\"entityList\"><filename>" + name + "</filename><hash>" + hash +
           "</hash><downloadUrl>forms/a/" + name + "</downloadUrl><integrityUrl>x</integrityUrl></mediaFile>";
}

}  // namespace

TEST_CASE("a form list is read, and what it has besides is passed over", "[openrosa]")
{
    const auto forms = require(readFormList(
        list("<xform><formID>a</formID><name>A</name><version>1</version><hash>" + hash +
             "</hash><descriptionText>x<b>y</b></descriptionText><downloadUrl>https://odk.example.org/a.xml</"
             "downloadUrl>"
             "<manifestUrl>https://odk.example.org/a/manifest</manifestUrl></xform><xforms-group/>"
             "<xform><formID>b</formID><hash>" +
             hash + "</hash><downloadUrl>/b.xml</downloadUrl></xform>"),
        source));
    REQUIRE(forms.size() == 2);
    CHECK(forms[0] == ListedForm{QStringLiteral("a"), QStringLiteral("1"), QByteArray::fromHex(hash.mid(4)),
                                 QUrl(QStringLiteral("https://odk.example.org/a.xml")),
                                 QUrl(QStringLiteral("https://odk.example.org/a/manifest"))});
    CHECK(forms[1].downloadUrl == QUrl(QStringLiteral("https://odk.example.org/b.xml")));
    CHECK(forms[1].manifestUrl == std::nullopt);
    CHECK(require(readFormList(list({}), source)).isEmpty());
}

TEST_CASE("what is no form list is refused", "[openrosa]")
{
    const QByteArray form =
        "<xform><formID>a</formID><hash>" + hash + "</hash><downloadUrl>a</downloadUrl></xform>";
    require(readFormList(list(form), source));
    const auto xml = GENERATE_COPY(
        as<QByteArray>(), "", "<html/>", "<xforms/>", list("<xform></xform>"),
        QByteArray(list(form)).replace("md5:", "sha:"), QByteArray(list(form)).replace("md5:00", "md5:"),
        QByteArray(list(form)).replace("</xforms>", ""), list(form.repeated(mostForms + 1)),
        "<!DOCTYPE x [<!ENTITY a 'b'>]>" + list(form));
    CAPTURE(xml.left(120).toStdString());
    CHECK(errorOf(readFormList(xml, source)) == ErrorCode::InvalidInput);
    CHECK(require(readFormList(list(form.repeated(mostForms)), source)).size() == mostForms);
}

TEST_CASE("a manifest names files, and no way out of their folder", "[openrosa][SEC-I2]")
{
    const auto files = require(readManifest(manifest(file("list.csv") + file("model.json")), source));
    REQUIRE(files.size() == 2);
    CHECK(files[0].name == QStringLiteral("list.csv"));
    CHECK(files[0].downloadUrl ==
          QUrl(QStringLiteral("https://odk.example.org/v1/projects/forms/a/list.csv")));

    const auto name = GENERATE(as<QByteArray>(), "", ".", "..", "../x", "a/b", "/x", "a\\b");
    CHECK(errorOf(readManifest(manifest(file(name)), source)) == ErrorCode::InvalidInput);
    CHECK(errorOf(readManifest(manifest(file("a") + file("a")), source)) == ErrorCode::InvalidInput);
}
