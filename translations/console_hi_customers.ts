<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>customers::Detail</name>
    <message>
        <source>%1 open</source>
        <translation>%1 खुले</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>पिछला ऑर्डर</translation>
    </message>
    <message>
        <source>Orders of this customer</source>
        <translation>इस ग्राहक के ऑर्डर</translation>
    </message>
    <message>
        <source>No orders here</source>
        <translation>यहाँ कोई ऑर्डर नहीं</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s), %1 settled</source>
        <translation>
            <numerusform>%Ln ऑर्डर, %1 का निपटान</numerusform>
            <numerusform>%Ln ऑर्डर, %1 का निपटान</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>customers::Page</name>
    <message>
        <source>%1 open</source>
        <translation>%1 खुले</translation>
    </message>
    <message>
        <source>Who has ordered at your store</source>
        <translation>आपकी दुकान से किसने ऑर्डर किया है</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>अभी कोई ग्राहक नहीं</translation>
    </message>
    <message>
        <source>They appear with their first order.</source>
        <translation>वे अपने पहले ऑर्डर के साथ दिखते हैं।</translation>
    </message>
</context>
</TS>
