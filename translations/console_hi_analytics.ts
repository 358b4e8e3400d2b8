<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>analytics::Board</name>
    <message>
        <source>The list of orders cannot be narrowed by category or by the buyers&apos; state.</source>
        <translation>ऑर्डर की सूची को श्रेणी या ख़रीदारों के राज्य से सीमित नहीं किया जा सकता।</translation>
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
        <source>Period</source>
        <translation>अवधि</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>सप्ताह</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>माह</translation>
    </message>
    <message>
        <source>Steps of the chart</source>
        <translation>चार्ट का अंतराल (दिन, सप्ताह, माह)</translation>
    </message>
    <message>
        <source>What sells most</source>
        <translation>सबसे ज़्यादा क्या बिकता है</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>From view to settlement</source>
        <translation>देखने से निपटान तक</translation>
    </message>
    <message>
        <source>How long orders take</source>
        <translation>ऑर्डर में लगने वाला समय</translation>
    </message>
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
        <source>%1 placed in all</source>
        <translation>कुल %1 के ऑर्डर</translation>
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
        <source>9 of 10</source>
        <translation>10 में से 9</translation>
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
        <source>too little: n = %1</source>
        <translation>बहुत कम: n = %1</translation>
    </message>
    <message>
        <source>of all categories and states</source>
        <translation>सभी श्रेणियों और राज्यों का</translation>
    </message>
    <message>
        <source>Report “Daily sales”</source>
        <translation>रिपोर्ट “दैनिक बिक्री”</translation>
    </message>
    <message>
        <source>Report “Vendor performance”</source>
        <translation>रिपोर्ट “विक्रेता प्रदर्शन”</translation>
    </message>
    <message>
        <source>Report “Platform analytics”</source>
        <translation>रिपोर्ट “प्लेटफ़ॉर्म विश्लेषण”</translation>
    </message>
    <message>
        <source>These figures are not there yet.</source>
        <translation>ये आँकड़े अभी नहीं आए हैं।</translation>
    </message>
    <message>
        <source>The report cannot be narrowed by category or by the buyers&apos; state.</source>
        <translation>रिपोर्ट श्रेणी या ख़रीदारों के राज्य से सीमित नहीं की जा सकती।</translation>
    </message>
    <message>
        <source>The report lists vendors.</source>
        <translation>रिपोर्ट विक्रेताओं की सूची देती है।</translation>
    </message>
    <message>
        <source>These figures as PDF…</source>
        <translation>ये आँकड़े PDF में…</translation>
    </message>
    <message>
        <source>%1 as XLSX…</source>
        <translation>%1 XLSX में…</translation>
    </message>
    <message>
        <source>%1 as PDF…</source>
        <translation>%1 PDF में…</translation>
    </message>
    <message>
        <source>Period: %1</source>
        <translation>अवधि: %1</translation>
    </message>
