#include "console/pages/reports/wishes.h"

#include "console/kit/regions.h"
#include "console/kit/reportfetch.h"
#include "console/pages/reports/about.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>

#include <algorithm>

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

ReportScope scopeOf(const Wish &wish, const ReportKind &kind)
{
    const auto narrows = [&](ReportParameter parameter) { return kind.parameters.contains(parameter); };
    ReportScope out;
    // A schedule's period follows from its day.
    if (wish.frequency == ReportFrequency::Never)
        out.period = wish.period;
    if (out.period == ReportPeriod::Custom) {
        out.from = wish.from;
        out.to = wish.to;
    }
    if (narrows(ReportParameter::Vendor))
        out.vendorId = wish.vendorId;
    if (narrows(ReportParameter::Category))
        out.categoryId = wish.categoryId;
    if (narrows(ReportParameter::Region))
        out.region = wish.region;
    return out;
}

Offers::Names orAll(Offers::Names names)
{
    names.prepend({QString(), said(QT_TRANSLATE_NOOP("reports", "All"))});
    return names;
}

// Of what, and as which file: the same for a run and for what is saved.
void askWhat(kit::ContractForm<Wish> &form, const Offers &offers, const Wish &filled)
{
    form.ask(&Wish::period);
    form.askDay(&Wish::from);
    form.askDay(&Wish::to);
    if (!offers.vendors.isEmpty() || filled.vendorId)
        form.askFrom(&Wish::vendorId, orAll(offers.vendors));
    if (!offers.categories.isEmpty() || filled.categoryId)
        form.askFrom(&Wish::categoryId, orAll(offers.categories));
    form.askFrom(&Wish::region, orAll(kit::regions()));
    form.ask(&Wish::format);
    form.askFrom(&Wish::language, languages);
    form.ask(&Wish::byteOrderMark);
}

enum class Shown { No, Yes };

// A field with its name; what is wrong with it would still be said.
void setShown(const kit::Form &form, const QByteArray &field, Shown shown)
{
    QWidget *editor = form.editor(field);
    if (!editor)
        return;
    editor->setVisible(shown == Shown::Yes);
    for (QLabel *label : form.findChildren<QLabel *>())
        if (label->buddy() == editor)
            label->setVisible(shown == Shown::Yes);
}

// What the report cannot be asked about, or what follows from another choice, is not shown; Wish does not send it.
void showFitting(const kit::Form &form, const ReportKind &kind, ReportFrequency frequency)
{
    const auto show = [&](const QByteArray &field, bool fits) { setShown(form, field, fits ? Shown::Yes : Shown::No); };
    const bool isByHand = frequency == ReportFrequency::Never;
    for (const char *field : {"hour", "recipients"})
        show(field, !isByHand);
    for (const char *field : {"period", "from", "to"})
        show(field, isByHand);
    show("vendor_id", kind.parameters.contains(ReportParameter::Vendor));
    show("category_id", kind.parameters.contains(ReportParameter::Category));
    show("region", kind.parameters.contains(ReportParameter::Region));
}

ReportKind kindOf(const QList<ReportKind> &kinds, ReportName name)
{
    const auto found =
        std::find_if(kinds.cbegin(), kinds.cend(), [&](const ReportKind &kind) { return kind.name == name; });
    return found == kinds.cend() ? ReportKind{.name = name} : *found;
}

template <names::NamedEnum E>
E chosen(const kit::Form &form, const QByteArray &field)
{
    const auto *box = qobject_cast<QComboBox *>(form.editor(field));
    return box ? names::fromText<E>(box->currentData().toString()).value_or(E()) : E();
}

} // namespace

