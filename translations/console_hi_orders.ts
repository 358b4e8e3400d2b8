<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>orders::Page</name>
    <message>
        <source>%1 refunded</source>
        <translation>%1 वापस</translation>
    </message>
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
        <source>No orders here</source>
        <translation>यहाँ कोई ऑर्डर नहीं</translation>
    </message>
    <message>
        <source>Orders appear as soon as a buyer has placed one.</source>
        <translation>ख़रीदार के ऑर्डर देते ही वह यहाँ दिखता है।</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>अवधि</translation>
    </message>
    <message>
        <source>Day of</source>
        <translation>किस दिन</translation>
    </message>
    <message>
        <source>settlement</source>
        <translation>निपटान</translation>
    </message>
    <message>
        <source>cancellation</source>
        <translation>रद्दीकरण</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>तात्कालिकता</translation>
    </message>
    <message>
        <source>late</source>
        <translation>देर से</translation>
    </message>
    <message>
        <source>about to be cancelled</source>
        <translation>रद्द होने वाले</translation>
    </message>
    <message>
        <source>%1 in this list</source>
        <translation>इस सूची में %1</translation>
    </message>
    <message>
        <source>%1 in this list · %2 in all</source>
        <translation>इस सूची में %1 · कुल %2</translation>
    </message>
    <message>
        <source>more than %1 in this list · the newest: %2</source>
        <translation>इस सूची में %1 से अधिक · सबसे नए: %2</translation>
    </message>
    <message>
        <source>the newest %1, more below</source>
        <translation>सबसे नए %1, और नीचे</translation>
    </message>
</context>
</TS>
