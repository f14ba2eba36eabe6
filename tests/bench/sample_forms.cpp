#include "bench/sample_forms.h"

#include <array>

namespace amparo::bench {

namespace {

constexpr int questionsInGroup = 10;
constexpr int choicesInList = 6;
constexpr std::array languages{"English (en)",  "Español (es)",        "Português (pt-BR)",
                               "Français (fr)", "Kreyòl ayisyen (ht)", "العربية (ar)"};
constexpr std::array sentences{"How many people are travelling together with you on this journey today?",
                               "¿Cuántas personas viajan hoy junto con usted en este trayecto?",
                               "Quantas pessoas estão viajando hoje com você neste trajeto?",
                               "Combien de personnes voyagent aujourd’hui avec vous sur ce trajet ?",
                               "Konbyen moun k ap vwayaje avèk ou jodi a sou wout sa a?",
                               "كم عدد الأشخاص الذين يسافرون معك اليوم في هذه الرحلة؟"};

QByteArray number(int n) { return QByteArray::number(n); }

QByteArray groupOf(int question) { return "section" + number(question / questionsInGroup); }

QByteArray pathOf(int question) { return "/data/" + groupOf(question) + "/q" + number(question); }

/// The model and the body, with what every form has around them.
QByteArray form(const QByteArray &id, const QByteArray &head, const QByteArray &body)
{
    return R"(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">
<h:head><h:title>)" +
           id + "</h:title><model>\n" + head + "</model></h:head>\n<h:body>\n" + body +
           "</h:body></h:html>\n";
}

QByteArray primary(const QByteArray &id, const QByteArray &content)
{
    return "<instance><data id=\"" + id + "\" version=\"1\">" + content +
           "<meta><instanceID/></meta></data></instance>\n"
           "<bind nodeset=\"/data/meta/instanceID\" type=\"string\" jr:preload=\"uid\"/>\n";
}

QByteArray itextOf(int questions)
{
    QByteArray itext = "<itext>\n";
    for (std::size_t language = 0; language < languages.size(); ++language) {
        itext += QByteArray("<translation lang=\"") + languages[language] + "\">\n";
        const auto text = [&](const QByteArray &id, int n) {
            itext += "<text id=\"" + id + "\"><value>" + sentences[language] + ' ' + number(n) +
                     "</value></text>\n";
        };
        for (int i = 0; i < questions; ++i) {
            text(pathOf(i) + ":label", i);
            text(pathOf(i) + ":hint", i);
            if (i % questionsInGroup == 0)
                text("/data/" + groupOf(i) + ":label", i);
            if (i % 5 == 1)
                text(pathOf(i) + ":jr:constraintMsg", i);
        }
        for (int i = 0; i < questions; i += questionsInGroup) {
            for (int choice = 0; choice < choicesInList; ++choice)
                text(groupOf(i) + '-' + number(choice), choice);
        }
        itext += "</translation>\n";
    }
    return itext + "</itext>\n";
}

QByteArray choiceLists(int questions)
{
    QByteArray lists;
    for (int i = 0; i < questions; i += questionsInGroup) {
        lists += "<instance id=\"" + groupOf(i) + "\"><root>";
        for (int choice = 0; choice < choicesInList; ++choice)
            lists += "<item><itextId>" + groupOf(i) + '-' + number(choice) + "</itextId><name>c" +
                     number(choice) + "</name></item>";
        lists += "</root></instance>\n";
    }
    return lists;
}

/// Texts, numbers, selections and calculations in turn; every other one depends on the one before.
QByteArray bindOf(int i)
{
    QByteArray bind = "<bind nodeset=\"" + pathOf(i) + '"';
    if (i % 2 == 1)
        bind += " relevant=\" " + pathOf(i - 1) + "  != ''\"";
    switch (i % 5) {
    case 1:
        return bind +
               " type=\"int\" required=\"true()\" constraint=\". &gt;= 0 and . &lt; 120\" "
               "jr:constraintMsg=\"jr:itext('" +
               pathOf(i) + ":jr:constraintMsg')\"/>\n";
    case 4:
        return bind + " type=\"string\" calculate=\"if( " + pathOf(i - 1) + "  = 'c1', " + pathOf(i - 3) +
               "  + 1, 0)\"/>\n";
    default:
        return bind + " type=\"string\"/>\n";
    }
}

QByteArray controlOf(int i)
{
    const QByteArray texts = "<label ref=\"jr:itext('" + pathOf(i) + ":label')\"/><hint ref=\"jr:itext('" +
                             pathOf(i) + ":hint')\"/>";
    switch (i % 5) {
    case 2:
    case 3:
        return "<select1 ref=\"" + pathOf(i) + "\">" + texts + "<itemset nodeset=\"instance('" + groupOf(i) +
               "')/root/item\"><value ref=\"name\"/><label ref=\"jr:itext(itextId)\"/></itemset></select1>\n";
    case 4:
        return {};
    default:
        return "<input ref=\"" + pathOf(i) + "\">" + texts + "</input>\n";
    }
}

}  // namespace

