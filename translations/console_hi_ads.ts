<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>ads</name>
    <message>
        <source>One category</source>
        <translation>एक श्रेणी</translation>
    </message>
    <message>
        <source>Category: %1</source>
        <translation>श्रेणी: %1</translation>
    </message>
    <message>
        <source>Category: all</source>
        <translation>श्रेणी: सभी</translation>
    </message>
</context>
<context>
    <name>ads::CampaignForm</name>
    <message>
        <source>Everybody</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>None</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>All of India</source>
        <translation>पूरा भारत</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>New picture, if it is to change</source>
        <translation>नया चित्र, यदि बदलना हो</translation>
    </message>
    <message>
        <source>Picture; it is cut to the slot</source>
        <translation>चित्र; इसे स्थान के अनुसार काटा जाता है</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>पहला दिन</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>अंतिम दिन</translation>
    </message>
</context>
<context>
    <name>ads::CutPreview</name>
    <message>
        <source>%1 needs a picture of %2 × %3</source>
        <translation>%1 के लिए %2 × %3 का चित्र चाहिए</translation>
    </message>
    <message>
        <source>%1, cut to %2 × %3</source>
        <translation>%1, %2 × %3 में काटा गया</translation>
    </message>
    <message>
        <source>%1, cut anew from the original to %2 × %3</source>
        <translation>%1, मूल चित्र से %2 × %3 में फिर से काटा जाएगा</translation>
    </message>
</context>
<context>
    <name>ads::Detail</name>
    <message>
        <source>Choose a campaign to see its picture and figures.</source>
        <translation>चित्र और आँकड़े देखने के लिए कोई अभियान चुनें।</translation>
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
        <source>Edit campaign…</source>
        <translation>अभियान बदलें…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>प्रतिलिपि</translation>
    </message>
    <message>
        <source>Delete campaign…</source>
        <translation>अभियान हटाएँ…</translation>
    </message>
    <message>
        <source>1 of %1 at a time</source>
        <translation>एक समय में %1 में से 1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>फिर चलाएँ</translation>
    </message>
    <message>
        <source>None</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>खुलता है</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>दर्शक</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>क्षेत्र</translation>
    </message>
    <message>
        <source>All of India</source>
        <translation>पूरा भारत</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>Impression cap</source>
        <translation>दृश्यों की सीमा</translation>
    </message>
    <message>
        <source>Per viewer and day</source>
        <translation>प्रति दर्शक प्रतिदिन</translation>
    </message>
    <message>
        <source>Priority · weight</source>
        <translation>प्राथमिकता · भार</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Slot share</source>
        <translation>स्थान में हिस्सा</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>A/B partner</source>
        <translation>A/B जोड़ीदार</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>बनाने वाला</translation>
    </message>
    <message>
        <source>No conflict in %1 until %2.</source>
        <translation>%2 तक %1 में कोई टकराव नहीं।</translation>
    </message>
    <message>
        <source>Another campaign</source>
        <translation>एक और अभियान</translation>
    </message>
    <message numerus="yes">
        <source>%Ln campaigns meet in %1, more than it shows at a time.</source>
        <translation>
            <numerusform>%1 में %Ln अभियान एक साथ हैं, एक बार में इतने नहीं दिखते।</numerusform>
            <numerusform>%1 में %Ln अभियान एक साथ हैं, एक बार में इतने नहीं दिखते।</numerusform>
        </translation>
    </message>
    <message>
        <source>Shares the place with</source>
        <translation>जगह साझा</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>%Ln और के साथ</numerusform>
            <numerusform>%Ln और के साथ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ads::Figures</name>
    <message>
        <source>%1 – %2: %3 impressions, %4 clicks, CTR %5</source>
        <translation>%1 – %2: %3 दृश्य, %4 क्लिक, CTR %5</translation>
    </message>
    <message>
        <source>Figures by slot</source>
        <translation>स्थान के अनुसार आँकड़े</translation>
    </message>
    <message>
        <source>Figures by campaign</source>
        <translation>अभियान के अनुसार आँकड़े</translation>
    </message>
    <message>
        <source>No slots</source>
        <translation>कोई स्थान नहीं</translation>
    </message>
    <message>
        <source>Nothing was shown yet</source>
        <translation>अभी तक कुछ नहीं दिखाया गया</translation>
    </message>
    <message>
        <source>Figures appear when a campaign has run.</source>
        <translation>अभियान चलने के बाद आँकड़े यहाँ दिखेंगे।</translation>
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
        <source>90 days</source>
        <translation>90 दिन</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 वर्ष</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
