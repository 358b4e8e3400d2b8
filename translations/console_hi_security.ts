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
<context>
    <name>security::PrivacyCard</name>
    <message>
        <source>Open orders</source>
        <translation>खुले ऑर्डर</translation>
    </message>
    <message>
        <source>finish or cancel them</source>
        <translation>उन्हें पूरा या रद्द करें</translation>
    </message>
    <message>
        <source>Held money</source>
        <translation>रोका हुआ पैसा</translation>
    </message>
    <message>
        <source>wait until it is released</source>
        <translation>उसके छूटने तक रुकें</translation>
    </message>
    <message>
        <source>A balance</source>
        <translation>बचा हुआ पैसा</translation>
    </message>
    <message>
        <source>spend it, have it paid out or ask the market to give it back</source>
        <translation>उसे ख़र्च करें, भुगतान करवाएँ या बाज़ार से लौटाने को कहें</translation>
    </message>
    <message>
        <source>Money you owe</source>
        <translation>आप पर बकाया पैसा</translation>
    </message>
    <message>
        <source>your next orders pay it</source>
        <translation>आपके अगले ऑर्डर इसे चुकाते हैं</translation>
    </message>
    <message>
        <source>A payment</source>
        <translation>एक भुगतान</translation>
    </message>
    <message>
        <source>wait until it is decided</source>
        <translation>उसका निर्णय होने तक रुकें</translation>
    </message>
    <message>
        <source>A payout</source>
        <translation>एक पेआउट</translation>
    </message>
    <message>
        <source>wait until it has arrived</source>
        <translation>उसके पहुँचने तक रुकें</translation>
    </message>
    <message>
        <source>An open store</source>
        <translation>खुली दुकान</translation>
    </message>
    <message>
        <source>close it in its profile</source>
        <translation>उसकी प्रोफ़ाइल में उसे बंद करें</translation>
    </message>
    <message>
        <source>An admin&apos;s account</source>
        <translation>एडमिन का खाता</translation>
    </message>
    <message>
        <source>another admin ends it</source>
        <translation>उसे कोई दूसरा एडमिन समाप्त करता है</translation>
    </message>
    <message>
        <source>Orders and invoices</source>
        <translation>ऑर्डर और बिल</translation>
    </message>
    <message>
        <source>The books</source>
        <translation>बही</translation>
    </message>
    <message>
        <source>Verified documents</source>
        <translation>सत्यापित दस्तावेज़</translation>
    </message>
    <message>
        <source>Audit log, without your name</source>
        <translation>ऑडिट लॉग, आपके नाम के बिना</translation>
    </message>
    <message>
        <source>Your account with the provider of payouts</source>
        <translation>भुगतान प्रदाता के पास आपका खाता</translation>
    </message>
    <message>
        <source>Chats, without your name</source>
        <translation>चैट, आपके नाम के बिना</translation>
    </message>
    <message>
        <source>What you agreed to</source>
        <translation>आपने जिस पर सहमति दी</translation>
    </message>
    <message>
        <source>Your account cannot be deleted yet</source>
        <translation>आपका खाता अभी नहीं मिटाया जा सकता</translation>
    </message>
    <message>
        <source>Something of yours is still open:</source>
        <translation>आपका कुछ अभी खुला है:</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>समझ गया</translation>
    </message>
    <message>
        <source>Delete your account for good?</source>
        <translation>अपना खाता हमेशा के लिए मिटाएँ?</translation>
    </message>
    <message>
        <source>Your name, e-mail, phone, addresses, pictures and messages to you are removed, and you are signed out everywhere. Nobody can bring the account back. The law makes us keep:</source>
        <translation>आपका नाम, ई-मेल, फ़ोन, पते, तस्वीरें और आपको भेजी गई सूचनाएँ हटा दी जाती हैं, और आप हर जगह साइन आउट हो जाते हैं। खाता कोई वापस नहीं ला सकता। क़ानून हमसे यह रखवाता है:</translation>
    </message>
    <message>
        <source>Delete my account</source>
        <translation>मेरा खाता मिटाएँ</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 वर्ष</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>मेरा डेटा</translation>
    </message>
    <message>
        <source>Ready until %1</source>
        <translation>%1 तक तैयार</translation>
    </message>
    <message>
        <source>Being made</source>
        <translation>बन रही है</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>विफल</translation>
    </message>
    <message>
        <source>The copy is being made. A message comes when it is ready.</source>
        <translation>प्रति बन रही है। तैयार होने पर सूचना आएगी।</translation>
    </message>
    <message>
        <source>Take a copy of everything the market keeps about you, as a ZIP file.</source>
        <translation>बाज़ार आपके बारे में जो कुछ रखता है, उसकी प्रति ZIP फ़ाइल के रूप में लें।</translation>
    </message>
    <message>
        <source>Make a new copy</source>
        <translation>नई प्रति बनाएँ</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>प्रति बनाएँ</translation>
    </message>
    <message>
        <source>Save copy…</source>
        <translation>प्रति सहेजें…</translation>
    </message>
    <message>
        <source>Delete my account…</source>
        <translation>मेरा खाता मिटाएँ…</translation>
    </message>
</context>
</TS>
