<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>fields</name>
    <message>
        <source>Paused</source>
        <translation>रुका</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Usually</source>
        <translation>सामान्यतः</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>फ़िल्टर</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>स्तंभ</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>समय लगा</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>प्राप्तकर्ता</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>अवधि</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>प्रारूप</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>CSV for Excel (with byte order mark)</source>
        <translation>Excel के लिए CSV (बाइट-क्रम चिह्न सहित)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>शीर्षक</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>रिपोर्ट</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>समय-सारणी</translation>
    </message>
    <message>
        <source>Hour of the day in India, 0 to 23</source>
        <translation>भारत में दिन का घंटा, 0 से 23</translation>
    </message>
    <message>
        <source>First day, for a custom period</source>
        <translation>पहला दिन, अपनी अवधि के लिए</translation>
    </message>
    <message>
        <source>Last day, for a custom period</source>
        <translation>आख़िरी दिन, अपनी अवधि के लिए</translation>
    </message>
    <message>
        <source>Only this store</source>
        <translation>केवल यह दुकान</translation>
    </message>
    <message>
        <source>Only this category</source>
        <translation>केवल यह श्रेणी</translation>
    </message>
    <message>
        <source>Only stores in this state</source>
        <translation>केवल इस राज्य की दुकानें</translation>
    </message>
    <message>
        <source>Mail it to</source>
        <translation>इन्हें मेल करें</translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source>Run %1</source>
        <translation>%1 चलाएँ</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 निर्यात करें</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>अभी चलाएँ</translation>
    </message>
    <message>
        <source>Export now</source>
        <translation>अभी निर्यात करें</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>रिपोर्ट सहेजें</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 बदलें</translation>
    </message>
    <message>
        <source>A schedule reports on the day, week, month or quarter that has just ended. Without one the report waits to be run by hand.</source>
        <translation>समय-सारणी उस दिन, सप्ताह, महीने या तिमाही की रिपोर्ट देती है जो अभी समाप्त हुई। उसके बिना रिपोर्ट हाथ से चलाई जाती है।</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>Orders placed, cancelled and settled on each day, by store and the store&apos;s state.</source>
        <translation>हर दिन दिए गए, रद्द और निपटाए गए ऑर्डर, दुकान और उसके राज्य के अनुसार।</translation>
    </message>
    <message>
        <source>How each store did: orders, how many of these were cancelled, time to confirm and what it earned.</source>
        <translation>हर दुकान का प्रदर्शन: ऑर्डर, उनमें से कितने रद्द हुए, पुष्टि का समय और कमाई।</translation>
    </message>
    <message>
        <source>The whole market by day: orders, buyers, money and new accounts.</source>
        <translation>दिन के अनुसार पूरा बाज़ार: ऑर्डर, खरीदार, धन और नए खाते।</translation>
    </message>
    <message>
        <source>From the books by day: what came in, went into escrow, was settled and paid out.</source>
        <translation>बही से दिन के अनुसार: क्या आया, एस्क्रो में गया, निपटाया और भुगतान हुआ।</translation>
    </message>
    <message>
        <source>New accounts, sign-ins, orders and messages of each day, by role.</source>
        <translation>हर दिन के नए खाते, साइन-इन, ऑर्डर और संदेश, भूमिका के अनुसार।</translation>
    </message>
    <message>
        <source>Every transfer of the double-entry books.</source>
        <translation>दोहरी प्रविष्टि बही का हर अंतरण।</translation>
    </message>
    <message>
        <source>Accounts by the day they joined.</source>
        <translation>जुड़ने के दिन के अनुसार खाते।</translation>
    </message>
    <message>
        <source>Stores by the day they opened.</source>
        <translation>खुलने के दिन के अनुसार दुकानें।</translation>
    </message>
    <message>
        <source>What stores list, by the day it was listed.</source>
        <translation>दुकानों के उत्पाद, सूचीबद्ध होने के दिन के अनुसार।</translation>
    </message>
    <message>
        <source>Orders by the day they were placed.</source>
        <translation>दिए जाने के दिन के अनुसार ऑर्डर।</translation>
    </message>
    <message>
        <source>Gateway payments by the day they were opened.</source>
        <translation>खुलने के दिन के अनुसार गेटवे भुगतान।</translation>
    </message>
    <message>
        <source>What moved in buyers&apos; wallets.</source>
        <translation>खरीदारों के वॉलेट में क्या बदला।</translation>
    </message>
    <message>
        <source>Commission of each settled line, by the day of settlement.</source>
        <translation>हर निपटाई पंक्ति का कमीशन, निपटान के दिन के अनुसार।</translation>
    </message>
    <message>
        <source>Payouts by the day they were asked for.</source>
        <translation>माँगे जाने के दिन के अनुसार निकासी।</translation>
    </message>
    <message>
        <source>Who did what.</source>
        <translation>किसने क्या किया।</translation>
    </message>
    <message>
        <source>How often each campaign was seen and followed in the slot it stood in.</source>
        <translation>हर अभियान अपने स्थान पर कितनी बार देखा और खोला गया।</translation>
    </message>
    <message>
        <source>What a store earned, was paid and is owed on each day, from the books.</source>
        <translation>हर दिन दुकान ने क्या कमाया, उसे क्या मिला और कितना बाकी है, बहीखातों से।</translation>
    </message>
    <message>
        <source>From the books by day and store: commission, the GST within it and what refunds gave back.</source>
        <translation>बही से, दिन और दुकान के अनुसार: कमीशन, उसमें शामिल GST और रिफ़ंड में लौटाया गया भाग।</translation>
    </message>
    <message>
        <source>Payouts by the day they were asked for and store: what waits, was paid and failed.</source>
        <translation>माँगे जाने के दिन और दुकान के अनुसार भुगतान: क्या बाकी है, क्या चुकाया गया और क्या विफल हुआ।</translation>
    </message>