</context>
<context>
    <name>ads::Page</name>
    <message>
        <source>has no room then; it is free from %1</source>
        <translation>उस समय यहाँ जगह नहीं है; %1 से खाली है</translation>
    </message>
    <message>
        <source>%1 is back on %2.</source>
        <translation>%1 वापस %2 पर है।</translation>
    </message>
    <message>
        <source>%1 now runs %2.</source>
        <translation>%1 अब %2 को चलेगा।</translation>
    </message>
    <message>
        <source>%1 has no room for “%2” then: %3 is there.</source>
        <translation>%1 में उस समय “%2” के लिए जगह नहीं है: वहाँ %3 है।</translation>
    </message>
    <message>
        <source>%1 has no room for “%2” then: %3 are there.</source>
        <translation>%1 में उस समय “%2” के लिए जगह नहीं है: वहाँ %3 हैं।</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln और</numerusform>
            <numerusform>%Ln और</numerusform>
        </translation>
    </message>
    <message>
        <source>How campaigns did in the chosen time</source>
        <translation>चुनी हुई अवधि में अभियान कैसे चले</translation>
    </message>
    <message>
        <source>Move to %1</source>
        <translation>%1 पर ले जाएँ</translation>
    </message>
    <message>
        <source>Edit campaign</source>
        <translation>अभियान बदलें</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>नया अभियान</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Add campaign</source>
        <translation>अभियान जोड़ें</translation>
    </message>
    <message>
        <source>%1 is planned for %2.</source>
        <translation>%1 की योजना %2 के लिए बनी।</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 सहेजा गया।</translation>
    </message>
    <message>
        <source>%1 may run again.</source>
        <translation>%1 फिर चल सकता है।</translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation>%1 रोका गया।</translation>
    </message>
    <message>
        <source>%1 waits, paused, for %2.</source>
        <translation>%1 रुका हुआ है और %2 के लिए तैयार है।</translation>
    </message>
    <message>
        <source>Delete campaign</source>
        <translation>अभियान हटाएँ</translation>
    </message>
    <message>
        <source>It is not shown any more. Its figures stay.</source>
        <translation>यह अब नहीं दिखेगा। इसके आँकड़े बने रहेंगे।</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>अभियान</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>अवधि</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>The campaign is deleted.</source>
        <translation>अभियान हटाया गया।</translation>
    </message>
    <message>
        <source>Ad schedule</source>
        <translation>विज्ञापन कार्यक्रम</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>सप्ताह</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>माह</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>तालिका</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>आँकड़े</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>पहले</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>बाद में</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>अभियान</translation>
    </message>
    <message>
        <source>No campaigns in this time. A new one starts with its picture and its dates.</source>
        <translation>इस समय कोई अभियान नहीं है। नया अभियान चित्र और तारीखों से शुरू होता है।</translation>
    </message>
    <message numerus="yes">
        <source>%Ln campaign(s)</source>
        <translation>
            <numerusform>%Ln अभियान</numerusform>
            <numerusform>%Ln अभियान</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln चल रहा है</numerusform>
            <numerusform>%Ln चल रहे हैं</numerusform>
        </translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>टकराव</translation>
    </message>
</context>
<context>
    <name>ads::PairCard</name>
    <message>
        <source>“%1” leads with %2 against %3.</source>
        <translation>“%1” आगे है: %3 के मुकाबले %2।</translation>
    </message>
    <message>
        <source>Too little was seen to compare them: it takes %1 impressions of each and %2 clicks.</source>
        <translation>तुलना के लिए अभी आँकड़े कम हैं: हर एक के %1 दृश्य और कुल %2 क्लिक चाहिए।</translation>
    </message>
    <message>
        <source>Neither leads; the difference may be chance.</source>
        <translation>कोई आगे नहीं है; अंतर संयोग हो सकता है।</translation>
    </message>
    <message>
        <source>A/B pair</source>
        <translation>A/B जोड़ी</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>यह</translation>
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
</context>
<context>
    <name>ads::Preview</name>
    <message>
        <source>Picture of %1</source>
        <translation>%1 का चित्र</translation>
    </message>
</context>
<context>
    <name>ads::Sparkline</name>
    <message>
        <source>Impressions by day, at most %1</source>
        <translation>प्रतिदिन दृश्य, अधिकतम %1</translation>
    </message>
</context>
<context>
    <name>ads::Timeline</name>
    <message>
        <source>Timeline of campaigns</source>
        <translation>अभियानों की समयरेखा</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>No campaign is chosen.</source>
        <translation>कोई अभियान नहीं चुना गया।</translation>
    </message>
    <message>
        <source>Week %1 · %2</source>
        <translation>सप्ताह %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %2 · %Ln at a time</source>
        <translation>
            <numerusform>%1 × %2 · एक बार में %Ln</numerusform>
            <numerusform>%1 × %2 · एक बार में %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 CTR</source>
        <translation>%1 CTR</translation>
    </message>
</context>
</TS>
