<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>kyc::CaseLine</name>
    <message>
        <source>Late by %1</source>
        <translation>%1 की देरी</translation>
    </message>
    <message>
        <source>Due in %1</source>
        <translation>%1 शेष</translation>
    </message>
    <message>
        <source>All automatic checks pass</source>
        <translation>सभी स्वचालित जाँच ठीक</translation>
    </message>
    <message>
        <source>An automatic check needs a look</source>
        <translation>एक स्वचालित जाँच देखनी होगी</translation>
    </message>
    <message>
        <source>taken by %1</source>
        <translation>%1 के पास</translation>
    </message>
</context>
<context>
    <name>kyc::Decision</name>
    <message>
        <source>GSTIN check digit</source>
        <translation>GSTIN का जाँच अंक</translation>
    </message>
    <message>
        <source>PAN inside the GSTIN</source>
        <translation>GSTIN में PAN</translation>
    </message>
    <message>
        <source>State of the GSTIN</source>
        <translation>GSTIN का राज्य</translation>
    </message>
    <message>
        <source>PAN used elsewhere</source>
        <translation>PAN का अन्यत्र उपयोग</translation>
    </message>
    <message>
        <source>Bank account used elsewhere</source>
        <translation>बैंक खाते का अन्यत्र उपयोग</translation>
    </message>
    <message>
        <source>Holder&apos;s name</source>
        <translation>खाताधारक का नाम</translation>
    </message>
    <message>
        <source>A check has failed. Write down why you approve all the same.</source>
        <translation>एक जाँच विफल रही है। लिखें कि आप फिर भी स्वीकृति क्यों दे रहे हैं।</translation>
    </message>
    <message>
        <source>Write to the vendor what is missing.</source>
        <translation>विक्रेता को लिखें कि क्या कमी है।</translation>
    </message>
    <message>
        <source>Reject %1?</source>
        <translation>%1 को अस्वीकार करें?</translation>
    </message>
    <message>
        <source>The vendor cannot sell until new documents are approved.</source>
        <translation>नए दस्तावेज़ स्वीकृत होने तक विक्रेता बेच नहीं सकता।</translation>
    </message>
    <message>
        <source>Reject submission</source>
        <translation>आवेदन अस्वीकार करें</translation>
    </message>
    <message>
        <source>The PAN card is not readable. Please upload a sharp picture of the whole card.</source>
        <translation>PAN कार्ड पढ़ा नहीं जा रहा। कृपया पूरे कार्ड की साफ़ तस्वीर अपलोड करें।</translation>
    </message>
    <message>
        <source>The name on the PAN card differs from the bank account holder&apos;s name.</source>
        <translation>PAN कार्ड का नाम बैंक खाताधारक के नाम से अलग है।</translation>
    </message>
    <message>
        <source>The GSTIN certificate does not belong to this store.</source>
        <translation>GSTIN प्रमाणपत्र इस दुकान का नहीं है।</translation>
    </message>
    <message>
        <source>The cancelled cheque does not show the account number.</source>
        <translation>रद्द चेक पर खाता संख्या नहीं दिख रही।</translation>
    </message>
    <message>
        <source>TYPED BY VENDOR</source>
        <translation>विक्रेता द्वारा लिखा गया</translation>
    </message>
    <message>
        <source>AUTOMATIC CHECKS</source>
        <translation>स्वचालित जाँच</translation>
    </message>
    <message>
        <source>DECIDED BEFORE</source>
        <translation>पिछले निर्णय</translation>
    </message>
    <message>
        <source>DECISION</source>
        <translation>निर्णय</translation>
    </message>
    <message>
        <source>Reason template…</source>
        <translation>कारण का नमूना…</translation>
    </message>
    <message>
        <source>Reason template</source>
        <translation>कारण का नमूना</translation>
    </message>
    <message>
        <source>Note to the vendor (sent with the decision, kept in the audit log)</source>
        <translation>विक्रेता के लिए टिप्पणी (निर्णय के साथ भेजी जाती है, ऑडिट लॉग में रहती है)</translation>
    </message>
    <message>
        <source>Note to the vendor</source>
        <translation>विक्रेता के लिए टिप्पणी</translation>
    </message>
    <message>
        <source>Approve and open next</source>
        <translation>स्वीकार करें और अगला खोलें</translation>
    </message>
    <message>
        <source>Ask for more</source>
        <translation>और जानकारी माँगें</translation>
    </message>
    <message>
        <source>You hold this case until %1.</source>
        <translation>यह मामला %1 तक आपके पास है।</translation>
    </message>
    <message>
        <source>%1 holds this case until %2.</source>
        <translation>यह मामला %2 तक %1 के पास है।</translation>
    </message>
    <message>
        <source>Nobody holds this case.</source>
        <translation>यह मामला किसी के पास नहीं है।</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>लौटाएँ</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>लें</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>PAN</source>
        <translation>PAN</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>बैंक खाता</translation>
    </message>
    <message>
        <source>Pin and pincode</source>
        <translation>नक़्शे का स्थान और पिनकोड</translation>
    </message>
    <message>
        <source>THE SAME NUMBER ELSEWHERE</source>
        <translation>वही संख्या अन्यत्र</translation>
    </message>
    <message>
        <source>Beside the documents: T takes, A approves, M asks, R rejects, J and K move, N writes a note.</source>
        <translation>दस्तावेज़ों के पास: T लेता है, A स्वीकृत करता है, M पूछता है, R अस्वीकार करता है, J और K आगे-पीछे जाते हैं, N टिप्पणी लिखता है।</translation>
    </message>
