<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>refunds::Detail</name>
    <message>
        <source>OF THESE ITEMS</source>
        <translation>इन वस्तुओं में से</translation>
    </message>
    <message>
        <source>Items of which something goes back</source>
        <translation>वस्तुएँ जिनका कुछ लौट रहा है</translation>
    </message>
    <message>
        <source>Approve refund…</source>
        <translation>रिफ़ंड स्वीकृत करें…</translation>
    </message>
    <message>
        <source>Process refund…</source>
        <translation>रिफ़ंड चुकाएँ…</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>ऑर्डर खोलें</translation>
    </message>
    <message>
        <source>Requested %1</source>
        <translation>%1 को माँगा गया</translation>
    </message>
    <message>
        <source>The order is disputed; the decision comes first.</source>
        <translation>ऑर्डर पर विवाद है; पहले उसका निर्णय होगा।</translation>
    </message>
    <message>
        <source>Only %1 of the order are left.</source>
        <translation>ऑर्डर के केवल %1 बचे हैं।</translation>
    </message>
    <message>
        <source>You have approved it. A refund of this size is processed by another admin.</source>
        <translation>इसे आपने स्वीकृत किया है। इतना बड़ा रिफ़ंड कोई दूसरा व्यवस्थापक चुकाता है।</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>चुकाया</translation>
    </message>
    <message>
        <source>Refunded so far</source>
        <translation>अब तक लौटाया</translation>
    </message>
    <message>
        <source>From the vendor</source>
        <translation>विक्रेता से</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>निर्णय</translation>
    </message>
    <message>
        <source>By</source>
        <translation>किसने</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>क्यों नहीं</translation>
    </message>
    <message>
        <source>Approve this refund?</source>
        <translation>यह रिफ़ंड स्वीकृत करें?</translation>
    </message>
    <message>
        <source>No money moves before it is processed.</source>
        <translation>चुकाए जाने तक कोई राशि नहीं चलती।</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>%1 स्वीकृत करें</translation>
    </message>
    <message>
        <source>Process this refund?</source>
        <translation>यह रिफ़ंड चुकाएँ?</translation>
    </message>
    <message>
        <source>The buyer&apos;s wallet gets the money; vendor and commission give their parts.</source>
        <translation>राशि ख़रीदार के वॉलेट में जाती है; विक्रेता और कमीशन अपना हिस्सा देते हैं।</translation>
    </message>
    <message>
        <source>The money is still in escrow; it is left out when the rest is settled.</source>
        <translation>राशि अभी एस्क्रो में है; बाकी चुकाते समय इसे छोड़ दिया जाएगा।</translation>
    </message>
    <message>
        <source>Refund %1</source>
        <translation>%1 लौटाएँ</translation>
    </message>
    <message>
        <source>Reject this refund?</source>
        <translation>यह रिफ़ंड अस्वीकार करें?</translation>
    </message>
    <message>
        <source>Nothing goes back to the buyer.</source>
        <translation>ख़रीदार को कुछ वापस नहीं जाता।</translation>
    </message>
    <message>
        <source>Reject refund</source>
        <translation>रिफ़ंड अस्वीकार करें</translation>
    </message>
    <message>
        <source>Refund %1: %2</source>
        <translation>रिफ़ंड %1: %2</translation>
    </message>
</context>
<context>
    <name>refunds::Page</name>
    <message>
        <source>What stores give back to buyers, approved and processed here</source>
        <translation>जो दुकानें ख़रीदारों को लौटाती हैं; यहाँ स्वीकृत करके चुकाया जाता है</translation>
    </message>
    <message>
        <source>What goes back to buyers of your store; it begins at the order</source>
        <translation>जो आपकी दुकान के ख़रीदारों को लौटता है; शुरुआत ऑर्डर से होती है</translation>
    </message>
    <message>
        <source>To approve</source>
        <translation>स्वीकृति बाकी</translation>
    </message>
    <message>
        <source>To process</source>
        <translation>चुकाना बाकी</translation>
    </message>
    <message>
        <source>No refunds here</source>
        <translation>यहाँ कोई रिफ़ंड नहीं</translation>
    </message>
    <message>
        <source>A refund begins at its order: by the store, or by an admin.</source>
        <translation>रिफ़ंड अपने ऑर्डर से शुरू होता है: दुकान या व्यवस्थापक की ओर से।</translation>
    </message>
    <message>
        <source>%1 refunded: %2 by vendors, %3 of commission</source>
        <translation>%1 लौटाए गए: %2 विक्रेताओं से, %3 कमीशन से</translation>
    </message>
    <message>
        <source>half were decided within %1</source>
        <translation>आधों का निर्णय %1 के भीतर हुआ</translation>
    </message>
</context>
</TS>
