<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>weighing::Desk</name>
    <message>
        <source>No ticket yet: the first weight makes one.</source>
        <translation>अभी कोई पर्ची नहीं: पहले वज़न से बनेगी।</translation>
    </message>
    <message>
        <source>WEIGH TICKETS</source>
        <translation>तौल पर्चियाँ</translation>
    </message>
    <message>
        <source>WHAT IT COMES TO</source>
        <translation>कुल हिसाब</translation>
    </message>
    <message>
        <source>Weigh tickets of this order</source>
        <translation>इस ऑर्डर की तौल पर्चियाँ</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>अनुमान</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>रोकी गई राशि</translation>
    </message>
    <message>
        <source>By weight</source>
        <translation>वज़न के अनुसार</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>कम पड़ रही राशि</translation>
    </message>
    <message>
        <source>The buyer is asked until</source>
        <translation>ख़रीदार से इस समय तक पूछा गया</translation>
    </message>
    <message>
        <source>Returns to the buyer</source>
        <translation>ख़रीदार को वापस</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>कमीशन</translation>
    </message>
    <message>
        <source>Ticket %1: %2</source>
        <translation>पर्ची %1: %2</translation>
    </message>
    <message>
        <source>Ticket %1 is accepted</source>
        <translation>पर्ची %1 स्वीकृत हुई</translation>
    </message>
    <message>
        <source>Contest this weight?</source>
        <translation>इस वज़न पर आपत्ति करें?</translation>
    </message>
    <message>
        <source>Nothing is charged until this is cleared up.</source>
        <translation>बात साफ़ होने तक कोई राशि नहीं ली जाएगी।</translation>
    </message>
    <message>
        <source>Contest</source>
        <translation>आपत्ति करें</translation>
    </message>
    <message>
        <source>Ticket %1 is contested</source>
        <translation>पर्ची %1 पर आपत्ति दर्ज हुई</translation>
    </message>
    <message>
        <source>Take this weight back?</source>
        <translation>यह वज़न वापस लें?</translation>
    </message>
    <message>
        <source>Its number stays; the line has to be weighed again.</source>
        <translation>इसका नंबर बना रहेगा; यह माल फिर से तौलना होगा।</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>Ticket %1 is taken back</source>
        <translation>पर्ची %1 वापस ली गई</translation>
    </message>
    <message>
        <source>Accept (F4)</source>
        <translation>स्वीकार करें (F4)</translation>
    </message>
    <message>
        <source>Contest… (F6)</source>
        <translation>आपत्ति करें… (F6)</translation>
    </message>
    <message>
        <source>Take back… (F7)</source>
        <translation>वापस लें… (F7)</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>प्रिंट करें (Ctrl+P)</translation>
    </message>
    <message>
        <source>The weight cannot be kept on this disk, and was not sent.</source>
        <translation>वज़न इस डिस्क पर नहीं रखा जा सका, और भेजा नहीं गया।</translation>
    </message>
    <message>
        <source>The server is away. The weight is kept here and is sent when it is back.</source>
        <translation>सर्वर से संपर्क नहीं है। वज़न यहाँ रखा गया है और संपर्क लौटने पर भेजा जाएगा।</translation>
    </message>