</context>
<context>
    <name>kyc::Documents</name>
    <message>
        <source>No documents were handed in.</source>
        <translation>कोई दस्तावेज़ नहीं दिया गया।</translation>
    </message>
    <message>
        <source>City not given</source>
        <translation>शहर नहीं दिया गया</translation>
    </message>
    <message>
        <source>submitted %1</source>
        <translation>%1 को जमा</translation>
    </message>
</context>
<context>
    <name>kyc::Numbers</name>
    <message>
        <source>Account · IFSC</source>
        <translation>खाता · IFSC</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 छिपाएँ</translation>
    </message>
    <message>
        <source>Show %1 in full</source>
        <translation>%1 पूरा दिखाएँ</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>जाँचा गया</translation>
    </message>
    <message>
        <source>look</source>
        <translation>देखें</translation>
    </message>
    <message>
        <source>Your name and the reason are written to the audit log. The number is hidden again after a minute.</source>
        <translation>आपका नाम और कारण ऑडिट लॉग में लिखा जाता है। संख्या एक मिनट बाद फिर छिप जाती है।</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>दिखाएँ</translation>
    </message>
</context>
<context>
    <name>kyc::Page</name>
    <message>
        <source>The oldest has waited %1.</source>
        <translation>सबसे पुराना %1 से प्रतीक्षा में है।</translation>
    </message>
    <message>
        <source>Half are decided within %1, nine of ten within %2.</source>
        <translation>आधे %1 के भीतर तय होते हैं, दस में नौ %2 के भीतर।</translation>
    </message>
    <message>
        <source>This week: %1 approved, %2 rejected.</source>
        <translation>इस हफ़्ते: %1 स्वीकृत, %2 अस्वीकृत।</translation>
    </message>
    <message>
        <source>The queue is clear</source>
        <translation>कतार खाली है</translation>
    </message>
    <message>
        <source>Nobody waits in this list.</source>
        <translation>इस सूची में कोई प्रतीक्षा नहीं कर रहा।</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>जाँचने को कुछ नहीं</translation>
    </message>
    <message>
        <source>A vendor&apos;s documents appear here when they have been handed in.</source>
        <translation>विक्रेता के दस्तावेज़ जमा होते ही यहाँ दिखते हैं।</translation>
    </message>
    <message>
        <source>More info</source>
        <translation>और जानकारी</translation>
    </message>
    <message>
        <source>Vendors waiting for review</source>
        <translation>जाँच की प्रतीक्षा में विक्रेता</translation>
    </message>
    <message>
        <source>Everybody&apos;s cases</source>
        <translation>सबके मामले</translation>
    </message>
    <message>
        <source>Cases I have taken</source>
        <translation>मेरे लिए हुए मामले</translation>
    </message>
    <message>
        <source>Cases nobody has taken</source>
        <translation>जो किसी ने नहीं लिए</translation>
    </message>
    <message>
        <source>Whose cases</source>
        <translation>किसके मामले</translation>
    </message>
</context>
</TS>
