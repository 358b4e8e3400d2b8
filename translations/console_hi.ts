<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>MarketWords</name>
    <message>
        <source>%1 late</source>
        <translation>%1 देर से</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>समय पर</translation>
    </message>
    <message>
        <source>await confirm</source>
        <translation>पुष्टि शेष</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 दिन</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 दिन</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>तिमाही</translation>
    </message>
    <message>
        <source>vs yesterday by now</source>
        <translation>कल अब तक से</translation>
    </message>
    <message>
        <source>vs previous %1 d</source>
        <translation>पिछले %1 दिन से</translation>
    </message>
    <message>
        <source>%1 pp</source>
        <translation>%1 अंक</translation>
    </message>
    <message>
        <source>previous period</source>
        <translation>पिछली अवधि</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>ऑर्डर किया</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>पहले</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>निपटा</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>कमीशन</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>चरण</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>देर से</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>लक्ष्य</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>अन्य</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <translation>
            <numerusform>%Ln ऑर्डर</numerusform>
            <numerusform>%Ln ऑर्डर</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>बदलाव</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>हिस्सा</translation>
    </message>
    <message>
        <source>Last %1 days</source>
        <translation>पिछले %1 दिन</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>अनुमानित</translation>
    </message>
    <message>
        <source>%1 of the days</source>
        <translation>%1 दिनों में</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>अनुमानित</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>न्यूनतम</translation>
    </message>
    <message>
        <source>High</source>
        <translation>अधिकतम</translation>
    </message>
    <message>
        <source>as a week before</source>
        <translation>एक सप्ताह पहले जैसा</translation>
    </message>
    <message>
        <source>Holt–Winters</source>
        <translation>होल्ट–विंटर्स</translation>
    </message>
    <message numerus="yes">
        <source>forecast: %1, learned from %Ln day(s)</source>
        <translation>
            <numerusform>पूर्वानुमान: %1, %Ln दिनों से सीखा</numerusform>
            <numerusform>पूर्वानुमान: %1, %Ln दिनों से सीखा</numerusform>
        </translation>
    </message>
    <message>
        <source>Days</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>nothing before</source>
        <translation>पहले कुछ नहीं</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>As of %1, %2, for %3</source>
        <translation>%1, %2 को, %3 के लिए</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>पृष्ठ %1 / %2</translation>
    </message>
</context>
<context>
    <name>app::AgreementDialog</name>
    <message>
        <source>%1, version %2</source>
        <translation>%1, संस्करण %2</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>मैं सहमत हूँ</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>बाद में</translation>
    </message>
    <message>
        <source>Please read this and agree to it. Put off, it is asked again at the next sign-in.</source>
        <translation>कृपया इसे पढ़ें और सहमति दें। टालने पर अगली बार साइन इन करते समय फिर पूछा जाएगा।</translation>
    </message>
</context>
<context>
    <name>app::Bell</name>
    <message>
        <source>Inbox</source>
        <translation>इनबॉक्स</translation>
    </message>
    <message numerus="yes">
        <source>Inbox, %Ln unread</source>
        <translation>
            <numerusform>इनबॉक्स, %Ln अपठित</numerusform>
            <numerusform>इनबॉक्स, %Ln अपठित</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Console</name>
    <message>
        <source>No keychain runs on this desktop: you stay signed in only until you close the console.</source>
        <translation>इस डेस्कटॉप पर कोई कीचेन नहीं चल रहा: कंसोल बंद करने तक ही आप साइन इन रहेंगे।</translation>
    </message>
</context>
<context>
    <name>app::Inbox</name>
    <message>
        <source>Nothing new</source>
        <translation>कुछ नया नहीं</translation>
    </message>
    <message>
        <source>What happens with your orders shows up here.</source>
        <translation>आपके ऑर्डर में जो होता है, वह यहाँ दिखता है।</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>इनबॉक्स</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>सभी को पढ़ा हुआ करें</translation>
    </message>
</context>
<context>
    <name>app::KeySheet</name>
    <message>
        <source>Keyboard</source>
        <translation>कीबोर्ड</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
</context>
<context>
    <name>app::Lock</name>
    <message>
        <source>Checking…</source>
        <translation>जाँच हो रही है…</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>लॉक है</translation>
    </message>
    <message>
        <source>%1, type your password to go on where you were.</source>
        <translation>%1, जहाँ थे वहीं से आगे बढ़ने के लिए अपना पासवर्ड लिखें।</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>पासवर्ड</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>पासवर्ड दिखाएँ</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>साइन आउट</translation>
    </message>
</context>
<context>
    <name>app::Palette</name>
    <message>
        <source>Where to, or what to do?</source>
        <translation>कहाँ जाना है, या क्या करना है?</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>परिणाम</translation>
    </message>
    <message>
        <source>type &gt; for actions</source>
        <translation>कार्यों के लिए &gt; लिखें</translation>
    </message>
    <message>
        <source>↑↓ move    ↵ open    Esc close</source>
        <translation>↑↓ चलें    ↵ खोलें    Esc बंद करें</translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln परिणाम</numerusform>
            <numerusform>%Ln परिणाम</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Pill</name>
    <message>
        <source>Live</source>
        <translation>लाइव</translation>
    </message>
    <message>
        <source>Live · %1 ms</source>
        <translation>लाइव · %1 ms</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>फिर जोड़ा जा रहा है…</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>ऑफ़लाइन</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>कनेक्शन: %1</translation>
    </message>
    <message>
        <source>News arrive as they happen.</source>
        <translation>खबरें तुरंत पहुँचती हैं।</translation>
    </message>
    <message>
        <source>Click to connect again.</source>
        <translation>फिर जोड़ने के लिए क्लिक करें।</translation>
    </message>
</context>
<context>
    <name>app::SearchButton</name>
    <message>
        <source>Search (%1)</source>
        <translation>खोज (%1)</translation>
    </message>
</context>
<context>
    <name>app::Shell</name>
    <message>
        <source>New order %1, %2</source>
        <translation>नया ऑर्डर %1, %2</translation>
    </message>
    <message>
        <source>A new order has come</source>
        <translation>नया ऑर्डर आया है</translation>
    </message>
    <message>
        <source>Admin console</source>
        <translation>प्रशासक कंसोल</translation>
    </message>
    <message>
        <source>Vendor console</source>
        <translation>विक्रेता कंसोल</translation>
    </message>
    <message>
        <source>Vendor · %1</source>
        <translation>विक्रेता · %1</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>मालिक</translation>
    </message>
    <message>
        <source>Super-admin</source>
        <translation>मुख्य प्रशासक</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>प्रशासक</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>पृष्ठ</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>इस पृष्ठ पर</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>कार्य</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>भाषा बदलें</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>हल्के रंग</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>गहरे रंग</translation>
    </message>
    <message>
        <source>Refresh this page</source>
        <translation>यह पृष्ठ ताज़ा करें</translation>
    </message>
    <message>
        <source>Open the inbox</source>
        <translation>इनबॉक्स खोलें</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>कुंजियाँ दिखाएँ</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>साइन आउट</translation>
    </message>
    <message>
        <source>Larger (Ctrl +)</source>
        <translation>बड़ा (Ctrl +)</translation>
    </message>
    <message>
        <source>Smaller (Ctrl −)</source>
        <translation>छोटा (Ctrl −)</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>सघन पंक्तियाँ</translation>
    </message>
    <message>
        <source>Normal rows</source>
        <translation>सामान्य पंक्तियाँ</translation>
    </message>
    <message>
        <source>Roomy rows</source>
        <translation>खुली पंक्तियाँ</translation>
    </message>
    <message>
        <source>Sound on a new order</source>
        <translation>नए ऑर्डर पर ध्वनि</translation>
    </message>
    <message>
        <source>Keys (?)</source>
        <translation>कुंजियाँ (?)</translation>
    </message>
    <message>
        <source>Search pages and actions</source>
        <translation>पृष्ठ और कार्य खोजें</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>सूची छाँटें</translation>
    </message>
    <message>
        <source>Move through the rows</source>
        <translation>पंक्तियों में चलें</translation>
    </message>
    <message>
        <source>Open the row&apos;s details</source>
        <translation>पंक्ति का विवरण खोलें</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>विवरण बंद करें</translation>
    </message>
    <message>
        <source>Back and forth</source>
        <translation>पीछे और आगे</translation>
    </message>
    <message>
        <source>Light or dark colours</source>
        <translation>हल्के या गहरे रंग</translation>
    </message>
    <message>
        <source>Larger, smaller, as it was</source>
        <translation>बड़ा, छोटा, पहले जैसा</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>यह सूची</translation>
    </message>
    <message>
        <source>Your store is approved: it can sell now</source>
        <translation>आपकी दुकान मंज़ूर हो गई: अब वह बेच सकती है</translation>
    </message>
    <message>
        <source>The reviewer of your documents asks for more</source>
        <translation>आपके दस्तावेज़ों की जाँच में और जानकारी माँगी गई है</translation>
    </message>
    <message>
        <source>Your documents were rejected</source>
        <translation>आपके दस्तावेज़ अस्वीकृत हुए</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Pages and actions…</source>
        <translation>पृष्ठ और काम…</translation>
    </message>
    <message>
        <source>Lock the console</source>
        <translation>कंसोल लॉक करें</translation>
    </message>
</context>
<context>
    <name>app::Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>पृष्ठ</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>साइन आउट</translation>
    </message>
</context>
<context>
    <name>app::Toasts</name>
    <message>
        <source>Undo</source>
        <translation>वापस लें</translation>
    </message>
</context>
<context>
    <name>app::TopBar</name>
    <message>
        <source>English</source>
        <comment>the language that is spoken now</comment>
        <translation>हिन्दी</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>हल्के रंग</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>गहरे रंग</translation>
    </message>
    <message>
        <source>More</source>
        <translation>और</translation>
    </message>
