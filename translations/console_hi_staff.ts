<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>fields</name>
    <message>
        <source>KYC</source>
        <translation>KYC</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>उपयोगकर्ता</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>सूची</translation>
    </message>
    <message>
        <source>Ads</source>
        <translation>विज्ञापन</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>रिपोर्ट</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>ऑडिट</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>सेटिंग्स</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>कार्य</translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation>विक्रेता</translation>
    </message>
</context>
<context>
    <name>staff::Page</name>
    <message>
        <source>yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>Invite an admin</source>
        <translation>प्रशासक को आमंत्रित करें</translation>
    </message>
    <message>
        <source>A mail brings a link to set the password; until then nobody signs in with the account.</source>
        <translation>मेल में पासवर्ड तय करने का लिंक जाता है; तब तक इस खाते से कोई साइन इन नहीं कर सकता।</translation>
    </message>
    <message>
        <source>Send invitation</source>
        <translation>निमंत्रण भेजें</translation>
    </message>
    <message>
        <source>The invitation is on its way to %1</source>
        <translation>निमंत्रण %1 को भेजा जा रहा है</translation>
    </message>
    <message>
        <source>Who runs the market, and what each may do</source>
        <translation>बाज़ार कौन चलाता है और कौन क्या कर सकता है</translation>
    </message>
    <message>
        <source>Name or e-mail</source>
        <translation>नाम या ई-मेल</translation>
    </message>
    <message>
        <source>Invite…</source>
        <translation>आमंत्रित करें…</translation>
    </message>
    <message>
        <source>No admins here</source>
        <translation>यहाँ कोई प्रशासक नहीं</translation>
    </message>
    <message>
        <source>Invite somebody to share the work.</source>
        <translation>काम बाँटने के लिए किसी को आमंत्रित करें।</translation>
    </message>
</context>
<context>
    <name>staff::Powers</name>
    <message>
        <source>Super-admin: everything, and the staff</source>
        <translation>मुख्य प्रशासक: सब कुछ, और कर्मचारी भी</translation>
    </message>
    <message>
        <source>Save permissions…</source>
        <translation>अनुमतियाँ सहेजें…</translation>
    </message>
    <message>
        <source>Sessions, activity and ban</source>
        <translation>सत्र, गतिविधि और प्रतिबंध</translation>
    </message>
    <message>
        <source>This is your own account; another super-admin changes it.</source>
        <translation>यह आपका अपना खाता है; इसे कोई दूसरा मुख्य प्रशासक बदलता है।</translation>
    </message>
    <message>
        <source>A change ends the sessions of this admin.</source>
        <translation>बदलाव से इस प्रशासक के सत्र समाप्त हो जाते हैं।</translation>
    </message>
    <message>
        <source>Super-admin</source>
        <translation>मुख्य प्रशासक</translation>
    </message>
    <message>
        <source>Change what %1 may do?</source>
        <translation>%1 की अनुमतियाँ बदलें?</translation>
    </message>
    <message>
        <source>All sessions of this admin end at once.</source>
        <translation>इस प्रशासक के सभी सत्र तुरंत समाप्त होते हैं।</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>बदलाव</translation>
    </message>
    <message>
        <source>Save permissions</source>
        <translation>अनुमतियाँ सहेजें</translation>
    </message>
    <message>
        <source>Reason (for the audit log)</source>
        <translation>कारण (ऑडिट लॉग के लिए)</translation>
    </message>
    <message>
        <source>What %1 may do is saved</source>
        <translation>%1 की अनुमतियाँ सहेजी गईं</translation>
    </message>
</context>
</TS>
