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
        <source>Last seen</source>
        <translation>पिछली बार देखा</translation>
    </message>
    <message>
        <source>What</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>When</source>
        <translation>कब</translation>
    </message>
</context>
<context>
    <name>users::Acts</name>
    <message>
        <source>Ban…</source>
        <translation>प्रतिबंध लगाएँ…</translation>
    </message>
    <message>
        <source>Take the ban back…</source>
        <translation>प्रतिबंध हटाएँ…</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>निलंबित करें…</translation>
    </message>
    <message>
        <source>Activate again…</source>
        <translation>फिर सक्रिय करें…</translation>
    </message>
    <message>
        <source>Take e-mail as verified…</source>
        <translation>ई-मेल सत्यापित मानें…</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>लॉक खोलें…</translation>
    </message>
    <message>
        <source>End all sessions…</source>
        <translation>सभी सत्र समाप्त करें…</translation>
    </message>
    <message>
        <source>Send password reset…</source>
        <translation>पासवर्ड रीसेट भेजें…</translation>
    </message>
    <message>
        <source>Change role…</source>
        <translation>भूमिका बदलें…</translation>
    </message>
    <message>
        <source>Approve as distributor…</source>
        <translation>वितरक के रूप में स्वीकारें…</translation>
    </message>
    <message>
        <source>%1 is banned</source>
        <translation>%1 पर प्रतिबंध लगा</translation>
    </message>
    <message>
        <source>%1 is no longer banned</source>
        <translation>%1 से प्रतिबंध हटा</translation>
    </message>
    <message>
        <source>%1 is suspended</source>
        <translation>%1 निलंबित है</translation>
    </message>
    <message>
        <source>%1 is active again</source>
        <translation>%1 फिर सक्रिय है</translation>
    </message>
    <message>
        <source>The e-mail of %1 counts as verified</source>
        <translation>%1 का ई-मेल सत्यापित माना गया</translation>
    </message>
    <message>
        <source>%1 may try again</source>
        <translation>%1 फिर प्रयास कर सकते हैं</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere</source>
        <translation>%1 हर जगह से साइन आउट</translation>
    </message>
    <message>
        <source>The mail is on its way to %1</source>
        <translation>मेल %1 को भेजा जा रहा है</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is a distributor now</source>
        <translation>%1 अब वितरक हैं</translation>
    </message>
    <message>
        <source>%1 is refused as a distributor</source>
        <translation>%1 वितरक के रूप में अस्वीकृत</translation>
    </message>
    <message>
        <source>Reason (the person reads it)</source>
        <translation>कारण (व्यक्ति इसे पढ़ेगा)</translation>
    </message>
    <message>
        <source>Reason (for the audit log)</source>
        <translation>कारण (ऑडिट लॉग के लिए)</translation>
    </message>
    <message>
        <source>Change the role of %1</source>
        <translation>%1 की भूमिका बदलें</translation>
    </message>
    <message>
        <source>All sessions end. An account whose orders are not over keeps its role.</source>
        <translation>सभी सत्र समाप्त होते हैं। जिस खाते के ऑर्डर बाक़ी हैं उसकी भूमिका नहीं बदलती।</translation>
    </message>
    <message>
        <source>Change role</source>
        <translation>भूमिका बदलें</translation>
    </message>
    <message>
        <source>All sessions end at once and a mail says why. A store sells no more. A ban can be taken back.</source>
        <translation>सभी सत्र तुरंत समाप्त होते हैं और मेल में कारण जाता है। दुकान बिक्री नहीं कर सकती। प्रतिबंध हटाया जा सकता है।</translation>
    </message>
    <message>
        <source>The person can sign in again.</source>
        <translation>व्यक्ति फिर साइन इन कर सकता है।</translation>
    </message>
    <message>
        <source>All sessions end; nobody signs in until it is active.</source>
        <translation>सभी सत्र समाप्त होते हैं; सक्रिय होने तक कोई साइन इन नहीं कर सकता।</translation>
    </message>
    <message>
        <source>The account becomes active without the activation mail.</source>
        <translation>खाता सक्रियण मेल के बिना सक्रिय हो जाता है।</translation>
    </message>
    <message>
        <source>Wrong passwords are forgotten.</source>
        <translation>ग़लत पासवर्ड भुला दिए जाते हैं।</translation>
    </message>
    <message>
        <source>The person is signed out on every device.</source>
        <translation>व्यक्ति हर उपकरण से साइन आउट हो जाता है।</translation>
    </message>
    <message>
        <source>A mail brings a link to set a new password. You never see the password.</source>
        <translation>मेल में नया पासवर्ड तय करने का लिंक जाता है। पासवर्ड आपको कभी नहीं दिखता।</translation>
    </message>
    <message>
        <source>A mail says that bulk buying is open.</source>
        <translation>मेल बताता है कि थोक ख़रीद खुल गई है।</translation>
    </message>
    <message>
        <source>A mail says why.</source>
        <translation>मेल में कारण जाता है।</translation>
    </message>
