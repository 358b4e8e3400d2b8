<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>analytics::Page</name>
    <message>
        <source>Products viewed</source>
        <translation>देखे गए उत्पाद</translation>
    </message>
    <message>
        <source>Orders placed</source>
        <translation>किए गए ऑर्डर</translation>
    </message>
    <message>
        <source>Orders settled</source>
        <translation>निपटे ऑर्डर</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>पुष्टि</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>प्रेषण</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>डिलीवरी</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>निपटान</translation>
    </message>
    <message>
        <source>%1 placed, %2 before</source>
        <translation>%1 के ऑर्डर, पहले %2</translation>
    </message>
    <message>
        <source>too little data for a forecast: fewer than 28 days</source>
        <translation>पूर्वानुमान के लिए बहुत कम आँकड़े: 28 दिन से कम</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>चरण</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>संख्या</translation>
    </message>
    <message>
        <source>Of the stage before</source>
        <translation>पिछले चरण का</translation>
    </message>
    <message>
        <source>Too little data</source>
        <translation>बहुत कम आँकड़े</translation>
    </message>
    <message>
        <source>No order in this period: n = 0</source>
        <translation>इस अवधि में कोई ऑर्डर नहीं: n = 0</translation>
    </message>
    <message>
        <source>Nothing sold</source>
        <translation>कुछ नहीं बिका</translation>
    </message>
    <message>
        <source>What sells most</source>
        <translation>सबसे ज़्यादा क्या बिकता है</translation>
    </message>
    <message>
        <source>%1 placed in all</source>
        <translation>कुल %1 के ऑर्डर</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>पहला ऑर्डर</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>ख़रीदार</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>चरण</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>माध्यिका</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>पहले</translation>
    </message>
    <message>
        <source>In target</source>
        <translation>लक्ष्य में</translation>
    </message>
    <message>
        <source>too little data: n = %1</source>
        <translation>बहुत कम आँकड़े: n = %1</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>आँकड़ा</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>अभी</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>लक्ष्य</translation>
    </message>
    <message>
        <source>Payments that succeeded</source>
        <translation>सफल भुगतान</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Failed payments</source>
        <translation>विफल भुगतान</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>जमा राशि</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>विक्रेता भुगतान</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>भुगतान की गई राशि</translation>
    </message>
    <message>
        <source>Buyers of the month before who came back</source>
        <translation>पिछले माह के लौटे ख़रीदार</translation>
    </message>
    <message>
        <source>Active buyers a day</source>
        <translation>रोज़ सक्रिय ख़रीदार</translation>
    </message>
    <message>
        <source>Active buyers in 30 days</source>
        <translation>30 दिनों में सक्रिय ख़रीदार</translation>
    </message>
    <message>
        <source>New buyers</source>
        <translation>नए ख़रीदार</translation>
    </message>
    <message>
        <source>First orders</source>
        <translation>पहले ऑर्डर</translation>
    </message>
    <message>
        <source>New distributors</source>
        <translation>नए वितरक</translation>
    </message>
    <message>
        <source>New vendors</source>
        <translation>नए विक्रेता</translation>
    </message>
    <message>
        <source>Stores that applied</source>
        <translation>आवेदन करने वाली दुकानें</translation>
    </message>
    <message>
        <source>Stores approved</source>
        <translation>स्वीकृत दुकानें</translation>
    </message>
    <message>
        <source>Applications approved</source>
        <translation>स्वीकृत आवेदन</translation>
    </message>
    <message>
        <source>Orders completed</source>
        <translation>पूरे हुए ऑर्डर</translation>
    </message>
    <message>
        <source>Buyers are followed from the month of their first order: n = 0</source>
        <translation>ख़रीदारों को पहले ऑर्डर के महीने से देखा जाता है: n = 0</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>State</source>
        <translation>राज्य</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>विक्रेता</translation>
    </message>
    <message>
        <source>How the market goes, and against what it is measured</source>
        <translation>बाज़ार कैसा चल रहा है, और किस पैमाने पर</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>अवधि</translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation>विक्रेता</translation>
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
        <source>Cities</source>
        <translation>शहर</translation>
    </message>
    <message>
        <source>States</source>
        <translation>राज्य</translation>
    </message>
    <message>
        <source>From view to settlement</source>
        <translation>देखने से निपटान तक</translation>
    </message>
    <message>
        <source>Buyers who come back</source>
        <translation>लौटने वाले ख़रीदार</translation>
    </message>
    <message>
        <source>by the month of their first order</source>
        <translation>पहले ऑर्डर के महीने के अनुसार</translation>
    </message>
    <message>
        <source>How long orders take</source>
        <translation>ऑर्डर में लगने वाला समय</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>संचालन</translation>
    </message>
    <message>
        <source>of the whole market</source>
        <translation>पूरे बाज़ार के</translation>
    </message>
    <message>
        <source>9 of 10</source>
        <translation>10 में से 9</translation>
    </message>
    <message>
        <source>+%1 mo</source>
        <translation>+%1 माह</translation>
    </message>
    <message>
        <source>Looks at stores</source>
        <translation>दुकानें देखी गईं</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 मि.से.</translation>
    </message>
    <message>
        <source>Average response of the server</source>
        <translation>सर्वर का औसत जवाब</translation>
    </message>
    <message>
        <source>Minutes in which the server was up</source>
        <translation>सर्वर के चालू मिनट</translation>
    </message>
    <message>
        <source>of all categories and states</source>
        <translation>सभी श्रेणियों और राज्यों का</translation>
    </message>
</context>
</TS>
