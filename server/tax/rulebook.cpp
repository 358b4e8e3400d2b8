#include "server/tax/rulebook.h"

#include "shared/base/indiatime.h"
#include "shared/base/json.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <stdexcept>

namespace tax {

namespace {

constexpr int rulesMax = api::listTaxRules.most;

// An entry of a pack, in whole numbers of the smallest unit.
struct PackRule
{
    QString rule;
    TaxRuleKind kind = TaxRuleKind::GstTcs;
    QString title;
    QString titleHi;
    QString basis;
    QString validFrom;
    std::optional<QString> validUntil;
    std::optional<qint64> rateBasisPoints;
    std::optional<qint64> rateWithoutPanBasisPoints;
    std::optional<qint64> thresholdPaise;
    std::optional<int> chapterFrom;
    std::optional<int> chapterTo;
    std::optional<QString> hsn;
    std::optional<int> kmPerDay;
    std::optional<int> days;
    std::optional<QString> code;
    TaxCertainty certainty = TaxCertainty::Unsettled;
    QString note;
    QString noteHi;
    QString source;
    bool isOn = false;

    FIELDS(PackRule, FIELD(rule, .lengthMax = 40, .pattern = "[a-z][a-z0-9_]*"), FIELD(kind),
           FIELD(title, .lengthMin = 1, .lengthMax = 200), FIELD(titleHi, .lengthMin = 1, .lengthMax = 200),
           FIELD(basis, .lengthMin = 1, .lengthMax = 200), TAX_DAY(validFrom, nullptr), TAX_DAY(validUntil, nullptr),
           FIELD(rateBasisPoints, .min = 1, .max = 10'000), FIELD(rateWithoutPanBasisPoints, .min = 1, .max = 10'000),
           FIELD(thresholdPaise, .min = 1, .max = 100'000'000'000'000), FIELD(chapterFrom, .min = 1, .max = 99),
           FIELD(chapterTo, .min = 1, .max = 99), FIELD(hsn, .pattern = "[0-9]{2,8}"),
           FIELD(kmPerDay, .min = 1, .max = 10'000), FIELD(days, .min = 1, .max = 3660),
           FIELD(code, .lengthMin = 1, .lengthMax = 20), FIELD(certainty),
           FIELD(note, .lengthMin = 1, .lengthMax = 500), FIELD(noteHi, .lengthMin = 1, .lengthMax = 500),
           FIELD(source, .lengthMin = 1, .lengthMax = 500), FIELD(isOn))
};

struct RulePack
{
    QString pack;
    std::optional<int> edition;
    QList<PackRule> rules;