</context>
<context>
    <name>display</name>
    <message>
        <source>₹%1 Cr</source>
        <translation>₹%1 करोड़</translation>
    </message>
    <message>
        <source>₹%1 L</source>
        <translation>₹%1 लाख</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 मिनट</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 घंटे</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 दिन</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 सेकंड पहले</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 पहले</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>No</source>
        <translation>नहीं</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Wanted</source>
        <translation>माँग</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>वापस किया</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>शुल्क</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>भुगतान का तरीका</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>ई-मेल से</translation>
    </message>
    <message>
        <source>By text message</source>
        <translation>एसएमएस से</translation>
    </message>
    <message>
        <source>On the phone&apos;s screen</source>
        <translation>फ़ोन की स्क्रीन पर</translation>
    </message>
    <message>
        <source>By WhatsApp</source>
        <translation>व्हाट्सऐप से</translation>
    </message>
    <message>
        <source>While I am signed in</source>
        <translation>जब मैं साइन इन हूँ</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>उपयोगकर्ता नाम</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>पूरा नाम</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>भूमिका</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>शामिल हुए</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>पिछला साइन इन</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>दुकान</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>मालिक</translation>
    </message>
    <message>
        <source>Business e-mail</source>
        <translation>व्यवसाय का ई-मेल</translation>
    </message>
    <message>
        <source>Business phone</source>
        <translation>व्यवसाय का फ़ोन</translation>
    </message>
    <message>
        <source>City</source>
        <translation>शहर</translation>
    </message>
    <message>
        <source>KYC</source>
        <translation>केवाईसी</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Store name</source>
        <translation>दुकान का नाम</translation>
    </message>
    <message>
        <source>Owner&apos;s name</source>
        <translation>मालिक का नाम</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Street address</source>
        <translation>गली का पता</translation>
    </message>
    <message>
        <source>Pincode</source>
        <translation>पिनकोड</translation>
    </message>
    <message>
        <source>State</source>
        <translation>राज्य</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>पासवर्ड</translation>
    </message>
    <message>
        <source>Username or e-mail</source>
        <translation>उपयोगकर्ता नाम या ई-मेल</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>एक बार का कोड</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>उत्पाद</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>इकाई</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>मूल्य</translation>
    </message>
    <message>
        <source>Distributor price</source>
        <translation>वितरक मूल्य</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>स्टॉक</translation>
    </message>
    <message>
        <source>Min. order</source>
        <translation>न्यूनतम ऑर्डर</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>HSN</source>
        <translation>HSN</translation>
    </message>
    <message>
        <source>GST</source>
        <translation>GST</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>सक्रिय</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>बिका</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>बदला</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>शीर्षक</translation>
    </message>
    <message>
        <source>Price per unit</source>
        <translation>प्रति इकाई मूल्य</translation>
    </message>
    <message>
        <source>Minimum order</source>
        <translation>न्यूनतम ऑर्डर</translation>
    </message>
    <message>
        <source>Low-stock level</source>
        <translation>कम स्टॉक सीमा</translation>
    </message>
    <message>
        <source>HSN code</source>
        <translation>HSN कोड</translation>
    </message>
    <message>
        <source>GST rate</source>
        <translation>GST दर</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>बदलाव</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>With</source>
        <translation>किसके साथ</translation>
    </message>
    <message>
        <source>PAN</source>
        <translation>PAN</translation>
    </message>
    <message>
        <source>GSTIN</source>
        <translation>GSTIN</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>नियम</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>क़ानून</translation>
    </message>
    <message>
        <source>Ends before</source>
        <translation>इससे पहले तक</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>दर</translation>
    </message>
    <message>
        <source>Rate without PAN</source>
        <translation>PAN के बिना दर</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>इससे ऊपर</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>निश्चितता</translation>
    </message>
    <message>
        <source>On</source>
        <translation>चालू</translation>
    </message>
    <message>
        <source>On the day</source>
        <translation>इस दिन</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>महीना</translation>
    </message>
    <message>
        <source>Supplies</source>
        <translation>आपूर्ति</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>वापसी</translation>
    </message>
    <message>
        <source>Without GST</source>
        <translation>GST के बिना</translation>
    </message>
    <message>
        <source>IGST</source>
        <translation>IGST</translation>
    </message>
    <message>
        <source>CGST</source>
        <translation>CGST</translation>
    </message>
    <message>
        <source>SGST</source>
        <translation>SGST</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>कर</translation>
    </message>
    <message>
        <source>PAN of</source>
        <translation>PAN किसका</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>वर्ष में पहले</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>Taken of</source>
        <translation>जिस राशि पर</translation>
    </message>
    <message>
        <source>Why none</source>
        <translation>क्यों नहीं</translation>
    </message>
    <message>
        <source>GSTIN of the buyer</source>
        <translation>ख़रीदार का GSTIN</translation>
    </message>
    <message>
        <source>Number of the invoice</source>
        <translation>बिल संख्या</translation>
    </message>
    <message>
        <source>Transporter id</source>
        <translation>ट्रांसपोर्टर आईडी</translation>
    </message>
    <message>
        <source>Vehicle number</source>
        <translation>वाहन संख्या</translation>
    </message>
    <message>
        <source>Distance in km</source>
        <translation>दूरी किमी में</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>खाता संख्या</translation>
    </message>
    <message>
        <source>IFSC</source>
        <translation>IFSC</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>खाताधारक</translation>
    </message>
    <message>
        <source>PAN document</source>
        <translation>PAN दस्तावेज़</translation>
    </message>
    <message>
        <source>GSTIN certificate</source>
        <translation>GSTIN प्रमाणपत्र</translation>
    </message>
    <message>
        <source>Cancelled cheque</source>
        <translation>रद्द किया चेक</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>प्रयास</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>जमा</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>विक्रेता</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>ख़रीदार</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>सामान</translation>
    </message>
    <message>
        <source>Escrow</source>
        <translation>एस्क्रो</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>दिया गया</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>नियत</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>बैंक खाता</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>संदर्भ</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>अनुरोधित</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>संसाधित</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>सकल</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>कमीशन</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>शुद्ध</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>निपटाया गया</translation>
    </message>
    <message>
        <source>Bank reference</source>
        <translation>बैंक संदर्भ</translation>
    </message>
    <message>
        <source>Holder at the provider</source>
        <translation>प्रदाता के यहाँ खाताधारक</translation>
    </message>
    <message>
        <source>Note about the holder</source>
        <translation>खाताधारक के बारे में टिप्पणी</translation>
    </message>
    <message>
        <source>Paid through</source>
        <translation>भुगतान का माध्यम</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>आय</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>पहले</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>हिस्सा</translation>
    </message>
    <message>
        <source>Home hero</source>
        <translation>मुखपृष्ठ बड़ा</translation>
    </message>
    <message>
        <source>Home strip</source>
        <translation>मुखपृष्ठ पट्टी</translation>
    </message>
    <message>
        <source>Category top</source>
        <translation>श्रेणी शीर्ष</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>खोज परिणाम</translation>
    </message>
    <message>
        <source>Order confirmed</source>
        <translation>ऑर्डर पुष्टि</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>स्थान</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>अभियान</translation>
    </message>
    <message>
        <source>From</source>
        <translation>से</translation>
    </message>
    <message>
        <source>To</source>
        <translation>तक</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>दृश्य</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>क्लिक</translation>
    </message>
    <message>
        <source>CTR</source>
        <translation>CTR</translation>
    </message>
    <message>
        <source>Opens (https address)</source>
        <translation>खुलता है (https पता)</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>क्षेत्र</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>दर्शक</translation>
    </message>
    <message>
        <source>Priority (0 to 9)</source>
        <translation>प्राथमिकता (0 से 9)</translation>
    </message>
    <message>
        <source>Weight in the draw (1 to 100)</source>
        <translation>चयन में भार (1 से 100)</translation>
    </message>
    <message>
        <source>Impression cap</source>
        <translation>दृश्यों की सीमा</translation>
    </message>
    <message>
        <source>Times per viewer and day</source>
        <translation>प्रति दर्शक प्रतिदिन बार</translation>
    </message>
    <message>
        <source>A/B partner</source>
        <translation>A/B जोड़ीदार</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>अवधि</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>रिपोर्ट</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>प्रारूप</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>पंक्तियाँ</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>अनुरोधकर्ता</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>पूर्ण</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>समस्या</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>समय-सारणी</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>अगली बार</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>पिछला परिणाम</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>पिछली बार</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>घंटा</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>कुंजी</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>रिपोर्ट</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>बनाई गई</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>समाप्ति</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>अंतिम उपयोग</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>अनुरोध</translation>
    </message>
    <message>
        <source>Days until it expires</source>
        <translation>समाप्ति तक दिन</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>संख्या</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>अभियान</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>किसने</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>कार्य</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>वस्तु</translation>
    </message>
    <message>
        <source>Number of the object</source>
        <translation>वस्तु की संख्या</translation>
    </message>
    <message>
        <source>Network address</source>
        <translation>नेटवर्क पता</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>अनुरोध</translation>
    </message>
    <message>
        <source>When</source>
        <translation>कब</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>अनुमतियाँ</translation>
    </message>
    <message>
        <source>Super-admin</source>
        <translation>मुख्य प्रशासक</translation>
    </message>
    <message>
        <source>Code of the app</source>
        <translation>ऐप का कोड</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>मौजूदा पासवर्ड</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>नया पासवर्ड</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>खुलने का समय</translation>
    </message>
    <message>
        <source>Kind of business</source>
        <translation>व्यवसाय का प्रकार</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>धंधा</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>दायरा</translation>
    </message>
    <message>
        <source>Products on offer</source>
        <translation>बिक्री पर उत्पाद</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>खुले ऑर्डर</translation>
    </message>
    <message>
        <source>Completed orders</source>
        <translation>पूरे हुए ऑर्डर</translation>
    </message>
    <message>
        <source>Cancelled orders</source>
        <translation>रद्द ऑर्डर</translation>
    </message>
    <message>
        <source>Settled sales</source>
        <translation>निपटी बिक्री</translation>
    </message>
    <message>
        <source>Commission paid</source>
        <translation>दिया गया कमीशन</translation>
    </message>
    <message>
        <source>In escrow</source>
        <translation>एस्क्रो में</translation>
    </message>
    <message>
        <source>Buyers&apos; addresses in reach</source>
        <translation>पहुँच में ख़रीदारों के पते</translation>
    </message>
    <message>
        <source>Radius in km</source>
        <translation>दायरा, किमी में</translation>
    </message>
    <message>
        <source>Commission in percent</source>
        <translation>कमीशन, प्रतिशत में</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>After</source>
        <translation>बाद में</translation>
    </message>
    <message>
        <source>Deduction</source>
        <translation>कटौती</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Tare</source>
        <translation>खाली वज़न</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>तराज़ू</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>तौलने वाला</translation>
    </message>
    <message>
        <source>Weighed</source>
        <translation>तौला गया</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>पर्ची</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>ऑर्डर किया</translation>
    </message>
    <message>
        <source>Weighing</source>
        <translation>तौल</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>पर्चियाँ</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>विवाद</translation>
    </message>
    <message>
        <source>About</source>
        <translation>किस बारे में</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>किसने खोला</translation>
    </message>
    <message>
        <source>At stake</source>
        <translation>दाँव पर</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>खोला गया</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>क्या हुआ</translation>
    </message>
    <message>
        <source>From the chat</source>
        <translation>चैट से</translation>
    </message>
    <message>
        <source>To the buyer</source>
        <translation>ख़रीदार को</translation>
    </message>
    <message>
        <source>To the vendor</source>
        <translation>विक्रेता को</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>निर्णय</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>वस्तु</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>रिफ़ंड</translation>
    </message>
    <message>
        <source>Ledger account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>शेष</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>रोका गया</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Posting</source>
        <translation>प्रविष्टि</translation>
    </message>
    <message>
        <source>Other account</source>
        <translation>दूसरा खाता</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>किसका</translation>
    </message>
    <message>
        <source>From account</source>
        <translation>किस खाते से</translation>
    </message>
    <message>
        <source>To account</source>
        <translation>किस खाते में</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>खाते</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>सुधार</translation>
    </message>
    <message>
        <source>First approval</source>
        <translation>पहली मंज़ूरी</translation>
    </message>
    <message>
        <source>Bank file</source>
        <translation>बैंक फ़ाइल</translation>
    </message>
    <message>
        <source>What the bank said</source>
        <translation>बैंक ने क्या कहा</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>प्रारूप</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>चेकसम</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>बनाया</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>बना</translation>
    </message>
    <message>
        <source>The bank&apos;s answer</source>
        <translation>बैंक का उत्तर</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>पंक्ति</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>स्तर</translation>
    </message>
    <message>
        <source>For</source>
        <translation>किसके लिए</translation>
    </message>
    <message>
        <source>Until before</source>
        <translation>इसके पहले तक</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>क्या ग़लत है</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>भुगतान सेवा</translation>
    </message>
    <message>
        <source>File</source>
        <translation>फ़ाइल</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>लेन-देन</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>अपेक्षित</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>मिला</translation>
    </message>
    <message>
        <source>Whose money it is</source>
        <translation>पैसा किसका है</translation>
    </message>
    <message>
        <source>Column of the date</source>
        <translation>तारीख का स्तंभ</translation>
    </message>
    <message>
        <source>Column of the bank&apos;s words</source>
        <translation>बैंक के शब्दों का स्तंभ</translation>
    </message>
    <message>
        <source>Column of what came in</source>
        <translation>आवक का स्तंभ</translation>
    </message>
    <message>
        <source>Column of the balance</source>
        <translation>शेष राशि का स्तंभ</translation>
    </message>
    <message>
        <source>Column of the bank&apos;s number</source>
        <translation>बैंक की संख्या का स्तंभ</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>परिणाम</translation>
    </message>
    <message>
        <source>Words of the bank</source>
        <translation>बैंक के शब्द</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>उत्तर देता है</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>प्रतीक्षा में</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>Corrects</source>
        <translation>मूल बिल</translation>
    </message>
    <message>
        <source>Taxable value</source>
        <translation>कर योग्य मूल्य</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>जारी</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>तरीका</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खुला</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>स्थान</translation>
    </message>
    <message>
        <source>Set in</source>
        <translation>कहाँ तय हुआ</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>गुप्त कुंजी</translation>
    </message>
    <message>
        <source>Secret of webhooks</source>
        <translation>वेबहुक की गुप्त कुंजी</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>काटा गया</translation>
    </message>
    <message>
        <source>Tax withheld</source>
        <translation>काटा गया कर</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>चुकाया</translation>
    </message>
    <message>
        <source>Challan</source>
        <translation>चालान</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>किसने दर्ज किया</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>दर्ज</translation>
    </message>
    <message>
        <source>Back through gateways</source>
        <translation>गेटवे से वापस</translation>
    </message>
    <message>
        <source>Transferred by hand</source>
        <translation>हाथ से अंतरित</translation>
    </message>
    <message>
        <source>What</source>
        <translation>क्या</translation>
    </message>
