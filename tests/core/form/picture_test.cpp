// Pictures that come with a form: security design, I5.
#include "form/picture.h"

#include "form/form_source.h"
#include "support/catch.h"
#include "support/files.h"

#include <QDirIterator>
#include <QtEndian>

using namespace amparo::form;
using amparo::test::contentOf;

namespace {

template <class T> QByteArray bigEndian(T number)
{
    QByteArray bytes(sizeof(T), '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray png(quint32 width, quint32 height)
{
    return QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + bigEndian(width) + bigEndian(height);
}

/// With a comment and a table before the frame, as cameras write it.
QByteArray jpeg(quint16 width, quint16 height, quint8 frame = 0xc0)
{
    return QByteArray("\xff\xd8\xff\xe0\x00\x05J\0\0\xff\xff\xc4\x00\x03\0\xff", 16) + char(frame) +
           QByteArray("\x00\x11\x08", 3) + bigEndian(height) + bigEndian(width) + QByteArray(10, '\0');
}

QByteArray svg(const QByteArray &content, const QByteArray &attributes = {})
{
    return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " +
           attributes + ">" + content + "</svg>";
}

std::string flawOf(const QByteArray &bytes) { return pictureFlaw(bytes).value_or(QString()).toStdString(); }

QByteArray padded(QByteArray bytes, qsizetype size) { return bytes + QByteArray(size - bytes.size(), ' '); }

}  // namespace

TEST_CASE("[SEC-I5] a picture has at most so many pixels a side, known before it is decoded", "[form]")
{
    constexpr int most = maximumPictureSide;
    struct Row {
        int width;
        int height;
        std::string says;
    };
    const auto row =
        GENERATE(values<Row>({{most - 1, most, ""},
                              {most, most, ""},
                              {1, 1, ""},
                              {most + 1, 1, "it has 4097 × 1 pixels; at most 4096 a side are taken"},
                              {1, most + 1, "it has 1 × 4097 pixels; at most 4096 a side are taken"},
                              {0, 5, "it has no size"}}));
    CHECK(flawOf(png(quint32(row.width), quint32(row.height))) == row.says);
    for (const int frame : {0xc0, 0xc1, 0xc2, 0xcf})
        CHECK(flawOf(jpeg(quint16(row.width), quint16(row.height), quint8(frame))) == row.says);
}

TEST_CASE("[SEC-I5] a PNG that claims two thousand million pixels a side is not taken", "[form]")
{
    CHECK(flawOf(png(0x7fffffff, 0x7fffffff)) != "");
    CHECK(flawOf(png(0xffffffff, 1)) != "");
}

TEST_CASE("[SEC-I5] a picture has at most so many bytes", "[form]")
{
    for (const QByteArray &head : {png(10, 10), jpeg(10, 10)}) {
        CHECK(flawOf(padded(head, maximumPictureSize - 1)) == "");
        CHECK(flawOf(padded(head, maximumPictureSize)) == "");
        CHECK(flawOf(padded(head, maximumPictureSize + 1)) ==
              "it has 8388609 bytes; at most 8388608 are taken");
    }
    CHECK(flawOf(padded(svg({}), maximumDrawingSize - 1)) == "");
    CHECK(flawOf(padded(svg({}), maximumDrawingSize)) == "");
    CHECK(flawOf(padded(svg({}), maximumDrawingSize + 1)) ==
          "it is an SVG of 1048577 bytes; at most 1048576 are taken");
}

TEST_CASE("[SEC-I5] only PNG, JPEG and SVG are taken, and whole ones", "[form]")
{
    struct Row {
        QByteArray bytes;
        std::string says;
    };
    const auto row = GENERATE(values<Row>({
        {"GIF89a\x10\0\x10\0", "it is neither PNG, JPEG nor SVG"},
        {"RIFF....WEBPVP8 ", "it is neither PNG, JPEG nor SVG"},
        {"BM", "it is neither PNG, JPEG nor SVG"},
        {"", "it is neither PNG, JPEG nor SVG"},
        {"<html/>", "it is neither PNG, JPEG nor SVG"},
        {"<svg/>", "it is neither PNG, JPEG nor SVG"},
        {png(5, 5).chopped(1), "it is a PNG that is cut off"},
        {"\xff\xd8", "it is a JPEG that is cut off or damaged"},
        {jpeg(5, 5).first(20), "it is a JPEG that is cut off or damaged"},
        {"\xff\xd8\xff\xe0\xff\xff", "it is a JPEG that is cut off or damaged"},
    }));
    CAPTURE(row.bytes);
    CHECK(flawOf(row.bytes) == row.says);
}

TEST_CASE("[SEC-I5] a drawing stands still, runs nothing and fetches nothing", "[form]")
{
    struct Row {
        QByteArray bytes;
        std::string says;
    };
    const std::string fetches = "it is an SVG that fetches something else";
    const auto row = GENERATE_COPY(values<Row>({
        {svg("<g><path d='M0 0'/></g>"), ""},
        {svg("<defs><g id='a'/></defs><use xlink:href='#a'/><rect fill='url(#b)' style='fill: url( \"#b\" "
             ")'/>"),
         ""},
        {svg("<style>path { fill: red; stroke: url(#b) }</style>"), ""},
        {svg("<script>alert(1)</script>"), "it is an SVG with the element script"},
        {svg("<g><animate/></g>"), "it is an SVG with the element animate"},
        {svg("<set/>"), "it is an SVG with the element set"},
        {svg("<foreignObject/>"), "it is an SVG with the element foreignObject"},
        {svg("<image href='#a'/>"), "it is an SVG with the element image"},
        {svg("", "onload='x()'"), "it is an SVG with the script onload"},
        {svg("<use href='other.svg#a'/>"), fetches},
        {svg("<use xlink:href=' file:///etc/passwd'/>"), fetches},
        {svg("<use xlink:href='data:image/svg+xml,x'/>"), fetches},
        {svg("<rect fill='URL(http://example.org/x)'/>"), fetches},
        {svg("<style>@import 'x.css';</style>"), fetches},
        {svg("<style>g { fill: url(x.svg#a) }</style>"), fetches},
        {svg("<g>"), "it is an SVG that cannot be read: "},
        {"<!DOCTYPE svg>" + svg({}), "it is neither PNG, JPEG nor SVG"},
    }));
    CAPTURE(row.bytes);
    const std::string said = flawOf(row.bytes);
    CHECK(said.substr(0, row.says.empty() ? said.size() : row.says.size()) == row.says);
}

TEST_CASE("the program's own pictures are within its limits", "[form]")
{
    int seen = 0;
    QDirIterator it(QStringLiteral(AMPARO_TEST_SOURCES "/../resources"),
                    {QStringLiteral("*.png"), QStringLiteral("*.svg"), QStringLiteral("*.jpg")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        CAPTURE(path);
        CHECK(flawOf(contentOf(path)) == "");
        ++seen;
    }
    CHECK(seen > 5);
}

TEST_CASE("[SEC-I5] a form with a picture beyond the limits is refused and says which", "[form]")
{
    const QByteArray form =
        R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">)"
        R"(<h:head><model><instance><data xmlns="" id="f"><a/></data></instance></model></h:head>)"
        R"(<h:body/></h:html>)";
    CHECK(readForm(form, {{QStringLiteral("a.png"), png(10, 10)}}).definition);
    CHECK(readForm(form, {{QStringLiteral("a.mp3"), "GIF89a"}}).definition);
    for (const auto &read : {readForm(form, {{QStringLiteral("a.PNG"), png(5000, 10)}}),
                             checkForm(form, {{QStringLiteral("a.PNG"), png(5000, 10)}})}) {
        CHECK_FALSE(read.definition);
        REQUIRE(read.problems.size() == 1);
        CHECK(read.problems.first().message ==
              QString::fromUtf8("the picture a.PNG is not taken: it has 5000 × 10 "
                                "pixels; at most 4096 a side are taken"));
    }
}
