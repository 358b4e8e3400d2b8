<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>payouts::Detail</name>
    <message>
        <source>The first approval is yours. The second one has to be another admin&apos;s.</source>
        <translation>पहली स्वीकृति आपकी है। दूसरी किसी और एडमिन को देनी होगी।</translation>
    </message>
    <message>
        <source>GOES TO</source>
        <translation>प्राप्तकर्ता</translation>
    </message>
    <message>
        <source>ORDERS IN IT</source>
        <translation>शामिल ऑर्डर</translation>
    </message>
    <message>
        <source>Orders in this payout</source>
        <translation>इस भुगतान के ऑर्डर</translation>
    </message>
    <message>
        <source>Approve payout…</source>
        <translation>भुगतान स्वीकार करें…</translation>
    </message>
    <message>
        <source>Enter bank reference…</source>
        <translation>बैंक संदर्भ दर्ज करें…</translation>
    </message>
    <message>
        <source>Requested %1</source>
        <translation>%1 को अनुरोध</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>निर्णय</translation>
    </message>
    <message>
        <source>By</source>
        <translation>द्वारा</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) add up to the amount.</source>
        <translation>
            <numerusform>%Ln ऑर्डर का जोड़ राशि के बराबर है।</numerusform>
            <numerusform>%Ln ऑर्डर का जोड़ राशि के बराबर है।</numerusform>
        </translation>
    </message>
    <message>
        <source>The orders add up to %1, not to the amount.</source>
        <translation>ऑर्डर का जोड़ %1 है, राशि के बराबर नहीं।</translation>
    </message>
    <message>
        <source>Approve this payout?</source>
        <translation>यह भुगतान स्वीकार करें?</translation>
    </message>
    <message>
        <source>After the approval the money is to be sent at the bank.</source>
        <translation>स्वीकृति के बाद बैंक में राशि भेजनी है।</translation>
    </message>
    <message>
        <source>The provider pays another name</source>
        <translation>प्रदाता किसी और नाम को भुगतान करता है</translation>
    </message>
    <message>
        <source>The account there is not of the name in the store&apos;s papers. Say why it is right; then the payout can be approved.</source>
        <translation>वहाँ का खाता उस नाम का नहीं है जो दुकान के काग़ज़ों में है। बताएँ कि यह सही क्यों है; फिर भुगतान स्वीकृत किया जा सकता है।</translation>
    </message>
    <message>
        <source>The account there is not of the name in the store&apos;s papers. Say why it is right; then the provider sends the money.</source>
        <translation>वहाँ का खाता उस नाम का नहीं है जो दुकान के काग़ज़ों में है। बताएँ कि यह सही क्यों है; फिर प्रदाता पैसा भेजता है।</translation>
    </message>
    <message>
        <source>Note the holder…</source>
        <translation>खाताधारक के बारे में टिप्पणी लिखें…</translation>
    </message>
    <message>
        <source>Enter the note</source>
        <translation>टिप्पणी दर्ज करें</translation>
    </message>
    <message>
        <source>After the approval the provider sends the money by itself.</source>
        <translation>स्वीकृति के बाद प्रदाता अपने आप राशि भेजता है।</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>%1 स्वीकार करें</translation>
    </message>
    <message>
        <source>Reject this payout?</source>
        <translation>यह भुगतान अस्वीकार करें?</translation>
    </message>
    <message>
        <source>The orders in it return to the vendor&apos;s balance.</source>
        <translation>इसके ऑर्डर विक्रेता के शेष में लौट जाते हैं।</translation>
    </message>
    <message>
        <source>Reject payout</source>
        <translation>भुगतान अस्वीकार करें</translation>
    </message>
    <message>
        <source>Mark as paid</source>
        <translation>भुगतान हुआ दर्ज करें</translation>
    </message>
    <message>
        <source>Enter the reference (UTR) that the bank gave for the transfer.</source>
        <translation>बैंक से मिला ट्रांसफ़र संदर्भ (UTR) दर्ज करें।</translation>
    </message>
    <message>
        <source>Mark paid</source>
        <translation>भुगतान हुआ</translation>
    </message>
    <message>
        <source>Payout %1: %2</source>
        <translation>भुगतान %1: %2</translation>
    </message>
    <message>
        <source>Ask the provider…</source>
        <translation>प्रदाता से पूछें…</translation>
    </message>
    <message>
        <source>Ask the provider about this payout?</source>
        <translation>इस भुगतान के बारे में प्रदाता से पूछें?</translation>
    </message>
    <message>
        <source>What it took back returns to the vendor&apos;s balance. What it never got is cancelled there, and the payout can be sent by the bank.</source>
        <translation>जो उसने वापस लिया, वह विक्रेता के शेष में लौटता है। जो उसे कभी नहीं मिला, वह वहाँ रद्द होता है और भुगतान बैंक से भेजा जा सकता है।</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>पूछें</translation>
    </message>
    <message>
        <source>The bank returned it…</source>
        <translation>बैंक ने लौटाया…</translation>
    </message>
    <message>
        <source>1 of 2 approvals</source>
        <translation>2 में से 1 मंज़ूरी</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) and the corrections add up to the amount.</source>
        <translation>
            <numerusform>%Ln ऑर्डर और सुधारों का योग राशि के बराबर है।</numerusform>
            <numerusform>%Ln ऑर्डर और सुधारों का योग राशि के बराबर है।</numerusform>
        </translation>
    </message>
    <message>
        <source>The bank returned this payout?</source>
        <translation>क्या बैंक ने यह भुगतान लौटाया?</translation>
    </message>
    <message>
        <source>The orders in it return to the vendor&apos;s balance, and the vendor is told.</source>
        <translation>इसके ऑर्डर विक्रेता के शेष में लौटते हैं और विक्रेता को बताया जाता है।</translation>
    </message>
    <message>
        <source>Enter the return</source>
        <translation>वापसी दर्ज करें</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s), less tax and corrections, add up to the amount.</source>
        <translation>
            <numerusform>%Ln ऑर्डर, कर और सुधार घटाकर, राशि के बराबर है।</numerusform>
            <numerusform>%Ln ऑर्डर, कर और सुधार घटाकर, राशि के बराबर हैं।</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>payouts::Page</name>
    <message>
        <source>Released money on its way to the vendors&apos; banks</source>
        <translation>विक्रेताओं के बैंक की ओर जाती जारी राशि</translation>
    </message>
    <message>
        <source>To approve</source>
        <translation>स्वीकृति बाकी</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>भुगतान बाकी</translation>
    </message>
    <message>
        <source>Rejected or failed</source>
        <translation>अस्वीकृत या विफल</translation>
    </message>
    <message>
        <source>No payouts here</source>
        <translation>यहाँ कोई भुगतान नहीं</translation>
    </message>
    <message>
        <source>A payout appears when a vendor asks for the released balance.</source>
        <translation>विक्रेता के जारी राशि माँगने पर भुगतान दिखता है।</translation>
    </message>
    <message>
        <source>1 of 2 approvals</source>
        <translation>2 में से 1 मंज़ूरी</translation>
    </message>
    <message>
        <source>File for the bank…</source>
        <translation>बैंक के लिए फ़ाइल…</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>फ़ाइलें…</translation>
    </message>
    <message>
        <source>Bank&apos;s answer…</source>
        <translation>बैंक का उत्तर…</translation>
    </message>
