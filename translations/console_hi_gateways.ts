<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>gateways::Page</name>
    <message>
        <source>Pays stores out</source>
        <translation>दुकानों को भुगतान करता है</translation>
    </message>
    <message>
        <source>Takes money in</source>
        <translation>पैसा लेता है</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खुला</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>Set up %1</source>
        <translation>%1 तैयार करें</translation>
    </message>
    <message>
        <source>It takes effect at once. Keys are kept sealed and are never shown again; a key that is left empty stays as it is. What is set here rules over the file of the server.</source>
        <translation>यह तुरंत लागू होता है। कुंजियाँ सीलबंद रखी जाती हैं और फिर कभी नहीं दिखाई जातीं; जो कुंजी खाली छोड़ी जाए, वह जैसी है वैसी रहती है। यहाँ तय किया हुआ सर्वर की फ़ाइल से ऊपर है।</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>%1 is set up</source>
        <translation>%1 तैयार है</translation>
    </message>
    <message>
        <source>Who takes money in and who pays stores, with which keys</source>
        <translation>कौन पैसा लेता है और कौन दुकानों को भुगतान करता है, किन कुंजियों से</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>तैयार करें…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>जाँचें</translation>
    </message>
    <message>
        <source>No providers</source>
        <translation>कोई प्रदाता नहीं</translation>
    </message>
    <message>
        <source>They appear here when the server knows some.</source>
        <translation>जब सर्वर किसी को जानता हो, तब वे यहाँ दिखते हैं।</translation>
    </message>
</context>
</TS>