</context>
<context>
    <name>hours</name>
    <message>
        <source>closed</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>No hours said: always open</source>
        <translation>समय नहीं बताया: हमेशा खुली</translation>
    </message>
</context>
<context>
    <name>kit::AskDialog</name>
    <message>
        <source>Choose a ready sentence</source>
        <translation>तैयार वाक्य चुनें</translation>
    </message>
    <message>
        <source>Ready sentences</source>
        <translation>तैयार वाक्य</translation>
    </message>
</context>
<context>
    <name>kit::Banner</name>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
</context>
<context>
    <name>kit::CallDialog</name>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
</context>
<context>
    <name>kit::Card</name>
    <message>
        <source>%1 as a table</source>
        <translation>%1 तालिका के रूप में</translation>
    </message>
    <message>
        <source>Save %1 as CSV…</source>
        <translation>%1 को CSV में सहेजें…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Save %1…</source>
        <translation>%1 सहेजें…</translation>
    </message>
    <message>
        <source>These figures as CSV…</source>
        <translation>ये आँकड़े CSV में…</translation>
    </message>
    <message>
        <source>Not there yet</source>
        <translation>अभी उपलब्ध नहीं</translation>
    </message>
</context>
<context>
    <name>kit::ChoiceFilter</name>
    <message>
        <source>Any</source>
        <translation>कोई भी</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>%1 से छाँटें</translation>
    </message>
</context>
<context>
    <name>kit::DocumentViewer</name>
    <message>
        <source>page %1 / %2</source>
        <translation>पृष्ठ %1 / %2</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>छोटा करें</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>बड़ा करें</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>घुमाएँ</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>खिड़की में समाएँ</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>पिछला पृष्ठ</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>अगला पृष्ठ</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>दस्तावेज़</translation>
    </message>
</context>
<context>
    <name>kit::FigureTile</name>
    <message>
        <source>up %1</source>
        <translation>%1 बढ़ा</translation>
    </message>
    <message>
        <source>down %1</source>
        <translation>%1 घटा</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>लोड हो रहा है</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>not up to date · Try again</source>
        <translation>पुराना · फिर कोशिश करें</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>%1 का</translation>
    </message>
</context>
<context>
    <name>kit::FileDrop</name>
    <message>
        <source>Replace…</source>
        <translation>बदलें…</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>फ़ाइल चुनें…</translation>
    </message>
    <message>
        <source>Choose a file for: %1</source>
        <translation>इसके लिए फ़ाइल चुनें: %1</translation>
    </message>
    <message>
        <source>Drop a file here: %1, up to %2.</source>
        <translation>फ़ाइल यहाँ छोड़ें: %1, अधिकतम %2।</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>फ़ाइल पढ़ी नहीं जा सकती।</translation>
    </message>
    <message>
        <source>Only these kinds of files are accepted: %1.</source>
        <translation>केवल ये फ़ाइलें स्वीकार हैं: %1।</translation>
    </message>
    <message>
        <source>This file is needed.</source>
        <translation>यह फ़ाइल ज़रूरी है।</translation>
    </message>
</context>
<context>
    <name>kit::FilterBar</name>
    <message>
        <source>Clear filters</source>
        <translation>छँटाई हटाएँ</translation>
    </message>
</context>
<context>
    <name>kit::Form</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (वैकल्पिक)</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>कैलेंडर</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2।</translation>
    </message>
    <message>
        <source>The one that was saved</source>
        <translation>जो सहेजा गया था</translation>
    </message>
</context>
<context>
    <name>kit::FormDialog</name>
    <message>
        <source>Changed by somebody else meanwhile: %1. Where you have typed something, yours stands; elsewhere theirs. “%2” saves it like this.</source>
        <translation>इस बीच किसी और ने बदला: %1। जहाँ आपने कुछ लिखा है वहाँ आपका है, बाकी में उनका। “%2” इसे ऐसे ही सहेजेगा।</translation>
    </message>
</context>
<context>
    <name>kit::ListPage</name>
    <message>
        <source>%1 so far, more below</source>
        <translation>अब तक %1, आगे और हैं</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>कुछ मेल नहीं खाता</translation>
    </message>
    <message>
        <source>No row fits these filters.</source>
        <translation>इन छँटाइयों से कोई पंक्ति मेल नहीं खाती।</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>छँटाई हटाएँ</translation>
    </message>
    <message>
        <source>Updated %1 · ? for shortcuts</source>
        <translation>%1 ताज़ा · कुंजियों के लिए ?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln पंक्ति</numerusform>
            <numerusform>%Ln पंक्तियाँ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kit::EscrowCard</name>
    <message>
        <source>ESCROW</source>
        <translation>एस्क्रो</translation>
    </message>
    <message>
        <source>Show the record</source>
        <translation>अभिलेख दिखाएँ</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>रोकी गई राशि</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>कब से</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>लौटाया गया</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>जारी किया गया</translation>
    </message>
    <message>
        <source>Released by</source>
        <translation>किसने जारी किया</translation>
    </message>
    <message>
        <source>Posting</source>
        <translation>प्रविष्टि</translation>
    </message>
</context>
<context>
    <name>kit::OrderPanel</name>
    <message>
        <source>This order is disputed. Its completion, its cancellation and its money wait for the decision.</source>
        <translation>इस ऑर्डर पर विवाद है। इसका पूरा या रद्द होना और इसकी रक़म निर्णय की प्रतीक्षा में हैं।</translation>
    </message>
    <message>
        <source>You act in place of the parties. The reason is kept in the order&apos;s history and the audit log.</source>
        <translation>आप पक्षों की जगह कार्य कर रहे हैं। कारण ऑर्डर के इतिहास और ऑडिट लॉग में रहेगा।</translation>
    </message>
    <message>
        <source>Vehicle or carrier (optional)</source>
        <translation>वाहन या ढुलाई (वैकल्पिक)</translation>
    </message>
    <message>
        <source>Reject this order?</source>
        <translation>यह ऑर्डर अस्वीकार करें?</translation>
    </message>
    <message>
        <source>Cancel this order?</source>
        <translation>यह ऑर्डर रद्द करें?</translation>
    </message>
    <message>
        <source>The held money goes back to the buyer. This cannot be undone.</source>
        <translation>रोकी गई राशि ख़रीदार को लौटेगी। इसे वापस नहीं लिया जा सकता।</translation>
    </message>
    <message>
        <source>Reject order</source>
        <translation>ऑर्डर अस्वीकार करें</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>ऑर्डर रद्द करें</translation>
    </message>
    <message>
        <source>Reason (the buyer reads it)</source>
        <translation>कारण (ख़रीदार पढ़ेगा)</translation>
    </message>
    <message>
        <source>Release the escrow?</source>
        <translation>एस्क्रो जारी करें?</translation>
    </message>
    <message>
        <source>The held money is settled with the vendor. This cannot be undone.</source>
        <translation>रोकी गई राशि विक्रेता को दी जाएगी। इसे वापस नहीं लिया जा सकता।</translation>
    </message>
    <message>
        <source>Vendor receives</source>
        <translation>विक्रेता को मिलेगा</translation>
    </message>
    <message>
        <source>Release %1</source>
        <translation>%1 जारी करें</translation>
    </message>
    <message>
        <source>Order %1: %2</source>
        <translation>ऑर्डर %1: %2</translation>
    </message>
    <message>
        <source>PROGRESS</source>
        <translation>प्रगति</translation>
    </message>
    <message>
        <source>MONEY</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>DELIVERY CONFIRMED BY</source>
        <translation>डिलीवरी की पुष्टि</translation>
    </message>
    <message>
        <source>Open chat</source>
        <translation>बातचीत खोलें</translation>
    </message>
    <message>
        <source>Progress of the order</source>
        <translation>ऑर्डर की प्रगति</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>टिप्पणी: %1</translation>
    </message>
    <message>
        <source>Carrier: %1</source>
        <translation>ढुलाई: %1</translation>
    </message>
    <message>
        <source>Phone %1</source>
        <translation>फ़ोन %1</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>डिलीवरी</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>छूट</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>Vendor received</source>
        <translation>विक्रेता को मिला</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>अभी नहीं</translation>
    </message>
    <message>
        <source>Release escrow…</source>
        <translation>एस्क्रो जारी करें…</translation>
    </message>
    <message>
        <source>Reject order…</source>
        <translation>ऑर्डर अस्वीकार करें…</translation>
    </message>
    <message>
        <source>Cancel order…</source>
        <translation>ऑर्डर रद्द करें…</translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation>रिफ़ंड…</translation>
    </message>
    <message>
        <source>Dispute…</source>
        <translation>विवाद…</translation>
    </message>
    <message>
        <source>Show the dispute</source>
        <translation>विवाद देखें</translation>
    </message>
    <message>
        <source>Grant a refund of order %1</source>
        <translation>ऑर्डर %1 का रिफ़ंड दें</translation>
    </message>
    <message>
        <source>Ask for a refund of order %1</source>
        <translation>ऑर्डर %1 के लिए रिफ़ंड माँगें</translation>
    </message>
    <message>
        <source>Left empty, the amount is all that is left: %1. It still has to be processed.</source>
        <translation>ख़ाली छोड़ने पर राशि वह सब है जो बचा है: %1। इसे अभी चुकाना बाकी रहेगा।</translation>
    </message>
    <message>
        <source>Left empty, the amount is all that is left: %1. An admin approves and processes it.</source>
        <translation>ख़ाली छोड़ने पर राशि वह सब है जो बचा है: %1। व्यवस्थापक इसे स्वीकृत करके चुकाता है।</translation>
    </message>
    <message>
        <source>Grant refund</source>
        <translation>रिफ़ंड दें</translation>
    </message>
    <message>
        <source>Ask for refund</source>
        <translation>रिफ़ंड माँगें</translation>
    </message>
    <message>
        <source>Refund %1: %2</source>
        <translation>रिफ़ंड %1: %2</translation>
    </message>
    <message>
        <source>Dispute order %1</source>
        <translation>ऑर्डर %1 पर विवाद</translation>
    </message>
    <message>
        <source>The money waits until an admin has heard both sides. The buyer is asked to answer. An amount is what the buyer is to get of a part back.</source>
        <translation>जब तक व्यवस्थापक दोनों पक्षों को न सुन ले, राशि रुकी रहती है। ख़रीदार से उत्तर माँगा जाता है। आंशिक वापसी में राशि वह है जो ख़रीदार को मिले।</translation>
    </message>
    <message>
        <source>Open dispute</source>
        <translation>विवाद खोलें</translation>
    </message>
    <message>
        <source>Dispute %1 is open</source>
        <translation>विवाद %1 खुल गया है</translation>
    </message>
    <message>
        <source>Invoice…</source>
        <translation>बिल…</translation>
    </message>
    <message>
        <source>Invoice %1</source>
        <translation>बिल %1</translation>
    </message>
    <message>
        <source>E-invoice JSON…</source>
        <translation>ई-इनवॉइस JSON…</translation>
    </message>
    <message>
        <source>E-way bill JSON…</source>
        <translation>ई-वे बिल JSON…</translation>
    </message>
    <message>
        <source>E-invoice of order %1</source>
        <translation>ऑर्डर %1 का ई-इनवॉइस</translation>
    </message>
    <message>
        <source>For the portal of the tax office (INV-01). The number is that of the store&apos;s invoice.</source>
        <translation>कर विभाग के पोर्टल के लिए (INV-01)। संख्या दुकान के बिल की है।</translation>
    </message>
    <message>
        <source>Save JSON</source>
        <translation>JSON सहेजें</translation>
    </message>
    <message>
        <source>E-invoice %1</source>
        <translation>ई-इनवॉइस %1</translation>
    </message>
    <message>
        <source>E-way bill of order %1</source>
        <translation>ऑर्डर %1 का ई-वे बिल</translation>
    </message>
    <message>
        <source>For the portal of e-way bills. A vehicle or a transporter is needed.</source>
        <translation>ई-वे बिल के पोर्टल के लिए। वाहन या परिवहनकर्ता ज़रूरी है।</translation>
    </message>
    <message>
        <source>E-way bill %1</source>
        <translation>ई-वे बिल %1</translation>
    </message>
    <message>
        <source>The portal also wants: %1</source>
        <translation>पोर्टल को यह भी चाहिए: %1</translation>
    </message>
