<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>tax::Page</name>
    <message>
        <source>No verified GSTIN</source>
        <translation>सत्यापित GSTIN नहीं</translation>
    </message>
    <message>
        <source>No verified PAN</source>
        <translation>सत्यापित PAN नहीं</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>बंद</translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s) · net supplies %1 · to collect %2: IGST %3, CGST %4, SGST %5</source>
        <translation>
            <numerusform>%Ln दुकान · शुद्ध आपूर्ति %1 · एकत्र करना है %2: IGST %3, CGST %4, SGST %5</numerusform>
            <numerusform>%Ln दुकानें · शुद्ध आपूर्ति %1 · एकत्र करना है %2: IGST %3, CGST %4, SGST %5</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s) · sales %1 · to deduct %2</source>
        <translation>
            <numerusform>%Ln दुकान · बिक्री %1 · काटना है %2</numerusform>
            <numerusform>%Ln दुकानें · बिक्री %1 · काटना है %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule is on</source>
        <translation>नियम चालू है</translation>
    </message>
    <message>
        <source>The rule is off</source>
        <translation>नियम बंद है</translation>
    </message>
    <message>
        <source>What the law asks of whoever runs the market</source>
        <translation>बाज़ार चलाने वाले से क़ानून क्या माँगता है</translation>
    </message>
    <message>
        <source>Payouts withhold tax only while withholding is switched on in the settings. Have an adviser look at the rules before you file by them.</source>
        <translation>भुगतान से कर तभी काटा जाता है जब सेटिंग में कर-कटौती चालू हो। इनके अनुसार विवरणी भरने से पहले नियम किसी सलाहकार को दिखाएँ।</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>नियम</translation>
    </message>
    <message>
        <source>GST to collect</source>
        <translation>एकत्र करने का GST</translation>
    </message>
    <message>
        <source>Income tax to deduct</source>
        <translation>काटने का आयकर</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV निर्यात करें…</translation>
    </message>
    <message>
        <source>Rules of tax</source>
        <translation>कर के नियम</translation>
    </message>
    <message>
        <source>No rules</source>
        <translation>कोई नियम नहीं</translation>
    </message>
    <message>
        <source>This server has none.</source>
        <translation>इस सर्वर पर कोई नहीं है।</translation>
    </message>
    <message>
        <source>GST to collect by store</source>
        <translation>दुकान के अनुसार एकत्र करने का GST</translation>
    </message>
    <message>
        <source>Income tax to deduct by store</source>
        <translation>दुकान के अनुसार काटने का आयकर</translation>
    </message>
    <message>
        <source>Nothing was settled in this month</source>
        <translation>इस महीने कुछ निपटाया नहीं गया</translation>
    </message>
    <message>
        <source>A store appears here with its first settled order of the month.</source>
        <translation>महीने के पहले निपटे ऑर्डर के साथ दुकान यहाँ दिखती है।</translation>
    </message>
    <message>
        <source>On</source>
        <translation>चालू</translation>
    </message>
    <message>
        <source>withheld %1 · paid %2</source>
        <translation>काटा %1 · चुकाया %2</translation>
    </message>
    <message>
        <source>Due and paid</source>
        <translation>देय और चुकाया</translation>
    </message>
</context>
<context>
    <name>tax::RuleCard</name>
    <message>
        <source>Source: %1</source>
        <translation>स्रोत: %1</translation>
    </message>
    <message>
        <source>Switch off…</source>
        <translation>बंद करें…</translation>
    </message>
    <message>
        <source>Switch on…</source>
        <translation>चालू करें…</translation>
    </message>
    <message>
        <source>Switched %1 by %2: %3</source>
        <translation>%1 को %2 ने बदला: %3</translation>
    </message>
    <message>
        <source>Switch this rule off?</source>
        <translation>यह नियम बंद करें?</translation>
    </message>
    <message>
        <source>Switch this rule on?</source>
        <translation>यह नियम चालू करें?</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>चालू करें</translation>
    </message>
</context>
<context>
    <name>tax::Dues</name>
    <message>
        <source>Enter a payment</source>
        <translation>भुगतान दर्ज करें</translation>
    </message>
    <message>
        <source>What was paid at the bank or the portal of the tax office. It lowers what is due, and cannot be more than that.</source>
        <translation>बैंक या कर कार्यालय के पोर्टल पर जो चुकाया गया। यह देय राशि घटाता है और उससे अधिक नहीं हो सकता।</translation>
    </message>
    <message>
        <source>Enter payment</source>
        <translation>भुगतान दर्ज करें</translation>
    </message>
    <message>
        <source>%1 is entered as paid</source>
        <translation>%1 चुकाया हुआ दर्ज है</translation>
    </message>
    <message>
        <source>Enter payment…</source>
        <translation>भुगतान दर्ज करें…</translation>
    </message>
    <message>
        <source>Due to the tax office</source>
        <translation>कर कार्यालय को देय</translation>
    </message>
    <message>
        <source>Paid to the tax office</source>
        <translation>कर कार्यालय को चुकाया</translation>
    </message>
    <message>
        <source>Nothing was paid yet</source>
        <translation>अभी कुछ नहीं चुकाया गया</translation>
    </message>
    <message>
        <source>A payment stands here with its challan once it is entered.</source>
        <translation>दर्ज होने पर भुगतान अपने चालान के साथ यहाँ दिखता है।</translation>
    </message>
    <message>
        <source>Take payment back…</source>
        <translation>भुगतान वापस लें…</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>वापस लिया गया: %1</translation>
    </message>
    <message>
        <source>Take this payment back?</source>
        <translation>यह भुगतान वापस लें?</translation>
    </message>
    <message>
        <source>The opposite is posted, and both stay on record. The challan can be entered anew.</source>
        <translation>उलटी प्रविष्टि की जाती है और दोनों दर्ज रहती हैं। चालान फिर से दर्ज किया जा सकता है।</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>The payment of %1 is taken back</source>
        <translation>%1 का भुगतान वापस लिया गया</translation>
    </message>
</context>
</TS>
