<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>store::Page</name>
    <message>
        <source>You answer in</source>
        <translation>आपके उत्तर का समय</translation>
    </message>
    <message>
        <source>Dispatched in</source>
        <translation>भेजने में समय</translation>
    </message>
    <message>
        <source>Delivered in</source>
        <translation>डिलीवरी में समय</translation>
    </message>
    <message>
        <source>Settled in</source>
        <translation>निपटान में समय</translation>
    </message>
    <message>
        <source>%1 in escrow</source>
        <translation>%1 एस्क्रो में</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <translation>
            <numerusform>%Ln ऑर्डर</numerusform>
            <numerusform>%Ln ऑर्डर</numerusform>
        </translation>
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
    <message>
        <source>No order waits</source>
        <translation>कोई ऑर्डर प्रतीक्षा में नहीं</translation>
    </message>
    <message>
        <source>New orders appear here, to be accepted or rejected.</source>
        <translation>नए ऑर्डर यहाँ आते हैं, स्वीकारने या अस्वीकारने के लिए।</translation>
    </message>
    <message>
        <source>Low in stock</source>
        <translation>स्टॉक कम</translation>
    </message>
    <message>
        <source>Enough of everything</source>
        <translation>सब कुछ पर्याप्त है</translation>
    </message>
    <message>
        <source>Products at their low-stock level appear here.</source>
        <translation>कम स्टॉक वाले उत्पाद यहाँ दिखते हैं।</translation>
    </message>
    <message>
        <source>Sales by day</source>
        <translation>दिन के अनुसार बिक्री</translation>
    </message>
    <message>
        <source>%1 placed · %2 settled · %3 commission</source>
        <translation>%1 ऑर्डर · %2 निपटा · %3 कमीशन</translation>
    </message>
    <message>
        <source>Nothing sold</source>
        <translation>कुछ नहीं बिका</translation>
    </message>
    <message>
        <source>No order in this period.</source>
        <translation>इस अवधि में कोई ऑर्डर नहीं।</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>too little data: n = %1</source>
        <translation>बहुत कम आँकड़े: n = %1</translation>
    </message>
    <message>
        <source>Fulfilled</source>
        <translation>पूरे किए गए</translation>
    </message>
    <message>
        <source>Views that became orders</source>
        <translation>ऑर्डर बने दृश्य</translation>
    </message>
    <message>
        <source>Documents and bank account</source>
        <translation>दस्तावेज़ और बैंक खाता</translation>
    </message>
    <message>
        <source>Approved stores may sell and are paid</source>
        <translation>स्वीकृत दुकानें बेच सकती हैं और भुगतान पाती हैं</translation>
    </message>
    <message>
        <source>First product</source>
        <translation>पहला उत्पाद</translation>
    </message>
    <message>
        <source>With a photo, a price and what is in stock</source>
        <translation>फ़ोटो, दाम और स्टॉक के साथ</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>पहला ऑर्डर</translation>
    </message>
    <message>
        <source>Buyers near you find your products</source>
        <translation>पास के ख़रीदार आपके उत्पाद पाते हैं</translation>
    </message>
    <message>
        <source>Reject this order?</source>
        <translation>यह ऑर्डर अस्वीकारें?</translation>
    </message>
    <message>
        <source>The held money goes back to the buyer. This cannot be undone.</source>
        <translation>रोकी गई राशि ख़रीदार को लौट जाती है। इसे वापस नहीं किया जा सकता।</translation>
    </message>
    <message>
        <source>Reject order</source>
        <translation>ऑर्डर अस्वीकारें</translation>
    </message>
    <message>
        <source>Reason (the buyer reads it)</source>
        <translation>कारण (ख़रीदार इसे पढ़ता है)</translation>
    </message>
    <message>
        <source>Order %1: %2</source>
        <translation>ऑर्डर %1: %2</translation>
    </message>
    <message>
        <source>Sales today</source>
        <translation>आज की बिक्री</translation>
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
        <source>Orders today</source>
        <translation>आज के ऑर्डर</translation>
    </message>
    <message>
        <source>Can be paid out</source>
        <translation>भुगतान योग्य</translation>
    </message>
    <message>
        <source>Total revenue</source>
        <translation>कुल राजस्व</translation>
    </message>
    <message>
        <source>Before the first sale</source>
        <translation>पहली बिक्री से पहले</translation>
    </message>
    <message>
        <source>Orders to accept</source>
        <translation>स्वीकारने के ऑर्डर</translation>
    </message>
    <message>
        <source>Best sellers</source>
        <translation>सबसे ज़्यादा बिकने वाले</translation>
    </message>
    <message>
        <source>How you do</source>
        <translation>आपका प्रदर्शन</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>स्वीकारें</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>अस्वीकारें…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) at the low-stock level</source>
        <translation>
            <numerusform>%Ln उत्पाद कम-स्टॉक स्तर पर</numerusform>
            <numerusform>%Ln उत्पाद कम-स्टॉक स्तर पर</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 an order</source>
        <translation>प्रति ऑर्डर %1</translation>
    </message>
    <message>
        <source>Looks at your store</source>
        <translation>आपकी दुकान देखी गई</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>उत्पाद</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>श्रेणियाँ</translation>
    </message>
    <message>
        <source>The total of all orders placed with you on these days, today included, whatever became of them later. Source: orders.</source>
        <translation>इन दिनों (आज सहित) आपको मिले सभी ऑर्डरों का योग, बाद में उनका जो भी हुआ हो। स्रोत: ऑर्डर।</translation>
    </message>
    <message>
        <source>How many orders were placed with you today. Source: orders.</source>
        <translation>आज आपको मिले ऑर्डरों की संख्या। स्रोत: ऑर्डर।</translation>
    </message>
    <message>
        <source>What was released from escrow for your orders, less commission and less what was paid out already or is asked for. Source: the books.</source>
        <translation>आपके ऑर्डरों के लिए एस्क्रो से जारी राशि, कमीशन और पहले से निकाली या माँगी गई राशि घटाकर। स्रोत: बही।</translation>
    </message>
    <message>
        <source>The total of all your orders whose escrow was released, since the first one; commission is still in it. Source: settled orders.</source>
        <translation>पहले ऑर्डर से अब तक आपके उन सभी ऑर्डरों का योग जिनका एस्क्रो जारी हुआ; कमीशन इसमें शामिल है। स्रोत: निपटे ऑर्डर।</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>आँकड़ा</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>मान</translation>
    </message>
</context>
</TS>
