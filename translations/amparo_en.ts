<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>EncounterText</name>
    <message numerus="yes">
        <source>The telephone number given here was also given in %n other record(s) since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>The telephone number given here was also given in %n other record since %1.</numerusform>
            <numerusform>The telephone number given here was also given in %n other records since %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The address given here was also given in %n other record(s) since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>The address given here was also given in %n other record since %1.</numerusform>
            <numerusform>The address given here was also given in %n other records since %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The employer named here was also named in %n other record(s) since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>The employer named here was also named in %n other record since %1.</numerusform>
            <numerusform>The employer named here was also named in %n other records since %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The vehicle named here is also in %n other record(s) since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>The vehicle named here is also in %n other record since %1.</numerusform>
            <numerusform>The vehicle named here is also in %n other records since %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The adult who comes with this child has crossed with %n different children since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>The adult who comes with this child has crossed with %n child since %1.</numerusform>
            <numerusform>The adult who comes with this child has crossed with %n different children since %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This adult has crossed with %n different children since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>This adult has crossed with %n child since %1.</numerusform>
            <numerusform>This adult has crossed with %n different children since %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphraseTry</name>
    <message numerus="yes">
        <source>After wrong tries there is a wait. Try again in %n second(s).</source>
        <translation>
            <numerusform>After wrong tries there is a wait. Try again in %n second.</numerusform>
            <numerusform>After wrong tries there is a wait. Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Name or passphrase is wrong. You can try again in %n second(s).</source>
        <translation>
            <numerusform>Name or passphrase is wrong. You can try again in %n second.</numerusform>
            <numerusform>Name or passphrase is wrong. You can try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>people with the indicator recorded; %n further indicator(s) not shown</source>
        <translation>
            <numerusform>people with the indicator recorded; %n further indicator not shown</numerusform>
            <numerusform>people with the indicator recorded; %n further indicators not shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The records of %n people have been erased since. They still count as people, screenings, decisions, ages and sexes; all else here is about the others.</source>
        <translation>
            <numerusform>The records of %n person have been erased since. That person still counts among people, screenings, decisions, ages and sexes; all else here is about the others.</numerusform>
            <numerusform>The records of %n people have been erased since. They still count among people, screenings, decisions, ages and sexes; all else here is about the others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInRefusal</name>
    <message numerus="yes">
        <source>Name or passphrase is wrong. You can try again in %n second(s).</source>
        <translation>
            <numerusform>Name or passphrase is wrong. You can try again in %n second.</numerusform>
            <numerusform>Name or passphrase is wrong. You can try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncText</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n held back</numerusform>
            <numerusform>%n held back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::AuditSection</name>
    <message numerus="yes">
        <source>The newest %n entries; scroll for more.</source>
        <translation>
            <numerusform>The newest %n entry; scroll for more.</numerusform>
            <numerusform>The newest %n entries; scroll for more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries.</source>
        <translation>
            <numerusform>%n entry.</numerusform>
            <numerusform>%n entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::CloseShiftDialog</name>
    <message numerus="yes">
        <source>%n draft(s) stay open for the next shift.</source>
        <translation>
            <numerusform>%n draft stays open for the next shift.</numerusform>
            <numerusform>%n drafts stay open for the next shift.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::DiscardDialog</name>
    <message numerus="yes">
        <source>%n sign(s) are noted in it. If the traveller is real, make the record final instead.</source>
        <translation>
            <numerusform>%n sign is noted in it. If the traveller is real, make the record final instead.</numerusform>
            <numerusform>%n signs are noted in it. If the traveller is real, make the record final instead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::EncounterPanel</name>
    <message numerus="yes">
        <source>Many look-ups in a short time. The next can be made in %n minute(s).</source>
        <translation>
            <numerusform>Many look-ups in a short time. The next can be made in %n minute.</numerusform>
            <numerusform>Many look-ups in a short time. The next can be made in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::LockPage</name>
    <message numerus="yes">
        <source>The PIN is wrong. After %n more it is gone.</source>
        <translation>
            <numerusform>The PIN is wrong. After %n more it is gone.</numerusform>
            <numerusform>The PIN is wrong. After %n more it is gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::LockTimeDialog</name>
    <message numerus="yes">
        <source>The window is to lock after %n minute(s) without a touch.</source>
        <translation>
            <numerusform>The window is to lock after %n minute without a touch.</numerusform>
            <numerusform>The window is to lock after %n minutes without a touch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The window locks after %n minute(s) from now on.</source>
        <translation>
            <numerusform>The window locks after %n minute from now on.</numerusform>
            <numerusform>The window locks after %n minutes from now on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::OwnPassphraseDialog</name>
    <message numerus="yes">
        <source>The current passphrase is wrong. You can try again in %n second(s).</source>
        <translation>
            <numerusform>The current passphrase is wrong. You can try again in %n second.</numerusform>
            <numerusform>The current passphrase is wrong. You can try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::PoliciesSection</name>
    <message numerus="yes">
        <source>After %n minute(s) without a key, a touch or the mouse.</source>
        <translation>
            <numerusform>After %n minute without a key, a touch or the mouse.</numerusform>
            <numerusform>After %n minutes without a key, a touch or the mouse.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::RecordsPage</name>
    <message numerus="yes">
        <source>More than %n record(s)</source>
        <translation>
            <numerusform>More than %n record</numerusform>
            <numerusform>More than %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ReferralsPage</name>
    <message numerus="yes">
        <source>%n entry(ies) not confirmed in the last 180 days. Call before you promise anything.</source>
        <translation>
            <numerusform>%n entry not confirmed in the last 180 days. Call before you promise anything.</numerusform>
            <numerusform>%n entries not confirmed in the last 180 days. Call before you promise anything.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ReportsPage</name>
    <message numerus="yes">
        <source>%n record(s) exported, readable by you alone: %1</source>
        <translation>
            <numerusform>%n record exported, readable by you alone: %1</numerusform>
            <numerusform>%n records exported, readable by you alone: %1</numerusform>
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
    <name>amparo::desktop::StickWork</name>
    <message numerus="yes">
        <source>%n record(s) are on the stick so far. Leave it where it is.</source>
        <translation>
            <numerusform>%n record is on the stick so far. Leave it where it is.</numerusform>
            <numerusform>%n records are on the stick so far. Leave it where it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are on the stick, sealed. They wait here until their receipts come back.</source>
        <translation>
            <numerusform>%n record is on the stick, sealed. It waits here until its receipt comes back.</numerusform>
            <numerusform>%n records are on the stick, sealed. They wait here until their receipts come back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are too large for a stick and wait here.</source>
        <translation>
            <numerusform>%n record is too large for a stick and waits here.</numerusform>
            <numerusform>%n records are too large for a stick and wait here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server has %n further record(s): the receipts are here now.</source>
        <translation>
            <numerusform>The server has %n further record: its receipt is here now.</numerusform>
            <numerusform>The server has %n further records: their receipts are here now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server refused %n record(s): see Held back.</source>
        <translation>
            <numerusform>The server refused %n record: see Held back.</numerusform>
            <numerusform>The server refused %n records: see Held back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of another post are at the server now. Give the stick back: the receipts are on it.</source>
        <translation>
            <numerusform>%n record of another post is at the server now. Give the stick back: the receipt is on it.</numerusform>
            <numerusform>%n records of another post are at the server now. Give the stick back: the receipts are on it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::TodayPage</name>
    <message numerus="yes">
        <source>%n screening(s) finished in this shift</source>
        <translation>
            <numerusform>%n screening finished in this shift</numerusform>
            <numerusform>%n screenings finished in this shift</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) waiting to be sent</source>
        <translation>
            <numerusform>%n record waiting to be sent</numerusform>
            <numerusform>%n records waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received by the server</source>
        <translation>
            <numerusform>%n received by the server</numerusform>
            <numerusform>%n received by the server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n held back</numerusform>
            <numerusform>%n held back</numerusform>
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
