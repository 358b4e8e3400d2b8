<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_IN">
<context>
    <name>MarketWords</name>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <translation>
            <numerusform>%Ln order</numerusform>
            <numerusform>%Ln orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>forecast: %1, learned from %Ln day(s)</source>
        <translation>
            <numerusform>forecast: %1, learned from %Ln day</numerusform>
            <numerusform>forecast: %1, learned from %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ads::Detail</name>
    <message numerus="yes">
        <source>%Ln campaigns meet in %1, more than it shows at a time.</source>
        <translation>
            <numerusform>%Ln campaign meets in %1, more than it shows at a time.</numerusform>
            <numerusform>%Ln campaigns meet in %1, more than it shows at a time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ads::Figures</name>
    <message numerus="yes">
        <source>And %Ln more with fewer impressions, which the sums above contain. The report of the campaigns has all of them.</source>
        <translation>
            <numerusform>And %Ln more with fewer impressions, which the sums above contain. The report of the campaigns has all of them.</numerusform>
            <numerusform>And %Ln more with fewer impressions, which the sums above contain. The report of the campaigns has all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ads::Page</name>
    <message numerus="yes">
        <source>%Ln campaign(s)</source>
        <translation>
            <numerusform>%Ln campaign</numerusform>
            <numerusform>%Ln campaigns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln campaign(s) of this time; a shorter one shows all</source>
        <translation>
            <numerusform>The first %Ln campaign of this time; a shorter one shows all</numerusform>
            <numerusform>The first %Ln campaigns of this time; a shorter one shows all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ads::Timeline</name>
    <message numerus="yes">
        <source>%1 × %2 · %Ln at a time</source>
        <translation>
            <numerusform>%1 × %2 · %Ln at a time</numerusform>
            <numerusform>%1 × %2 · %Ln at a time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Bell</name>
    <message numerus="yes">
        <source>Inbox, %Ln unread</source>
        <translation>
            <numerusform>Inbox, %Ln unread</numerusform>
            <numerusform>Inbox, %Ln unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Palette</name>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chat::RoomLine</name>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>customers::Detail</name>
    <message numerus="yes">
        <source>%Ln order(s), %1 settled</source>
        <translation>
            <numerusform>%Ln order, %1 settled</numerusform>
            <numerusform>%Ln orders, %1 settled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dashboard::Page</name>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <translation>
            <numerusform>%Ln order</numerusform>
            <numerusform>%Ln orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open order(s) by stage</source>
        <translation>
            <numerusform>%Ln open order by stage</numerusform>
            <numerusform>%Ln open orders by stage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vendor(s) waiting for KYC</source>
        <translation>
            <numerusform>%Ln vendor waiting for KYC</numerusform>
            <numerusform>%Ln vendors waiting for KYC</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln payout(s) to approve</source>
        <translation>
            <numerusform>%Ln payout to approve</numerusform>
            <numerusform>%Ln payouts to approve</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln payout(s) to pay</source>
        <translation>
            <numerusform>%Ln payout to pay</numerusform>
            <numerusform>%Ln payouts to pay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) about to be cancelled</source>
        <translation>
            <numerusform>%Ln order about to be cancelled</numerusform>
            <numerusform>%Ln orders about to be cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) late</source>
        <translation>
            <numerusform>%Ln order late</numerusform>
            <numerusform>%Ln orders late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed job(s)</source>
        <translation>
            <numerusform>%Ln failed job</numerusform>
            <numerusform>%Ln failed jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln undelivered event(s)</source>
        <translation>
            <numerusform>%Ln undelivered event</numerusform>
            <numerusform>%Ln undelivered events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) low in stock</source>
        <translation>
            <numerusform>%Ln product low in stock</numerusform>
            <numerusform>%Ln products low in stock</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln order(s) since the beginning</source>
        <translation>
            <numerusform>%1 in %Ln order since the beginning</numerusform>
            <numerusform>%1 in %Ln orders since the beginning</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>disputes::Detail</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>heatmap::Page</name>
    <message numerus="yes">
        <source>Too few people to say where: a place is shown from %Ln people on.</source>
        <translation>
            <numerusform>Too few people to say where: a place is shown from %Ln person on.</numerusform>
            <numerusform>Too few people to say where: a place is shown from %Ln people on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>heatmap::SideCard</name>
    <message numerus="yes">
        <source>And %Ln more place(s).</source>
        <translation>
            <numerusform>And %Ln more place.</numerusform>
            <numerusform>And %Ln more places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vendor(s) within %1 km, none delivers there</source>
        <translation>
            <numerusform>%Ln vendor within %1 km, does not deliver there</numerusform>
            <numerusform>%Ln vendors within %1 km, none delivers there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kit::ListPage</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orderboard::Lane</name>
    <message numerus="yes">
        <source>%1, %Ln order(s)</source>
        <translation>
            <numerusform>%1, %Ln order</numerusform>
            <numerusform>%1, %Ln orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>orderboard::Page</name>
    <message numerus="yes">
        <source>%Ln open order(s)</source>
        <translation>
            <numerusform>%Ln open order</numerusform>
            <numerusform>%Ln open orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) wait for your answer</source>
        <translation>
            <numerusform>%Ln order waits for your answer</numerusform>
            <numerusform>%Ln orders wait for your answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>payouts::Detail</name>
    <message numerus="yes">
        <source>%Ln order(s) add up to the amount.</source>
        <translation>
            <numerusform>%Ln order adds up to the amount.</numerusform>
            <numerusform>%Ln orders add up to the amount.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) and the corrections add up to the amount.</source>
        <translation>
            <numerusform>%Ln order and the corrections add up to the amount.</numerusform>
            <numerusform>%Ln orders and the corrections add up to the amount.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s), less tax and corrections, add up to the amount.</source>
        <translation>
            <numerusform>%Ln order, less tax and corrections, adds up to the amount.</numerusform>
            <numerusform>%Ln orders, less tax and corrections, add up to the amount.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>settings::Page</name>
    <message numerus="yes">
        <source>%n change(s), %1 out of bounds</source>
        <translation>
            <numerusform>%n change, %1 out of bounds</numerusform>
            <numerusform>%n changes, %1 out of bounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n change not saved</numerusform>
            <numerusform>%n changes not saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n change(s)?</source>
        <translation>
            <numerusform>Save %n change?</numerusform>
            <numerusform>Save %n changes?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) changed</source>
        <translation>
            <numerusform>%n setting changed</numerusform>
            <numerusform>%n settings changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) dropped</source>
        <translation>
            <numerusform>%n change dropped</numerusform>
            <numerusform>%n changes dropped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signin::CertificateCard</name>
    <message numerus="yes">
        <source>%1, %Ln more day(s)</source>
        <translation>
            <numerusform>%1, %Ln more day</numerusform>
            <numerusform>%1, %Ln more days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>store::Page</name>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <translation>
            <numerusform>%Ln order</numerusform>
            <numerusform>%Ln orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open order(s) by stage</source>
        <translation>
            <numerusform>%Ln open order by stage</numerusform>
            <numerusform>%Ln open orders by stage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) at the low-stock level</source>
        <translation>
            <numerusform>%Ln product at the low-stock level</numerusform>
            <numerusform>%Ln products at the low-stock level</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>payouts::BatchDialog</name>
    <message numerus="yes">
        <source>%Ln payout(s), %1</source>
        <translation>
            <numerusform>%Ln payout, %1</numerusform>
            <numerusform>%Ln payouts, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln payout(s), %2</source>
        <translation>
            <numerusform>%1: %Ln payout, %2</numerusform>
            <numerusform>%1: %Ln payouts, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reconciliation::Page</name>
    <message numerus="yes">
        <source>%1 answers, %Ln payment(s) wait</source>
        <translation>
            <numerusform>%1 answers, %Ln payment waits</numerusform>
            <numerusform>%1 answers, %Ln payments wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tax::Page</name>
    <message numerus="yes">
        <source>%Ln store(s) · net supplies %1 · to collect %2: IGST %3, CGST %4, SGST %5</source>
        <translation>
            <numerusform>%Ln store · net supplies %1 · to collect %2: IGST %3, CGST %4, SGST %5</numerusform>
            <numerusform>%Ln stores · net supplies %1 · to collect %2: IGST %3, CGST %4, SGST %5</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s) · sales %1 · to deduct %2</source>
        <translation>
            <numerusform>%Ln store · sales %1 · to deduct %2</numerusform>
            <numerusform>%Ln stores · sales %1 · to deduct %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weighing::WaitingList</name>
    <message numerus="yes">
        <source>%Ln weight(s) wait to be sent</source>
        <translation>
            <numerusform>%Ln weight waits to be sent</numerusform>
            <numerusform>%Ln weights wait to be sent</numerusform>
        </translation>
    </message>
</context>
</TS>
