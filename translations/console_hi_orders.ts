<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>orders::Page</name>
    <message>
        <source>To confirm</source>
        <translation>पुष्टि बाकी</translation>
    </message>
    <message>
        <source>%1 held in escrow</source>
        <translation>एस्क्रो में %1</translation>
    </message>
    <message>
        <source>All orders across vendors, newest first</source>
        <translation>सभी विक्रेताओं के ऑर्डर, नए पहले</translation>
    </message>
    <message>
        <source>Order, buyer or store</source>
        <translation>ऑर्डर, ख़रीदार या दुकान</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>पिछले 7 दिन</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>पिछले 30 दिन</translation>
    </message>
    <message>
        <source>No orders here</source>
        <translation>यहाँ कोई ऑर्डर नहीं</translation>
    </message>
    <message>
        <source>Orders appear as soon as a buyer has placed one.</source>
        <translation>ख़रीदार के ऑर्डर देते ही वह यहाँ दिखता है।</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>पिछले 90 दिन</translation>
    </message>
</context>
</TS>
