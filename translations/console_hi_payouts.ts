<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>payouts::Detail</name>
    <message>
        <source>GOES TO</source>
        <translation>प्राप्तकर्ता</translation>
    </message>
    <message>
        <source>ORDERS IN IT</source>
        <translation>शामिल ऑर्डर</translation>
    </message>
    <message>
        <source>Orders in this payout</source>
        <translation>इस भुगतान के ऑर्डर</translation>
    </message>
    <message>
        <source>Approve payout…</source>
        <translation>भुगतान स्वीकार करें…</translation>
    </message>
    <message>
        <source>Enter bank reference…</source>
        <translation>बैंक संदर्भ दर्ज करें…</translation>
    </message>
    <message>
        <source>Requested %1</source>
        <translation>%1 को अनुरोध</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>निर्णय</translation>
    </message>
    <message>
        <source>By</source>
        <translation>द्वारा</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) add up to the amount.</source>
        <translation>
            <numerusform>%Ln ऑर्डर का जोड़ राशि के बराबर है।</numerusform>
            <numerusform>%Ln ऑर्डर का जोड़ राशि के बराबर है।</numerusform>
        </translation>
    </message>
    <message>
        <source>The orders add up to %1, not to the amount.</source>
        <translation>ऑर्डर का जोड़ %1 है, राशि के बराबर नहीं।</translation>
    </message>
    <message>
        <source>Approve this payout?</source>
        <translation>यह भुगतान स्वीकार करें?</translation>
    </message>
    <message>
        <source>After the approval the money is to be sent at the bank.</source>
        <translation>स्वीकृति के बाद बैंक में राशि भेजनी है।</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>%1 स्वीकार करें</translation>
    </message>
    <message>
        <source>Reject this payout?</source>
        <translation>यह भुगतान अस्वीकार करें?</translation>
    </message>
    <message>
        <source>The orders in it return to the vendor&apos;s balance.</source>
        <translation>इसके ऑर्डर विक्रेता के शेष में लौट जाते हैं।</translation>
    </message>
    <message>
        <source>Reject payout</source>
        <translation>भुगतान अस्वीकार करें</translation>
    </message>
    <message>
        <source>Mark as paid</source>
        <translation>भुगतान हुआ दर्ज करें</translation>
    </message>
    <message>
        <source>Enter the reference that the bank gave for the transfer.</source>
        <translation>बैंक से मिला ट्रांसफ़र संदर्भ दर्ज करें।</translation>
    </message>
    <message>
        <source>Mark paid</source>
        <translation>भुगतान हुआ</translation>
    </message>
    <message>
        <source>Bank reference (UTR)</source>
        <translation>बैंक संदर्भ (UTR)</translation>
    </message>
    <message>
        <source>Payout %1: %2</source>
        <translation>भुगतान %1: %2</translation>
    </message>
</context>
<context>
    <name>payouts::Page</name>
    <message>
        <source>Released money on its way to the vendors&apos; banks</source>
        <translation>विक्रेताओं के बैंक की ओर जाती जारी राशि</translation>
    </message>
    <message>
        <source>To approve</source>
        <translation>स्वीकृति बाकी</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>भुगतान बाकी</translation>
    </message>
    <message>
        <source>Rejected or failed</source>
        <translation>अस्वीकृत या विफल</translation>
    </message>
    <message>
        <source>No payouts here</source>
        <translation>यहाँ कोई भुगतान नहीं</translation>
    </message>
    <message>
        <source>A payout appears when a vendor asks for the released balance.</source>
        <translation>विक्रेता के जारी राशि माँगने पर भुगतान दिखता है।</translation>
    </message>
</context>
</TS>
