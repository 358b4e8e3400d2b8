<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>commissions::Page</name>
    <message>
        <source>A rate for which store?</source>
        <translation>किस दुकान के लिए दर?</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>समाप्त</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>आने वाली</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>लागू</translation>
    </message>
    <message>
        <source>A rate for which product?</source>
        <translation>किस उत्पाद के लिए दर?</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Part of its name</source>
        <translation>नाम का हिस्सा</translation>
    </message>
    <message>
        <source>No product on offer has this in its name.</source>
        <translation>बिक्री में ऐसे नाम का कोई उत्पाद नहीं।</translation>
    </message>
    <message>
        <source>New rate: %1</source>
        <translation>नई दर: %1</translation>
    </message>
    <message>
        <source>It holds for orders that are placed from the first day on, in India&apos;s days; orders that are placed keep theirs. Without an end it holds until it is ended.</source>
        <translation>यह पहले दिन (भारतीय समय) से दिए गए ऑर्डर पर लागू है; पहले के ऑर्डर अपनी दर रखते हैं। अंत न हो तो समाप्त किए जाने तक लागू।</translation>
    </message>
    <message>
        <source>Add rate</source>
        <translation>दर जोड़ें</translation>
    </message>
    <message>
        <source>The rate is added</source>
        <translation>दर जोड़ दी गई</translation>
    </message>
    <message>
        <source>End this rate?</source>
        <translation>यह दर समाप्त करें?</translation>
    </message>
    <message>
        <source>The day is the first on which it does not hold any more; without one it ends as early as it can.</source>
        <translation>यह वह पहला दिन है जब दर लागू नहीं रहती; दिन न हो तो जितनी जल्दी हो सके समाप्त।</translation>
    </message>
    <message>
        <source>End rate</source>
        <translation>दर समाप्त करें</translation>
    </message>
    <message>
        <source>End rate…</source>
        <translation>दर समाप्त करें…</translation>
    </message>
    <message>
        <source>What a sale costs the store: the store&apos;s rate goes before the product&apos;s, the category&apos;s and everybody&apos;s</source>
        <translation>बिक्री पर दुकान का खर्च: दुकान की दर उत्पाद, श्रेणी और सबकी दर से पहले आती है</translation>
    </message>
    <message>
        <source>No rates with days</source>
        <translation>दिनों वाली कोई दर नहीं</translation>
    </message>
    <message>
        <source>The rates without days apply: those of stores, of categories, and the setting for everybody.</source>
        <translation>बिना दिनों की दरें लागू हैं: दुकानों और श्रेणियों की, और सबके लिए सेटिंग।</translation>
    </message>
    <message>
        <source>Which rate applies?…</source>
        <translation>कौन-सी दर लागू?…</translation>
    </message>
</context>
<context>
    <name>commissions::Tester</name>
    <message>
        <source>Find a product, and ask which rate it pays.</source>
        <translation>कोई उत्पाद खोजें और पूछें कि उस पर कौन-सी दर लगती है।</translation>
    </message>
    <message>
        <source>No product is called like this.</source>
        <translation>इस नाम का कोई उत्पाद नहीं है।</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>पूछें</translation>
    </message>
    <message>
        <source>Which rate applies?</source>
        <translation>कौन-सी दर लागू है?</translation>
    </message>
    <message>
        <source>Part of a product&apos;s name</source>
        <translation>उत्पाद के नाम का हिस्सा</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>What every level says</source>
        <translation>हर स्तर क्या कहता है</translation>
    </message>
    <message>
        <source>%1: the rate of %2</source>
        <translation>%1: %2 की दर</translation>
    </message>
    <message>
        <source>none</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>%1 to before %2</source>
        <translation>%1 से %2 के पहले तक</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 से</translation>
    </message>
    <message>
        <source>Applies</source>
        <translation>लागू</translation>
    </message>
</context>
</TS>
