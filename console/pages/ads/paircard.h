#pragma once

// The two halves of an A/B pair beside each other: how often they were seen and followed, and whether that says
// anything yet.

#include "console/kit/controls.h"
#include "shared/contract/ads.h"

#include <QWidget>

#include <array>

class QGridLayout;

namespace ads {

enum class Verdict { TooLittle, Even, First, Second };

// Less than this cannot be told from chance.
constexpr qint64 impressionsEnough = 1'000; // of each half
constexpr qint64 clicksEnough = 10;         // of both together

// One half leads when chance makes so large a difference less than once in twenty.
Verdict verdictOf(const Ad &first, const Ad &second);

class PairCard : public QWidget
{
    Q_OBJECT

public:
    PairCard(const kit::Theme &theme, QWidget *parent);

    void show(const Ad &own, const Ad &partner);

private:
    static constexpr int rows = 4; // titles, impressions, clicks, CTR

    void say(int row, const QString &name, const QString &own, const QString &partner);

    kit::Label *m_title;
    std::array<std::array<kit::Label *, 3>, rows> m_cells;
    kit::Label *m_verdict;
};

} // namespace ads
