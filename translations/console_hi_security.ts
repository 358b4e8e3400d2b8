<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>fields</name>
    <message>
        <source>Device</source>
        <translation>उपकरण</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>कहाँ</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>पिछली बार देखा</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>साइन इन किया</translation>
    </message>
</context>
<context>
    <name>security::AppDialog</name>
    <message>
        <source>Use this app</source>
        <translation>यह ऐप इस्तेमाल करें</translation>
    </message>
    <message>
        <source>Set up the app</source>
        <translation>ऐप सेट करें</translation>
    </message>
    <message>
        <source>Open an authenticator app on your phone, add an account and point the camera at the square. Then type the code that it shows.</source>
        <translation>अपने फ़ोन पर ऑथेंटिकेटर ऐप खोलें, खाता जोड़ें और कैमरा इस चौकोर पर रखें। फिर जो कोड वह दिखाए, उसे लिखें।</translation>
    </message>
    <message>
        <source>Code of the app</source>
        <translation>ऐप का कोड</translation>
    </message>
    <message>
        <source>The square for the camera; the same stands beside it as text</source>
        <translation>कैमरे के लिए चौकोर; यही बगल में अक्षरों में भी है</translation>
    </message>
    <message>
        <source>No camera? Type this into the app:</source>
        <translation>कैमरा नहीं है? ऐप में यह लिखें:</translation>
    </message>
    <message>
        <source>This is not the code that the app shows now.</source>
        <translation>ऐप अभी यह कोड नहीं दिखा रहा है।</translation>
    </message>
</context>
<context>
    <name>security::Page</name>
    <message>
        <source>This console</source>
        <translation>यह कंसोल</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>पासवर्ड बदलें</translation>
    </message>
    <message>
        <source>At least 8 characters with letters, digits and special characters. All your sessions end, this one too: sign in again with the new password.</source>
        <translation>कम से कम 8 वर्ण, जिनमें अक्षर, अंक और विशेष चिह्न हों। आपके सभी सत्र समाप्त हो जाएँगे, यह भी: नए पासवर्ड से फिर साइन इन करें।</translation>
    </message>
    <message>
        <source>New recovery codes?</source>
        <translation>नए रिकवरी कोड?</translation>
    </message>
    <message>
        <source>Those you have are then good for nothing.</source>
        <translation>तब आपके पुराने कोड किसी काम के नहीं रहेंगे।</translation>
    </message>
    <message>
        <source>Make new ones</source>
        <translation>नए बनाएँ</translation>
    </message>
    <message>
        <source>Sign in without the app?</source>
        <translation>ऐप के बिना साइन इन करें?</translation>
    </message>
    <message>
        <source>Whoever has your password and your mail then has your account.</source>
        <translation>तब जिसके पास आपका पासवर्ड और ई-मेल है, उसके पास आपका खाता है।</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>The app is no longer asked for</source>
        <translation>अब ऐप नहीं पूछा जाएगा</translation>
    </message>
    <message>
        <source>End this session?</source>
        <translation>यह सत्र समाप्त करें?</translation>
    </message>
    <message>
        <source>Whoever uses it has to sign in again.</source>
        <translation>जो इसे इस्तेमाल कर रहा है उसे फिर साइन इन करना होगा।</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>उपकरण</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>पिछली बार देखा</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>सत्र समाप्त करें</translation>
    </message>
    <message>
        <source>The session has ended</source>
        <translation>सत्र समाप्त हुआ</translation>
    </message>
    <message>
        <source>My security</source>
        <translation>मेरी सुरक्षा</translation>
    </message>
    <message>
        <source>What guards your account, and where you are signed in</source>
        <translation>आपके खाते की सुरक्षा किससे है, और आप कहाँ साइन इन हैं</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>पासवर्ड</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>%1 को बदला गया</translation>
    </message>
    <message>
        <source>When you change it, all your sessions end.</source>
        <translation>इसे बदलने पर आपके सभी सत्र समाप्त हो जाते हैं।</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>बदलें…</translation>
    </message>
    <message>
        <source>App that shows codes</source>
        <translation>कोड दिखाने वाला ऐप</translation>
    </message>
    <message>
        <source>On</source>
        <translation>चालू</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>ज़रूरी</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>Used since %1. Recovery codes left: %2.</source>
        <translation>%1 से इस्तेमाल में। बचे हुए रिकवरी कोड: %2।</translation>
    </message>
    <message>
        <source>The market asks admins for a code of an app beside the password. Set it up to go on.</source>
        <translation>यह बाज़ार एडमिन से पासवर्ड के साथ ऐप का कोड भी माँगता है। आगे बढ़ने के लिए इसे सेट करें।</translation>
    </message>
    <message>
        <source>Beside the password and the code by mail, a code from your phone is asked for: a stolen mailbox is then not enough.</source>
        <translation>पासवर्ड और ई-मेल के कोड के साथ आपके फ़ोन का कोड भी पूछा जाता है: तब चोरी हुआ मेलबॉक्स काफ़ी नहीं होता।</translation>
    </message>
    <message>
        <source>Set up another phone…</source>
        <translation>दूसरा फ़ोन सेट करें…</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>सेट करें…</translation>
    </message>
    <message>
        <source>New recovery codes…</source>
        <translation>नए रिकवरी कोड…</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>बंद करें…</translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation>आप कहाँ साइन इन हैं</translation>
    </message>
    <message>
        <source>End session…</source>
        <translation>सत्र समाप्त करें…</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>सत्र</translation>
    </message>
    <message>
        <source>No sessions</source>
        <translation>कोई सत्र नहीं</translation>
    </message>
    <message>
        <source>You are not signed in anywhere.</source>
        <translation>आप कहीं साइन इन नहीं हैं।</translation>
    </message>
</context>
<context>
    <name>security::RecoveryDialog</name>
    <message>
        <source>I have kept them</source>
        <translation>मैंने इन्हें सँभाल लिया है</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>रिकवरी कोड</translation>
    </message>
    <message>
        <source>Keep these recovery codes</source>
        <translation>ये रिकवरी कोड सँभालकर रखें</translation>
    </message>
    <message>
        <source>Each signs you in once when the phone with the app is gone. They are shown this once; keep them where you keep papers, not on the phone.</source>
        <translation>जब ऐप वाला फ़ोन न रहे, तब हर कोड एक बार साइन इन कराता है। ये केवल अभी दिखाए जा रहे हैं; इन्हें काग़ज़ों के साथ रखें, फ़ोन पर नहीं।</translation>
    </message>
    <message>
        <source>Copy codes</source>
        <translation>कोड कॉपी करें</translation>
    </message>
    <message>
        <source>The codes are on the clipboard</source>
        <translation>कोड क्लिपबोर्ड पर हैं</translation>
    </message>
</context>
</TS>
