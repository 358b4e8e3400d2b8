#pragma once

// How advertising does in a chosen time, by slot and by campaign (ADS-05).

#include "console/kit/contracttable.h"
#include "console/kit/kit.h"
#include "console/kit/listcard.h"
#include "console/kit/segments.h"

#include "shared/contract/ads.h"

namespace ads {

class Figures : public QWidget
{
    Q_OBJECT

public:
    Figures(kit::Kit &kit, QWidget *parent);

    void refresh();
    void retranslate();

private:
    AdPeriod period() const;
    void show(const AdPerformance &performance);

    kit::Kit &m_kit;
    kit::Label *m_rest, *m_sum;
    kit::Segments *m_periods;
    kit::ContractTable<SlotFigures> m_bySlot;
    kit::ContractTable<AdFigures> m_byAd;
    kit::ListCard *m_slotCard;
    kit::ListCard *m_adCard;
    std::optional<AdPerformance> m_shown;
    int m_asked = 0;
};

} // namespace ads