</context>
<context>
    <name>weighing::Hand</name>
    <message>
        <source>No line of this order is sold by weight.</source>
        <translation>इस ऑर्डर की कोई पंक्ति तौल से नहीं बिकती।</translation>
    </message>
    <message>
        <source>Type the gross weight.</source>
        <translation>कुल वज़न लिखें।</translation>
    </message>
    <message>
        <source>“%1” is not a weight. Type a number such as 280.5.</source>
        <translation>“%1” वज़न नहीं है। 280.5 जैसी संख्या लिखें।</translation>
    </message>
    <message>
        <source>Type who weighs.</source>
        <translation>तौलने वाले का नाम लिखें।</translation>
    </message>
    <message>
        <source>Type the serial number of the scale.</source>
        <translation>काँटे का क्रमांक लिखें।</translation>
    </message>
    <message>
        <source>Look at what comes off: it needs a weight, sometimes a reason, and something has to be left.</source>
        <translation>कटौती देखें: उसका वज़न और कभी-कभी कारण चाहिए, और कुछ बचना भी चाहिए।</translation>
    </message>
    <message>
        <source>Who weighs</source>
        <translation>तौलने वाला</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>तराज़ू</translation>
    </message>
    <message>
        <source>Read by hand</source>
        <translation>हाथ से पढ़ा गया</translation>
    </message>
    <message>
        <source>Tare (F2)</source>
        <translation>खाली वज़न (F2)</translation>
    </message>
    <message>
        <source>No tare</source>
        <translation>खाली वज़न हटाएँ</translation>
    </message>
    <message>
        <source>Take weight (Enter)</source>
        <translation>वज़न दर्ज करें (Enter)</translation>
    </message>
    <message>
        <source>Picture of the display</source>
        <translation>डिस्प्ले की तस्वीर</translation>
    </message>
    <message>
        <source>Picture of the goods on the scale</source>
        <translation>तराज़ू पर रखे माल की तस्वीर</translation>
    </message>
    <message>
        <source>Gross weight</source>
        <translation>कुल वज़न</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>/dev/ttyUSB0 or 192.168.1.40:4001</source>
        <translation>/dev/ttyUSB0 या 192.168.1.40:4001</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>क्रमांक</translation>
    </message>
    <message>
        <source>read by hand</source>
        <translation>हाथ से पढ़ा गया</translation>
    </message>
    <message>
        <source>no scale is chosen</source>
        <translation>कोई तराज़ू नहीं चुना गया</translation>
    </message>
    <message>
        <source>the scale says nothing</source>
        <translation>तराज़ू से कोई जवाब नहीं</translation>
    </message>
    <message>
        <source>beyond what the scale can weigh</source>
        <translation>तराज़ू की क्षमता से बाहर</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>स्थिर</translation>
    </message>
    <message>
        <source>moving</source>
        <translation>हिल रहा है</translation>
    </message>
    <message>
        <source>Tare %1 · net %2</source>
        <translation>खाली वज़न %1 · शुद्ध %2</translation>
    </message>
    <message>
        <source>Tare %1</source>
        <translation>खाली वज़न %1</translation>
    </message>
    <message>
        <source>A weight that is read by hand needs two pictures; the buyer sees them.</source>
        <translation>हाथ से पढ़े गए वज़न के लिए दो तस्वीरें चाहिए; ख़रीदार उन्हें देख सकता है।</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>माल</translation>
    </message>
    <message>
        <source>Line (F3)</source>
        <translation>माल (F3)</translation>
    </message>
    <message>
        <source>Comes off</source>
        <translation>कटौती</translation>
    </message>
    <message>
        <source>taken; put the next load on the scale</source>
        <translation>दर्ज हुआ; अगला माल तराज़ू पर रखें</translation>
    </message>
</context>
<context>
    <name>weighing::Page</name>
    <message>
        <source>Weigh what is handed over; the order is charged by it</source>
        <translation>सौंपा जाने वाला माल तौलें; ऑर्डर की राशि उसी से तय होती है</translation>
    </message>
    <message>
        <source>Orders that can be weighed</source>
        <translation>तौले जा सकने वाले ऑर्डर</translation>
    </message>
    <message>
        <source>Nothing to weigh</source>
        <translation>तौलने को कुछ नहीं</translation>
    </message>
    <message>
        <source>Orders come here when they are packed.</source>
        <translation>पैक होने पर ऑर्डर यहाँ आते हैं।</translation>
    </message>
    <message>
        <source>No order is on the scale</source>
        <translation>तराज़ू पर कोई ऑर्डर नहीं</translation>
    </message>
    <message>
        <source>Choose an order on the left to weigh it.</source>
        <translation>तौलने के लिए बाईं ओर से ऑर्डर चुनें।</translation>
    </message>
</context>
<context>
    <name>weighing::Deductions</name>
    <message>
        <source>Nothing</source>
        <translation>कुछ नहीं</translation>
    </message>
    <message>
        <source>Comes off</source>
        <translation>कटौती</translation>
    </message>
    <message>
        <source>How much, or %</source>
        <translation>कितना, या %</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
</context>
<context>
    <name>weighing::WaitingList</name>
    <message>
        <source>Send now</source>
        <translation>अभी भेजें</translation>
    </message>
    <message>
        <source>They lie on this machine and are sent by themselves when the server is back, each of them once.</source>
        <translation>ये इस मशीन पर रखे हैं और सर्वर के लौटते ही अपने आप भेजे जाएँगे, हर एक केवल एक बार।</translation>
    </message>
    <message>
        <source>Weights that wait to be sent</source>
        <translation>भेजे जाने की प्रतीक्षा में वज़न</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>नामंज़ूर</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>भेजा जाना बाकी</translation>
    </message>
    <message numerus="yes">
        <source>%Ln weight(s) wait to be sent</source>
        <translation>
            <numerusform>%Ln वज़न भेजा जाना बाकी है</numerusform>
            <numerusform>%Ln वज़न भेजे जाने बाकी हैं</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard this weight?</source>
        <translation>यह वज़न हटा दें?</translation>
    </message>
    <message>
        <source>The server does not take it: %1</source>
        <translation>सर्वर इसे नहीं ले रहा: %1</translation>
    </message>
    <message>
        <source>Discard weight</source>
        <translation>वज़न हटा दें</translation>
    </message>
</context>
</TS>
