<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>books::Detail</name>
    <message>
        <source>The platform</source>
        <translation>मंच का अपना</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>रोका हुआ</translation>
    </message>
    <message>
        <source>Freeze this account?</source>
        <translation>यह खाता रोकें?</translation>
    </message>
    <message>
        <source>Nothing new can be held or paid out from it. What is under way goes on.</source>
        <translation>इससे न नई रोक लगेगी, न भुगतान होगा। जो चल रहा है, वह चलता रहेगा।</translation>
    </message>
    <message>
        <source>Freeze account</source>
        <translation>खाता रोकें</translation>
    </message>
    <message>
        <source>Open this account again?</source>
        <translation>यह खाता फिर खोलें?</translation>
    </message>
    <message>
        <source>Open account</source>
        <translation>खाता खोलें</translation>
    </message>
    <message>
        <source>The account is frozen.</source>
        <translation>खाता रोक दिया गया है।</translation>
    </message>
    <message>
        <source>The account is open again.</source>
        <translation>खाता फिर खुला है।</translation>
    </message>
    <message>
        <source>At the end of</source>
        <translation>इस दिन के अंत में</translation>
    </message>
    <message>
        <source>Balance at the end of this day</source>
        <translation>इस दिन के अंत का शेष</translation>
    </message>
    <message>
        <source>STATEMENT</source>
        <translation>खाता विवरण</translation>
    </message>
    <message>
        <source>What moved in this account</source>
        <translation>इस खाते का लेन-देन</translation>
    </message>
    <message>
        <source>Freeze account…</source>
        <translation>खाता रोकें…</translation>
    </message>
    <message>
        <source>Open account again…</source>
        <translation>खाता फिर खोलें…</translation>
    </message>
    <message>
        <source>Balance %1</source>
        <translation>शेष %1</translation>
    </message>
</context>
<context>
    <name>books::Page</name>
    <message>
        <source>The platform</source>
        <translation>मंच का अपना</translation>
    </message>
    <message>
        <source>The books are being checked: %1 of %2 postings.</source>
        <translation>बही-खातों की जाँच हो रही है: %2 में से %1 प्रविष्टियाँ।</translation>
    </message>
    <message>
        <source>The books are in doubt since %1, and no money leaves: %2</source>
        <translation>%1 से बही-खातों पर संदेह है, और पैसा बाहर नहीं जाता: %2</translation>
    </message>
    <message>
        <source>The books have not been checked yet.</source>
        <translation>बही-खातों की जाँच अभी नहीं हुई है।</translation>
    </message>
    <message>
        <source>The books are right: all %1 postings were checked, %2.</source>
        <translation>बही-खाते सही हैं: सभी %1 प्रविष्टियाँ जाँची गईं, %2।</translation>
    </message>
    <message>
        <source>Correct commission</source>
        <translation>कमीशन सुधारें</translation>
    </message>
    <message>
        <source>Above zero the store gets the amount out of the commission, below zero it gives it.</source>
        <translation>शून्य से ऊपर दुकान को कमीशन में से राशि मिलती है, शून्य से नीचे वह देती है।</translation>
    </message>
    <message>
        <source>Post the correction</source>
        <translation>सुधार दर्ज करें</translation>
    </message>
    <message>
        <source>The correction is posted.</source>
        <translation>सुधार दर्ज हो गया।</translation>
    </message>
    <message>
        <source>Every account and every posting of the market&apos;s money</source>
        <translation>बाज़ार के पैसे का हर खाता और हर प्रविष्टि</translation>
    </message>
    <message>
        <source>Buyer or store</source>
        <translation>ख़रीदार या दुकान</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>अभी जाँचें</translation>
    </message>
    <message>
        <source>Trial balance…</source>
        <translation>तलपट…</translation>
    </message>
    <message>
        <source>Correct commission…</source>
        <translation>कमीशन सुधारें…</translation>
    </message>
    <message>
        <source>No accounts here</source>
        <translation>यहाँ कोई खाता नहीं</translation>
    </message>
    <message>
        <source>An account is opened when money moves for the first time.</source>
        <translation>पहली बार पैसा चलने पर खाता खुलता है।</translation>
    </message>
</context>
<context>
    <name>books::PostingDialog</name>
    <message>
        <source>Posting</source>
        <translation>प्रविष्टि</translation>
    </message>
    <message>
        <source>Open order</source>
        <translation>ऑर्डर खोलें</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>वापस लें…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Lines of this posting</source>
        <translation>इस प्रविष्टि की पंक्तियाँ</translation>
    </message>
    <message>
        <source>The platform</source>
        <translation>मंच का अपना</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>दर्ज</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>संख्या</translation>
    </message>
    <message>
        <source>About</source>
        <translation>विषय</translation>
    </message>
    <message>
        <source>Taken back by</source>
        <translation>जिससे वापस लिया गया</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>मुहर</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>अभी नहीं</translation>
    </message>
    <message>
        <source>Take this correction back?</source>
        <translation>यह सुधार वापस लें?</translation>
    </message>
    <message>
        <source>The opposite is posted; both stay in the books.</source>
        <translation>उलटी प्रविष्टि दर्ज होगी; दोनों बही-खातों में रहेंगी।</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>The correction is taken back.</source>
        <translation>सुधार वापस ले लिया गया।</translation>
    </message>
</context>
<context>
    <name>books::TrialDialog</name>
    <message>
        <source>Trial balance</source>
        <translation>तलपट</translation>
    </message>
    <message>
        <source>Balances at the end of this day</source>
        <translation>इस दिन के अंत के शेष</translation>
    </message>
    <message>
        <source>Balances by kind of account</source>
        <translation>खातों के प्रकार के अनुसार शेष</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Debits and credits cancel out.</source>
        <translation>नामे और जमा बराबर हैं।</translation>
    </message>
    <message>
        <source>The balances add up to %1 instead of zero.</source>
        <translation>शेषों का जोड़ शून्य के बजाय %1 है।</translation>
    </message>
</context>
</TS>
