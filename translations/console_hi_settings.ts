<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>settings</name>
    <message>
        <source>How far from a buyer&apos;s address stores are found, in kilometres.</source>
        <translation>ख़रीदार के पते से कितनी दूर तक दुकानें मिलती हैं, किलोमीटर में।</translation>
    </message>
    <message>
        <source>Commission in percent where no category, product or vendor has its own.</source>
        <translation>कमीशन प्रतिशत में, जहाँ श्रेणी, उत्पाद या विक्रेता का अपना नहीं है।</translation>
    </message>
    <message>
        <source>Whether escrow settles by itself after both parties confirmed, or waits for an admin.</source>
        <translation>दोनों पक्षों की पुष्टि के बाद एस्क्रो अपने आप निपटता है या प्रशासक की प्रतीक्षा करता है।</translation>
    </message>
    <message>
        <source>Days after delivery when an unconfirmed order completes by itself; 0 switches this off.</source>
        <translation>डिलीवरी के कितने दिन बाद बिना पुष्टि का ऑर्डर अपने आप पूरा होता है; 0 इसे बंद करता है।</translation>
    </message>
    <message>
        <source>Minutes after which an order that the vendor has not confirmed is cancelled.</source>
        <translation>कितने मिनट बाद वह ऑर्डर रद्द होता है जिसकी पुष्टि विक्रेता ने नहीं की।</translation>
    </message>
    <message>
        <source>Minutes after which an order that is to be paid online and is not is cancelled.</source>
        <translation>कितने मिनट बाद वह ऑर्डर रद्द होता है जिसका ऑनलाइन भुगतान होना था और नहीं हुआ।</translation>
    </message>
    <message>
        <source>Whether an order that is paid online is confirmed by that, or waits for its vendor.</source>
        <translation>ऑनलाइन भुगतान होते ही ऑर्डर की पुष्टि हो जाए, या विक्रेता की पुष्टि का इंतज़ार हो।</translation>
    </message>
    <message>
        <source>Whether orders can be paid in cash at their delivery. Nothing is held for them, and their vendors owe the commission.</source>
        <translation>क्या ऑर्डर का भुगतान डिलीवरी पर नकद हो सकता है। उनके लिए कुछ रोका नहीं जाता, और कमीशन विक्रेता पर बकाया होता है।</translation>
    </message>
    <message>
        <source>The largest sum of orders placed together that can be paid in cash.</source>
        <translation>एक साथ दिए गए ऑर्डरों की सबसे बड़ी राशि जिसका नकद भुगतान हो सकता है।</translation>
    </message>
    <message>
        <source>The state that ends the buyer&apos;s right to cancel an order.</source>
        <translation>वह स्थिति जिसके बाद ख़रीदार ऑर्डर रद्द नहीं कर सकता।</translation>
    </message>
    <message>
        <source>Minutes within which a vendor should confirm an order; longer ones are shown as late.</source>
        <translation>कितने मिनट में विक्रेता को ऑर्डर की पुष्टि करनी चाहिए; इससे अधिक देर से दिखता है।</translation>
    </message>
    <message>
        <source>Minutes within which a confirmed order should be sent; longer ones are shown as late.</source>
        <translation>कितने मिनट में पुष्ट ऑर्डर भेजा जाना चाहिए; इससे अधिक देर से दिखता है।</translation>
    </message>
    <message>
        <source>Minutes within which a sent order should be delivered; longer ones are shown as late.</source>
        <translation>कितने मिनट में भेजा गया ऑर्डर पहुँचना चाहिए; इससे अधिक देर से दिखता है।</translation>
    </message>
    <message>
        <source>Share of the orders in percent that may be cancelled; more is shown as too much.</source>
        <translation>ऑर्डरों का कितना प्रतिशत रद्द हो सकता है; इससे अधिक ज़्यादा दिखता है।</translation>
    </message>
    <message>
        <source>The smallest recharge of a wallet.</source>
        <translation>वॉलेट का सबसे छोटा रिचार्ज।</translation>
    </message>
    <message>
        <source>The largest recharge of a wallet.</source>
        <translation>वॉलेट का सबसे बड़ा रिचार्ज।</translation>
    </message>
    <message>
        <source>The largest sum of orders placed together that can be paid online.</source>
        <translation>एक साथ दिए गए ऑर्डरों की सबसे बड़ी राशि जिसका ऑनलाइन भुगतान हो सकता है।</translation>
    </message>
    <message>
        <source>The smallest payout a vendor may ask for.</source>
        <translation>सबसे छोटा भुगतान जो विक्रेता माँग सकता है।</translation>
    </message>
    <message>
        <source>Hours within which a payout is to be approved, and an approved one to be paid; older ones are shown as late.</source>
        <translation>कितने घंटों में भुगतान मंज़ूर होना और मंज़ूर भुगतान दिया जाना है; इससे पुराने देर से दिखते हैं।</translation>
    </message>
    <message>
        <source>Hours within which a KYC submission is to be decided.</source>
        <translation>कितने घंटों में KYC आवेदन पर निर्णय होना है।</translation>
    </message>
    <message>
        <source>Lifetime of an access token in minutes.</source>
        <translation>एक्सेस टोकन की अवधि मिनटों में।</translation>
    </message>
    <message>
        <source>The same for vendors; 0 takes the general one.</source>
        <translation>वही विक्रेताओं के लिए; 0 पर सामान्य मान लागू होता है।</translation>
    </message>
    <message>
        <source>The same for admins; 0 takes the general one.</source>
        <translation>वही प्रशासकों के लिए; 0 पर सामान्य मान लागू होता है।</translation>
    </message>
    <message>
        <source>The same for buyers; 0 takes the general one.</source>
        <translation>वही ख़रीदारों के लिए; 0 पर सामान्य मान लागू होता है।</translation>
    </message>
    <message>
        <source>The same for distributors; 0 takes the general one.</source>
        <translation>वही वितरकों के लिए; 0 पर सामान्य मान लागू होता है।</translation>
    </message>
    <message>
        <source>Lifetime of a session in hours, however often it is refreshed.</source>
        <translation>सत्र की अवधि घंटों में, चाहे वह कितनी बार ताज़ा हो।</translation>
    </message>
    <message>
        <source>Whether admins must have an app that shows codes; without one they can only set it up.</source>
        <translation>क्या प्रशासकों के पास कोड दिखाने वाला ऐप होना ज़रूरी है; बिना उसके वे केवल उसे लगा सकते हैं।</translation>
    </message>
    <message>
        <source>Whether buyers and distributors may sign in with a code alone, by e-mail or to a verified phone.</source>
        <translation>क्या ख़रीदार और वितरक केवल कोड से साइन इन कर सकते हैं, ई-मेल या सत्यापित फ़ोन पर।</translation>
    </message>
    <message>
        <source>Whether a phone that nobody has signs up a buyer, who then has to verify an e-mail address; only where signing in with a code alone is on and messages are sent to phones.</source>
        <translation>क्या ऐसा फ़ोन जो किसी का नहीं है नया ख़रीदार बनाता है, जिसे फिर अपना ई-मेल पता सत्यापित करना होता है; केवल तब जब केवल कोड से साइन इन चालू हो और फ़ोन पर संदेश भेजे जाते हों।</translation>
    </message>
    <message>
        <source>Lifetime of a one-time code in minutes.</source>
        <translation>एक बार के कोड की अवधि मिनटों में।</translation>
    </message>
    <message>
        <source>Seconds before another one-time code can be asked for.</source>
        <translation>कितने सेकंड बाद दूसरा कोड माँगा जा सकता है।</translation>
    </message>
    <message>
        <source>Lifetime of an activation link in hours.</source>
        <translation>सक्रियण लिंक की अवधि घंटों में।</translation>
    </message>
    <message>
        <source>Lifetime of a password reset token in hours.</source>
        <translation>पासवर्ड बदलने के टोकन की अवधि घंटों में।</translation>
    </message>
    <message>
        <source>Failed sign-ins after which an account is locked.</source>
        <translation>कितने असफल साइन इन के बाद खाता बंद होता है।</translation>
    </message>
    <message>
        <source>Minutes a locked account stays locked.</source>
        <translation>बंद खाता कितने मिनट बंद रहता है।</translation>
    </message>
    <message>
        <source>Failed attempts from one network address after which further ones are refused.</source>
        <translation>एक नेटवर्क पते से कितनी असफल कोशिशों के बाद आगे मना होता है।</translation>
    </message>
    <message>
        <source>Minutes for which a failed attempt counts against its network address.</source>
        <translation>असफल कोशिश कितने मिनट तक अपने नेटवर्क पते पर गिनी जाती है।</translation>
    </message>
    <message>
        <source>Whether a product must have a distributor price beside the consumer price.</source>
        <translation>क्या उत्पाद पर उपभोक्ता मूल्य के साथ वितरक मूल्य होना ज़रूरी है।</translation>
    </message>
    <message>
        <source>The largest KYC document in bytes.</source>
        <translation>सबसे बड़ा KYC दस्तावेज़, बाइट में।</translation>
    </message>
    <message>
        <source>The largest logo, banner or photo in bytes.</source>
        <translation>सबसे बड़ा लोगो, बैनर या चित्र, बाइट में।</translation>
    </message>
    <message>
        <source>The largest file sent in a chat in bytes.</source>
        <translation>चैट में सबसे बड़ी फ़ाइल, बाइट में।</translation>
    </message>
    <message>
        <source>Bytes that the files of one account may take together; admins&apos; files are not counted.</source>
        <translation>एक खाते की सभी फ़ाइलें मिलकर कितने बाइट ले सकती हैं; प्रशासकों की फ़ाइलें नहीं गिनी जातीं।</translation>
    </message>
    <message>
        <source>Requests a minute from one network address.</source>
        <translation>एक नेटवर्क पते से प्रति मिनट अनुरोध।</translation>
    </message>
    <message>
        <source>Requests an hour without a session, per network address.</source>
        <translation>बिना सत्र के प्रति घंटा अनुरोध, हर नेटवर्क पते से।</translation>
    </message>
    <message>
        <source>Requests an hour of one buyer.</source>
        <translation>एक ख़रीदार के प्रति घंटा अनुरोध।</translation>
    </message>
    <message>
        <source>Requests a minute of one buyer.</source>
        <translation>एक ख़रीदार के प्रति मिनट अनुरोध।</translation>
    </message>
    <message>
        <source>Requests a minute of one store.</source>
        <translation>एक दुकान के प्रति मिनट अनुरोध।</translation>
    </message>
    <message>
        <source>Sign-ins and code checks a minute, per network address.</source>
        <translation>प्रति मिनट साइन इन और कोड की जाँच, हर नेटवर्क पते से।</translation>
    </message>
    <message>
        <source>Codes and mails asked for a minute, per network address.</source>
        <translation>प्रति मिनट माँगे गए कोड और मेल, हर नेटवर्क पते से।</translation>
    </message>
    <message>
        <source>Orders, recharges and payouts a minute of one account.</source>
        <translation>एक खाते के प्रति मिनट ऑर्डर, रिचार्ज और भुगतान।</translation>
    </message>
    <message>
        <source>Uploads a minute of one account.</source>
        <translation>एक खाते के प्रति मिनट अपलोड।</translation>
    </message>
    <message>
        <source>Webhook calls a minute from one network address.</source>
        <translation>एक नेटवर्क पते से प्रति मिनट वेबहुक कॉल।</translation>
    </message>
    <message>
        <source>Calls a minute with one API key.</source>
        <translation>एक API कुंजी से प्रति मिनट कॉल।</translation>
    </message>
    <message>
        <source>Registrations a minute, per network address.</source>
        <translation>प्रति मिनट पंजीकरण, हर नेटवर्क पते से।</translation>
    </message>
    <message>
        <source>Names looked up while they are typed a minute, per network address.</source>
        <translation>लिखते समय प्रति मिनट जाँचे गए नाम, हर नेटवर्क पते से।</translation>
    </message>
    <message>
        <source>Days for which the file of a report can be downloaded.</source>
        <translation>रिपोर्ट की फ़ाइल कितने दिन डाउनलोड हो सकती है।</translation>
    </message>
    <message>
        <source>People who have to be in a cell of the heatmap before it is shown. After a change the map fills up again within hours.</source>
        <translation>हीटमैप के खाने में कितने लोग होने पर वह दिखता है। बदलने के बाद नक्शा कुछ घंटों में फिर भर जाता है।</translation>
    </message>
    <message>
        <source>Whether buyers see ads; campaigns can be planned either way.</source>
        <translation>क्या ख़रीदार विज्ञापन देखते हैं; अभियान दोनों हाल में बनाए जा सकते हैं।</translation>
    </message>
    <message>
        <source>Whether people may sign in with Google where it is set up.</source>
        <translation>जहाँ Google जुड़ा है, क्या लोग उससे साइन इन कर सकते हैं।</translation>
    </message>
    <message>
        <source>Whether people may register as distributors.</source>
        <translation>क्या लोग वितरक के रूप में पंजीकरण कर सकते हैं।</translation>
    </message>
    <message>
        <source>Share in percent that is held beyond the estimate of what is sold by weight, so that a little more on the scale needs no further payment.</source>
        <translation>वज़न से बिकने वाली चीज़ों के अनुमान से ऊपर रोका जाने वाला प्रतिशत, ताकि तराज़ू पर थोड़ा ज़्यादा निकलने पर और भुगतान न करना पड़े।</translation>
    </message>
    <message>
        <source>Hours in which a buyer can pay for a weight that is worth more than is held; then it is contested.</source>
        <translation>जितने घंटों में ख़रीदार रोकी गई राशि से ज़्यादा के वज़न का भुगतान कर सकता है; उसके बाद उस पर आपत्ति मानी जाती है।</translation>
    </message>
    <message>
        <source>Whether a vendor has to weigh everything that is sold by weight before an order is delivered; otherwise what is not weighed is charged as ordered.</source>
        <translation>क्या विक्रेता को ऑर्डर पहुँचाने से पहले वज़न से बिकने वाली हर चीज़ तौलनी है; नहीं तो जो नहीं तौला गया, उसका दाम ऑर्डर के हिसाब से लगता है।</translation>
    </message>
    <message>
        <source>Days after its completion in which an order can still be disputed.</source>
        <translation>पूरा होने के बाद कितने दिन तक ऑर्डर पर विवाद खोला जा सकता है।</translation>
    </message>
    <message>
        <source>Hours within which the other side of a dispute is to answer; after that it is decided without it.</source>
        <translation>कितने घंटों में विवाद के दूसरे पक्ष को उत्तर देना है; उसके बाद उसके बिना निर्णय होता है।</translation>
    </message>
    <message>
        <source>Payouts above this amount need the approval of two admins; 0 asks for one only.</source>
        <translation>इस राशि से ऊपर के भुगतान को दो एडमिन की मंज़ूरी चाहिए; 0 पर एक ही पर्याप्त है।</translation>
    </message>
    <message>
        <source>Whether vendors ask for their payouts, or these are also made by themselves.</source>
        <translation>विक्रेता भुगतान माँगें, या वे अपने-आप भी बनें।</translation>
    </message>
    <message>
        <source>How often automatic payouts are made, in the morning.</source>
        <translation>अपने-आप बनने वाले भुगतान सुबह कितनी बार बनें।</translation>
    </message>
    <message>
        <source>The day of weekly automatic payouts.</source>
        <translation>साप्ताहिक अपने-आप बनने वाले भुगतान का दिन।</translation>
    </message>
    <message>
        <source>Automatic payouts below this amount are approved by themselves; 0 approves none.</source>
        <translation>इस राशि से कम के अपने-आप बने भुगतान स्वयं मंज़ूर होते हैं; 0 पर कोई नहीं।</translation>
    </message>
    <message>
        <source>Who pays stores out: admins with files of the bank, or a provider at which each store has an account of its own.</source>
        <translation>दुकानों को भुगतान कौन करता है: बैंक की फ़ाइलों से एडमिन, या एक प्रदाता, जिसके यहाँ हर दुकान का अपना खाता है।</translation>
    </message>
    <message>
        <source>Whether payouts withhold what the rules of tax ask for (s. 52 CGST, s. 194-O). An operator of e-commerce must; ask an adviser before switching it.</source>
        <translation>क्या भुगतान से कर के नियमों के अनुसार राशि काटी जाए (धारा 52 CGST, धारा 194-O)। ई-कॉमर्स संचालक को यह करना होता है; बदलने से पहले सलाहकार से पूछें।</translation>
    </message>
    <message>
        <source>Who keeps the money of the wallets: the operator himself, who needs the authorisation of the Reserve Bank for it, or an aggregator&apos;s or bank&apos;s escrow account, of which the books are the mirror.</source>
        <translation>वॉलेट का पैसा कौन रखता है: स्वयं संचालक, जिसे इसके लिए रिज़र्व बैंक की अनुमति चाहिए, या किसी एग्रीगेटर या बैंक का एस्क्रो खाता, जिसका प्रतिबिंब बही-खाते हैं।</translation>
    </message>
    <message>
        <source>The most that a wallet may hold, with what is held for orders; a recharge that would bring more is refused. 0 sets no limit.</source>
        <translation>बटुए में अधिकतम इतना हो सकता है, ऑर्डरों के लिए रोकी गई राशि सहित; इससे अधिक लाने वाला रिचार्ज अस्वीकार होता है। 0 से कोई सीमा नहीं रहती।</translation>
    </message>
