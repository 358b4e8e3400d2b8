<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>dashboard::Page</name>
    <message>
        <source>Nothing sold</source>
        <translation>कुछ नहीं बिका</translation>
    </message>
    <message>
        <source>No order in this period.</source>
        <translation>इस अवधि में कोई ऑर्डर नहीं।</translation>
    </message>
    <message>
        <source>No vendor sold</source>
        <translation>किसी विक्रेता ने नहीं बेचा</translation>
    </message>
    <message>
        <source>avg %1</source>
        <translation>औसत %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <translation>
            <numerusform>%Ln ऑर्डर</numerusform>
            <numerusform>%Ln ऑर्डर</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 take rate</source>
        <translation>%1 कमीशन दर</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>लक्ष्य %1</translation>
    </message>
    <message>
        <source>Orders in flight</source>
        <translation>चल रहे ऑर्डर</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open order(s) by stage</source>
        <translation>
            <numerusform>चरणों में %Ln खुले ऑर्डर</numerusform>
            <numerusform>चरणों में %Ln खुले ऑर्डर</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vendor(s) waiting for KYC</source>
        <translation>
            <numerusform>%Ln विक्रेता KYC की प्रतीक्षा में</numerusform>
            <numerusform>%Ln विक्रेता KYC की प्रतीक्षा में</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln payout(s) to approve</source>
        <translation>
            <numerusform>%Ln भुगतान मंज़ूरी के लिए</numerusform>
            <numerusform>%Ln भुगतान मंज़ूरी के लिए</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln payout(s) to pay</source>
        <translation>
            <numerusform>%Ln भुगतान भेजने हैं</numerusform>
            <numerusform>%Ln भुगतान भेजने हैं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) about to be cancelled</source>
        <translation>
            <numerusform>%Ln ऑर्डर रद्द होने वाले हैं</numerusform>
            <numerusform>%Ln ऑर्डर रद्द होने वाले हैं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) late</source>
        <translation>
            <numerusform>%Ln ऑर्डर देर से</numerusform>
            <numerusform>%Ln ऑर्डर देर से</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed job(s)</source>
        <translation>
            <numerusform>%Ln विफल कार्य</numerusform>
            <numerusform>%Ln विफल कार्य</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln undelivered event(s)</source>
        <translation>
            <numerusform>%Ln घटनाएँ नहीं पहुँचीं</numerusform>
            <numerusform>%Ln घटनाएँ नहीं पहुँचीं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) low in stock</source>
        <translation>
            <numerusform>%Ln उत्पादों का स्टॉक कम</numerusform>
            <numerusform>%Ln उत्पादों का स्टॉक कम</numerusform>
        </translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>सबसे पुराना %1</translation>
    </message>
    <message>
        <source>as of now</source>
        <translation>अभी</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 देर से</translation>
    </message>
    <message>
        <source>look into it</source>
        <translation>जाँचें</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>समय पर</translation>
    </message>
    <message>
        <source>open</source>
        <translation>खुला</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>आपके लिए कुछ लंबित नहीं</translation>
    </message>
    <message>
        <source>Reviews, payouts and late orders appear here.</source>
        <translation>जाँच, भुगतान और देर वाले ऑर्डर यहाँ दिखते हैं।</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>श्रेणियाँ</translation>
    </message>
    <message>
        <source>Vendors choose one for each product</source>
        <translation>विक्रेता हर उत्पाद के लिए एक चुनते हैं</translation>
    </message>
    <message>
        <source>First store approved</source>
        <translation>पहली दुकान स्वीकृत</translation>
    </message>
    <message>
        <source>Review the documents of a vendor</source>
        <translation>किसी विक्रेता के दस्तावेज़ जाँचें</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>पहला ऑर्डर</translation>
    </message>
    <message>
        <source>Buyers order from approved stores near them</source>
        <translation>ख़रीदार पास की स्वीकृत दुकानों से ऑर्डर करते हैं</translation>
    </message>
    <message>
        <source>Gross merchandise value</source>
        <translation>कुल बिक्री मूल्य</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>Held in escrow</source>
        <translation>एस्क्रो में रोका</translation>
    </message>
    <message>
        <source>Commission earned</source>
        <translation>अर्जित कमीशन</translation>
    </message>
    <message>
        <source>Cancellation rate</source>
        <translation>रद्द होने की दर</translation>
    </message>
    <message>
        <source>First steps of a new platform</source>
        <translation>नए मंच के पहले क़दम</translation>
    </message>
    <message>
        <source>GMV by day</source>
        <translation>दिन के अनुसार GMV</translation>
    </message>
    <message>
        <source>Needs your decision</source>
        <translation>आपके निर्णय की प्रतीक्षा</translation>
    </message>
    <message>
        <source>Revenue by category</source>
        <translation>श्रेणी के अनुसार राजस्व</translation>
    </message>
    <message>
        <source>Top vendors</source>
        <translation>शीर्ष विक्रेता</translation>
    </message>
    <message>
        <source>No sales yet</source>
        <translation>अभी कोई बिक्री नहीं</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln order(s) since the beginning</source>
        <translation>
            <numerusform>शुरू से %Ln ऑर्डर में %1</numerusform>
            <numerusform>शुरू से %Ln ऑर्डर में %1</numerusform>
        </translation>
    </message>
    <message>
        <source>for the operator: see the server&apos;s log</source>
        <translation>संचालक के लिए: सर्वर का लॉग देखें</translation>
    </message>
    <message>
        <source>each vendor sees its own</source>
        <translation>हर विक्रेता अपना देखता है</translation>
    </message>
    <message>
        <source>all regions</source>
        <translation>सभी क्षेत्र</translation>
    </message>
    <message>
        <source>cancelled after %1</source>
        <translation>%1 बाद रद्द</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>तत्काल</translation>
    </message>
    <message>
        <source>late</source>
        <translation>देर से</translation>
    </message>
    <message>
        <source>The total of all orders on the day they were placed, whatever became of them later. Source: orders.</source>
        <translation>सभी ऑर्डरों का योग, ऑर्डर के दिन, बाद में उनका जो भी हुआ हो। स्रोत: ऑर्डर।</translation>
    </message>
    <message>
        <source>How many orders were placed in the period; avg is their total divided by their number. Source: orders.</source>
        <translation>अवधि में किए गए ऑर्डरों की संख्या; औसत = उनका योग ÷ उनकी संख्या। स्रोत: ऑर्डर।</translation>
    </message>
    <message>
        <source>Buyers&apos; money that the escrow holds at the end of the period, until an order is settled or cancelled. Source: the escrow of each order.</source>
        <translation>ख़रीदारों का पैसा जो अवधि के अंत में एस्क्रो में है, जब तक ऑर्डर निपट या रद्द न हो। स्रोत: हर ऑर्डर का एस्क्रो।</translation>
    </message>
    <message>
        <source>The platform&apos;s share of what was settled, on the day the escrow was released; the take rate is commission divided by the settled amount. Source: settled orders.</source>
        <translation>निपटी राशि में प्लेटफ़ॉर्म का हिस्सा, एस्क्रो जारी होने के दिन; दर = कमीशन ÷ निपटी राशि। स्रोत: निपटे ऑर्डर।</translation>
    </message>
    <message>
        <source>Orders cancelled in the period divided by orders placed in it. Source: orders.</source>
        <translation>अवधि में रद्द ऑर्डर ÷ अवधि में किए गए ऑर्डर। स्रोत: ऑर्डर।</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>कितने</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>देर से</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>सबसे पुराना</translation>
    </message>
</context>
</TS>