QByteArray questionnaire(int questions)
{
    QByteArray instance, binds, body;
    for (int i = 0; i < questions; ++i) {
        const bool isFirst = i % questionsInGroup == 0;
        const bool isLast = i % questionsInGroup == questionsInGroup - 1 || i + 1 == questions;
        if (isFirst) {
            instance += '<' + groupOf(i) + '>';
            body += "<group ref=\"/data/" + groupOf(i) + "\"><label ref=\"jr:itext('/data/" + groupOf(i) +
                    ":label')\"/>\n";
        }
        instance += "<q" + number(i) + "/>";
        binds += bindOf(i);
        body += controlOf(i);
        if (isLast) {
            instance += "</" + groupOf(i) + '>';
            body += "</group>\n";
        }
    }
    return form("questionnaire",
                itextOf(questions) + primary("questionnaire", instance) + choiceLists(questions) + binds,
                body);
}

QByteArray chainForm(int questions, int chain)
{
    QByteArray instance = "<alone/>", binds,
               body = "<input ref=\"/data/alone\"><label>alone</label></input>\n";
    for (int i = 0; i < questions; ++i) {
        const QByteArray path = "/data/q" + number(i);
        instance += "<q" + number(i) + "/>";
        binds += "<bind nodeset=\"" + path + "\" type=\"int\" relevant=\"";
        if (i == 0)
            binds += "/data/alone != 'none'\"/>\n";
        else if (i < chain)
            binds += "/data/q0 != ''\" calculate=\"/data/q" + number(i - 1) + " + 1\"/>\n";
        else
            binds += "/data/q" + number(i % chain) + " &gt; 0\"/>\n";
        if (i == 0 || i >= chain)
            body += "<input ref=\"" + path + "\"><label>Question " + number(i) + "</label></input>\n";
    }
    return form("chain", primary("chain", instance) + binds, body);
}

QByteArray choiceForm()
{
    return form("choices",
                primary("choices", "<province/><place/>") +
                    "<instance id=\"places\" src=\"jr://file-csv/places.csv\"/>\n"
                    "<bind nodeset=\"/data/province\" type=\"string\"/><bind nodeset=\"/data/place\" "
                    "type=\"string\"/>\n",
                "<input ref=\"/data/province\"><label>Province</label></input>\n"
                "<select1 ref=\"/data/place\"><label>Place</label>"
                "<itemset nodeset=\"instance('places')/root/item[province =  /data/province ]\">"
                "<value ref=\"name\"/><label ref=\"label\"/></itemset></select1>\n");
}

QByteArray placesCsv(int rows)
{
    constexpr int provinces = 1000;
    QByteArray csv = "name,label,province\n";
    for (int i = 0; i < rows; ++i)
        csv += "place" + number(i) + ",\"Place, number " + number(i) + " of the list\",province" +
               number(i % provinces) + '\n';
    return csv;
}

QByteArray repeatForm(int instances, int questions)
{
    QByteArray row, rowBody, binds, sums;
    for (int i = 0; i < questions; ++i) {
        const QByteArray name = 'q' + number(i);
        row += '<' + name + "/>";
        rowBody += "<input ref=\"/data/row/" + name + "\"><label>" + name + "</label></input>";
        binds += "<bind nodeset=\"/data/row/" + name + "\" type=\"int\"/>\n<bind nodeset=\"/data/sum" +
                 number(i) + "\" type=\"int\" calculate=\"sum( /data/row/" + name + " )\"/>\n";
        sums += "<sum" + number(i) + "/>";
    }
    QByteArray rows;
    for (int i = 0; i < instances; ++i)
        rows += "<row>" + row + "</row>";
    return form("repeat", primary("repeat", rows + sums) + binds,
                "<group ref=\"/data/row\"><label>Rows</label><repeat nodeset=\"/data/row\">" + rowBody +
                    "</repeat></group>\n");
}

}  // namespace amparo::bench