</context>
<context>
    <name>kit::OrderSteps</name>
    <message>
        <source>when both have confirmed</source>
        <translation>जब दोनों पुष्टि करें</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>अभी बाकी</translation>
    </message>
    <message>
        <source>now</source>
        <translation>अभी</translation>
    </message>
    <message>
        <source>done</source>
        <translation>पूरा</translation>
    </message>
    <message>
        <source>Put back to placed</source>
        <translation>फिर से दिया गया करें</translation>
    </message>
    <message>
        <source>Accept order</source>
        <translation>ऑर्डर स्वीकार करें</translation>
    </message>
    <message>
        <source>Mark packed</source>
        <translation>पैक हुआ</translation>
    </message>
    <message>
        <source>Mark shipped</source>
        <translation>भेजा गया</translation>
    </message>
    <message>
        <source>Mark out for delivery</source>
        <translation>डिलीवरी पर निकला</translation>
    </message>
    <message>
        <source>Confirm delivery</source>
        <translation>डिलीवरी की पुष्टि करें</translation>
    </message>
    <message>
        <source>Complete order</source>
        <translation>ऑर्डर पूरा करें</translation>
    </message>
    <message>
        <source>Cancel order…</source>
        <translation>ऑर्डर रद्द करें…</translation>
    </message>
    <message>
        <source>Mark failed</source>
        <translation>विफल दर्ज करें</translation>
    </message>
    <message>
        <source>Mark refunded</source>
        <translation>वापसी दर्ज करें</translation>
    </message>
</context>
<context>
    <name>kit::Overview</name>
    <message>
        <source>From before, because the newest did not come: %1</source>
        <translation>पहले के आँकड़े, क्योंकि नए नहीं आए: %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>पूरा</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>करना है</translation>
    </message>
    <message>
        <source>Good morning, %1</source>
        <translation>सुप्रभात, %1</translation>
    </message>
    <message>
        <source>Good afternoon, %1</source>
        <translation>नमस्ते, %1</translation>
    </message>
    <message>
        <source>Good evening, %1</source>
        <translation>शुभ संध्या, %1</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>अवधि</translation>
    </message>
    <message>
        <source>Period: %1</source>
        <translation>अवधि: %1</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>डैशबोर्ड</translation>
    </message>
    <message>
        <source>in review</source>
        <translation>समीक्षा में</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>PDF निर्यात</translation>
    </message>
    <message>
        <source>Export this dashboard as PDF</source>
        <translation>यह डैशबोर्ड PDF में निर्यात करें</translation>
    </message>
    <message>
        <source>Everything is hidden</source>
        <translation>सब कुछ छिपा है</translation>
    </message>
    <message>
        <source>Choose with Customise what this page shows.</source>
        <translation>“अनुकूलित करें” से चुनें कि यह पृष्ठ क्या दिखाए।</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>सब दिखाएँ</translation>
    </message>
</context>
<context>
    <name>kit::PageState</name>
    <message>
        <source>Loading</source>
        <translation>लोड हो रहा है</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>कनेक्शन नहीं</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Not for this account</source>
        <translation>इस खाते के लिए नहीं</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>यह नहीं हो पाया</translation>
    </message>
</context>
<context>
    <name>kit::PaneBody</name>
    <message>
        <source>Details</source>
        <translation>विवरण</translation>
    </message>
</context>
<context>
    <name>kit::PieceChooser</name>
    <message>
        <source>Show all</source>
        <translation>सब दिखाएँ</translation>
    </message>
    <message>
        <source>Customise</source>
        <translation>अनुकूलित करें</translation>
    </message>
    <message>
        <source>Customise: choose what this page shows</source>
        <translation>अनुकूलित करें: चुनें कि यह पृष्ठ क्या दिखाए</translation>
    </message>
</context>
<context>
    <name>kit::Proof</name>
    <message>
        <source>Is it still you?</source>
        <translation>क्या यह अब भी आप ही हैं?</translation>
    </message>
    <message>
        <source>Type the code that your app shows now, or a recovery code.</source>
        <translation>आपका ऐप अभी जो कोड दिखा रहा है वह लिखें, या कोई रिकवरी कोड।</translation>
    </message>
    <message>
        <source>Type your password. It counts for five minutes.</source>
        <translation>अपना पासवर्ड लिखें। यह पाँच मिनट तक मान्य रहेगा।</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>आगे बढ़ें</translation>
    </message>
</context>
<context>
    <name>kit::Receiving</name>
    <message>
        <source>Saving %1</source>
        <translation>%1 सहेजा जा रहा है</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Stop saving %1</source>
        <translation>%1 सहेजना रोकें</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 में से %1</translation>
    </message>
</context>
<context>
    <name>kit::ReportFetch</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>kit::RunProgress</name>
    <message>
        <source>%1 of about %2 rows</source>
        <translation>लगभग %2 में से %1 पंक्तियाँ</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 पंक्तियाँ</translation>
    </message>
    <message>
        <source>Cancel run</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 रद्द करें</translation>
    </message>
</context>
<context>
    <name>kit::SearchFilter</name>
    <message>
        <source>Searching…</source>
        <translation>खोज रहे हैं…</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>कुछ नहीं मिला</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>कोई भी</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1, %2 प्रतीक्षा में</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>Commerce</source>
        <translation>व्यापार</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>धन</translation>
    </message>
    <message>
        <source>KYC review</source>
        <translation>KYC जाँच</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>भरोसा</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>चैट</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>उत्पाद</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>कैटलॉग</translation>
    </message>
    <message>
        <source>Payouts and earnings</source>
        <translation>भुगतान और कमाई</translation>
    </message>
    <message>
        <source>Profile and documents</source>
        <translation>विवरण और दस्तावेज़</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>दुकान</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>डैशबोर्ड</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>विश्लेषण</translation>
    </message>
    <message>
        <source>Insight</source>
        <translation>अंतर्दृष्टि</translation>
    </message>
    <message>
        <source>Reports &amp; exports</source>
        <translation>रिपोर्ट और निर्यात</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>हीटमैप</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>कर</translation>
    </message>
    <message>
        <source>Ad schedule</source>
        <translation>विज्ञापन योजना</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>ऑडिट लॉग</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>उपयोगकर्ता</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>कर्मचारी</translation>
    </message>
    <message>
        <source>My security</source>
        <translation>मेरी सुरक्षा</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>मैं</translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation>विक्रेता</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>System</source>
        <translation>प्रणाली</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Weigh desk</source>
        <translation>तौल काउंटर</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>विवाद</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>रिफ़ंड</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>बही-खाते</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>कमीशन</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>मिलान</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Payment providers</source>
        <translation>भुगतान प्रदाता</translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>At least %1 characters.</source>
        <translation>कम से कम %1 अक्षर।</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>विवरण बंद करें</translation>
    </message>
    <message>
        <source>View</source>
        <translation>दृश्य</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>अस्वीकार…</translation>
    </message>
    <message>
        <source>Reason (the vendor reads it)</source>
        <translation>कारण (विक्रेता इसे पढ़ेगा)</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>प्रयास %1</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>दस्तावेज़</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>बिक्री पर</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>छिपा हुआ</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>सहेजा गया</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>प्रति सहेजें</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>फ़ाइल लिखी नहीं जा सकी।</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>%1 भेजी जा रही है</translation>
    </message>
    <message>
        <source>The file has %1, more than %2.</source>
        <translation>फ़ाइल %1 की है, %2 से बड़ी।</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>is required</source>
        <translation>ज़रूरी है</translation>
    </message>
    <message>
        <source>must be between %1 and %2</source>
        <translation>%1 और %2 के बीच होना चाहिए</translation>
    </message>
    <message>
        <source>must be at least %1</source>
        <translation>कम से कम %1 होना चाहिए</translation>
    </message>
    <message>
        <source>must have %1 characters</source>
        <translation>%1 अक्षर होने चाहिए</translation>
    </message>
    <message>
        <source>must have %1 to %2 characters</source>
        <translation>%1 से %2 अक्षर होने चाहिए</translation>
    </message>
    <message>
        <source>has the wrong form</source>
        <translation>रूप सही नहीं है</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>पूर्ण संख्या होनी चाहिए</translation>
    </message>
    <message>
        <source>must be a smaller number</source>
        <translation>छोटी संख्या होनी चाहिए</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>संख्या होनी चाहिए</translation>
    </message>
    <message>
        <source>must be text</source>
        <translation>पाठ होना चाहिए</translation>
    </message>
