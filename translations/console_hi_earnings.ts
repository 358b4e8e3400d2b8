<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>earnings::Page</name>
    <message>
        <source>In the balance</source>
        <translation>शेष में</translation>
    </message>
    <message>
        <source>can be paid out now</source>
        <translation>अभी भुगतान हो सकता है</translation>
    </message>
    <message>
        <source>%1 more waits for disputes</source>
        <translation>%1 और, विवादों के निर्णय तक</translation>
    </message>
    <message>
        <source>payouts start at %1</source>
        <translation>भुगतान %1 से शुरू</translation>
    </message>
    <message>
        <source>Request a payout?</source>
        <translation>भुगतान का अनुरोध करें?</translation>
    </message>
    <message>
        <source>The whole released balance is sent to the bank account of your approved documents, as soon as an admin has approved it.</source>
        <translation>एडमिन की मंज़ूरी के बाद पूरी जारी राशि आपके स्वीकृत दस्तावेज़ों वाले बैंक खाते में भेजी जाती है।</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>%1 का अनुरोध करें</translation>
    </message>
    <message>
        <source>Payout %1 is requested</source>
        <translation>भुगतान %1 का अनुरोध हो गया</translation>
    </message>
    <message>
        <source>What your orders earned, and where the money is</source>
        <translation>आपके ऑर्डर से कितनी कमाई हुई और पैसा कहाँ है</translation>
    </message>
    <message>
        <source>Request payout…</source>
        <translation>भुगतान का अनुरोध…</translation>
    </message>
    <message>
        <source>In escrow</source>
        <translation>एस्क्रो में</translation>
    </message>
    <message>
        <source>until both have confirmed</source>
        <translation>दोनों की पुष्टि तक</translation>
    </message>
    <message>
        <source>In payouts</source>
        <translation>भुगतान में</translation>
    </message>
    <message>
        <source>requested or approved</source>
        <translation>अनुरोधित या स्वीकृत</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>भुगतान हुआ</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>अब तक</translation>
    </message>
    <message>
        <source>of all settled orders</source>
        <translation>सभी निपटे ऑर्डर का</translation>
    </message>
    <message>
        <source>Earnings</source>
        <translation>कमाई</translation>
    </message>
    <message>
        <source>Earnings by order</source>
        <translation>ऑर्डर के अनुसार कमाई</translation>
    </message>
    <message>
        <source>Nothing earned yet</source>
        <translation>अभी कोई कमाई नहीं</translation>
    </message>
    <message>
        <source>An order appears here when buyer and vendor have confirmed its delivery.</source>
        <translation>ख़रीदार और विक्रेता दोनों के डिलीवरी की पुष्टि करने पर ऑर्डर यहाँ दिखता है।</translation>
    </message>
    <message>
        <source>No payouts yet</source>
        <translation>अभी कोई भुगतान नहीं</translation>
    </message>
    <message>
        <source>Request one as soon as money is released.</source>
        <translation>राशि जारी होते ही अनुरोध करें।</translation>
    </message>
    <message>
        <source>%1 is owed after refunds. What your next orders earn pays it first.</source>
        <translation>धनवापसी के बाद %1 बकाया है। आपके अगले ऑर्डर की कमाई पहले इसे चुकाती है।</translation>
    </message>
    <message>
        <source>%1 owed</source>
        <translation>%1 बकाया</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Balances, sales and payouts by day, or the summary of commission or payouts. Without days it is the month that is over.</source>
        <translation>दिन के अनुसार शेष, बिक्री और भुगतान, या कमीशन अथवा भुगतान का सारांश। दिन न हों तो बीता महीना।</translation>
    </message>
    <message>
        <source>Make statement</source>
        <translation>विवरण बनाएँ</translation>
    </message>
    <message>
        <source>Statement…</source>
        <translation>विवरण…</translation>
    </message>
    <message>
        <source>Payouts go through a provider that has to know your store first.</source>
        <translation>भुगतान एक प्रदाता से होते हैं, जिसे पहले आपकी दुकान की जानकारी चाहिए।</translation>
    </message>
    <message>
        <source>Set up payouts…</source>
        <translation>भुगतान तैयार करें…</translation>
    </message>
    <message>
        <source>The provider of payouts still waits for something, or checks what you said.</source>
        <translation>भुगतान का प्रदाता अभी कुछ चाहता है, या आपकी दी हुई जानकारी जाँच रहा है।</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>आगे बढ़ें…</translation>
    </message>
    <message>
        <source>The provider of payouts does not pay your store. It says there what is missing.</source>
        <translation>भुगतान का प्रदाता आपकी दुकान को भुगतान नहीं करता। क्या कमी है, यह वहाँ लिखा है।</translation>
    </message>
    <message>
        <source>Go there…</source>
        <translation>वहाँ जाएँ…</translation>
    </message>
    <message>
        <source>Payouts go to the account that you have set up with the provider.</source>
        <translation>भुगतान उस खाते में जाते हैं जो आपने प्रदाता के यहाँ बनाया है।</translation>
    </message>
    <message>
        <source>The provider has sent no page that could be opened.</source>
        <translation>प्रदाता ने खुलने लायक कोई पन्ना नहीं भेजा।</translation>
    </message>
</context>
</TS>
