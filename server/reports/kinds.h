#pragma once

// The table of reports: what each is called, which columns it has, whom it is for and where its rows come from.

#include "server/reports/storerows.h"
#include "shared/contract/reports.h"

#include <array>

namespace reports {

// Adds the values up by their label: a line over days, or the largest ones side by side.
struct ChartPlan
{
    ChartKind kind = ChartKind::Bar;
    QString title;
    QString label; // names of columns
    QString value;
};

struct Kind
{
    ReportName name = ReportName::DailySales;
    QString title;
    QString description;
    ReportGroup group = ReportGroup::Report;
    ReportFrequency usualFrequency = ReportFrequency::Never;
    QList<ReportParameter> parameters = {};
    QStringList totals = {};
    QList<ChartPlan> charts = {};
    rows::Source source = {};
};

class Kinds
{
public:
    Kinds();

    const Kind &of(ReportName name) const { return m_all[std::size_t(name)]; }
    const auto &all() const { return m_all; }

private:
    static constexpr std::size_t count = namesOf(ReportName{}).names.size();
    std::array<Kind, count> m_all;
};

// A filter that the report does not have is refused by its name; place stands before it.
Result<> checkScope(const Kind &kind, const ReportScope &scope, const QString &place = QStringLiteral("scope."));

} // namespace reports
