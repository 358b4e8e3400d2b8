#pragma once

// What is asked for in the dialogs of reports: a run now, or a saved report with its schedule.

#include "console/kit/formdialog.h"
#include "console/kit/kit.h"
#include "shared/contract/reports.h"

namespace reports {

// What the dialogs offer beside the reports themselves. What could not be fetched is not asked for.
struct Offers
{
    using Names = QList<std::pair<QString, QString>>; // id and name
    Names vendors = {};                               // those that sold most
    Names categories = {};
    Names recipients = {};
};

// What both dialogs ask for, each what it needs of it. RunReport and PutReportDefinition keep the period one level
// deeper than a form can reach.
struct Wish
{
    QString title;
    ReportName name = ReportName::DailySales;
    ReportFrequency frequency = ReportFrequency::Never;
    int hour = 7;
    QList<Id<Account>> recipients;
    ReportPeriod period = ReportPeriod::LastMonth;
    std::optional<QString> from;
    std::optional<QString> to;
    std::optional<Id<Vendor>> vendorId;
    std::optional<Id<Category>> categoryId;
    std::optional<QString> region;
    ReportFormat format = ReportFormat::Pdf;
    QString language;
    bool byteOrderMark = false;
    bool isPaused = false;
    std::optional<int> version; // of the saved report as it was seen

    FIELDS(Wish, FIELD(title, .label = QT_TRANSLATE_NOOP("fields", "Title"), .lengthMin = 1, .lengthMax = 120),
           FIELD(name, .label = QT_TRANSLATE_NOOP("fields", "Report")),
           FIELD(frequency, .label = QT_TRANSLATE_NOOP("fields", "Schedule")),
           FIELD(hour, .label = QT_TRANSLATE_NOOP("fields", "Hour of the day in India, 0 to 23"), .min = 0, .max = 23),
           FIELD(recipients, .label = QT_TRANSLATE_NOOP("fields", "Mail it to"), .countMax = recipientsMax,
                 .standard = true),
           FIELD(period, .label = QT_TRANSLATE_NOOP("fields", "Period")),
           REPORT_DAY(from, QT_TRANSLATE_NOOP("fields", "First day, for a custom period")),
           REPORT_DAY(to, QT_TRANSLATE_NOOP("fields", "Last day, for a custom period")),
           FIELD(vendorId, .label = QT_TRANSLATE_NOOP("fields", "Only this store")),
           FIELD(categoryId, .label = QT_TRANSLATE_NOOP("fields", "Only this category")),
           FIELD(region, .label = QT_TRANSLATE_NOOP("fields", "Only stores in this state"), .lengthMin = 5,
                 .lengthMax = 6, .pattern = "[A-Z]{2}-[A-Z0-9]{2,3}"),
           FIELD(format, .label = QT_TRANSLATE_NOOP("fields", "Format")),
           FIELD(language, .label = QT_TRANSLATE_NOOP("fields", "Language")),
           FIELD(byteOrderMark, .label = QT_TRANSLATE_NOOP("fields", "CSV for Excel (with byte order mark)"),
                 .standard = true),
           FIELD(isPaused, .label = QT_TRANSLATE_NOOP("fields", "Paused"), .standard = true), FIELD(version))

    static Wish of(const ReportDefinition &definition);
    // Only what the kind can be narrowed by: another kind may have been chosen after a filter was set.
    RunReport toRun(const ReportKind &kind) const;
    PutReportDefinition toPut(const ReportKind &kind) const;
};

// The definition as it is, to be sent back with one thing changed.
PutReportDefinition putOf(const ReportDefinition &definition);

Id<Account> accountOf(const kit::Kit &kit);

// Asks for period and format, begins the run and says so.
void askToRun(kit::Kit &kit, const ReportKind &kind, const Offers &offers, QWidget *parent,
              std::function<void(const ReportRun &)> react);
void askToSave(kit::Kit &kit, const QList<ReportKind> &kinds, const Offers &offers, const ReportDefinition &old,
               QWidget *parent, std::function<void(const ReportDefinition &)> react);

} // namespace reports