</context>
<context>
    <name>users::Detail</name>
    <message>
        <source>by: %1</source>
        <translation>द्वारा: %1</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>साइन इन</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>गतिविधि</translation>
    </message>
    <message>
        <source>Sessions and activity</source>
        <translation>सत्र और गतिविधि</translation>
    </message>
    <message>
        <source>Where the person is signed in</source>
        <translation>व्यक्ति कहाँ साइन इन है</translation>
    </message>
    <message>
        <source>What the person did and what was done to the account</source>
        <translation>व्यक्ति ने क्या किया और खाते के साथ क्या हुआ</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>और…</translation>
    </message>
    <message>
        <source>Super-admin</source>
        <translation>मुख्य प्रशासक</translation>
    </message>
    <message>
        <source>Banned because</source>
        <translation>प्रतिबंध का कारण</translation>
    </message>
    <message>
        <source>Locked until</source>
        <translation>लॉक की अवधि</translation>
    </message>
    <message>
        <source>This is your own account.</source>
        <translation>यह आपका अपना खाता है।</translation>
    </message>
    <message>
        <source>Only super-admins act on other admins.</source>
        <translation>दूसरे प्रशासकों पर केवल मुख्य प्रशासक कार्रवाई करते हैं।</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>पंजीकृत</translation>
    </message>
    <message>
        <source>E-mail verified</source>
        <translation>ई-मेल सत्यापित</translation>
    </message>
    <message>
        <source>Account opened</source>
        <translation>खाता खुला</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>साइन आउट</translation>
    </message>
    <message>
        <source>Locked by wrong passwords</source>
        <translation>ग़लत पासवर्ड से लॉक</translation>
    </message>
    <message>
        <source>A session ended</source>
        <translation>एक सत्र समाप्त</translation>
    </message>
    <message>
        <source>A stolen session ended</source>
        <translation>चुराया गया सत्र समाप्त</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>पासवर्ड बदला</translation>
    </message>
    <message>
        <source>Password reset</source>
        <translation>पासवर्ड रीसेट</translation>
    </message>
    <message>
        <source>Banned</source>
        <translation>प्रतिबंधित</translation>
    </message>
    <message>
        <source>Ban taken back</source>
        <translation>प्रतिबंध हटा</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>निलंबित</translation>
    </message>
    <message>
        <source>Activated again</source>
        <translation>फिर सक्रिय</translation>
    </message>
    <message>
        <source>E-mail taken as verified</source>
        <translation>ई-मेल सत्यापित माना गया</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>लॉक खुला</translation>
    </message>
    <message>
        <source>All sessions ended</source>
        <translation>सभी सत्र समाप्त</translation>
    </message>
    <message>
        <source>Password reset sent</source>
        <translation>पासवर्ड रीसेट भेजा</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>भूमिका बदली</translation>
    </message>
    <message>
        <source>Permissions changed</source>
        <translation>अनुमतियाँ बदलीं</translation>
    </message>
    <message>
        <source>Approved as distributor</source>
        <translation>वितरक के रूप में स्वीकृत</translation>
    </message>
    <message>
        <source>Refused as distributor</source>
        <translation>वितरक के रूप में अस्वीकृत</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>आमंत्रित</translation>
    </message>
    <message>
        <source>Wallet…</source>
        <translation>बटुआ…</translation>
    </message>
</context>
<context>
    <name>users::Page</name>
    <message>
        <source>Everybody who has an account, newest first</source>
        <translation>सभी खाताधारक, नए पहले</translation>
    </message>
    <message>
        <source>Name, e-mail or phone</source>
        <translation>नाम, ई-मेल या फ़ोन</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>यहाँ कोई नहीं</translation>
    </message>
    <message>
        <source>People appear as soon as they have an account.</source>
        <translation>खाता बनते ही लोग यहाँ दिखते हैं।</translation>
    </message>
</context>
</TS>
