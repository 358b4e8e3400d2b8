<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>vendors::Acts</name>
    <message>
        <source>Suspend…</source>
        <translation>निलंबित करें…</translation>
    </message>
    <message>
        <source>Activate again…</source>
        <translation>फिर से सक्रिय करें…</translation>
    </message>
    <message>
        <source>Make inactive…</source>
        <translation>निष्क्रिय करें…</translation>
    </message>
    <message>
        <source>Set radius…</source>
        <translation>दायरा तय करें…</translation>
    </message>
    <message>
        <source>Set commission…</source>
        <translation>कमीशन तय करें…</translation>
    </message>
    <message>
        <source>%1 is suspended</source>
        <translation>%1 निलंबित है</translation>
    </message>
    <message>
        <source>%1 is active again</source>
        <translation>%1 फिर से सक्रिय है</translation>
    </message>
    <message>
        <source>%1 is inactive</source>
        <translation>%1 निष्क्रिय है</translation>
    </message>
    <message>
        <source>%1 reaches %2 km</source>
        <translation>%1 की पहुँच %2 किमी है</translation>
    </message>
    <message>
        <source>%1 pays %2 commission</source>
        <translation>%1 का कमीशन %2 है</translation>
    </message>
    <message>
        <source>How far %1 reaches</source>
        <translation>%1 की पहुँच कितनी दूर तक है</translation>
    </message>
    <message>
        <source>Left empty the platform&apos;s radius applies; a larger one than that has no effect.</source>
        <translation>खाली छोड़ने पर मंच का दायरा लागू होता है; उससे बड़े दायरे का कोई असर नहीं होता।</translation>
    </message>
    <message>
        <source>Set radius</source>
        <translation>दायरा तय करें</translation>
    </message>
    <message>
        <source>What %1 pays</source>
        <translation>%1 कितना देता है</translation>
    </message>
    <message>
        <source>Left empty the rates of the categories apply, and the general one. Placed orders keep theirs.</source>
        <translation>खाली छोड़ने पर श्रेणियों की और सामान्य दर लागू होती है। दिए जा चुके ऑर्डर की दर वही रहती है।</translation>
    </message>
    <message>
        <source>Set commission</source>
        <translation>कमीशन तय करें</translation>
    </message>
    <message>
        <source>Nothing is offered and nothing is paid out. %1 open orders go on and their buyers are told.</source>
        <translation>न कुछ बिक्री पर रहता है, न कोई भुगतान होता है। %1 खुले ऑर्डर चलते रहते हैं और उनके ख़रीदारों को बताया जाता है।</translation>
    </message>
    <message>
        <source>The store sells again if its documents are approved; payouts go on.</source>
        <translation>दस्तावेज़ स्वीकृत हों तो दुकान फिर से बेचती है; भुगतान चलते रहते हैं।</translation>
    </message>
    <message>
        <source>Nothing is offered until the store is active again; payouts go on.</source>
        <translation>दुकान के फिर से सक्रिय होने तक कुछ भी बिक्री पर नहीं रहता; भुगतान चलते रहते हैं।</translation>
    </message>
</context>
<context>
    <name>vendors::Detail</name>
    <message>
        <source>More…</source>
        <translation>और…</translation>
    </message>
    <message>
        <source>HOW IT TRADES</source>
        <translation>कारोबार</translation>
    </message>
    <message>
        <source>RADIUS AND COMMISSION</source>
        <translation>दायरा और कमीशन</translation>
    </message>
    <message>
        <source>OPENING HOURS</source>
        <translation>खुलने का समय</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>अभी खुली</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>अभी बंद</translation>
    </message>
    <message>
        <source>%1 (not verified)</source>
        <translation>%1 (सत्यापित नहीं)</translation>
    </message>
    <message>
        <source>Documents refused because</source>
        <translation>दस्तावेज़ अस्वीकृत, क्योंकि</translation>
    </message>
    <message>
        <source>Sells</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>अभी नहीं</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 किमी</translation>
    </message>
    <message>
        <source>%1 (the platform&apos;s)</source>
        <translation>%1 (मंच का)</translation>
    </message>
    <message>
        <source>%1 (its own)</source>
        <translation>%1 (अपना)</translation>
    </message>
    <message>
        <source>%1 or the category&apos;s</source>
        <translation>%1 या श्रेणी की दर</translation>
    </message>
</context>
<context>
    <name>vendors::Page</name>
    <message>
        <source>Every store, newest first</source>
        <translation>सभी दुकानें, सबसे नई पहले</translation>
    </message>
    <message>
        <source>Store, owner, e-mail or phone</source>
        <translation>दुकान, मालिक, ई-मेल या फ़ोन</translation>
    </message>
    <message>
        <source>No store here</source>
        <translation>यहाँ कोई दुकान नहीं</translation>
    </message>
    <message>
        <source>Stores appear as soon as a vendor has registered.</source>
        <translation>विक्रेता के पंजीकरण करते ही दुकान यहाँ दिखती है।</translation>
    </message>
</context>
</TS>