</context>
<context>
    <name>settings::History</name>
    <message>
        <source>Who changed this</source>
        <translation>इसे किसने बदला</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Take the earlier value</source>
        <translation>पहले का मान लें</translation>
    </message>
    <message>
        <source>Never changed</source>
        <translation>कभी नहीं बदला</translation>
    </message>
    <message>
        <source>The standard has been in force always.</source>
        <translation>हमेशा मानक मान ही लागू रहा है।</translation>
    </message>
</context>
<context>
    <name>settings::Page</name>
    <message>
        <source>All settings</source>
        <translation>सभी सेटिंग</translation>
    </message>
    <message>
        <source>No setting is called that</source>
        <translation>इस नाम की कोई सेटिंग नहीं</translation>
    </message>
    <message>
        <source>Look for a word of what it does, or choose another area.</source>
        <translation>उसके काम का कोई शब्द खोजें या दूसरा क्षेत्र चुनें।</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>खोज हटाएँ</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s), %1 out of bounds</source>
        <translation>
            <numerusform>%n बदलाव, %1 सीमा से बाहर</numerusform>
            <numerusform>%n बदलाव, %1 सीमा से बाहर</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n बदलाव सहेजा नहीं</numerusform>
            <numerusform>%n बदलाव सहेजे नहीं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n change(s)?</source>
        <translation>
            <numerusform>%n बदलाव सहेजें?</numerusform>
            <numerusform>%n बदलाव सहेजें?</numerusform>
        </translation>
    </message>
    <message>
        <source>They take effect at once, for everybody, and stand in the audit log.</source>
        <translation>ये तुरंत सबके लिए लागू होते हैं और ऑडिट लॉग में रहते हैं।</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) changed</source>
        <translation>
            <numerusform>%n सेटिंग बदली</numerusform>
            <numerusform>%n सेटिंग बदलीं</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) dropped</source>
        <translation>
            <numerusform>%n बदलाव छोड़ा</numerusform>
            <numerusform>%n बदलाव छोड़े</numerusform>
        </translation>
    </message>
    <message>
        <source>What the market runs by; a change takes effect at once</source>
        <translation>बाज़ार जिन नियमों से चलता है; बदलाव तुरंत लागू होता है</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>सेटिंग खोजें</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>क्षेत्र</translation>
    </message>
    <message>
        <source>Drop the changes</source>
        <translation>बदलाव छोड़ें</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>सहेजें…</translation>
    </message>
