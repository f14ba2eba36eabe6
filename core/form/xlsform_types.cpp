#include "form/xlsform_types.h"

namespace amparo::form {

namespace {

XlsformType input(const char *dataType)
{
    return {QStringLiteral("input"), QString::fromLatin1(dataType), {}, {}, {}, false, true};
}

XlsformType upload(const char *mediaType)
{
    return {QStringLiteral("upload"),
            QStringLiteral("binary"),
            QString::fromLatin1(mediaType),
            {},
            {},
            false,
            true};
}

XlsformType filled(const char *dataType, const char *preload, const char *parameter)
{
    return {{},
            QString::fromLatin1(dataType),
            {},
            QString::fromLatin1(preload),
            QString::fromLatin1(parameter),
            false,
            false};
}

const QHash<QString, XlsformType> &types()
{
    static const QHash<QString, XlsformType> table = [] {
        XlsformType note = input("string");
        note.isReadonly = true;
        const XlsformType hidden{{}, QStringLiteral("string"), {}, {}, {}, false, false};
        const XlsformType trigger{
            QStringLiteral("trigger"), QStringLiteral("string"), {}, {}, {}, false, true};
        const XlsformType range{QStringLiteral("range"), QStringLiteral("int"), {}, {}, {}, false, true};
        const XlsformType secret{QStringLiteral("secret"), QStringLiteral("string"), {}, {}, {}, false, true};
        return QHash<QString, XlsformType>{
            {QStringLiteral("text"), input("string")},
            {QStringLiteral("string"), input("string")},
            {QStringLiteral("integer"), input("int")},
            {QStringLiteral("int"), input("int")},
            {QStringLiteral("decimal"), input("decimal")},
            {QStringLiteral("date"), input("date")},
            {QStringLiteral("time"), input("time")},
            {QStringLiteral("dateTime"), input("dateTime")},
            {QStringLiteral("datetime"), input("dateTime")},
            {QStringLiteral("geopoint"), input("geopoint")},
            {QStringLiteral("gps"), input("geopoint")},
            {QStringLiteral("location"), input("geopoint")},
            {QStringLiteral("geotrace"), input("geotrace")},
            {QStringLiteral("geoshape"), input("geoshape")},
            {QStringLiteral("barcode"), input("barcode")},
            {QStringLiteral("note"), note},
            {QStringLiteral("image"), upload("image/*")},
            {QStringLiteral("photo"), upload("image/*")},
            {QStringLiteral("audio"), upload("audio/*")},
            {QStringLiteral("video"), upload("video/*")},
            {QStringLiteral("file"), upload("application/*")},
            {QStringLiteral("range"), range},
            {QStringLiteral("acknowledge"), trigger},
            {QStringLiteral("trigger"), trigger},
            {QStringLiteral("password"), secret},
            {QStringLiteral("calculate"), hidden},
            {QStringLiteral("hidden"), hidden},
            {QStringLiteral("start"), filled("dateTime", "timestamp", "start")},
            {QStringLiteral("end"), filled("dateTime", "timestamp", "end")},
            {QStringLiteral("today"), filled("date", "date", "today")},
            {QStringLiteral("deviceid"), filled("string", "property", "deviceid")},
            {QStringLiteral("imei"), filled("string", "property", "deviceid")},
            {QStringLiteral("username"), filled("string", "property", "username")},
            {QStringLiteral("phonenumber"), filled("string", "property", "phonenumber")},
            {QStringLiteral("email"), filled("string", "property", "email")},
            {QStringLiteral("simserial"), filled("string", "property", "simserial")},
            {QStringLiteral("subscriberid"), filled("string", "property", "subscriberid")},
        };
    }();
    return table;
}

}  // namespace

std::optional<XlsformType> xlsformType(const QString &name)
{
    const auto found = types().constFind(name);
    return found == types().cend() ? std::nullopt : std::optional(*found);
}

QStringList xlsformTypeNames()
{
    QStringList names = types().keys();
    names += QStringLiteral(
                 "select_one select_multiple select_one_from_file select_multiple_from_file rank begin_group "
                 "end_group begin_repeat end_repeat audit csv-external xml-external")
                 .split(QLatin1Char(' '));
    names.sort();
    return names;
}

}  // namespace amparo::form