</context>
<context>
    <name>signin::ActivateStep</name>
    <message>
        <source>Activating…</source>
        <translation>सक्रिय किया जा रहा है…</translation>
    </message>
    <message>
        <source>The mail is on its way again. Only the newest code counts.</source>
        <translation>मेल फिर भेज दी गई है। केवल सबसे नया कोड मान्य है।</translation>
    </message>
    <message>
        <source>Activate your account</source>
        <translation>अपना खाता सक्रिय करें</translation>
    </message>
    <message>
        <source>Paste the link or the code from the activation mail.</source>
        <translation>सक्रियण मेल का लिंक या कोड यहाँ डालें।</translation>
    </message>
    <message>
        <source>We sent a mail to %1. Paste its link or code here.</source>
        <translation>हमने %1 पर मेल भेजी है। उसका लिंक या कोड यहाँ डालें।</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>सक्रिय करें</translation>
    </message>
    <message>
        <source>Link or code</source>
        <translation>लिंक या कोड</translation>
    </message>
    <message>
        <source>Send the mail again</source>
        <translation>मेल फिर भेजें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
</context>
<context>
    <name>signin::Brand</name>
    <message>
        <source>Scrap has a price.
Here it is fair.</source>
        <translation>कबाड़ का भी दाम है।
यहाँ सही दाम है।</translation>
    </message>
    <message>
        <source>Money is held, then released</source>
        <translation>पैसा पहले सुरक्षित, फिर आपका</translation>
    </message>
    <message>
        <source>The buyer pays into escrow; you are paid when both sides confirm.</source>
        <translation>ख़रीदार एस्क्रो में चुकाता है; दोनों की पुष्टि पर आपको मिलता है।</translation>
    </message>
    <message>
        <source>Every store is checked</source>
        <translation>हर दुकान की जाँच होती है</translation>
    </message>
    <message>
        <source>Documents are reviewed by people before a store may sell.</source>
        <translation>बेचने से पहले लोग दस्तावेज़ जाँचते हैं।</translation>
    </message>
    <message>
        <source>One conversation per order</source>
        <translation>हर ऑर्डर की एक बातचीत</translation>
    </message>
    <message>
        <source>Photos, weighbridge slips and agreements stay with the order.</source>
        <translation>तस्वीरें, तौल पर्चियाँ और बातें ऑर्डर के साथ रहती हैं।</translation>
    </message>
    <message>
        <source>Kabaadwala, the scrap marketplace</source>
        <translation>कबाड़वाला, कबाड़ का बाज़ार</translation>
    </message>
</context>
<context>
    <name>signin::CertificateCard</name>
    <message>
        <source>Issued to</source>
        <translation>किसके लिए</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>किसने दिया</translation>
    </message>
    <message>
        <source>Itself</source>
        <translation>स्वयं</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>कब तक मान्य</translation>
    </message>
    <message>
        <source>%1, expired</source>
        <translation>%1, समाप्त</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln more day(s)</source>
        <translation>
            <numerusform>%1, %Ln दिन शेष</numerusform>
            <numerusform>%1, %Ln दिन शेष</numerusform>
        </translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>शृंखला</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>signin::CodeStep</name>
    <message>
        <source>Signing in…</source>
        <translation>साइन इन हो रहा है…</translation>
    </message>
    <message>
        <source>A new code is on its way.</source>
        <translation>नया कोड भेज दिया गया है।</translation>
    </message>
    <message>
        <source>Send a new code in %1 s</source>
        <translation>%1 सेकंड में नया कोड भेजें</translation>
    </message>
    <message>
        <source>Send a new code</source>
        <translation>नया कोड भेजें</translation>
    </message>
    <message>
        <source>Type the code</source>
        <translation>कोड लिखें</translation>
    </message>
    <message>
        <source>We sent a code of six digits to %1.</source>
        <translation>हमने %1 पर छह अंकों का कोड भेजा है।</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>साइन इन</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>एक बार का कोड</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Code of the app, or a recovery code</source>
        <translation>ऐप का कोड, या कोई रिकवरी कोड</translation>
    </message>
</context>
<context>
    <name>signin::ForgotStep</name>
    <message>
        <source>Show the password</source>
        <translation>पासवर्ड दिखाएँ</translation>
    </message>
    <message>
        <source>Please wait…</source>
        <translation>कृपया रुकें…</translation>
    </message>
    <message>
        <source>A new password</source>
        <translation>नया पासवर्ड</translation>
    </message>
    <message>
        <source>If the address is known, a mail with a code is on its way.</source>
        <translation>यदि पता दर्ज है, तो कोड वाली मेल भेज दी गई है।</translation>
    </message>
    <message>
        <source>Type the e-mail address of your account.</source>
        <translation>अपने खाते का ई-मेल पता लिखें।</translation>
    </message>
    <message>
        <source>Set the new password</source>
        <translation>नया पासवर्ड रखें</translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation>कोड भेजें</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>Link or code</source>
        <translation>लिंक या कोड</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>नया पासवर्ड</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
</context>
<context>
    <name>signin::Page</name>
    <message>
        <source>The password is changed. Sign in with the new one.</source>
        <translation>पासवर्ड बदल गया। नए से साइन इन करें।</translation>
    </message>
    <message>
        <source>Taking up your last session…</source>
        <translation>आपका पिछला सत्र लिया जा रहा है…</translation>
    </message>
    <message>
        <source>Your session has ended. Please sign in again.</source>
        <translation>आपका सत्र समाप्त हो गया। कृपया फिर साइन इन करें।</translation>
    </message>
    <message>
        <source>English</source>
        <comment>the language that is spoken now</comment>
        <translation>हिन्दी</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>कनेक्शन</translation>
    </message>
    <message>
        <source>Connection settings</source>
        <translation>कनेक्शन सेटिंग</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>हल्के रंग</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>गहरे रंग</translation>
    </message>
    <message>
        <source>Sign in with your password to open every page of your store.</source>
        <translation>अपनी दुकान के सभी पृष्ठ खोलने के लिए पासवर्ड से साइन इन करें।</translation>
    </message>
    <message>
        <source>Your last session is taken up as soon as it answers.</source>
        <translation>जवाब आते ही आपका पिछला सत्र फिर शुरू हो जाएगा।</translation>
    </message>
    <message>
        <source>You signed out in another window of this console.</source>
        <translation>आपने इस कंसोल की दूसरी विंडो में साइन आउट किया।</translation>
    </message>
</context>
<context>
    <name>signin::PasswordStep</name>
    <message>
        <source>Show the password</source>
        <translation>पासवर्ड दिखाएँ</translation>
    </message>
    <message>
        <source>Please type your name and your password.</source>
        <translation>कृपया अपना नाम और पासवर्ड लिखें।</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>जाँच हो रही है…</translation>
    </message>
    <message>
        <source>The account is not activated yet.</source>
        <translation>खाता अभी सक्रिय नहीं है।</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>सक्रिय करें</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>साइन इन</translation>
    </message>
    <message>
        <source>For vendors and for the people who run the marketplace.</source>
        <translation>विक्रेताओं और बाज़ार चलाने वालों के लिए।</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>Username or e-mail</source>
        <translation>उपयोगकर्ता नाम या ई-मेल</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>पासवर्ड</translation>
    </message>
    <message>
        <source>Forgot your password?</source>
        <translation>पासवर्ड भूल गए?</translation>
    </message>
    <message>
        <source>New here? Register as a vendor</source>
        <translation>नए हैं? विक्रेता के रूप में पंजीकरण करें</translation>
    </message>
    <message>
        <source>Activate with the code from the mail</source>
        <translation>मेल के कोड से सक्रिय करें</translation>
    </message>
</context>
<context>
    <name>signin::RegisterStep</name>
    <message>
        <source>Show the password</source>
        <translation>पासवर्ड दिखाएँ</translation>
    </message>
    <message>
        <source>This name is taken.</source>
        <translation>यह नाम लिया जा चुका है।</translation>
    </message>
    <message>
        <source>Registering…</source>
        <translation>पंजीकरण हो रहा है…</translation>
    </message>
    <message>
        <source>Register as a vendor</source>
        <translation>विक्रेता पंजीकरण</translation>
    </message>
    <message>
        <source>A mail with an activation code follows. Then come your store and its documents.</source>
        <translation>सक्रियण कोड की मेल आएगी। फिर आपकी दुकान और उसके दस्तावेज़।</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>पंजीकरण करें</translation>
    </message>
    <message>
        <source>I have an account already</source>
        <translation>मेरा खाता पहले से है</translation>
    </message>