</context>
<context>
    <name>payouts::BatchDialog</name>
    <message>
        <source>Make file</source>
        <translation>फ़ाइल बनाएँ</translation>
    </message>
    <message>
        <source>File for the bank</source>
        <translation>बैंक के लिए फ़ाइल</translation>
    </message>
    <message>
        <source>Approved payouts</source>
        <translation>मंज़ूर भुगतान</translation>
    </message>
    <message>
        <source>A payout stands in one file only. The file has the account numbers in full; that you open it is written to the audit log.</source>
        <translation>एक भुगतान केवल एक फ़ाइल में होता है। फ़ाइल में पूरे खाता नंबर होते हैं; आपका इसे खोलना ऑडिट लॉग में लिखा जाता है।</translation>
    </message>
    <message numerus="yes">
        <source>%Ln payout(s), %1</source>
        <translation>
            <numerusform>%Ln भुगतान, %1</numerusform>
            <numerusform>%Ln भुगतान, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln payout(s), %2</source>
        <translation>
            <numerusform>%1: %Ln भुगतान, %2</numerusform>
            <numerusform>%1: %Ln भुगतान, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>payouts::Batches</name>
    <message>
        <source>Save file again…</source>
        <translation>फ़ाइल फिर सहेजें…</translation>
    </message>
    <message>
        <source>Files for the bank</source>
        <translation>बैंक के लिए फ़ाइलें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Cancel file…</source>
        <translation>फ़ाइल रद्द करें…</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>अभी कोई फ़ाइल नहीं</translation>
    </message>
    <message>
        <source>A file is made of approved payouts and uploaded at the bank.</source>
        <translation>फ़ाइल मंज़ूर भुगतानों से बनती है और बैंक में अपलोड होती है।</translation>
    </message>
    <message>
        <source>Cancel this file?</source>
        <translation>यह फ़ाइल रद्द करें?</translation>
    </message>
    <message>
        <source>Only a file that was never uploaded at the bank may be cancelled: its payouts would be paid twice.</source>
        <translation>केवल वही फ़ाइल रद्द करें जो बैंक में कभी अपलोड नहीं हुई: वरना भुगतान दो बार होगा।</translation>
    </message>
    <message>
        <source>Withdraw file…</source>
        <translation>फ़ाइल वापस लें…</translation>
    </message>
    <message>
        <source>Cancel file</source>
        <translation>फ़ाइल रद्द करें</translation>
    </message>
    <message>
        <source>Withdraw this file?</source>
        <translation>यह फ़ाइल वापस लें?</translation>
    </message>
    <message>
        <source>It was opened, so the bank may have it. An admin who has not opened it enters the reference with which the bank says that it does not pay it.</source>
        <translation>यह खोली जा चुकी है, इसलिए बैंक के पास हो सकती है। जिस एडमिन ने इसे नहीं खोला, वही बैंक का वह संदर्भ दर्ज करे जिसमें बैंक कहता है कि वह भुगतान नहीं करेगा।</translation>
    </message>
    <message>
        <source>Withdraw file</source>
        <translation>फ़ाइल वापस लें</translation>
    </message>
