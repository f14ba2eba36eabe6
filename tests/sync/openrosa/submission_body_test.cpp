#include "sync/openrosa/submission_body.h"

#include "support/catch.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::openrosa;

namespace {

int parts(const HttpBody &body) { return int(body.bytes.count("Content-Disposition: form-data; name=")); }

sync::Parcel aParcel(QList<int> attachmentSizes)
{
    sync::Parcel parcel{QStringLiteral("uuid:1"), QStringLiteral("f"), "<data/>", {}};
    for (int size : attachmentSizes)
        parcel.attachments.append({QStringLiteral("%1.jpg").arg(parcel.attachments.size()),
                                   QStringLiteral("image/jpeg"), QByteArray(size, 'x')});
    return parcel;
}

}  // namespace

TEST_CASE("a record without attachments is one part, byte for byte", "[openrosa]")
{
    const auto bodies = submissionBodies(aParcel({}), 1000);
    REQUIRE(bodies.size() == 1);
    CHECK(bodies[0].contentType == QByteArray("multipart/form-data; boundary=----amparo-part-0"));
    CHECK(bodies[0].bytes ==
          QByteArray(
              "------amparo-part-0\r\n"
              "Content-Disposition: form-data; name=\"xml_submission_file\"; filename=\"submission.xml\"\r\n"
              "Content-Type: text/xml\r\n\r\n"
              "<data/>\r\n"
              "------amparo-part-0--\r\n"));
}

TEST_CASE("a boundary occurs in no part", "[openrosa]")
{
    rc::check([](const std::vector<std::string> &contents, unsigned char taken) {
        QList<FormPart> given;
        for (const std::string &content : contents)
            given.append({"a", "b", {}, QByteArray::fromStdString(content)});
        QByteArray hostile;
        for (int i = 0; i < taken % 20; ++i)
            hostile += "\r\n------amparo-part-" + QByteArray::number(i) + "\r\n";
        given.append({"a", "b", {}, hostile});
        const HttpBody body = toMultipart(given);
        const QByteArray boundary = body.contentType.mid(body.contentType.indexOf('=') + 1);
        RC_ASSERT(body.bytes.count("--" + boundary) == given.size() + 1);
    });
}

TEST_CASE("a file name cannot end its quotes or its line", "[openrosa]")
{
    const HttpBody body = toMultipart({{"a\"b\r\nc", "d", {}, {}}});
    CHECK(body.bytes.contains("name=\"a%22b%0D%0Ac\"; filename=\"d\"\r\n"));
}

TEST_CASE("attachments are spread over POSTs that stay within what the server accepts", "[openrosa]")
{
    const auto bodies = submissionBodies(aParcel({3000, 3000, 3000, 9000, 10}), 8100);
    REQUIRE(bodies.size() == 4);
    const QList<int> expected{4, 3, 3, 2};  // the XML, attachments, and *isIncomplete* in all but the last
    for (int i = 0; i < 4; ++i) {
        CAPTURE(i);
        CHECK(parts(bodies[i]) == expected[i]);
        CHECK(bodies[i].bytes.contains("\r\n\r\n<data/>\r\n"));
        CHECK(bodies[i].bytes.contains("name=\"*isIncomplete*\"\r\n\r\nyes\r\n") == (i < 3));
    }
    CHECK(bodies[0].bytes.size() <= 8100);
    CHECK(bodies[1].bytes.size() <= 8100);
}