</context>
<context>
    <name>reports::KeyDialog</name>
    <message>
        <source>Create API key</source>
        <translation>API कुंजी बनाएँ</translation>
    </message>
    <message>
        <source>The key is on the clipboard</source>
        <translation>कुंजी क्लिपबोर्ड पर है</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>कभी नहीं</translation>
    </message>
    <message>
        <source> days</source>
        <translation> दिन</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>कुंजी बनाएँ</translation>
    </message>
    <message>
        <source>Which program is it for?</source>
        <translation>किस प्रोग्राम के लिए?</translation>
    </message>
    <message>
        <source>Expires after</source>
        <translation>कब समाप्त हो</translation>
    </message>
    <message>
        <source>Reports that it may pull</source>
        <translation>जो रिपोर्ट वह ले सकता है</translation>
    </message>
    <message>
        <source>Copy the key now</source>
        <translation>कुंजी अभी कॉपी करें</translation>
    </message>
    <message>
        <source>It is shown this once. Whoever has it reads the chosen reports; keep it like a password. If it is lost, revoke it and create another one.</source>
        <translation>यह केवल इसी बार दिखती है। जिसके पास यह है, वह चुनी हुई रिपोर्ट पढ़ सकता है; इसे पासवर्ड की तरह रखें। खो जाए तो इसे निरस्त करके दूसरी बनाएँ।</translation>
    </message>
    <message>
        <source>The key</source>
        <translation>कुंजी</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>कुंजी कॉपी करें</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>मैंने रख ली</translation>
    </message>
</context>
<context>
    <name>reports::Keys</name>
    <message>
        <source>Never</source>
        <translation>कभी नहीं</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>निरस्त</translation>
    </message>
    <message>
        <source>Revoke this key?</source>
        <translation>यह कुंजी निरस्त करें?</translation>
    </message>
    <message>
        <source>Programs that use it are refused at once. It cannot be given back.</source>
        <translation>इसका उपयोग करने वाले प्रोग्राम तुरंत अस्वीकार होंगे। इसे वापस नहीं दिया जा सकता।</translation>
    </message>
    <message>
        <source>Revoke key</source>
        <translation>कुंजी निरस्त करें</translation>
    </message>
    <message>
        <source>The key %1 is revoked</source>
        <translation>कुंजी %1 निरस्त हो गई</translation>
    </message>
    <message>
        <source>With a key another program pulls the rows of the reports it was made for, and nothing else.</source>
        <translation>कुंजी से दूसरा प्रोग्राम केवल उन्हीं रिपोर्ट की पंक्तियाँ लेता है जिनके लिए वह बनी है।</translation>
    </message>
    <message>
        <source>Create key…</source>
        <translation>कुंजी बनाएँ…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>निरस्त करें…</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API कुंजियाँ</translation>
    </message>
    <message>
        <source>No keys yet</source>
        <translation>अभी कोई कुंजी नहीं</translation>
    </message>
    <message>
        <source>Create one for each program that is to read reports.</source>
        <translation>रिपोर्ट पढ़ने वाले हर प्रोग्राम के लिए एक बनाएँ।</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>समाप्त</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>सक्रिय</translation>
    </message>