</context>
<context>
    <name>analytics::Page</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 मि.से.</translation>
    </message>
    <message>
        <source>Too little data</source>
        <translation>बहुत कम आँकड़े</translation>
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
        <source>Before</source>
        <translation>पहले</translation>
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
        <source>Vendor</source>
        <translation>विक्रेता</translation>
    </message>
    <message>
        <source>How the market goes, and against what it is measured</source>
        <translation>बाज़ार कैसा चल रहा है, और किस पैमाने पर</translation>
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
        <source>Buyers who come back</source>
        <translation>लौटने वाले ख़रीदार</translation>
    </message>
    <message>
        <source>by the month of their first order</source>
        <translation>पहले ऑर्डर के महीने के अनुसार</translation>
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
        <source>+%1 mo</source>
        <translation>+%1 माह</translation>
    </message>
    <message>
        <source>Looks at stores</source>
        <translation>दुकानें देखी गईं</translation>
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
        <source>Paid divided by paid and failed together. Source: gateway payments.</source>
        <translation>सफल भुगतान ÷ सफल और विफल भुगतान। स्रोत: गेटवे भुगतान।</translation>
    </message>
    <message>
        <source>Payments that the books took on these days. Source: gateway payments.</source>
        <translation>इन दिनों बही में दर्ज भुगतान। स्रोत: गेटवे भुगतान।</translation>
    </message>
    <message>
        <source>Payments opened on these days that failed. Source: gateway payments.</source>
        <translation>इन दिनों शुरू हुए वे भुगतान जो विफल रहे। स्रोत: गेटवे भुगतान।</translation>
    </message>
    <message>
        <source>The total of the payments that the books took. Source: gateway payments.</source>
        <translation>बही में दर्ज भुगतानों का योग। स्रोत: गेटवे भुगतान।</translation>
    </message>
    <message>
        <source>Payouts that were processed on these days. Source: payouts.</source>
        <translation>इन दिनों पूरी की गई निकासियाँ। स्रोत: निकासियाँ।</translation>
    </message>
    <message>
        <source>The total of the payouts processed on these days. Source: payouts.</source>
        <translation>इन दिनों पूरी की गई निकासियों का योग। स्रोत: निकासियाँ।</translation>
    </message>
    <message>
        <source>Buyers of the last complete month that had also ordered in the month before, divided by the buyers of that month. Source: orders.</source>
        <translation>पिछले पूरे महीने के वे ख़रीदार जिन्होंने उससे पहले के महीने में भी ऑर्डर किया था ÷ उस पहले वाले महीने के ख़रीदार। स्रोत: ऑर्डर।</translation>
    </message>
    <message>
        <source>Different buyers that placed an order, the average of the period&apos;s days. Source: orders.</source>
        <translation>ऑर्डर करने वाले अलग-अलग ख़रीदार, अवधि के दिनों का औसत। स्रोत: ऑर्डर।</translation>
    </message>
    <message>
        <source>Different buyers that placed an order in the 30 days up to the period&apos;s end. Source: orders.</source>
        <translation>अवधि के अंत तक के 30 दिनों में ऑर्डर करने वाले अलग-अलग ख़रीदार। स्रोत: ऑर्डर।</translation>
    </message>
    <message>
        <source>Buyers&apos; accounts opened on these days. Source: accounts.</source>
        <translation>इन दिनों खुले ख़रीदारों के खाते। स्रोत: खाते।</translation>
    </message>
    <message>
        <source>Buyers whose first order was on these days. Source: orders.</source>
        <translation>वे ख़रीदार जिनका पहला ऑर्डर इन दिनों आया। स्रोत: ऑर्डर।</translation>
    </message>
    <message>
        <source>Distributors&apos; accounts opened on these days. Source: accounts.</source>
        <translation>इन दिनों खुले वितरकों के खाते। स्रोत: खाते।</translation>
    </message>
    <message>
        <source>Vendors&apos; accounts opened on these days. Source: accounts.</source>
        <translation>इन दिनों खुले विक्रेताओं के खाते। स्रोत: खाते।</translation>
    </message>
    <message>
        <source>Stores that sent in their documents for the first time on these days. Source: KYC.</source>
        <translation>वे दुकानें जिन्होंने इन दिनों पहली बार दस्तावेज़ भेजे। स्रोत: KYC।</translation>
    </message>
    <message>
        <source>Stores approved on these days. Source: KYC.</source>
        <translation>इन दिनों स्वीकृत दुकानें। स्रोत: KYC।</translation>
    </message>
    <message>
        <source>Stores approved divided by stores that applied on these days. Source: KYC.</source>
        <translation>इन दिनों स्वीकृत दुकानें ÷ आवेदन करने वाली दुकानें। स्रोत: KYC।</translation>
    </message>
    <message>
        <source>Settled orders divided by settled and cancelled together. Source: orders.</source>
        <translation>निपटे ऑर्डर ÷ निपटे और रद्द ऑर्डर। स्रोत: ऑर्डर।</translation>
    </message>
    <message>
        <source>How often stores&apos; pages were looked at, not by their owners. Source: views.</source>
        <translation>दुकानों के पृष्ठ कितनी बार देखे गए, उनके मालिकों को छोड़कर। स्रोत: देखे जाने की गिनती।</translation>
    </message>
    <message>
        <source>The time to answer, the average of all answers on these days. Source: the server&apos;s own clock.</source>
        <translation>उत्तर देने का समय, इन दिनों के सभी उत्तरों का औसत। स्रोत: सर्वर की अपनी घड़ी।</translation>
    </message>
    <message>
        <source>Minutes in which a server was up divided by all minutes since this is measured. Source: the server&apos;s heartbeat.</source>
        <translation>जिन मिनटों में सर्वर चालू था ÷ मापन शुरू होने से अब तक के सभी मिनट। स्रोत: सर्वर की धड़कन।</translation>
    </message>
    <message>
        <source>Store, owner, e-mail or phone</source>
        <translation>दुकान, मालिक, ई-मेल या फ़ोन</translation>
    </message>
</context>
<context>
    <name>analytics::StorePage</name>
    <message>
        <source>No sales yet</source>
        <translation>अभी कोई बिक्री नहीं</translation>
    </message>
    <message>
        <source>No order in this period: n = 0</source>
        <translation>इस अवधि में कोई ऑर्डर नहीं: n = 0</translation>
    </message>
    <message>
        <source>avg %1</source>
        <translation>औसत %1</translation>
    </message>
    <message>
        <source>after %1 commission</source>
        <translation>%1 कमीशन के बाद</translation>
    </message>
    <message>
        <source>How your store does, and against its own past</source>
        <translation>आपकी दुकान कैसी चल रही है, अपने ही अतीत की तुलना में</translation>
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
        <source>Orders placed</source>
        <translation>किए गए ऑर्डर</translation>
    </message>
    <message>
        <source>The total of all orders on the day they were placed with you, whatever became of them later. Source: orders.</source>
        <translation>आपको मिले सभी ऑर्डरों का योग, ऑर्डर के दिन, बाद में उनका जो भी हुआ हो। स्रोत: ऑर्डर।</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>How many orders were placed with you; avg is their total divided by their number. Source: orders.</source>
        <translation>आपको मिले ऑर्डरों की संख्या; औसत = उनका योग ÷ उनकी संख्या। स्रोत: ऑर्डर।</translation>
    </message>
    <message>
        <source>You earned</source>
        <translation>आपकी कमाई</translation>
    </message>
    <message>
        <source>What was settled less commission, on the day the escrow was released. Source: settled orders.</source>
        <translation>निपटी राशि में से कमीशन घटाकर, एस्क्रो जारी होने के दिन। स्रोत: निपटे ऑर्डर।</translation>
    </message>
    <message>
        <source>Fulfilled</source>
        <translation>पूरे किए गए</translation>
    </message>
    <message>
        <source>Settled orders divided by settled and cancelled together. Source: orders.</source>
        <translation>निपटे ऑर्डर ÷ निपटे और रद्द ऑर्डर। स्रोत: ऑर्डर।</translation>
    </message>
    <message>
        <source>Looks at your store</source>
        <translation>आपकी दुकान देखी गई</translation>
    </message>
    <message>
        <source>How often others looked at your store&apos;s page, of all categories and states. Source: views.</source>
        <translation>दूसरों ने आपकी दुकान का पृष्ठ कितनी बार देखा, सभी श्रेणियों और राज्यों का। स्रोत: देखे जाने की गिनती।</translation>
    </message>
</context>
</TS>