</context>
<context>
    <name>signin::ServerStep</name>
    <message>
        <source>Without https everybody on the way could read the passwords. Plain http is allowed only on this machine.</source>
        <translation>https के बिना रास्ते में कोई भी पासवर्ड पढ़ सकता है। सादा http केवल इसी मशीन पर चलता है।</translation>
    </message>
    <message>
        <source>This is not the address of a server. Only https is allowed, except on this machine.</source>
        <translation>यह किसी सर्वर का पता नहीं है। इस मशीन को छोड़कर केवल https चलता है।</translation>
    </message>
    <message>
        <source>Looking at the server…</source>
        <translation>सर्वर देखा जा रहा है…</translation>
    </message>
    <message>
        <source>A Kabaadwala server answers, on this machine.</source>
        <translation>इसी मशीन पर एक कबाड़वाला सर्वर उत्तर दे रहा है।</translation>
    </message>
    <message>
        <source>A Kabaadwala server answers, and its certificate is good.</source>
        <translation>एक कबाड़वाला सर्वर उत्तर दे रहा है और उसका प्रमाणपत्र सही है।</translation>
    </message>
    <message>
        <source>The list has this server already, or is full with %1 of them.</source>
        <translation>यह सर्वर सूची में पहले से है, या सूची %1 सर्वरों से भर चुकी है।</translation>
    </message>
    <message>
        <source>The authority that vouches for the server</source>
        <translation>सर्वर की ज़मानत देने वाला प्राधिकरण</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>प्रमाणपत्र (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>This file holds no certificate that can be read.</source>
        <translation>इस फ़ाइल में पढ़ने योग्य कोई प्रमाणपत्र नहीं है।</translation>
    </message>
    <message>
        <source>Believed: only certificates that your file vouches for (%1).</source>
        <translation>केवल वे प्रमाणपत्र माने जाते हैं जिनकी ज़मानत आपकी फ़ाइल देती है (%1)।</translation>
    </message>
    <message>
        <source>Believed: certificates that this system trusts.</source>
        <translation>वे प्रमाणपत्र माने जाते हैं जिन पर यह सिस्टम भरोसा करता है।</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>दूसरी फ़ाइल…</translation>
    </message>
    <message>
        <source>Only those of a file…</source>
        <translation>केवल एक फ़ाइल के…</translation>
    </message>
    <message>
        <source>Those of the system</source>
        <translation>सिस्टम के</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>स्वागत है</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>सर्वर</translation>
    </message>
    <message>
        <source>First say where your market is. Its server is looked at before you sign in.</source>
        <translation>पहले बताएँ कि आपका बाज़ार कहाँ है। साइन इन से पहले उसका सर्वर देखा जाता है।</translation>
    </message>
    <message>
        <source>The server of your marketplace. Its certificate is always checked.</source>
        <translation>आपके बाज़ार का सर्वर। इसका प्रमाणपत्र हमेशा जाँचा जाता है।</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>यह सर्वर लें</translation>
    </message>
    <message>
        <source>Look at the server</source>
        <translation>सर्वर देखें</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>फिर देखें</translation>
    </message>
    <message>
        <source>Name, as you call it</source>
        <translation>नाम, जैसा आप कहते हैं</translation>
    </message>
    <message>
        <source>The name of the server</source>
        <translation>सर्वर का नाम</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>सर्वर का पता</translation>
    </message>
    <message>
        <source>Use it although it does not answer now</source>
        <translation>अभी उत्तर न देने पर भी इसे लें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
</context>
<context>
    <name>signin::ServersStep</name>
    <message>
        <source>Remove this server?</source>
        <translation>यह सर्वर हटाएँ?</translation>
    </message>
    <message>
        <source>The console forgets its address and your session there.</source>
        <translation>कंसोल उसका पता और वहाँ का आपका सत्र भूल जाएगा।</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>सर्वर</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>सर्वर</translation>
    </message>
    <message>
        <source>The markets that this console knows. Enter uses the chosen one.</source>
        <translation>वे बाज़ार जिन्हें यह कंसोल जानता है। Enter से चुना हुआ लिया जाता है।</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>यह सर्वर लें</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>चालू</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>जोड़ें</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
</context>
<context>
    <name>trouble</name>
    <message>
        <source>Some fields need attention.</source>
        <translation>कुछ खानों पर ध्यान दें।</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>नाम या पासवर्ड ग़लत है।</translation>
    </message>
    <message>
        <source>The code is wrong or no longer valid.</source>
        <translation>कोड ग़लत है या अब मान्य नहीं है।</translation>
    </message>
    <message>
        <source>Your session has ended. Please sign in again.</source>
        <translation>आपका सत्र समाप्त हो गया। कृपया फिर साइन इन करें।</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>आप यह नहीं कर सकते।</translation>
    </message>
    <message>
        <source>You lack the permission for this. Ask an admin.</source>
        <translation>आपके पास इसकी अनुमति नहीं है। प्रशासक से पूछें।</translation>
    </message>
    <message>
        <source>Your e-mail address is not confirmed yet.</source>
        <translation>आपके ई-मेल की पुष्टि अभी नहीं हुई है।</translation>
    </message>
    <message>
        <source>The account is locked for a while after too many attempts.</source>
        <translation>बहुत कोशिशों के बाद खाता कुछ देर के लिए बंद है।</translation>
    </message>
    <message>
        <source>The account is banned.</source>
        <translation>खाता प्रतिबंधित है।</translation>
    </message>
    <message>
        <source>The account is not active.</source>
        <translation>खाता सक्रिय नहीं है।</translation>
    </message>
    <message>
        <source>The profile has to be completed first.</source>
        <translation>पहले प्रोफ़ाइल पूरी करनी होगी।</translation>
    </message>
    <message>
        <source>The store may not sell yet.</source>
        <translation>दुकान अभी बेच नहीं सकती।</translation>
    </message>
    <message>
        <source>This is no longer there.</source>
        <translation>यह अब नहीं है।</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile. Please look again.</source>
        <translation>इस बीच किसी ने इसे बदल दिया। कृपया फिर देखें।</translation>
    </message>
    <message>
        <source>This exists already.</source>
        <translation>यह पहले से है।</translation>
    </message>
    <message>
        <source>This step is not possible now.</source>
        <translation>यह कदम अभी संभव नहीं है।</translation>
    </message>
    <message>
        <source>There is not enough stock.</source>
        <translation>पर्याप्त स्टॉक नहीं है।</translation>
    </message>
    <message>
        <source>The balance is too low.</source>
        <translation>शेष राशि कम है।</translation>
    </message>
    <message>
        <source>The amount is below the minimum.</source>
        <translation>राशि न्यूनतम से कम है।</translation>
    </message>
    <message>
        <source>The balance is frozen.</source>
        <translation>शेष राशि रोकी गई है।</translation>
    </message>
    <message>
        <source>The books do not agree. No money leaves until they have been checked.</source>
        <translation>बहीखाते मेल नहीं खाते। जाँच होने तक कोई पैसा बाहर नहीं जाएगा।</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>फ़ाइल बहुत बड़ी है।</translation>
    </message>
    <message>
        <source>This kind of file is not accepted.</source>
        <translation>इस तरह की फ़ाइल स्वीकार नहीं है।</translation>
    </message>
    <message>
        <source>Too many attempts. Please wait a moment.</source>
        <translation>बहुत कोशिशें हुईं। कृपया थोड़ा रुकें।</translation>
    </message>
    <message>
        <source>The payment partner does not answer.</source>
        <translation>भुगतान साझेदार उत्तर नहीं दे रहा।</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>सर्वर तक पहुँच नहीं है।</translation>
    </message>
    <message>
        <source>Something went wrong on the server.</source>
        <translation>सर्वर पर कुछ गड़बड़ हुई।</translation>
    </message>
    <message>
        <source>The server refused the request.</source>
        <translation>सर्वर ने अनुरोध अस्वीकार किया।</translation>
    </message>
    <message>
        <source>Try again in %1 s.</source>
        <translation>%1 सेकंड बाद फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>(Request %1)</source>
        <translation>(अनुरोध %1)</translation>
    </message>
    <message>
        <source>Please show that it is still you.</source>
        <translation>कृपया बताएँ कि यह अब भी आप ही हैं।</translation>
    </message>
    <message>
        <source>This part of the market is switched off.</source>
        <translation>बाज़ार का यह हिस्सा बंद है।</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>सर्वर ने समय पर उत्तर नहीं दिया।</translation>
    </message>
    <message>
        <source>The connection broke off.</source>
        <translation>कनेक्शन टूट गया।</translation>
    </message>
    <message>
        <source>The answer is too large.</source>
        <translation>उत्तर बहुत बड़ा है।</translation>
    </message>
    <message>
        <source>The server&apos;s answer cannot be read.</source>
        <translation>सर्वर का उत्तर पढ़ा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>This answer does not come from a Kabaadwala server.</source>
        <translation>यह उत्तर किसी कबाड़वाला सर्वर का नहीं है।</translation>
    </message>
    <message>
        <source>The server sends to another place, which is not followed.</source>
        <translation>सर्वर कहीं और भेज रहा है, वहाँ नहीं जाया जाता।</translation>
    </message>
    <message>
        <source>The server cannot be trusted: no safe connection comes about.</source>
        <translation>सर्वर पर भरोसा नहीं किया जा सकता: सुरक्षित कनेक्शन नहीं बनता।</translation>
    </message>
    <message>
        <source>The server cannot be trusted: nobody who is known here vouches for its certificate.</source>
        <translation>सर्वर पर भरोसा नहीं किया जा सकता: यहाँ जाना हुआ कोई उसके प्रमाणपत्र की ज़मानत नहीं देता।</translation>
    </message>
    <message>
        <source>The server cannot be trusted: its certificate has expired.</source>
        <translation>सर्वर पर भरोसा नहीं किया जा सकता: उसका प्रमाणपत्र समाप्त हो चुका है।</translation>
    </message>
    <message>
        <source>The server cannot be trusted: its certificate is not valid yet. Is the clock right?</source>
        <translation>सर्वर पर भरोसा नहीं किया जा सकता: उसका प्रमाणपत्र अभी मान्य नहीं हुआ। क्या घड़ी सही है?</translation>
    </message>
    <message>
        <source>The server cannot be trusted: its certificate is for another name.</source>
        <translation>सर्वर पर भरोसा नहीं किया जा सकता: उसका प्रमाणपत्र किसी और नाम का है।</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Unpaid</source>
        <translation>बिना भुगतान</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>दिया गया</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>पुष्ट</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>पैक</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>भेजा गया</translation>
    </message>
    <message>
        <source>Out for delivery</source>
        <translation>डिलीवरी पर</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>पहुँचा</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>पूरा</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>विवादित</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>वापस किया</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>रोका गया</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>जारी</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>अनुरोधित</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>लंबित</translation>
    </message>
    <message>
        <source>More information asked</source>
        <translation>और जानकारी माँगी</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>स्वीकृत</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>अस्वीकृत</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>चुकाया</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>विफल</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>रुका</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>सत्यापित</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>ख़रीदार</translation>
    </message>
    <message>
        <source>Distributor</source>
        <translation>वितरक</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>विक्रेता</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>प्रशासक</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>किग्रा</translation>
    </message>
    <message>
        <source>tonne</source>
        <translation>टन</translation>
    </message>
    <message>
        <source>piece</source>
        <translation>नग</translation>
    </message>
    <message>
        <source>litre</source>
        <translation>लीटर</translation>
    </message>
    <message>
        <source>metre</source>
        <translation>मीटर</translation>
    </message>
    <message>
        <source>PAN card</source>
        <translation>PAN कार्ड</translation>
    </message>
    <message>
        <source>GSTIN certificate</source>
        <translation>GSTIN प्रमाणपत्र</translation>
    </message>
    <message>
        <source>Cancelled cheque</source>
        <translation>रद्द चेक</translation>
    </message>
    <message>
        <source>Unsettled</source>
        <translation>तय नहीं</translation>
    </message>
    <message>
        <source>Below the threshold</source>
        <translation>सीमा से नीचे</translation>
    </message>
    <message>
        <source>No rule is on</source>
        <translation>कोई नियम चालू नहीं</translation>
    </message>
    <message>
        <source>Hindu undivided family</source>
        <translation>हिंदू अविभाजित परिवार</translation>
    </message>
    <message>
        <source>Firm or company</source>
        <translation>फ़र्म या कंपनी</translation>
    </message>
    <message>
        <source>No PAN</source>
        <translation>PAN नहीं</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>निर्धारित</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>चल रहा</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>समाप्त</translation>
    </message>
    <message>
        <source>Cap reached</source>
        <translation>सीमा पूरी</translation>
    </message>
    <message>
        <source>Home hero</source>
        <translation>मुखपृष्ठ बड़ा</translation>
    </message>
    <message>
        <source>Home strip</source>
        <translation>मुखपृष्ठ पट्टी</translation>
    </message>
    <message>
        <source>Category top</source>
        <translation>श्रेणी शीर्ष</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>खोज परिणाम</translation>
    </message>
    <message>
        <source>Order confirmed</source>
        <translation>ऑर्डर पुष्टि</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>प्रतीक्षा में</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>पूरी</translation>
    </message>
    <message>
        <source>Only by hand</source>
        <translation>केवल हाथ से</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>हर दिन</translation>
    </message>
    <message>
        <source>Every Monday</source>
        <translation>हर सोमवार</translation>
    </message>
    <message>
        <source>First of the month</source>
        <translation>महीने की पहली तारीख</translation>
    </message>
    <message>
        <source>First of the quarter</source>
        <translation>तिमाही की पहली तारीख</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>सब कुछ</translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation>दिन से दिन तक</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>कल (बीता)</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>पिछला सप्ताह</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>यह महीना</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>पिछला महीना</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>पिछली तिमाही</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>अवधि</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>State</source>
        <translation>राज्य</translation>
    </message>
    <message>
        <source>Escrow</source>
        <translation>एस्क्रो</translation>
    </message>
    <message>
        <source>Cash on delivery</source>
        <translation>डिलीवरी पर नकद</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>ऑनलाइन</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>सक्रिय</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>असत्यापित</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>निलंबित</translation>
    </message>
    <message>
        <source>Banned</source>
        <translation>प्रतिबंधित</translation>
    </message>
    <message>
        <source>Awaits approval</source>
        <translation>स्वीकृति बाक़ी</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>लॉक है</translation>
    </message>
    <message>
        <source>None</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>Review KYC</source>
        <translation>KYC की जाँच</translation>
    </message>
    <message>
        <source>Manage payouts</source>
        <translation>भुगतान सँभालना</translation>
    </message>
    <message>
        <source>Manage orders</source>
        <translation>ऑर्डर सँभालना</translation>
    </message>
    <message>
        <source>Manage users</source>
        <translation>उपयोगकर्ता सँभालना</translation>
    </message>
    <message>
        <source>Manage the catalogue</source>
        <translation>सूची सँभालना</translation>
    </message>
    <message>
        <source>Manage settings</source>
        <translation>सेटिंग्स सँभालना</translation>
    </message>
    <message>
        <source>Read the audit log</source>
        <translation>ऑडिट लॉग पढ़ना</translation>
    </message>
    <message>
        <source>Manage jobs</source>
        <translation>पृष्ठभूमि कार्य सँभालना</translation>
    </message>
    <message>
        <source>Manage ads</source>
        <translation>विज्ञापन सँभालना</translation>
    </message>
    <message>
        <source>Read reports</source>
        <translation>रिपोर्ट पढ़ना</translation>
    </message>
    <message>
        <source>Manage vendors</source>
        <translation>विक्रेताओं का प्रबंधन</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>निष्क्रिय</translation>
    </message>
    <message>
        <source>Not handed in</source>
        <translation>जमा नहीं किए</translation>
    </message>
    <message>
        <source>Individual</source>
        <translation>व्यक्ति</translation>
    </message>
    <message>
        <source>Proprietorship</source>
        <translation>एकल स्वामित्व</translation>
    </message>
    <message>
        <source>Partnership</source>
        <translation>साझेदारी</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>कंपनी</translation>
    </message>
    <message>
        <source>Cooperative</source>
        <translation>सहकारी संस्था</translation>
    </message>
    <message>
        <source>Scrap dealer</source>
        <translation>कबाड़ व्यापारी</translation>
    </message>
    <message>
        <source>Aggregator</source>
        <translation>संग्राहक</translation>
    </message>
    <message>
        <source>Recycler</source>
        <translation>पुनर्चक्रणकर्ता</translation>
    </message>
    <message>
        <source>Trader</source>
        <translation>व्यापारी</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>निर्माता</translation>
    </message>
    <message>
        <source>Daily sales</source>
        <translation>दैनिक बिक्री</translation>
    </message>
    <message>
        <source>Vendor performance</source>
        <translation>विक्रेता प्रदर्शन</translation>
    </message>
    <message>
        <source>Platform analytics</source>
        <translation>प्लेटफ़ॉर्म विश्लेषण</translation>
    </message>
    <message>
        <source>Financial report</source>
        <translation>वित्तीय रिपोर्ट</translation>
    </message>
    <message>
        <source>User activity</source>
        <translation>उपयोगकर्ता गतिविधि</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>बहीखाता</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>उपयोगकर्ता</translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation>विक्रेता</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>उत्पाद</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Wallet transactions</source>
        <translation>वॉलेट लेन-देन</translation>
    </message>
    <message>
        <source>Commissions</source>
        <translation>कमीशन</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>निकासी</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>ऑडिट लॉग</translation>
    </message>
    <message>
        <source>Ad performance</source>
        <translation>विज्ञापन प्रदर्शन</translation>
    </message>
    <message>
        <source>Not weighed</source>
        <translation>तौला नहीं गया</translation>
    </message>
    <message>
        <source>To be accepted</source>
        <translation>स्वीकृति बाक़ी</translation>
    </message>
    <message>
        <source>Contested</source>
        <translation>आपत्ति</translation>
    </message>
    <message>
        <source>Top-up asked</source>
        <translation>और राशि माँगी</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>सहमति हुई</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>राशि ली गई</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>स्वीकृत</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>वापस ली गई</translation>
    </message>
    <message>
        <source>Moisture</source>
        <translation>नमी</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>Foreign matter</source>
        <translation>मिलावट</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>अन्य</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>नहीं पहुँचा</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>ख़राब</translation>
    </message>
    <message>
        <source>Wrong item</source>
        <translation>ग़लत वस्तु</translation>
    </message>
    <message>
        <source>Weighed less</source>
        <translation>वज़न कम निकला</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>गुणवत्ता</translation>
    </message>
    <message>
        <source>Another price was agreed</source>
        <translation>दूसरा दाम तय हुआ था</translation>
    </message>
    <message>
        <source>Ordered twice</source>
        <translation>दो बार ऑर्डर हुआ</translation>
    </message>
    <message>
        <source>Goodwill</source>
        <translation>सद्भाव</translation>
    </message>
    <message>
        <source>Decision of a dispute</source>
        <translation>विवाद का निर्णय</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खुला</translation>
    </message>
    <message>
        <source>Both heard</source>
        <translation>दोनों सुने गए</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>निर्णय हुआ</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>वज़न</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>The money for the vendor</source>
        <translation>राशि विक्रेता को</translation>
    </message>
    <message>
        <source>The money back</source>
        <translation>पूरी राशि वापस</translation>
    </message>
    <message>
        <source>A part back</source>
        <translation>कुछ राशि वापस</translation>
    </message>
    <message>
        <source>For the vendor</source>
        <translation>विक्रेता के पक्ष में</translation>
    </message>
    <message>
        <source>For the buyer</source>
        <translation>ख़रीदार के पक्ष में</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>बाँटा गया</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>बाज़ार</translation>
    </message>
    <message>
        <source>Wallet, available</source>
        <translation>वॉलेट, उपलब्ध</translation>
    </message>
    <message>
        <source>Wallet, in escrow</source>
        <translation>वॉलेट, एस्क्रो में</translation>
    </message>
    <message>
        <source>Store, released</source>
        <translation>दुकान, जारी राशि</translation>
    </message>
    <message>
        <source>Store, in payouts</source>
        <translation>दुकान, भुगतान में</translation>
    </message>
    <message>
        <source>Store, owed</source>
        <translation>दुकान, बकाया</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>कमीशन</translation>
    </message>
    <message>
        <source>Payment gateway</source>
        <translation>भुगतान गेटवे</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>बैंक</translation>
    </message>
    <message>
        <source>Recharge</source>
        <translation>रिचार्ज</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>रोक</translation>
    </message>
    <message>
        <source>Hold of more</source>
        <translation>और रोक</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>रोक हटी</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>निपटान</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>वापसी</translation>
    </message>
    <message>
        <source>Payout requested</source>
        <translation>भुगतान का अनुरोध</translation>
    </message>
    <message>
        <source>Payout paid</source>
        <translation>भुगतान हुआ</translation>
    </message>
    <message>
        <source>Payout rejected</source>
        <translation>भुगतान अस्वीकृत</translation>
    </message>
    <message>
        <source>Payout sent back by the bank</source>
        <translation>बैंक से लौटा भुगतान</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>सुधार</translation>
    </message>
    <message>
        <source>Posting taken back</source>
        <translation>वापस ली गई प्रविष्टि</translation>
    </message>
    <message>
        <source>Refused by the bank</source>
        <translation>बैंक ने मना किया</translation>
    </message>
    <message>
        <source>Returned by the bank</source>
        <translation>बैंक ने लौटाया</translation>
    </message>
    <message>
        <source>At the bank</source>
        <translation>बैंक में</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>उत्पाद</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>सबके लिए</translation>
    </message>
    <message>
        <source>Vendor statement</source>
        <translation>विक्रेता विवरण</translation>
    </message>
    <message>
        <source>Another currency</source>
        <translation>दूसरी मुद्रा</translation>
    </message>
    <message>
        <source>Too little</source>
        <translation>कम राशि</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>अधिक राशि</translation>
    </message>
    <message>
        <source>Paid twice</source>
        <translation>दो बार भुगतान</translation>
    </message>
    <message>
        <source>Nobody asked for it</source>
        <translation>किसी ने नहीं माँगा</translation>
    </message>
    <message>
        <source>Went back at the provider</source>
        <translation>भुगतान सेवा से लौट गया</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>जमा</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>लौटाया गया</translation>
    </message>
    <message>
        <source>None of ours</source>
        <translation>हमारा नहीं</translation>
    </message>
    <message>
        <source>Disputed at the bank</source>
        <translation>बैंक में विवादित</translation>
    </message>
    <message>
        <source>Taken back by the bank</source>
        <translation>बैंक ने वापस लिया</translation>
    </message>
    <message>
        <source>Given back by the bank</source>
        <translation>बैंक ने लौटाया</translation>
    </message>
    <message>
        <source>Line of a settlement</source>
        <translation>निपटान की एक पंक्ति</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>सुलझा</translation>
    </message>
    <message>
        <source>Not sent back by the gateway</source>
        <translation>गेटवे ने वापस नहीं भेजा</translation>
    </message>
    <message>
        <source>Out of the wallet</source>
        <translation>वॉलेट से निकाला गया</translation>
    </message>
    <message>
        <source>Wallet, owed</source>
        <translation>वॉलेट, बकाया</translation>
    </message>
    <message>
        <source>Fees of payment gateways</source>
        <translation>भुगतान गेटवे का शुल्क</translation>
    </message>
    <message>
        <source>Recharge that went back</source>
        <translation>लौटा हुआ रिचार्ज</translation>
    </message>
    <message>
        <source>Debt of a wallet paid</source>
        <translation>वॉलेट का बकाया चुकाया</translation>
    </message>
    <message>
        <source>Settled by the gateway</source>
        <translation>गेटवे ने निपटाया</translation>
    </message>
    <message>
        <source>Seen before</source>
        <translation>पहले देखा गया</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>बही में दर्ज</translation>
    </message>
    <message>
        <source>Of no payment here</source>
        <translation>यहाँ के किसी भुगतान का नहीं</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>दूसरी राशि</translation>
    </message>
    <message>
        <source>Way to the bank</source>
        <translation>बैंक तक का रास्ता</translation>
    </message>
    <message>
        <source>No money in</source>
        <translation>आवक नहीं</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>पढ़ा नहीं गया</translation>
    </message>
    <message>
        <source>Tax invoice</source>
        <translation>कर बिल</translation>
    </message>
    <message>
        <source>Invoice without tax</source>
        <translation>बिना कर का बिल</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>क्रेडिट नोट</translation>
    </message>
    <message>
        <source>Commission invoice</source>
        <translation>कमीशन का बिल</translation>
    </message>
    <message>
        <source>Credit note for commission</source>
        <translation>कमीशन का क्रेडिट नोट</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>तैयार नहीं</translation>
    </message>
    <message>
        <source>Being set up</source>
        <translation>तैयार हो रहा है</translation>
    </message>
    <message>
        <source>Not paid by the provider</source>
        <translation>प्रदाता भुगतान नहीं करता</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>तैयार</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>भेजा जाना है</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>भेजा जा रहा है</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>भेजा गया</translation>
    </message>
    <message>
        <source>Refused by the provider</source>
        <translation>प्रदाता ने मना किया</translation>
    </message>
    <message>
        <source>Stripe Connect</source>
        <translation>Stripe Connect</translation>
    </message>
    <message>
        <source>Razorpay</source>
        <translation>Razorpay</translation>
    </message>
    <message>
        <source>Stripe</source>
        <translation>Stripe</translation>
    </message>
    <message>
        <source>SSLCommerz</source>
        <translation>SSLCommerz</translation>
    </message>
    <message>
        <source>UPI</source>
        <translation>UPI</translation>
    </message>
    <message>
        <source>Real money</source>
        <translation>असली पैसा</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>परीक्षण</translation>
    </message>
    <message>
        <source>Stand-in</source>
        <translation>नकली प्रदाता</translation>
    </message>
    <message>
        <source>File of the server</source>
        <translation>सर्वर की फ़ाइल</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>कंसोल</translation>
    </message>
    <message>
        <source>It answers and takes the keys.</source>
        <translation>वह जवाब देता है और कुंजियाँ मानता है।</translation>
    </message>
    <message>
        <source>It refuses these keys.</source>
        <translation>वह ये कुंजियाँ नहीं मानता।</translation>
    </message>
    <message>
        <source>It does not answer.</source>
        <translation>वह जवाब नहीं देता।</translation>
    </message>
    <message>
        <source>There is nobody to ask: UPI is a link.</source>
        <translation>पूछने के लिए कोई नहीं: UPI एक लिंक है।</translation>
    </message>
    <message>
        <source>GST due</source>
        <translation>देय GST</translation>
    </message>
    <message>
        <source>GST withheld</source>
        <translation>काटा गया GST</translation>
    </message>
    <message>
        <source>Income tax withheld</source>
        <translation>काटा गया आयकर</translation>
    </message>
    <message>
        <source>Tax withheld</source>
        <translation>काटा गया कर</translation>
    </message>
    <message>
        <source>Paid to the tax office</source>
        <translation>कर कार्यालय को चुकाया</translation>
    </message>
    <message>
        <source>Commission of a sale in cash</source>
        <translation>नकद बिक्री का कमीशन</translation>
    </message>
    <message>
        <source>GST of the commission</source>
        <translation>कमीशन का GST</translation>
    </message>
    <message>
        <source>Commission summary</source>
        <translation>कमीशन सारांश</translation>
    </message>
    <message>
        <source>Payout summary</source>
        <translation>भुगतान सारांश</translation>
    </message>
    <message>
        <source>Balances, sales and payouts</source>
        <translation>शेष, बिक्री और भुगतान</translation>
    </message>
    <message>
        <source>Commission and its GST</source>
        <translation>कमीशन और उसका GST</translation>
    </message>
    <message>
        <source>Balance given back</source>
        <translation>शेष राशि लौटाई गई</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>ख़र्च</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Andaman and Nicobar Islands</source>
        <translation>अंडमान और निकोबार द्वीप समूह</translation>
    </message>
    <message>
        <source>Andhra Pradesh</source>
        <translation>आंध्र प्रदेश</translation>
    </message>
    <message>
        <source>Arunachal Pradesh</source>
        <translation>अरुणाचल प्रदेश</translation>
    </message>
    <message>
        <source>Assam</source>
        <translation>असम</translation>
    </message>
    <message>
        <source>Bihar</source>
        <translation>बिहार</translation>
    </message>
    <message>
        <source>Chandigarh</source>
        <translation>चंडीगढ़</translation>
    </message>
    <message>
        <source>Chhattisgarh</source>
        <translation>छत्तीसगढ़</translation>
    </message>
    <message>
        <source>Dadra and Nagar Haveli and Daman and Diu</source>
        <translation>दादरा और नगर हवेली तथा दमन और दीव</translation>
    </message>
    <message>
        <source>Delhi</source>
        <translation>दिल्ली</translation>
    </message>
    <message>
        <source>Goa</source>
        <translation>गोवा</translation>
    </message>
    <message>
        <source>Gujarat</source>
        <translation>गुजरात</translation>
    </message>
    <message>
        <source>Haryana</source>
        <translation>हरियाणा</translation>
    </message>
    <message>
        <source>Himachal Pradesh</source>
        <translation>हिमाचल प्रदेश</translation>
    </message>
    <message>
        <source>Jammu and Kashmir</source>
        <translation>जम्मू और कश्मीर</translation>
    </message>
    <message>
        <source>Jharkhand</source>
        <translation>झारखंड</translation>
    </message>
    <message>
        <source>Karnataka</source>
        <translation>कर्नाटक</translation>
    </message>
    <message>
        <source>Kerala</source>
        <translation>केरल</translation>
    </message>
    <message>
        <source>Ladakh</source>
        <translation>लद्दाख</translation>
    </message>
    <message>
        <source>Lakshadweep</source>
        <translation>लक्षद्वीप</translation>
    </message>
    <message>
        <source>Madhya Pradesh</source>
        <translation>मध्य प्रदेश</translation>
    </message>
    <message>
        <source>Maharashtra</source>
        <translation>महाराष्ट्र</translation>
    </message>
    <message>
        <source>Manipur</source>
        <translation>मणिपुर</translation>
    </message>
    <message>
        <source>Meghalaya</source>
        <translation>मेघालय</translation>
    </message>
    <message>
        <source>Mizoram</source>
        <translation>मिज़ोरम</translation>
    </message>
    <message>
        <source>Nagaland</source>
        <translation>नागालैंड</translation>
    </message>
    <message>
        <source>Odisha</source>
        <translation>ओडिशा</translation>
    </message>
    <message>
        <source>Puducherry</source>
        <translation>पुदुचेरी</translation>
    </message>
    <message>
        <source>Punjab</source>
        <translation>पंजाब</translation>
    </message>
    <message>
        <source>Rajasthan</source>
        <translation>राजस्थान</translation>
    </message>
    <message>
        <source>Sikkim</source>
        <translation>सिक्किम</translation>
    </message>
    <message>
        <source>Tamil Nadu</source>
        <translation>तमिलनाडु</translation>
    </message>
    <message>
        <source>Telangana</source>
        <translation>तेलंगाना</translation>
    </message>
    <message>
        <source>Tripura</source>
        <translation>त्रिपुरा</translation>
    </message>
    <message>
        <source>Uttar Pradesh</source>
        <translation>उत्तर प्रदेश</translation>
    </message>
    <message>
        <source>Uttarakhand</source>
        <translation>उत्तराखंड</translation>
    </message>
    <message>
        <source>West Bengal</source>
        <translation>पश्चिम बंगाल</translation>
    </message>
</context>
<context>
    <name>invoices::Page</name>
    <message>
        <source>All months</source>
        <translation>सभी महीने</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>सभी प्रकार</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>What stores have invoiced, and the market to them</source>
        <translation>दुकानों के जारी बिल, और बाज़ार के उन्हें जारी</translation>
    </message>
    <message>
        <source>What your store has invoiced, and the market to it</source>
        <translation>आपकी दुकान के जारी बिल, और बाज़ार के उसे जारी</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>PDF सहेजें…</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV निर्यात…</translation>
    </message>
    <message>
        <source>Invoices and credit notes</source>
        <translation>बिल और क्रेडिट नोट</translation>
    </message>
    <message>
        <source>No invoices here</source>
        <translation>यहाँ कोई बिल नहीं</translation>
    </message>
    <message>
        <source>An invoice appears here as soon as an order is settled.</source>
        <translation>ऑर्डर का भुगतान होते ही बिल यहाँ दिखता है।</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>%1 is at the printer</source>
        <translation>%1 प्रिंटर पर भेजा गया</translation>
    </message>
</context>
<context>
    <name>TicketPaper</name>
    <message>
        <source>read by hand, with pictures</source>
        <translation>हाथ से पढ़ा गया, तस्वीरों के साथ</translation>
    </message>
    <message>
        <source>Weigh ticket %1</source>
        <translation>तौल पर्ची %1</translation>
    </message>
    <message>
        <source>Seal %1</source>
        <translation>मुहर %1</translation>
    </message>
</context>
<context>
    <name>kit::WeighTickets</name>
    <message>
        <source>More tickets…</source>
        <translation>और पर्चियाँ…</translation>
    </message>
    <message>
        <source>WEIGH TICKETS</source>
        <translation>तौल पर्चियाँ</translation>
    </message>
    <message>
        <source>BY WEIGHT IT COMES TO</source>
        <translation>वज़न के अनुसार हिसाब</translation>
    </message>
    <message>
        <source>Ticket %1 · %2</source>
        <translation>पर्ची %1 · %2</translation>
    </message>
    <message>
        <source>Print ticket %1</source>
        <translation>पर्ची %1 छापें</translation>
    </message>
    <message>
        <source>Price per %1</source>
        <translation>प्रति %1 मूल्य</translation>
    </message>
    <message>
        <source>read by hand, with pictures</source>
        <translation>हाथ से पढ़ा गया, तस्वीरों के साथ</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>मुहर</translation>
    </message>
    <message>
        <source>genuine</source>
        <translation>असली</translation>
    </message>
    <message>
        <source>broken: the ticket was changed</source>
        <translation>टूटी हुई: पर्ची बदली गई है</translation>
    </message>
    <message>
        <source>Accepted by the vendor</source>
        <translation>विक्रेता ने स्वीकार किया</translation>
    </message>
    <message>
        <source>Accepted by the buyer</source>
        <translation>ख़रीदार ने स्वीकार किया</translation>
    </message>
    <message>
        <source>Contested by: %1</source>
        <translation>आपत्ति: %1</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>वापस ली गई</translation>
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
        <source>Returns to the buyer</source>
        <translation>ख़रीदार को वापस</translation>
    </message>
    <message>
        <source>Top-up of %1</source>
        <translation>%1 की अतिरिक्त राशि</translation>
    </message>
    <message>
        <source>asked until %1</source>
        <translation>%1 तक माँगी गई</translation>
    </message>
    <message>
        <source>held as well</source>
        <translation>वह भी रोकी गई</translation>
    </message>
    <message>
        <source>declined by the buyer</source>
        <translation>ख़रीदार ने मना किया</translation>
    </message>
    <message>
        <source>not answered in time</source>
        <translation>समय पर उत्तर नहीं मिला</translation>
    </message>
    <message>
        <source>no longer needed</source>
        <translation>अब ज़रूरत नहीं</translation>
    </message>
</context>
<context>
    <name>StoreChoice</name>
    <message>
        <source>Find</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Part of its name</source>
        <translation>नाम का हिस्सा</translation>
    </message>
    <message>
        <source>No store has this in its name.</source>
        <translation>किसी दुकान के नाम में यह नहीं है।</translation>
    </message>
    <message>
        <source>More stores have this in their names: type more of it.</source>
        <translation>और भी दुकानों के नाम में यह है: नाम का और हिस्सा लिखें।</translation>
    </message>
</context>
<context>
    <name>kit::RefundForm</name>
    <message>
        <source>Or of these items</source>
        <translation>या इन वस्तुओं की</translation>
    </message>
    <message>
        <source>Amount of %1</source>
        <translation>%1 की राशि</translation>
    </message>
    <message>
        <source>%1: enter an amount of up to %2.</source>
        <translation>%1: %2 तक की राशि लिखें।</translation>
    </message>
    <message>
        <source>Enter an amount of the whole order or of its items, not both.</source>
        <translation>पूरे ऑर्डर की राशि लिखें या उसकी वस्तुओं की, दोनों नहीं।</translation>
    </message>
</context>
<context>
    <name>kit::DisputeForm</name>
    <message>
        <source>Photo or document %1</source>
        <translation>तस्वीर या दस्तावेज़ %1</translation>
    </message>
</context>
<context>
    <name>kit::WalletDialog</name>
    <message>
        <source>Wallet</source>
        <translation>बटुआ</translation>
    </message>
    <message>
        <source>What moved in this wallet</source>
        <translation>इस बटुए में क्या हुआ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Can be spent</source>
        <translation>खर्च किया जा सकता है</translation>
    </message>
    <message>
        <source>Held for orders</source>
        <translation>ऑर्डरों के लिए रोका गया</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>Recharged in all</source>
        <translation>अब तक का रिचार्ज</translation>
    </message>
    <message>
        <source>Spent in all</source>
        <translation>अब तक का खर्च</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Frozen: nothing new can be held</source>
        <translation>फ़्रीज़: कुछ नया नहीं रोका जा सकता</translation>
    </message>
</context>
</TS>