</context>
<context>
    <name>reports::Kinds</name>
    <message>
        <source>Your account may not read this.</source>
        <translation>आपका खाता इसे नहीं पढ़ सकता।</translation>
    </message>
    <message>
        <source>Choose a report, then run it now or save it with a schedule.</source>
        <translation>रिपोर्ट चुनें, फिर अभी चलाएँ या समय-सारणी के साथ सहेजें।</translation>
    </message>
    <message>
        <source>Everything there is of one kind, as a file. Large ones are made in the background.</source>
        <translation>एक प्रकार का सब कुछ, फ़ाइल के रूप में। बड़ी फ़ाइलें पृष्ठभूमि में बनती हैं।</translation>
    </message>
    <message>
        <source>Run now…</source>
        <translation>अभी चलाएँ…</translation>
    </message>
    <message>
        <source>Export now…</source>
        <translation>अभी निर्यात करें…</translation>
    </message>
    <message>
        <source>Save and schedule…</source>
        <translation>सहेजें और समय दें…</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>रिपोर्ट</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>निर्यात</translation>
    </message>
    <message>
        <source>Nothing to report</source>
        <translation>कोई रिपोर्ट नहीं</translation>
    </message>
    <message>
        <source>Your account may read none of the reports.</source>
        <translation>आपका खाता कोई रिपोर्ट नहीं पढ़ सकता।</translation>
    </message>
</context>
<context>
    <name>reports::Page</name>
    <message>
        <source>%1 is being made</source>
        <translation>%1 बन रही है</translation>
    </message>
    <message>
        <source>Sales, vendors, money and activity as PDF, Excel or CSV, by hand or by mail</source>
        <translation>बिक्री, विक्रेता, धन और गतिविधि PDF, Excel या CSV में, हाथ से या ई-मेल से</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>रिपोर्ट</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>निर्यात</translation>
    </message>
    <message>
        <source>Saved and scheduled</source>
        <translation>सहेजी और नियत</translation>
    </message>
    <message>
        <source>Runs and files</source>
        <translation>चलाई गईं और फ़ाइलें</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API कुंजियाँ</translation>
    </message>
</context>
<context>
    <name>reports::Runs</name>
    <message>
        <source>%1 s</source>
        <translation>%1 से</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Files stay here until they expire. What is under way goes on when you leave this page.</source>
        <translation>फ़ाइलें समाप्ति तक यहाँ रहती हैं। जो चल रहा है, वह यह पृष्ठ छोड़ने पर भी चलता रहता है।</translation>
    </message>
    <message>
        <source>Cancel run</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>फिर चलाएँ</translation>
    </message>
    <message>
        <source>Save and open…</source>
        <translation>सहेजें और खोलें…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>इस रूप में सहेजें…</translation>
    </message>
    <message>
        <source>Runs of reports and exports</source>
        <translation>चलाई गई रिपोर्ट और निर्यात</translation>
    </message>
    <message>
        <source>Nothing was run yet</source>
        <translation>अभी कुछ नहीं चलाया गया</translation>
    </message>
    <message>
        <source>Run a report or an export; its file appears here.</source>
        <translation>रिपोर्ट या निर्यात चलाएँ; फ़ाइल यहाँ दिखेगी।</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>समय-सारणी</translation>
    </message>
</context>
<context>
    <name>reports::Schedules</name>
    <message>
        <source>By hand</source>
        <translation>हाथ से</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>%1 बजे</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>फिर शुरू करें</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Remove this saved report?</source>
        <translation>यह सहेजी रिपोर्ट हटाएँ?</translation>
    </message>
    <message>
        <source>It no longer runs and nobody is mailed. Files it has made stay.</source>
        <translation>यह आगे नहीं चलेगी और किसी को ई-मेल नहीं जाएगा। इसकी बनी फ़ाइलें रहेंगी।</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Reports that run by themselves and are mailed, and ones that are kept to be run by hand.</source>
        <translation>अपने आप चलकर ई-मेल होने वाली रिपोर्ट, और हाथ से चलाने के लिए रखी हुई।</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>रिपोर्ट सहेजें…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>बदलें…</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>अभी चलाएँ</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>हटाएँ…</translation>
    </message>
    <message>
        <source>Saved reports and schedules</source>
        <translation>सहेजी रिपोर्ट और समय-सारणी</translation>
    </message>
    <message>
        <source>No report is saved yet</source>
        <translation>अभी कोई रिपोर्ट सहेजी नहीं</translation>
    </message>
    <message>
        <source>Save one with a schedule, and it comes by mail every day, week, month or quarter.</source>
        <translation>समय-सारणी के साथ सहेजें, और वह हर दिन, सप्ताह, महीने या तिमाही ई-मेल से आएगी।</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>रुका</translation>
    </message>
</context>
</TS>
