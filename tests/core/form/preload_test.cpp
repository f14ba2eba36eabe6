// What the device itself fills in (ODK XForms specification, "Preload Attributes").

#include "form/session.h"

#include "core/form/form_support.h"

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;

TEST_CASE("the device fills what a form asks it for", "[form]")
{
    const Session session = startForm({
        "<start/><today/><device/><user/><meta><instanceID/></meta>",
        R"xml(<bind nodeset="/data/start" type="dateTime" jr:preload="timestamp" jr:preloadParams="start"/>
           <bind nodeset="/data/today" type="date" jr:preload="date" jr:preloadParams="today"/>
           <bind nodeset="/data/device" jr:preload="property" jr:preloadParams="deviceid"/>
           <bind nodeset="/data/user" jr:preload="property" jr:preloadParams="username"/>
           <bind nodeset="/data/meta/instanceID" jr:preload="uid"/>)xml",
        "",
    });
    CHECK(QDateTime::fromString(valueOf(session, "/data/start"), Qt::ISODateWithMs).toUTC() ==
          QDateTime(QDate(2026, 3, 2), QTime(14, 0), Qt::UTC));
    CHECK(valueOf(session, "/data/today") == QStringLiteral("2026-03-02"));
    CHECK(valueOf(session, "/data/device") == QStringLiteral("device-1"));
    CHECK(valueOf(session, "/data/user") == QStringLiteral("officer-1"));
    CHECK(session.instanceId() == valueOf(session, "/data/meta/instanceID"));
    const QUuid id = QUuid::fromString(session.instanceId().mid(5));
    CHECK(session.instanceId().startsWith(QStringLiteral("uuid:")));
    CHECK(id.version() == QUuid::Random);
    CHECK(id.variant() == QUuid::DCE);
}

TEST_CASE("a preload writes nothing where the device has nothing to say", "[form]")
{
    struct Row {
        QByteArray parameter;
        QString expected;
    };
    const auto row = GENERATE(values<Row>({
        {"email", QStringLiteral("mine")},
        {"subscriberid", QStringLiteral("mine")},
        {"deviceid", QStringLiteral("device-1")},
        {"uri:deviceid", QStringLiteral("device-1")},
        {"uri:username", QStringLiteral("username:officer-1")},
        {"uri:phonenumber", QStringLiteral("tel:555")},
        {"phone number", QStringLiteral("555")},
        {"uri:email", QStringLiteral("mine")},
    }));
    CAPTURE(row.parameter);
    SessionOptions options = testOptions();
    options.phoneNumber = QStringLiteral("555");
    const Session session = require(Session::start(
        readSound(xform({"<a>mine</a>",
                         R"xml(<bind nodeset="/data/a" jr:preload="property" jr:preloadParams=")xml" +
                             row.parameter + R"xml("/>)xml",
                         ""})),
        options));
    CHECK(valueOf(session, "/data/a") == row.expected);
}
