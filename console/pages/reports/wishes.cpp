#include "console/pages/reports/wishes.h"

#include "console/kit/regions.h"
#include "console/kit/reportfetch.h"

#include <QCoreApplication>

namespace reports {

namespace {

const QList<std::pair<QString, QString>> languages{{QStringLiteral("en"), QStringLiteral("English")},
                                                   {QStringLiteral("hi"), QStringLiteral("हिन्दी")}};

// Functions have no tr of their own.
QString said(const char *text)
{
    return QCoreApplication::translate("reports", text);
}

// The server knows a period as "scope.from", the form as "from".
template <class T>
Result<T> withFormNames(const Result<T> &outcome)
{
    if (outcome)
        return outcome;
    Error error = outcome.error();
    for (FieldError &field : error.fields)
        field.field = field.field.section(u'.', -1);
    return tl::unexpected(error);
}

} // namespace

RunReport RunWish::toRun() const
{
    RunReport out{.format = format, .language = language, .byteOrderMark = byteOrderMark, .scope = {.period = period}};
    if (period == ReportPeriod::Custom) {
        out.scope.from = from;
        out.scope.to = to;
    }
    out.scope.vendorId = vendorId;
    out.scope.categoryId = categoryId;
    out.scope.region = region;
    return out;
}

PutReportDefinition putOf(const ReportDefinition &definition)
{
    return {.name = definition.name,
            .title = definition.title,
            .format = definition.format,
            .language = definition.language,
            .byteOrderMark = definition.byteOrderMark,
            .scope = definition.scope,
            .frequency = definition.frequency,
            .hour = definition.hour,
            .isPaused = definition.isPaused,
            .recipients = definition.recipients,
            .version = definition.version};
}

SaveWish SaveWish::of(const ReportDefinition &definition)
{
    return {.title = definition.title,
            .name = definition.name,
            .frequency = definition.frequency,
            .hour = definition.hour,
            .recipients = definition.recipients,
            .period = definition.scope.period,
            .from = definition.scope.from,
            .to = definition.scope.to,
            .format = definition.format,
            .language = definition.language};
}

PutReportDefinition SaveWish::toPut(const ReportDefinition &old) const
{
    PutReportDefinition out = putOf(old);
    out.title = title;
    out.name = name;
    out.frequency = frequency;
    out.hour = hour;
    out.format = format;
    out.language = language;
    // A schedule's period follows from its day.
    out.scope.period = frequency == ReportFrequency::Never ? period : ReportPeriod::Everything;
    const bool isCustom = out.scope.period == ReportPeriod::Custom;
    out.scope.from = isCustom ? from : std::nullopt;
    out.scope.to = isCustom ? to : std::nullopt;
    // Only a schedule mails.
    out.recipients = frequency == ReportFrequency::Never ? QList<Id<Account>>() : recipients;
    if (old.id.isNull())
        out.version.reset();
    return out;
}

Id<Account> accountOf(const kit::Kit &kit)
{
    return Id<Account>::parse(kit.me.id);
}

void askToRun(kit::Kit &kit, const ReportKind &kind, const Offers &offers, QWidget *parent,
              std::function<void(const ReportRun &)> react)
{
    const auto orAll = [](const Offers::Names &names) {
        return Offers::Names{{QString(), said(QT_TRANSLATE_NOOP("reports", "All"))}} + names;
    };
    const auto narrows = [&](ReportParameter parameter) { return kind.parameters.contains(parameter); };
    auto *form = new kit::ContractForm<RunWish>(kit.theme);
    form->ask(&RunWish::period);
    form->askDay(&RunWish::from);
    form->askDay(&RunWish::to);
    if (narrows(ReportParameter::Vendor) && !offers.vendors.isEmpty())
        form->askFrom(&RunWish::vendorId, orAll(offers.vendors));
    if (narrows(ReportParameter::Category) && !offers.categories.isEmpty())
        form->askFrom(&RunWish::categoryId, orAll(offers.categories));
    if (narrows(ReportParameter::Region))
        form->askFrom(&RunWish::region, orAll(kit::regions()));
    form->ask(&RunWish::format);
    form->askFrom(&RunWish::language, languages);
    form->ask(&RunWish::byteOrderMark);
    const bool isReport = kind.group == ReportGroup::Report;
    form->fill({.period = isReport ? ReportPeriod::LastMonth : ReportPeriod::Everything,
                .format = isReport ? ReportFormat::Pdf : ReportFormat::Xlsx,
                .language = kit::spokenLanguage()});
    auto *dialog =
        new kit::FormDialog(kit.theme,
                            {.title = isReport ? said(QT_TRANSLATE_NOOP("reports", "Run %1")).arg(kind.title)
                                               : said(QT_TRANSLATE_NOOP("reports", "Export %1")).arg(kind.title),
                             .text = kind.description,
                             .verb = isReport ? said(QT_TRANSLATE_NOOP("reports", "Run now"))
                                              : said(QT_TRANSLATE_NOOP("reports", "Export now")),
                             .width = 480,
                             .height = 680},
                            form, parent);
    dialog->perform(
        *form,
        [&kit, name = kind.name](const RunWish &wish) {
            return kit.api.call(api::runReport, wish.toRun(), name).then(withFormNames<ReportRun>);
        },
        std::move(react));
}

void askToSave(kit::Kit &kit, const QList<ReportKind> &kinds, const Offers &offers, const ReportDefinition &old,
               QWidget *parent, std::function<void(const ReportDefinition &)> react)
{
    Offers::Names reports;
    for (const ReportKind &kind : kinds)
        reports += {QString(names::text(kind.name)), kind.title};
    auto *form = new kit::ContractForm<SaveWish>(kit.theme);
    form->ask(&SaveWish::title);
    form->askFrom(&SaveWish::name, reports);
    form->ask(&SaveWish::frequency, &SaveWish::hour);
    if (!offers.recipients.isEmpty())
        form->askSeveral(&SaveWish::recipients, offers.recipients);
    form->ask(&SaveWish::period);
    form->askDay(&SaveWish::from);
    form->askDay(&SaveWish::to);
    form->ask(&SaveWish::format);
    form->askFrom(&SaveWish::language, languages);
    SaveWish filled = SaveWish::of(old);
    const bool isNew = old.id.isNull();
    if (isNew)
        filled.recipients = {accountOf(kit)};
    form->fill(filled);
    auto *dialog = new kit::FormDialog(
        kit.theme,
        {.title = isNew ? said(QT_TRANSLATE_NOOP("reports", "Save a report"))
                        : said(QT_TRANSLATE_NOOP("reports", "Edit %1")).arg(old.title),
         .text = said(QT_TRANSLATE_NOOP("reports", "A schedule reports on the day, week, month or quarter that has "
                                                   "just ended. Without one the report waits to be run by hand.")),
         .verb = said(QT_TRANSLATE_NOOP("reports", "Save")),
         .width = 480,
         .height = 720},
        form, parent);
    dialog->perform(
        *form,
        [&kit, old, isNew](const SaveWish &wish) {
            const PutReportDefinition put = wish.toPut(old);
            return (isNew ? kit.api.call(api::addDefinition, put) : kit.api.call(api::changeDefinition, put, old.id))
                .then(withFormNames<ReportDefinition>);
        },
        std::move(react));
}

} // namespace reports
