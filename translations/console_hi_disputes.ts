<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>disputes::AnswerDialog</name>
    <message>
        <source>Send</source>
        <translation>भेजें</translation>
    </message>
    <message>
        <source>Dispute %1</source>
        <translation>विवाद %1</translation>
    </message>
    <message>
        <source>What happened with order %1?</source>
        <translation>ऑर्डर %1 के साथ क्या हुआ?</translation>
    </message>
    <message>
        <source>The other side and the market read it. It cannot be taken back.</source>
        <translation>दूसरा पक्ष और बाज़ार इसे पढ़ते हैं। इसे वापस नहीं लिया जा सकता।</translation>
    </message>
    <message>
        <source>Photo or document %1</source>
        <translation>फ़ोटो या दस्तावेज़ %1</translation>
    </message>
</context>
<context>
    <name>disputes::DecideDialog</name>
    <message>
        <source>“%1” is not an amount. Type one such as 1,000.50.</source>
        <translation>“%1” राशि नहीं है। 1,000.50 जैसी राशि लिखें।</translation>
    </message>
    <message>
        <source>%1 is more than the %2 at stake.</source>
        <translation>%1 दाँव पर लगे %2 से ज़्यादा है।</translation>
    </message>
    <message>
        <source>An amount cannot be below zero.</source>
        <translation>राशि शून्य से कम नहीं हो सकती।</translation>
    </message>
    <message>
        <source>Decide dispute %1</source>
        <translation>विवाद %1 का निर्णय</translation>
    </message>
    <message>
        <source>Who gets the %1 of order %2?</source>
        <translation>ऑर्डर %2 के %1 किसे मिलें?</translation>
    </message>
    <message>
        <source>Both sides read your decision. It moves the money at once and cannot be undone.</source>
        <translation>दोनों पक्ष आपका निर्णय पढ़ते हैं। राशि तुरंत चली जाती है और इसे बदला नहीं जा सकता।</translation>
    </message>
    <message>
        <source>Share of the buyer</source>
        <translation>ख़रीदार का हिस्सा</translation>
    </message>
    <message>
        <source>All to the vendor</source>
        <translation>सब विक्रेता को</translation>
    </message>
    <message>
        <source>Half each</source>
        <translation>आधा-आधा</translation>
    </message>
    <message>
        <source>All to the buyer</source>
        <translation>सब ख़रीदार को</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>निर्णय दें</translation>
    </message>
    <message>
        <source>%1 to the vendor + %2 to the buyer = %3</source>
        <translation>%1 विक्रेता को + %2 ख़रीदार को = %3</translation>
    </message>
    <message>
        <source>Refund %1</source>
        <translation>%1 लौटाएँ</translation>
    </message>
    <message>
        <source>Release %1</source>
        <translation>%1 जारी करें</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>%1 बाँटें</translation>
    </message>
</context>
<context>
    <name>disputes::Detail</name>
    <message>
        <source>WHAT THEY SAY</source>
        <translation>वे क्या कहते हैं</translation>
    </message>
    <message>
        <source>Both sides beside each other…</source>
        <translation>दोनों पक्ष साथ-साथ…</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>निर्णय दें…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>वापस लें…</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>ऑर्डर खोलें</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 को खोला गया</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>उत्तर दें…</translation>
    </message>
    <message>
        <source>Add something…</source>
        <translation>कुछ जोड़ें…</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>माँग</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>चुकाया</translation>
    </message>
    <message>
        <source>Refunded so far</source>
        <translation>अब तक लौटाया</translation>
    </message>
    <message>
        <source>By</source>
        <translation>किसने</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln फ़ाइल</numerusform>
            <numerusform>%Ln फ़ाइलें</numerusform>
        </translation>
    </message>
    <message>
        <source>The other side has until %1 to answer.</source>
        <translation>दूसरे पक्ष के पास उत्तर के लिए %1 तक का समय है।</translation>
    </message>
    <message>
        <source>The other side did not answer in time. You may decide without it.</source>
        <translation>दूसरे पक्ष ने समय पर उत्तर नहीं दिया। आप उसके बिना निर्णय दे सकते हैं।</translation>
    </message>
    <message>
        <source>Answer until %1. After that it may be decided without you.</source>
        <translation>%1 तक उत्तर दें। उसके बाद आपके बिना निर्णय हो सकता है।</translation>
    </message>
    <message>
        <source>Take this dispute back?</source>
        <translation>यह विवाद वापस लें?</translation>
    </message>
    <message>
        <source>The order goes on as before. Its money is no longer frozen.</source>
        <translation>ऑर्डर पहले की तरह आगे बढ़ेगा। उसकी राशि अब रुकी नहीं रहेगी।</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>Dispute %1: %2</source>
        <translation>विवाद %1: %2</translation>
    </message>
</context>
<context>
    <name>disputes::Due</name>
    <message>
        <source>Late</source>
        <translation>देर हुई</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 बाकी</translation>
    </message>
</context>
<context>
    <name>disputes::Page</name>
    <message>
        <source>The money of these orders waits until both sides were heard</source>
        <translation>दोनों पक्षों को सुने जाने तक इन ऑर्डरों की राशि रुकी रहती है</translation>
    </message>
    <message>
        <source>Say what happened before the time is over; then an admin decides</source>
        <translation>समय समाप्त होने से पहले बताएँ कि क्या हुआ; फिर व्यवस्थापक निर्णय देता है</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>निर्णय बाकी</translation>
    </message>
    <message>
        <source>Both were heard</source>
        <translation>दोनों सुने गए</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>उत्तर की प्रतीक्षा</translation>
    </message>
    <message>
        <source>No disputes here</source>
        <translation>यहाँ कोई विवाद नहीं</translation>
    </message>
    <message>
        <source>A dispute appears when buyer and vendor do not agree about an order.</source>
        <translation>जब ख़रीदार और विक्रेता किसी ऑर्डर पर सहमत न हों, तब यहाँ विवाद दिखता है।</translation>
    </message>
</context>
<context>
    <name>disputes::SidesDialog</name>
    <message>
        <source>Dispute %1</source>
        <translation>विवाद %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>THE BUYER</source>
        <translation>ख़रीदार</translation>
    </message>
    <message>
        <source>THE VENDOR</source>
        <translation>विक्रेता</translation>
    </message>
    <message>
        <source>Has said nothing yet.</source>
        <translation>अभी कुछ नहीं कहा।</translation>
    </message>
    <message>
        <source>From the chat: “%1”</source>
        <translation>चैट से: “%1”</translation>
    </message>
</context>
</TS>
