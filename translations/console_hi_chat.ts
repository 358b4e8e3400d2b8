<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>chat::Bubble</name>
    <message>
        <source>sending</source>
        <translation>भेजा जा रहा है</translation>
    </message>
    <message>
        <source>Not sent. Press Enter to try again.</source>
        <translation>नहीं भेजा गया। फिर भेजने के लिए Enter दबाएँ।</translation>
    </message>
</context>
<context>
    <name>chat::Page</name>
    <message>
        <source>No conversations yet</source>
        <translation>अभी कोई बातचीत नहीं</translation>
    </message>
    <message>
        <source>Each order opens one with its buyer.</source>
        <translation>हर ऑर्डर के साथ ख़रीदार से एक बातचीत खुलती है।</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 नए</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>संदेश</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>बातचीत खोजें</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>अपठित</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>बातचीत</translation>
    </message>
    <message>
        <source>Shared files</source>
        <translation>साझा फ़ाइलें</translation>
    </message>
    <message>
        <source>SHARED FILES</source>
        <translation>साझा फ़ाइलें</translation>
    </message>
    <message>
        <source>No conversation chosen</source>
        <translation>कोई बातचीत नहीं चुनी गई</translation>
    </message>
    <message>
        <source>Choose one on the left.</source>
        <translation>बाईं ओर से एक चुनें।</translation>
    </message>
</context>
<context>
    <name>chat::RoomLine</name>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln अपठित</numerusform>
            <numerusform>%Ln अपठित</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chat::Talk</name>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 लिख रहे हैं…</translation>
    </message>
    <message>
        <source>Send a file</source>
        <translation>फ़ाइल भेजें</translation>
    </message>
    <message>
        <source>Pictures and documents (*.jpg *.jpeg *.png *.webp *.pdf)</source>
        <translation>चित्र और दस्तावेज़ (*.jpg *.jpeg *.png *.webp *.pdf)</translation>
    </message>
    <message>
        <source>Stock is ready</source>
        <translation>माल तैयार है</translation>
    </message>
    <message>
        <source>The truck has left</source>
        <translation>गाड़ी निकल चुकी है</translation>
    </message>
    <message>
        <source>Please confirm delivery</source>
        <translation>कृपया डिलीवरी की पुष्टि करें</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>धन्यवाद!</translation>
    </message>
    <message>
        <source>Order details</source>
        <translation>ऑर्डर का विवरण</translation>
    </message>
    <message>
        <source>Type a message…</source>
        <translation>संदेश लिखें…</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>संदेश</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>भेजें</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>संदेश</translation>
    </message>
    <message>
        <source>The message is too long: %1 of %2 characters.</source>
        <translation>संदेश बहुत लंबा है: %1 अक्षर, अधिकतम %2।</translation>
    </message>
</context>
<context>
    <name>chat::Thread</name>
    <message>
        <source>File %1</source>
        <translation>फ़ाइल %1</translation>
    </message>
    <message>
        <source>%1 at %2: %3</source>
        <translation>%1, %2 बजे: %3</translation>
    </message>
    <message>
        <source>You, being sent: %1</source>
        <translation>आप, भेजा जा रहा है: %1</translation>
    </message>
    <message>
        <source>You, not sent: %1</source>
        <translation>आप, नहीं भेजा गया: %1</translation>
    </message>
    <message>
        <source>You at %1: %2</source>
        <translation>आप, %1 बजे: %2</translation>
    </message>
    <message>
        <source>You at %1, read: %2</source>
        <translation>आप, %1 बजे, पढ़ा गया: %2</translation>
    </message>
</context>
</TS>
