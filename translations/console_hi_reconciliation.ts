<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>reconciliation::Detail</name>
    <message>
        <source>Credit to a buyer…</source>
        <translation>ख़रीदार को जमा करें…</translation>
    </message>
    <message>
        <source>Give back…</source>
        <translation>लौटाएँ…</translation>
    </message>
    <message>
        <source>Take out of the wallet…</source>
        <translation>वॉलेट से निकालें…</translation>
    </message>
    <message>
        <source>Paid by a transfer…</source>
        <translation>ट्रांसफ़र से चुकाया…</translation>
    </message>
    <message>
        <source>Was it paid by a bank transfer?</source>
        <translation>क्या यह बैंक ट्रांसफ़र से चुकाया गया?</translation>
    </message>
    <message>
        <source>The gateway does not send it back, so %1 is paid to the buyer at the bank.</source>
        <translation>गेटवे इसे वापस नहीं भेजता, इसलिए %1 ख़रीदार को बैंक से चुकाया जाता है।</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>चुकाया गया</translation>
    </message>
    <message>
        <source>None of ours…</source>
        <translation>हमारा नहीं…</translation>
    </message>
    <message>
        <source>Found %1</source>
        <translation>%1 को मिला</translation>
    </message>
    <message>
        <source>The bank says</source>
        <translation>बैंक के शब्द</translation>
    </message>
    <message>
        <source>By</source>
        <translation>द्वारा</translation>
    </message>
    <message>
        <source>Credit to the buyer of this payment?</source>
        <translation>इस भुगतान के ख़रीदार को जमा करें?</translation>
    </message>
    <message>
        <source>Exactly what came goes into the wallet.</source>
        <translation>जितना आया ठीक उतना ही वॉलेट में जाएगा।</translation>
    </message>
    <message>
        <source>Credit %1</source>
        <translation>%1 जमा करें</translation>
    </message>
    <message>
        <source>Nobody was asked for this amount.</source>
        <translation>यह राशि किसी से नहीं माँगी गई थी।</translation>
    </message>
    <message>
        <source>Whose money is this?</source>
        <translation>यह पैसा किसका है?</translation>
    </message>
    <message>
        <source>These payments are about the same amount.</source>
        <translation>ये भुगतान इतनी ही राशि के हैं।</translation>
    </message>
    <message>
        <source>Give this money back?</source>
        <translation>यह पैसा लौटाएँ?</translation>
    </message>
    <message>
        <source>The provider sends it back by itself. What came by UPI is sent back at the bank: enter the bank&apos;s reference.</source>
        <translation>भुगतान सेवा इसे स्वयं लौटाती है। UPI से आया पैसा बैंक से लौटाया जाता है: बैंक का संदर्भ लिखें।</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>%1 लौटाएँ</translation>
    </message>
    <message>
        <source>Take this out of the wallet?</source>
        <translation>इसे वॉलेट से निकालें?</translation>
    </message>
    <message>
        <source>It went back at the bank after it had come into the wallet. What is not there any more is owed, and whatever comes in pays it first.</source>
        <translation>वॉलेट में आने के बाद यह पैसा बैंक में वापस चला गया। जो अब वॉलेट में नहीं है वह बकाया रहता है, और आगे आने वाला पैसा पहले उसे चुकाता है।</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>%1 निकालें</translation>
    </message>
    <message>
        <source>Is this none of ours?</source>
        <translation>क्या यह हमारा नहीं है?</translation>
    </message>
    <message>
        <source>The money stays where it is and is in no wallet.</source>
        <translation>पैसा जहाँ है वहीं रहता है और किसी वॉलेट में नहीं जाता।</translation>
    </message>
    <message>
        <source>None of ours</source>
        <translation>हमारा नहीं</translation>
    </message>
    <message>
        <source>The file says</source>
        <translation>फ़ाइल के शब्द</translation>
    </message>
    <message>
        <source>Answered…</source>
        <translation>सुलझ गया…</translation>
    </message>
    <message>
        <source>Is this question answered?</source>
        <translation>क्या यह प्रश्न सुलझ गया?</translation>
    </message>
    <message>
        <source>The books stay as they are. A line that is right is posted when its file is read again; a posting that is wrong is taken back in the books before that.</source>
        <translation>बही जैसी है वैसी ही रहती है। सही पंक्ति तब दर्ज होती है जब उसकी फ़ाइल फिर से पढ़ी जाती है; गलत प्रविष्टि उससे पहले बही में वापस ली जाती है।</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>सुलझ गया</translation>
    </message>
