<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>fields</name>
    <message>
        <source>Place</source>
        <translation>जगह</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>संख्या</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>पहले</translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation>विक्रेता</translation>
    </message>
</context>
<context>
    <name>heatmap</name>
    <message>
        <source>State</source>
        <translation>राज्य</translation>
    </message>
    <message>
        <source>City</source>
        <translation>शहर</translation>
    </message>
    <message>
        <source>Gap: demand without vendors</source>
        <translation>कमी: विक्रेता के बिना माँग</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>खाना</translation>
    </message>
</context>
<context>
    <name>heatmap::CityRows</name>
    <message>
        <source>new</source>
        <translation>नया</translation>
    </message>
</context>
<context>
    <name>heatmap::MapView</name>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>GMV</source>
        <translation>कुल बिक्री मूल्य</translation>
    </message>
    <message>
        <source>New buyers</source>
        <translation>नए ख़रीदार</translation>
    </message>
    <message>
        <source>New vendors</source>
        <translation>नए विक्रेता</translation>
    </message>
    <message>
        <source>Searches in vain</source>
        <translation>बेनतीजा खोजें</translation>
    </message>
    <message>
        <source>Active vendors</source>
        <translation>सक्रिय विक्रेता</translation>
    </message>
    <message>
        <source>%1 in a cell</source>
        <translation>एक खाने में %1</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>पूरा %1</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>क्षेत्रफल</translation>
    </message>
    <message>
        <source>%1 × %2 km</source>
        <translation>%1 × %2 किमी</translation>
    </message>
</context>
<context>
    <name>heatmap::Page</name>
    <message>
        <source>Save the map</source>
        <translation>मानचित्र सहेजें</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>आँकड़े सहेजें</translation>
    </message>
    <message>
        <source>Nothing happened in this time</source>
        <translation>इस अवधि में कुछ नहीं हुआ</translation>
    </message>
    <message>
        <source>Choose something else to look at.</source>
        <translation>कुछ और देखना चुनें।</translation>
    </message>
    <message>
        <source>Nothing happened then: choose a taller bar below the map.</source>
        <translation>उस समय कुछ नहीं हुआ: नक्शे के नीचे कोई ऊँचा स्तंभ चुनें।</translation>
    </message>
    <message>
        <source>Choose a longer time, or something else to look at.</source>
        <translation>लंबी अवधि चुनें, या कुछ और देखें।</translation>
    </message>
    <message>
        <source>Map of India. %1, %2: %3. %4</source>
        <translation>भारत का मानचित्र। %1, %2: %3। %4</translation>
    </message>
    <message>
        <source>Most in %1.</source>
        <translation>सबसे अधिक %1 में।</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>हीटमैप</translation>
    </message>
    <message>
        <source>Where orders, buyers and vendors are, and when</source>
        <translation>ऑर्डर, ख़रीदार और विक्रेता कहाँ और कब हैं</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>GMV</source>
        <translation>कुल बिक्री मूल्य</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>ख़रीदार</translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation>विक्रेता</translation>
    </message>
    <message>
        <source>Searches in vain</source>
        <translation>बेनतीजा खोजें</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>क्या दिखाया जाए</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 दिन</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 दिन</translation>
    </message>
    <message>
        <source>2 years</source>
        <translation>2 वर्ष</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>अवधि</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>तालिका</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>परतें</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>निर्यात</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>घनत्व</translation>
    </message>
    <message>
        <source>Gaps: demand without vendors</source>
        <translation>कमी: विक्रेता के बिना माँग</translation>
    </message>
    <message>
        <source>Cities</source>
        <translation>शहर</translation>
    </message>
    <message>
        <source>Map as picture (PNG)…</source>
        <translation>मानचित्र चित्र के रूप में (PNG)…</translation>
    </message>
    <message>
        <source>Figures as table (CSV)…</source>
        <translation>आँकड़े तालिका के रूप में (CSV)…</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>बड़ा करें</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>छोटा करें</translation>
    </message>
    <message>
        <source>Whole country</source>
        <translation>पूरा देश</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>चलाएँ</translation>
    </message>
    <message>
        <source>Time on the map</source>
        <translation>मानचित्र का समय</translation>
    </message>
    <message>
        <source>Figures of the map</source>
        <translation>मानचित्र के आँकड़े</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1 के रूप में सहेजा गया</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 लिखा नहीं जा सका</translation>
    </message>
    <message numerus="yes">
        <source>Too few people to say where: a place is shown from %Ln people on.</source>
        <translation>
            <numerusform>जगह बताने के लिए लोग कम हैं: कम से कम %Ln व्यक्ति होने पर जगह दिखती है।</numerusform>
            <numerusform>जगह बताने के लिए लोग कम हैं: कम से कम %Ln लोग होने पर जगह दिखती है।</numerusform>
        </translation>
    </message>
    <message>
        <source>A longer time shows more.</source>
        <translation>लंबा समय चुनने पर ज़्यादा दिखेगा।</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 दिखाएँ</translation>
    </message>
    <message>
        <source>Demand without vendors of this time could not be fetched; beside the map it is missing. %1</source>
        <translation>इस समय की बिना विक्रेता वाली माँग नहीं मिल सकी; नक़्शे के बगल में वह नहीं है। %1</translation>
    </message>
    <message>
        <source>Demand without vendors could not be fetched and is not shown. %1</source>
        <translation>विक्रेता के बिना माँग नहीं मिल सकी और दिखाई नहीं जा रही है। %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
