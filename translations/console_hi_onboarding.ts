<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>onboarding::Hand</name>
    <message>
        <source>Your documents are handed in</source>
        <translation>आपके दस्तावेज़ जमा हो गए</translation>
    </message>
    <message>
        <source>2  Documents</source>
        <translation>2  दस्तावेज़</translation>
    </message>
    <message>
        <source>These documents were handed in.</source>
        <translation>ये दस्तावेज़ जमा किए गए।</translation>
    </message>
    <message>
        <source>Correct what was asked for and hand everything in again.</source>
        <translation>जो माँगा गया उसे सुधारें और सब कुछ फिर जमा करें।</translation>
    </message>
    <message>
        <source>An admin compares what you type with the documents, usually within a day.</source>
        <translation>एडमिन आपके लिखे विवरण को दस्तावेज़ों से मिलाता है, आम तौर पर एक दिन में।</translation>
    </message>
    <message>
        <source>Hand in again</source>
        <translation>फिर जमा करें</translation>
    </message>
    <message>
        <source>Hand in for review</source>
        <translation>जाँच के लिए जमा करें</translation>
    </message>
    <message>
        <source>PAN %1</source>
        <translation>PAN %1</translation>
    </message>
    <message>
        <source>GSTIN %1</source>
        <translation>GSTIN %1</translation>
    </message>
    <message>
        <source>Account %1 · %2 · %3</source>
        <translation>खाता %1 · %2 · %3</translation>
    </message>
    <message>
        <source>Cancelled cheque (optional)</source>
        <translation>रद्द चेक (वैकल्पिक)</translation>
    </message>
</context>
<context>
    <name>onboarding::HoursForm</name>
    <message>
        <source>Opening hours</source>
        <translation>खुलने का समय</translation>
    </message>
    <message>
        <source>Such as 09:00-13:00, 15:00-18:00. A line left empty is a closed day.</source>
        <translation>जैसे 09:00-13:00, 15:00-18:00। खाली पंक्ति का अर्थ है कि उस दिन दुकान बंद है।</translation>
    </message>
    <message>
        <source>%1: this is not read as times.</source>
        <translation>%1: इसे समय के रूप में नहीं पढ़ा जा सका।</translation>
    </message>
</context>
<context>
    <name>onboarding::Page</name>
    <message>
        <source>Store profile</source>
        <translation>दुकान का विवरण</translation>
    </message>
    <message>
        <source>still to be filled in</source>
        <translation>भरना बाकी</translation>
    </message>
    <message>
        <source>handed in %1</source>
        <translation>%1 को जमा</translation>
    </message>
    <message>
        <source>PAN, GSTIN, bank account</source>
        <translation>PAN, GSTIN, बैंक खाता</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>जाँच</translation>
    </message>
    <message>
        <source>usually within a day</source>
        <translation>आम तौर पर एक दिन में</translation>
    </message>
    <message>
        <source>Ready to sell</source>
        <translation>बेचने के लिए तैयार</translation>
    </message>
    <message>
        <source>Your store is approved. You can sell.</source>
        <translation>आपकी दुकान स्वीकृत है। आप बेच सकते हैं।</translation>
    </message>
    <message>
        <source>Your documents were rejected: %1</source>
        <translation>आपके दस्तावेज़ अस्वीकृत हुए: %1</translation>
    </message>
    <message>
        <source>The reviewer needs more: %1</source>
        <translation>जाँचकर्ता को और चाहिए: %1</translation>
    </message>
    <message>
        <source>Your documents are being reviewed. Selling starts when they are approved.</source>
        <translation>आपके दस्तावेज़ों की जाँच चल रही है। स्वीकृति के बाद बिक्री शुरू होगी।</translation>
    </message>
    <message>
        <source>Selling starts when your documents are approved. Your profile and the documents are needed for it.</source>
        <translation>दस्तावेज़ स्वीकृत होने पर बिक्री शुरू होगी। इसके लिए आपका विवरण और दस्तावेज़ चाहिए।</translation>
    </message>
    <message>
        <source>Attempt %1 · %2 · %3</source>
        <translation>प्रयास %1 · %2 · %3</translation>
    </message>
    <message>
        <source>Your store is saved</source>
        <translation>आपकी दुकान सहेजी गई</translation>
    </message>
    <message>
        <source>Three steps, then your store can sell</source>
        <translation>तीन क़दम, फिर आपकी दुकान बेच सकती है</translation>
    </message>
    <message>
        <source>How we reach you</source>
        <translation>हम आप तक कैसे पहुँचें</translation>
    </message>
    <message>
        <source>Your store is approved. Choose how we reach you, then every page opens.</source>
        <translation>आपकी दुकान स्वीकृत है। चुनें कि हम आप तक कैसे पहुँचें, फिर हर पृष्ठ खुलेगा।</translation>
    </message>
    <message>
        <source>1  Your store</source>
        <translation>1  आपकी दुकान</translation>
    </message>
    <message>
        <source>Buyers see the name and the place; we call the phone number when something is unclear.</source>
        <translation>ख़रीदार नाम और जगह देखते हैं; कुछ स्पष्ट न हो तो हम फ़ोन करते हैं।</translation>
    </message>
    <message>
        <source>EARLIER ATTEMPTS</source>
        <translation>पिछले प्रयास</translation>
    </message>
    <message>
        <source>Save store</source>
        <translation>दुकान सहेजें</translation>
    </message>
    <message>
        <source>Your store is approved. Sign in with your password to open every page.</source>
        <translation>आपकी दुकान मंज़ूर हो गई। सभी पृष्ठ खोलने के लिए पासवर्ड से साइन इन करें।</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>साइन इन</translation>
    </message>
    <message>
        <source>Logo (saved; a new one replaces it)</source>
        <translation>लोगो (सहेजा हुआ; नया इसकी जगह लेगा)</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>लोगो</translation>
    </message>
    <message>
        <source>Banner (saved; a new one replaces it)</source>
        <translation>बैनर (सहेजा हुआ; नया इसकी जगह लेगा)</translation>
    </message>
    <message>
        <source>Banner</source>
        <translation>बैनर</translation>
    </message>
</context>
<context>
    <name>onboarding::Reach</name>
    <message>
        <source>Your choices are saved</source>
        <translation>आपकी पसंद सहेजी गई</translation>
    </message>
    <message>
        <source>3  How we reach you</source>
        <translation>3  हम आप तक कैसे पहुँचें</translation>
    </message>
    <message>
        <source>You can change this whenever you like. Codes, money and orders are told by e-mail all the same.</source>
        <translation>इसे आप कभी भी बदल सकते हैं। कोड, पैसे और ऑर्डर की ख़बर ई-मेल से फिर भी आएगी।</translation>
    </message>
    <message>
        <source>Choose once, so that your profile is complete. Codes, money and orders are told by e-mail all the same.</source>
        <translation>एक बार चुनें ताकि आपका विवरण पूरा हो। कोड, पैसे और ऑर्डर की ख़बर ई-मेल से फिर भी आएगी।</translation>
    </message>
    <message>
        <source>Save choices</source>
        <translation>पसंद सहेजें</translation>
    </message>
</context>
</TS>