</context>
<context>
    <name>reconciliation::Page</name>
    <message>
        <source>%1 does not answer; nobody asks before %2</source>
        <translation>%1 से उत्तर नहीं; %2 से पहले कोई नहीं पूछेगा</translation>
    </message>
    <message numerus="yes">
        <source>%1 answers, %Ln payment(s) wait</source>
        <translation>
            <numerusform>%1 उत्तर देता है, %Ln भुगतान प्रतीक्षा में</numerusform>
            <numerusform>%1 उत्तर देता है, %Ln भुगतान प्रतीक्षा में</numerusform>
        </translation>
    </message>
    <message>
        <source>Statement of the bank</source>
        <translation>बैंक का विवरण</translation>
    </message>
    <message>
        <source>Statements (*.csv *.txt)</source>
        <translation>विवरण (*.csv *.txt)</translation>
    </message>
    <message>
        <source>The file cannot be read, or is larger than 1 MB.</source>
        <translation>फ़ाइल पढ़ी नहीं जा सकती, या 1 MB से बड़ी है।</translation>
    </message>
    <message>
        <source>Read a statement</source>
        <translation>विवरण पढ़ें</translation>
    </message>
    <message>
        <source>Say what the columns are called in the first line of the table. What carries the reference and the exact amount of a payment is credited.</source>
        <translation>बताएँ कि तालिका की पहली पंक्ति में स्तंभों के नाम क्या हैं। जिस पंक्ति में भुगतान का संदर्भ और ठीक वही राशि हो, वह जमा होती है।</translation>
    </message>
    <message>
        <source>Read statement</source>
        <translation>विवरण पढ़ें</translation>
    </message>
    <message>
        <source>Money that did not come as it was asked for</source>
        <translation>पैसा जो माँगे अनुसार नहीं आया</translation>
    </message>
    <message>
        <source>Read a statement…</source>
        <translation>विवरण पढ़ें…</translation>
    </message>
    <message>
        <source>Settlement of a provider</source>
        <translation>भुगतान सेवा का निपटान</translation>
    </message>
    <message>
        <source>Settlements (*.csv *.txt)</source>
        <translation>निपटान (*.csv *.txt)</translation>
    </message>
    <message>
        <source>Read a settlement</source>
        <translation>निपटान पढ़ें</translation>
    </message>
    <message>
        <source>Say whose report of settlements it is. What came to the bank goes into the books, and what the provider has kept of it stands apart. Reading a file twice changes nothing.</source>
        <translation>बताएँ कि निपटान की यह रिपोर्ट किसकी है। जो बैंक में आया वह बही में दर्ज होता है, और सेवा ने उसमें से जो रखा वह अलग लिखा जाता है। फ़ाइल दो बार पढ़ने से कुछ नहीं बदलता।</translation>
    </message>
    <message>
        <source>Read settlement</source>
        <translation>निपटान पढ़ें</translation>
    </message>
    <message>
        <source>Read a settlement…</source>
        <translation>निपटान पढ़ें…</translation>
    </message>
    <message>
        <source>Everything fits</source>
        <translation>सब कुछ मेल खाता है</translation>
    </message>
    <message>
        <source>Read the bank&apos;s statement to find payments by UPI.</source>
        <translation>UPI से आए भुगतान ढूँढने के लिए बैंक का विवरण पढ़ें।</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 जवाब दे रहा है</translation>
    </message>
    <message>
        <source>%1 of %2 came through in %3 days</source>
        <translation>%3 दिनों में %2 में से %1 सफल</translation>
    </message>
</context>
<context>
    <name>reconciliation::ReportDialog</name>
    <message>
        <source>%1 credited</source>
        <translation>%1 जमा</translation>
    </message>
    <message>
        <source>Credited: %1 · to look at: %2 · seen before: %3</source>
        <translation>जमा: %1 · देखने योग्य: %2 · पहले देखे गए: %3</translation>
    </message>
    <message>
        <source>Lines of the statement</source>
        <translation>विवरण की पंक्तियाँ</translation>
    </message>
    <message>
        <source>%1 came to the bank</source>
        <translation>%1 बैंक में आए</translation>
    </message>
    <message>
        <source>Booked: %1 · to look at: %2 · seen before: %3 · not understood: %4</source>
        <translation>दर्ज: %1 · देखने योग्य: %2 · पहले देखे गए: %3 · समझ में नहीं आए: %4</translation>
    </message>
    <message>
        <source>%1 of payments, of which the provider has kept %2</source>
        <translation>%1 के भुगतान, जिनमें से सेवा ने %2 रखे</translation>
    </message>
    <message>
        <source>Lines of the settlement</source>
        <translation>निपटान की पंक्तियाँ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>हो गया</translation>
    </message>
</context>
</TS>