RunReport Wish::toRun(const ReportKind &kind) const
{
    return {.format = format, .language = language, .byteOrderMark = byteOrderMark, .scope = scopeOf(*this, kind)};
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

Wish Wish::of(const ReportDefinition &definition)
{
    return {.title = definition.title,
            .name = definition.name,
            .frequency = definition.frequency,
            .hour = definition.hour,
            .recipients = definition.recipients,
            .period = definition.scope.period,
            .from = definition.scope.from,
            .to = definition.scope.to,
            .vendorId = definition.scope.vendorId,
            .categoryId = definition.scope.categoryId,
            .region = definition.scope.region,
            .format = definition.format,
            .language = definition.language,
            .byteOrderMark = definition.byteOrderMark};
}

PutReportDefinition Wish::toPut(const ReportDefinition &old, const ReportKind &kind) const
{
    PutReportDefinition out{.name = name,
                            .title = title,
                            .format = format,
                            .language = language,
                            .byteOrderMark = byteOrderMark,
                            .scope = scopeOf(*this, kind),
                            .frequency = frequency,
                            .hour = hour,
                            .isPaused = old.isPaused};
    // Only a schedule mails.
    if (frequency != ReportFrequency::Never)
        out.recipients = recipients;
    if (!old.id.isNull())
        out.version = old.version;
    return out;
}

Id<Account> accountOf(const kit::Kit &kit)
{
    return Id<Account>::parse(kit.me.id);
}

void askToRun(kit::Kit &kit, const ReportKind &kind, const Offers &offers, QWidget *parent,
              std::function<void(const ReportRun &)> react)
{
    const bool isReport = kind.group == ReportGroup::Report;
    const QString title = kit::display::text(kind.name);
    const Wish filled{.title = title,
                      .name = kind.name,
                      .period = isReport ? ReportPeriod::LastMonth : ReportPeriod::Everything,
                      .format = isReport ? ReportFormat::Pdf : ReportFormat::Xlsx,
                      .language = kit::spokenLanguage()};
    auto *form = new kit::ContractForm<Wish>(kit.theme);
    askWhat(*form, offers, filled);
    form->fill(filled);
    showFitting(*form, kind, ReportFrequency::Never);
    auto *dialog = new kit::FormDialog(kit.theme,
                                       {.title = isReport ? said(QT_TRANSLATE_NOOP("reports", "Run %1")).arg(title)
                                                          : said(QT_TRANSLATE_NOOP("reports", "Export %1")).arg(title),
                                        .text = about(kind.name),
                                        .verb = isReport ? said(QT_TRANSLATE_NOOP("reports", "Run now"))
                                                         : said(QT_TRANSLATE_NOOP("reports", "Export now")),
                                        .width = 480,
                                        .height = 680},
                                       form, parent);
    dialog->perform(
        *form,
        [&kit, kind](const Wish &wish) {
            return kit.api.call(api::runReport, wish.toRun(kind), kind.name).then(withFormNames<ReportRun>);
        },
        std::move(react));
}

void askToSave(kit::Kit &kit, const QList<ReportKind> &kinds, const Offers &offers, const ReportDefinition &old,
               QWidget *parent, std::function<void(const ReportDefinition &)> react)
{
    Offers::Names reports;
    for (const ReportKind &kind : kinds)
        reports += {QString(names::text(kind.name)), kit::display::text(kind.name)};
    Wish filled = Wish::of(old);
    const bool isNew = old.id.isNull();
    if (isNew)
        filled.recipients = {accountOf(kit)};
    // A schedule's period follows from its day; the form begins with another when it is to run by hand.
    if (filled.period == ReportPeriod::Everything && filled.frequency != ReportFrequency::Never)
        filled.period = ReportPeriod::LastMonth;
    auto *form = new kit::ContractForm<Wish>(kit.theme);
    form->ask(&Wish::title);
    form->askFrom(&Wish::name, reports);
    form->ask(&Wish::frequency, &Wish::hour);
    if (!offers.recipients.isEmpty())
        form->askSeveral(&Wish::recipients, offers.recipients);
    askWhat(*form, offers, filled);
    form->fill(filled);
    const auto settle = [form, kinds] {
        showFitting(*form, kindOf(kinds, chosen<ReportName>(*form, "name")),
                    chosen<ReportFrequency>(*form, "frequency"));
    };
    settle();
    QObject::connect(form, &kit::Form::touched, form, settle);
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
        [&kit, kinds, old, isNew](const Wish &wish) {
            const PutReportDefinition put = wish.toPut(old, kindOf(kinds, wish.name));
            return (isNew ? kit.api.call(api::addDefinition, put) : kit.api.call(api::changeDefinition, put, old.id))
                .then(withFormNames<ReportDefinition>);
        },
        std::move(react));
}

} // namespace reports
