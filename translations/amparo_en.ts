<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>people with the indicator recorded; %n further indicator(s) not shown</source>
        <translation>
            <numerusform>people with the indicator recorded; %n further indicator not shown</numerusform>
            <numerusform>people with the indicator recorded; %n further indicators not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::RiskPanel</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::TravellerStrip</name>
    <message numerus="yes">
        <source>born %1, %n year(s) old</source>
        <translation>
            <numerusform>born %1, %n year old</numerusform>
            <numerusform>born %1, %n years old</numerusform>
        </translation>
    </message>
</context>
</TS>