</context>
<context>
    <name>payouts::AnswerDialog</name>
    <message>
        <source>Enter answer</source>
        <translation>उत्तर दर्ज करें</translation>
    </message>
    <message>
        <source>Answer of the bank</source>
        <translation>बैंक का उत्तर</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>फ़ाइल चुनें…</translation>
    </message>
    <message>
        <source>Rows that were not entered</source>
        <translation>जो पंक्तियाँ दर्ज नहीं हुईं</translation>
    </message>
    <message>
        <source>A CSV with the columns payout_number, status (paid, failed or returned), reference and reason. A column amount is compared where there is one. Good rows are entered, also when others are wrong; the same file twice changes nothing.</source>
        <translation>payout_number, status (paid, failed या returned), reference और reason स्तंभों वाली CSV। amount स्तंभ हो तो उसकी राशि मिलाई जाती है। सही पंक्तियाँ दर्ज होती हैं, चाहे बाकी ग़लत हों; वही फ़ाइल दो बार कुछ नहीं बदलती।</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt)</source>
        <translation>तालिकाएँ (*.csv *.txt)</translation>
    </message>
    <message>
        <source>This file cannot be read, or is too large.</source>
        <translation>यह फ़ाइल पढ़ी नहीं जा सकती या बहुत बड़ी है।</translation>
    </message>
    <message>
        <source>Rows %1 · paid %2 · failed %3 · returned %4 · known %5 · not entered %6</source>
        <translation>पंक्तियाँ %1 · चुकाए %2 · विफल %3 · लौटे %4 · पहले से ज्ञात %5 · दर्ज नहीं %6</translation>
    </message>
</context>
</TS>
