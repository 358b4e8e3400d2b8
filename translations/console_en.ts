<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_IN">
<context>
    <name>app::Bell</name>
    <message numerus="yes">
        <source>Inbox, %Ln unread</source>
        <translation>
            <numerusform>Inbox, %Ln unread</numerusform>
            <numerusform>Inbox, %Ln unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Palette</name>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chat::RoomLine</name>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kit::ListPage</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orderboard::Lane</name>
    <message numerus="yes">
        <source>%1, %Ln order(s)</source>
        <translation>
            <numerusform>%1, %Ln order</numerusform>
            <numerusform>%1, %Ln orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orderboard::Page</name>
    <message numerus="yes">
        <source>%Ln open order(s)</source>
        <translation>
            <numerusform>%Ln open order</numerusform>
            <numerusform>%Ln open orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) wait for your answer</source>
        <translation>
            <numerusform>%Ln order waits for your answer</numerusform>
            <numerusform>%Ln orders wait for your answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>payouts::Detail</name>
    <message numerus="yes">
        <source>%Ln order(s) add up to the amount.</source>
        <translation>
            <numerusform>%Ln order adds up to the amount.</numerusform>
            <numerusform>%Ln orders add up to the amount.</numerusform>
        </translation>
    </message>
</context>
</TS>