</context>
<context>
    <name>settings::Row</name>
    <message>
        <source>Has to be %1.</source>
        <translation>%1 होना चाहिए।</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>पहले %1</translation>
    </message>
    <message>
        <source>standard: %1</source>
        <translation>मानक: %1</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>बदला %1</translation>
    </message>
    <message>
        <source>Back to the standard</source>
        <translation>मानक पर वापस</translation>
    </message>
    <message>
        <source>Who changed this</source>
        <translation>इसे किसने बदला</translation>
    </message>
</context>
<context>
    <name>settings::Words</name>
    <message>
        <source>Weighing</source>
        <translation>तौल</translation>
    </message>
    <message>
        <source>Parts of the market</source>
        <translation>बाज़ार के हिस्से</translation>
    </message>
    <message>
        <source>Finding stores</source>
        <translation>दुकानें खोजना</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>सूची</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>कमीशन</translation>
    </message>
    <message>
        <source>Escrow</source>
        <translation>एस्क्रो</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>Recharges</source>
        <translation>रिचार्ज</translation>
    </message>
    <message>
        <source>Refunds and disputes</source>
        <translation>रिफ़ंड और विवाद</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>KYC review</source>
        <translation>KYC जाँच</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>साइन इन</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>अपलोड</translation>
    </message>
    <message>
        <source>Limits of requests</source>
        <translation>अनुरोधों की सीमाएँ</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>रिपोर्ट</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>हीटमैप</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>मिनट</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>घंटे</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>सेकंड</translation>
    </message>
    <message>
        <source>days</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>बाइट</translation>
    </message>
    <message>
        <source>km</source>
        <translation>कि.मी.</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>प्रति मिनट</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>प्रति घंटा</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>अपने आप</translation>
    </message>
    <message>
        <source>By an admin</source>
        <translation>प्रशासक द्वारा</translation>
    </message>
    <message>
        <source>On</source>
        <translation>चालू</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>%1 से %2 तक</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>हर दिन</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>हर सप्ताह</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>सोमवार</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>मंगलवार</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>बुधवार</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>गुरुवार</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>शुक्रवार</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>शनिवार</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>रविवार</translation>
    </message>
    <message>
        <source>By Stripe Connect</source>
        <translation>Stripe Connect से</translation>
    </message>
    <message>
        <source>Wallets</source>
        <translation>वॉलेट</translation>
    </message>
    <message>
        <source>The operator himself</source>
        <translation>स्वयं संचालक</translation>
    </message>
    <message>
        <source>An escrow account outside</source>
        <translation>बाहर का एस्क्रो खाता</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>कर</translation>
    </message>
</context>
</TS>
