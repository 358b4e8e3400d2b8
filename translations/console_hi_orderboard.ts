<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>orderboard::Board</name>
    <message>
        <source>New</source>
        <translation>नए</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>रास्ते में</translation>
    </message>
</context>
<context>
    <name>orderboard::Card</name>
    <message>
        <source>Waiting for you</source>
        <translation>आपकी प्रतीक्षा में</translation>
    </message>
    <message>
        <source>Acceptance is overdue</source>
        <translation>स्वीकृति का समय बीत गया</translation>
    </message>
    <message>
        <source>Accept in %1</source>
        <translation>%1 में स्वीकारें</translation>
    </message>
    <message>
        <source>To be packed</source>
        <translation>पैक करना है</translation>
    </message>
    <message>
        <source>Ready to be shipped</source>
        <translation>भेजने को तैयार</translation>
    </message>
    <message>
        <source>Waiting for buyer</source>
        <translation>ख़रीदार की प्रतीक्षा</translation>
    </message>
    <message>
        <source>Disputed, waits for the decision</source>
        <translation>विवादित, निर्णय की प्रतीक्षा</translation>
    </message>
</context>
<context>
    <name>orderboard::Lane</name>
    <message numerus="yes">
        <source>%1, %Ln order(s)</source>
        <translation>
            <numerusform>%1, %Ln ऑर्डर</numerusform>
            <numerusform>%1, %Ln ऑर्डर</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orderboard::Page</name>
    <message>
        <source>New order %1 from %2, %3.</source>
        <translation>नया ऑर्डर %1, %2 से, %3।</translation>
    </message>
    <message>
        <source>Accept within %1 or it is cancelled automatically.</source>
        <translation>%1 में स्वीकार करें, नहीं तो अपने आप रद्द होगा।</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>बोर्ड</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>तालिका</translation>
    </message>
    <message>
        <source>Order or buyer</source>
        <translation>ऑर्डर या ख़रीदार</translation>
    </message>
    <message>
        <source>All orders</source>
        <translation>सभी ऑर्डर</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>CSV निर्यात</translation>
    </message>
    <message>
        <source>No open orders. New ones ring and appear here by themselves.</source>
        <translation>कोई खुला ऑर्डर नहीं। नए ऑर्डर घंटी के साथ यहाँ अपने आप आते हैं।</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open order(s)</source>
        <translation>
            <numerusform>%Ln खुला ऑर्डर</numerusform>
            <numerusform>%Ln खुले ऑर्डर</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) wait for your answer</source>
        <translation>
            <numerusform>%Ln ऑर्डर आपके उत्तर की प्रतीक्षा में है</numerusform>
            <numerusform>%Ln ऑर्डर आपके उत्तर की प्रतीक्षा में हैं</numerusform>
        </translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>दिया गया</translation>
    </message>
</context>
</TS>
