<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>fields</name>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
</context>
<context>
    <name>products::Detail</name>
    <message>
        <source>Price per %1</source>
        <translation>मूल्य प्रति %1</translation>
    </message>
    <message>
        <source>Price for distributors</source>
        <translation>वितरकों का मूल्य</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>छिपाएँ</translation>
    </message>
    <message>
        <source>Put on sale</source>
        <translation>बिक्री पर लगाएँ</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>संपादित करें…</translation>
    </message>
    <message>
        <source>Change stock…</source>
        <translation>स्टॉक बदलें…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>हटाएँ…</translation>
    </message>
</context>
<context>
    <name>products::Page</name>
    <message>
        <source>Add product</source>
        <translation>उत्पाद जोड़ें</translation>
    </message>
    <message>
        <source>%1 is in your store</source>
        <translation>%1 आपकी दुकान में है</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 संपादित करें</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Change stock of %1</source>
        <translation>%1 का स्टॉक बदलें</translation>
    </message>
    <message>
        <source>In stock: %1. Type what came in, or with a minus what went out.</source>
        <translation>स्टॉक में: %1। जो आया वह लिखें, या जो गया वह ऋण चिह्न के साथ।</translation>
    </message>
    <message>
        <source>Change stock</source>
        <translation>स्टॉक बदलें</translation>
    </message>
    <message>
        <source>%1: now %2</source>
        <translation>%1: अब %2</translation>
    </message>
    <message>
        <source>%1 is on sale</source>
        <translation>%1 बिक्री पर है</translation>
    </message>
    <message>
        <source>%1 is hidden</source>
        <translation>%1 छिपा है</translation>
    </message>
    <message>
        <source>Remove this product?</source>
        <translation>यह उत्पाद हटाएँ?</translation>
    </message>
    <message>
        <source>Buyers no longer find it. Old orders keep it.</source>
        <translation>ख़रीदारों को यह नहीं मिलेगा। पुराने ऑर्डर में बना रहेगा।</translation>
    </message>
    <message>
        <source>Remove product</source>
        <translation>उत्पाद हटाएँ</translation>
    </message>
    <message>
        <source>%1 is removed</source>
        <translation>%1 हटाया गया</translation>
    </message>
    <message>
        <source>per %1</source>
        <translation>प्रति %1</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>बिक चुका</translation>
    </message>
    <message>
        <source>low stock</source>
        <translation>कम स्टॉक</translation>
    </message>
    <message>
        <source>Your store is not approved yet. You can prepare products once the documents are approved.</source>
        <translation>आपकी दुकान अभी स्वीकृत नहीं है। दस्तावेज़ स्वीकृत होने पर आप उत्पाद जोड़ सकते हैं।</translation>
    </message>
    <message>
        <source>To my documents</source>
        <translation>मेरे दस्तावेज़</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>CSV निर्यात</translation>
    </message>
    <message>
        <source>What buyers find in your store</source>
        <translation>ख़रीदारों को आपकी दुकान में क्या मिलता है</translation>
    </message>
    <message>
        <source>Low stock</source>
        <translation>कम स्टॉक</translation>
    </message>
    <message>
        <source>Title or SKU</source>
        <translation>नाम या SKU</translation>
    </message>
    <message>
        <source>Add your first product</source>
        <translation>अपना पहला उत्पाद जोड़ें</translation>
    </message>
    <message>
        <source>Say what you sell, at which price, and how much of it you have.</source>
        <translation>बताएँ कि आप क्या बेचते हैं, किस मूल्य पर, और कितना माल है।</translation>
    </message>
</context>
</TS>