    FIELDS(RulePack, FIELD(pack, .pattern = "[a-z_]+"), FIELD(edition, .min = 1, .max = 99'999'999),
           FIELD(rules, .countMin = 1, .countMax = rulesMax))
};

[[noreturn]] void complain(const QString &place, const QString &problem)
{
    throw std::runtime_error(("the rules of tax: " + place + ": " + problem).toStdString());
}

// Which figures a calculation must have; all others but the threshold of some would be said in vain.
struct Figures
{
    QStringList must;
    QStringList may = {};
};

Figures figuresOf(TaxRuleKind kind)
{
    const QString rate = QStringLiteral("rate_basis_points"), threshold = QStringLiteral("threshold_paise"),
                  first = QStringLiteral("chapter_from"), last = QStringLiteral("chapter_to");
    switch (kind) {
    case TaxRuleKind::GstTcs: return {{rate}};
    case TaxRuleKind::IncomeTds: return {{rate, QStringLiteral("rate_without_pan_basis_points"), threshold}};
    case TaxRuleKind::IncomeTcs: return {{rate}, {threshold}};
    case TaxRuleKind::ReverseCharge: return {{rate, first, last}};
    case TaxRuleKind::GstTds: return {{rate, threshold, first, last}};
    case TaxRuleKind::EInvoice: return {{threshold}};
    case TaxRuleKind::EInvoiceUpload: return {{threshold, QStringLiteral("days")}};
    case TaxRuleKind::EWayBill: return {{threshold, QStringLiteral("km_per_day")}};
    case TaxRuleKind::PaymentCode: return {{QStringLiteral("code")}};
    case TaxRuleKind::HsnRate: return {{rate, QStringLiteral("hsn")}};
    case TaxRuleKind::CommissionGst: return {{rate}};
    }
    return {};
}

bool isHalved(TaxRuleKind kind)
{
    switch (kind) {
    case TaxRuleKind::GstTcs:
    case TaxRuleKind::ReverseCharge:
    case TaxRuleKind::GstTds:
    case TaxRuleKind::HsnRate:
    case TaxRuleKind::CommissionGst: return true;
    case TaxRuleKind::IncomeTds:
    case TaxRuleKind::IncomeTcs:
    case TaxRuleKind::EInvoice:
    case TaxRuleKind::EInvoiceUpload:
    case TaxRuleKind::EWayBill:
    case TaxRuleKind::PaymentCode: break;
    }
    return false;
}

void checkFigures(const PackRule &entry, const QString &place)
{
    const Figures figures = figuresOf(entry.kind);
    fields::forEach<PackRule>([&](const auto &field) {
        using Type = typename std::decay_t<decltype(field)>::Type;
        const QString name = field.wire.latin1();
        if constexpr (json::isOptional<Type>) {
            const bool isSaid = (entry.*field.member).has_value();
            if (!isSaid && figures.must.contains(name))
                complain(place + u'.' + name, QStringLiteral("is required of this kind"));
            if (isSaid && name != u"valid_until" && !figures.must.contains(name) && !figures.may.contains(name))
                complain(place + u'.' + name, QStringLiteral("says nothing in this kind"));
        }
    });
    if (isHalved(entry.kind) && *entry.rateBasisPoints % 2 != 0)
        complain(place + QStringLiteral(".rate_basis_points"), QStringLiteral("has no halves"));
    if (entry.chapterFrom && *entry.chapterFrom > *entry.chapterTo)
        complain(place + QStringLiteral(".chapter_to"), QStringLiteral("lies before the first chapter"));
    if (entry.isOn && entry.certainty == TaxCertainty::Unsettled)
        complain(place + QStringLiteral(".is_on"), QStringLiteral("what is unsettled ships switched off"));
}

TaxRule ruleOf(const PackRule &entry)
{
    const auto share = [](const std::optional<qint64> &value) {
        return value ? std::optional(BasisPoints{*value}) : std::nullopt;
    };
    return {.key = entry.rule + u'.' + entry.validFrom,
            .rule = entry.rule,
            .kind = entry.kind,
            .title = entry.title,
            .basis = entry.basis,
            .validFrom = entry.validFrom,
            .validUntil = entry.validUntil,
            .rate = share(entry.rateBasisPoints),
            .rateWithoutPan = share(entry.rateWithoutPanBasisPoints),
            .threshold = entry.thresholdPaise ? std::optional(Money{*entry.thresholdPaise}) : std::nullopt,
            .chapterFrom = entry.chapterFrom,
            .chapterTo = entry.chapterTo,
            .hsn = entry.hsn,
            .kmPerDay = entry.kmPerDay,
            .days = entry.days,
            .code = entry.code,
            .certainty = entry.certainty,
            .note = entry.note,
            .source = entry.source,
            .shipsOn = entry.isOn,
            .isOn = entry.isOn};
}

} // namespace

QList<PackFile> Rulebook::shipped()
{
    QList<PackFile> out;
    const QDir folder(QStringLiteral(":/rules"));
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            complain(name, QStringLiteral("cannot be read"));
        out += PackFile{name, file.readAll()};
    }
    return out;
}

Rulebook::Rulebook(const QList<PackFile> &files)
{
    if (files.isEmpty())
        complain(QStringLiteral(":/rules"), QStringLiteral("there are none"));
    for (const PackFile &file : files)
        add(file);
    if (m_rules.size() > rulesMax)
        complain(files.constLast().name, QStringLiteral("there are more than %1").arg(rulesMax));
    std::sort(m_rules.begin(), m_rules.end(), [](const TaxRule &a, const TaxRule &b) {
        return std::pair(a.rule, a.validFrom) < std::pair(b.rule, b.validFrom);
    });
}

void Rulebook::add(const PackFile &file)
{
    const auto pack = json::parse<RulePack>(file.text);
    if (!pack && pack.error().fields.isEmpty())
        complain(file.name, pack.error().message);
    if (!pack) {
        const FieldError &first = pack.error().fields.constFirst();
        complain(file.name + QStringLiteral(": ") + first.field, first.problem);
    }
    m_edition = std::max(m_edition, pack->edition.value_or(0));
    for (qsizetype i = 0; i < pack->rules.size(); ++i) {
        const PackRule &entry = pack->rules[i];
        const QString place = QStringLiteral("%1: rules.%2").arg(file.name).arg(i);
        checkFigures(entry, place);
        const TaxRule rule = ruleOf(entry);
        checkDays(rule, place);
        m_rules += rule;
        m_hindi.insert(rule.key, {entry.titleHi, entry.noteHi});
    }
}

void Rulebook::checkDays(const TaxRule &rule, const QString &place) const
{
    if (!india::dayFrom(rule.validFrom))
        complain(place + QStringLiteral(".valid_from"), QStringLiteral("is no day"));
    if (rule.validUntil && !india::dayFrom(*rule.validUntil))
        complain(place + QStringLiteral(".valid_until"), QStringLiteral("is no day"));
    if (rule.validUntil && *rule.validUntil <= rule.validFrom)
        complain(place + QStringLiteral(".valid_until"), QStringLiteral("is not after its first day"));
    for (const TaxRule &other : m_rules) {
        const bool endsBefore = other.validUntil && *other.validUntil <= rule.validFrom;
        const bool beginsAfter = rule.validUntil && *rule.validUntil <= other.validFrom;
        if (other.rule == rule.rule && !endsBefore && !beginsAfter)
            complain(place + QStringLiteral(".valid_from"), QStringLiteral("overlaps with ") + other.key);
        if (other.rule == rule.rule && other.kind != rule.kind)
            complain(place + QStringLiteral(".kind"), QStringLiteral("is another one than that of ") + other.key);
    }
}

const TaxRule *Rulebook::find(const QString &key) const
{
    const auto found =
        std::find_if(m_rules.cbegin(), m_rules.cend(), [&](const TaxRule &rule) { return rule.key == key; });
    return found == m_rules.cend() ? nullptr : &*found;
}

TaxRule Rulebook::spoken(TaxRule rule, const QString &language) const
{
    const auto hindi = m_hindi.constFind(rule.key);
    if (language == u"hi" && hindi != m_hindi.cend()) {
        rule.title = hindi->title;
        rule.note = hindi->note;
    }
    return rule;
}

} // namespace tax
