#include "support/ts_file.h"

#include "support/catch.h"

#include <QFile>
#include <QXmlStreamReader>

namespace amparo::test {

namespace {

void readTranslation(QXmlStreamReader &xml, TsMessage &message)
{
    message.isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
    if (!message.isNumerus) {
        message.translations.append(xml.readElementText());
        return;
    }
    while (xml.readNextStartElement())
        message.translations.append(xml.readElementText());
}

TsMessage readMessage(QXmlStreamReader &xml, const QString &context)
{
    TsMessage message;
    message.context = context;
    message.isNumerus = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source"))
            message.source = xml.readElementText();
        else if (xml.name() == QLatin1String("comment"))
            message.comment = xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

}  // namespace

TsFile readTsFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        FAIL("cannot read " << path.toStdString());
    QXmlStreamReader xml(&file);
    xml.readNextStartElement();
    TsFile ts;
    ts.language = xml.attributes().value(QLatin1String("language")).toString();
    while (xml.readNextStartElement()) {  // <context>
        QString context;
        while (xml.readNextStartElement()) {
            if (xml.name() == QLatin1String("name"))
                context = xml.readElementText();
            else if (xml.name() == QLatin1String("message"))
                ts.messages.append(readMessage(xml, context));
            else
                xml.skipCurrentElement();
        }
    }
    if (xml.hasError())
        FAIL(path.toStdString() << ": " << xml.errorString().toStdString());
    return ts;
}

QString tsFilePath(const QString &language)
{
    return QStringLiteral(AMPARO_TEST_SOURCES "/../translations/amparo_%1.ts")
        .arg(QString(language).replace(QLatin1Char('-'), QLatin1Char('_')));
}

}  // namespace amparo::test