</context>
<context>
    <name>heatmap::SideCard</name>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>GMV</source>
        <translation>कुल बिक्री मूल्य</translation>
    </message>
    <message>
        <source>New buyers</source>
        <translation>नए ख़रीदार</translation>
    </message>
    <message>
        <source>New vendors</source>
        <translation>नए विक्रेता</translation>
    </message>
    <message>
        <source>Searches in vain</source>
        <translation>बेनतीजा खोजें</translation>
    </message>
    <message>
        <source>%1 of 36</source>
        <translation>36 में से %1</translation>
    </message>
    <message>
        <source>Places with fewer than %1 people are not shown, so that nobody can be told from them.</source>
        <translation>%1 से कम लोगों वाली जगहें नहीं दिखाई जातीं, ताकि किसी की पहचान न हो सके।</translation>
    </message>
    <message>
        <source>No city has enough people in this time. A longer time shows more.</source>
        <translation>इस अवधि में किसी शहर में पर्याप्त लोग नहीं हैं। लंबी अवधि में अधिक दिखता है।</translation>
    </message>
    <message>
        <source>%1° N %2° E</source>
        <translation>%1° उ %2° पू</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more place(s).</source>
        <translation>
            <numerusform>और %Ln जगह।</numerusform>
            <numerusform>और %Ln जगहें।</numerusform>
        </translation>
    </message>
    <message>
        <source>Against the time before</source>
        <translation>पिछली अवधि की तुलना में</translation>
    </message>
    <message>
        <source>Peak city</source>
        <translation>सबसे आगे</translation>
    </message>
    <message>
        <source>States and territories</source>
        <translation>राज्य और केंद्र शासित प्रदेश</translation>
    </message>
    <message>
        <source>Not shown on the map</source>
        <translation>मानचित्र पर नहीं</translation>
    </message>
    <message>
        <source>Top cities</source>
        <translation>शीर्ष शहर</translation>
    </message>
    <message numerus="yes">
        <source>%Ln vendor(s) within %1 km, none delivers there</source>
        <translation>
            <numerusform>%1 किमी के भीतर %Ln विक्रेता, पर वहाँ कोई नहीं पहुँचाता</numerusform>
            <numerusform>%1 किमी के भीतर %Ln विक्रेता, पर वहाँ कोई नहीं पहुँचाता</numerusform>
        </translation>
    </message>
    <message>
        <source>no vendor within %1 km</source>
        <translation>%1 किमी के भीतर कोई विक्रेता नहीं</translation>
    </message>
    <message>
        <source>Demand without vendors near %1: %2 searches, %3 orders, %4.</source>
        <translation>%1 के पास विक्रेताओं के बिना माँग: %2 खोजें, %3 ऑर्डर, %4।</translation>
    </message>
</context>
</TS>
