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
    <message>
        <source>Whole wallet…</source>
        <translation>पूरा बटुआ…</translation>
    </message>
    <message>
        <source>Give the balance back…</source>
        <translation>शेष राशि लौटाएँ…</translation>
    </message>
</context>
<context>
    <name>books::Page</name>
    <message>
        <source>Correct the commission of which store?</source>
        <translation>किस दुकान का कमीशन सुधारें?</translation>
    </message>
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
    <message>
        <source>Escrow account…</source>
        <translation>एस्क्रो खाता…</translation>
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
        <source>Take this posting back?</source>
        <translation>यह प्रविष्टि वापस लें?</translation>
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
        <source>The posting is taken back.</source>
        <translation>प्रविष्टि वापस ले ली गई।</translation>
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
<context>
    <name>books::CustodyDialog</name>
    <message>
        <source>Escrow account</source>
        <translation>एस्क्रो खाता</translation>
    </message>
    <message>
        <source>Balances of the escrow account by day</source>
        <translation>एस्क्रो खाते की दिन के अनुसार शेष राशि</translation>
    </message>
    <message>
        <source>The account of the aggregator or the bank at the end of each day, beside what came in, less what left for stores and what the market has taken out as its own.</source>
        <translation>हर दिन के अंत में एग्रीगेटर या बैंक का खाता, और उसके साथ वह राशि जो आई, दुकानों को गई राशि और बाज़ार द्वारा अपनी मानकर निकाली गई राशि घटाकर।</translation>
    </message>
    <message>
        <source>Enter a balance…</source>
        <translation>शेष राशि दर्ज करें…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Enter a balance</source>
        <translation>शेष राशि दर्ज करें</translation>
    </message>
    <message>
        <source>As the holder of the account says it for the end of the day; yesterday when no day is chosen.</source>
        <translation>जैसा खाता रखने वाला दिन के अंत के लिए बताता है; दिन न चुनने पर बीता कल।</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>मिलान करें</translation>
    </message>
    <message>
        <source>The account holds what the books say.</source>
        <translation>खाते में वही राशि है जो बही-खाते कहते हैं।</translation>
    </message>
    <message>
        <source>The account differs by %1.</source>
        <translation>खाते में %1 का अंतर है।</translation>
    </message>
    <message>
        <source>The market has taken out %1 more than it has earned.</source>
        <translation>बाज़ार ने अपनी कमाई से %1 ज़्यादा निकाले हैं।</translation>
    </message>
</context>
<context>
    <name>kit::CustodyNotice</name>
    <message>
        <source>The money of the wallets lies in the escrow account of a payment aggregator or a bank; the books here are its mirror. What may be done with it is said by the agreement with its holder and by law, not by this program. Enter its balance every day.</source>
        <translation>वॉलेट का पैसा पेमेंट एग्रीगेटर या बैंक के एस्क्रो खाते में है; यहाँ के बही-खाते उसका प्रतिबिंब हैं। उसके साथ क्या किया जा सकता है, यह खाता रखने वाले के साथ का समझौता और क़ानून बताते हैं, यह प्रोग्राम नहीं। उसकी शेष राशि हर दिन दर्ज करें।</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>मैंने यह पढ़ लिया है</translation>
    </message>
    <message>
        <source>The wallets hold money of buyers that goes to stores of others. In India, whoever keeps such money needs the authorisation of the Reserve Bank as an issuer of prepaid payment instruments or as a payment aggregator. Without it, let an aggregator or a bank keep the money, and choose so in the settings.</source>
        <translation>वॉलेट में ख़रीदारों का वह पैसा है जो दूसरों की दुकानों को जाता है। भारत में ऐसा पैसा रखने वाले को प्रीपेड भुगतान साधन जारीकर्ता या पेमेंट एग्रीगेटर के रूप में रिज़र्व बैंक की अनुमति चाहिए। अनुमति न हो तो पैसा किसी एग्रीगेटर या बैंक को रखने दें और सेटिंग में यही चुनें।</translation>
    </message>
    <message>
        <source>At the end of %1 the escrow account held %2 and the books say %3: a difference of %4.</source>
        <translation>%1 के अंत में एस्क्रो खाते में %2 थे और बही-खाते %3 कहते हैं: %4 का अंतर।</translation>
    </message>
    <message>
        <source>By the end of %1 the market had taken out %2 more than it has earned; that is other people&apos;s money.</source>
        <translation>%1 के अंत तक बाज़ार ने अपनी कमाई से %2 ज़्यादा निकाले थे; यह पैसा दूसरों का है।</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Balance there</source>
        <translation>वहाँ की शेष राशि</translation>
    </message>
    <message>
        <source>Withdrawn by the market</source>
        <translation>बाज़ार द्वारा निकाली गई राशि</translation>
    </message>
    <message>
        <source>The books say</source>
        <translation>बही-खाते कहते हैं</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>अंतर</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>दर्ज करने वाला</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>दर्ज किया</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
</context>
<context>
    <name>books::Closing</name>
    <message>
        <source>%1 of %2 goes back: %3 through gateways, %4 by a bank transfer.</source>
        <translation>%2 के %1 लौटाए जाएँगे: %3 गेटवे से, %4 बैंक अंतरण से।</translation>
    </message>
    <message>
        <source>%1 has asked for it.</source>
        <translation>%1 ने इसका अनुरोध किया है।</translation>
    </message>
    <message>
        <source>A second super-admin has to close it as well; nothing moves until then.</source>
        <translation>दूसरे सुपर-एडमिन को भी इसे बंद करना होगा; तब तक कुछ नहीं जाता।</translation>
    </message>
    <message>
        <source>Give the balance back</source>
        <translation>शेष राशि लौटाएँ</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>लौटाएँ</translation>
    </message>
    <message>
        <source>You have asked for this: %1 of %2. Another super-admin has to close it.</source>
        <translation>यह आपने ही माँगा है: %2 के %1। दूसरे सुपर-एडमिन को इसे बंद करना होगा।</translation>
    </message>
    <message>
        <source>Another super-admin has to close it.</source>
        <translation>दूसरे सुपर-एडमिन को इसे बंद करना होगा।</translation>
    </message>
    <message>
        <source>The balance goes back.</source>
        <translation>शेष राशि लौट रही है।</translation>
    </message>
</context>
<context>
    <name>books::Sides</name>
    <message>
        <source>%1 Cr</source>
        <translation>%1 जमा</translation>
    </message>
    <message>
        <source>%1 Dr</source>
        <translation>%1 नामे</translation>
    </message>
    <message>
        <source>Dr is what the market has, is owed or has spent; Cr is what it owes or has earned.</source>
        <translation>नामे: जो बाज़ार के पास है, उसे मिलना है या उसने ख़र्च किया; जमा: जो उसे देना है या उसने कमाया।</translation>
    </message>
</context>
</TS>
