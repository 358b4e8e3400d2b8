<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>audit::Detail</name>
    <message>
        <source>Before</source>
        <translation>पहले</translation>
    </message>
    <message>
        <source>After</source>
        <translation>बाद में</translation>
    </message>
    <message>
        <source>WHAT CHANGED</source>
        <translation>क्या बदला</translation>
    </message>
    <message>
        <source>The entry says nothing more.</source>
        <translation>प्रविष्टि में और कुछ नहीं है।</translation>
    </message>
    <message>
        <source>Open the object</source>
        <translation>वस्तु खोलें</translation>
    </message>
    <message>
        <source>Only this person&apos;s entries</source>
        <translation>केवल इस व्यक्ति की प्रविष्टियाँ</translation>
    </message>
    <message>
        <source>Only this object&apos;s entries</source>
        <translation>केवल इस वस्तु की प्रविष्टियाँ</translation>
    </message>
</context>
<context>
    <name>audit::Page</name>
    <message>
        <source>Only the newest %1 entries are saved. Choose a shorter period for the rest.</source>
        <translation>केवल नवीनतम %1 प्रविष्टियाँ सहेजी गईं। बाकी के लिए छोटी अवधि चुनें।</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>ऑडिट लॉग</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>अवधि</translation>
    </message>
    <message>
        <source>Who did what, newest first</source>
        <translation>किसने क्या किया, नवीनतम पहले</translation>
    </message>
    <message>
        <source>Number of an object</source>
        <translation>किसी वस्तु की संख्या</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>CSV के रूप में सहेजें</translation>
    </message>
    <message>
        <source>No entries here</source>
        <translation>यहाँ कोई प्रविष्टि नहीं</translation>
    </message>
    <message>
        <source>Every change of a price, a stock, a role, a setting or money is written down here.</source>
        <translation>दाम, स्टॉक, भूमिका, सेटिंग या पैसे का हर बदलाव यहाँ लिखा जाता है।</translation>
    </message>
</context>
<context>
    <name>audit::Words</name>
    <message>
        <source>without session</source>
        <translation>बिना सत्र</translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation>कोई साइन-इन नहीं</translation>
    </message>
    <message>
        <source>Sign-in and sessions</source>
        <translation>साइन-इन और सत्र</translation>
    </message>
    <message>
        <source>KYC</source>
        <translation>KYC</translation>
    </message>
    <message>
        <source>Orders and escrow</source>
        <translation>ऑर्डर और एस्क्रो</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>वॉलेट भुगतान</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>विक्रेता को भुगतान</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>रिफ़ंड</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>विवाद</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>सूची</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>चैट</translation>
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
        <source>Settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>कुंजियाँ</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>KYC submission</source>
        <translation>KYC आवेदन</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>दस्तावेज़</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>वॉलेट भुगतान</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>विक्रेता को भुगतान</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>रिफ़ंड</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>विवाद</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>उत्पाद</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>चैट</translation>
    </message>
    <message>
        <source>Ad</source>
        <translation>विज्ञापन</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API कुंजी</translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation>विक्रेता</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>दुकान</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>बही-खाते</translation>
    </message>
    <message>
        <source>Ledger account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>Posting</source>
        <translation>प्रविष्टि</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>कमीशन</translation>
    </message>
    <message>
        <source>Bank file</source>
        <translation>बैंक फ़ाइल</translation>
    </message>
    <message>
        <source>Commission rate</source>
        <translation>कमीशन दर</translation>
    </message>
</context>
</TS>
