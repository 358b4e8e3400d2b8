#include "console/pages/reconciliation/page.h"

#include "console/kit/formdialog.h"
#include "console/kit/phrases.h"
#include "console/kit/proof.h"
#include "console/pages/reconciliation/detail.h"
#include "console/pages/reconciliation/reportdialog.h"
#include "console/pages/reconciliation/words.h"

#include <QFileDialog>

namespace reconciliation {

namespace {

const QString keptColumns = QStringLiteral("statement.columns");
const QString keptProvider = QStringLiteral("settlement.provider");

// Wire name and name.
QList<std::pair<QString, QString>> settlingProviders()
{
    QList<std::pair<QString, QString>> out;
    for (const GatewayName each : settlementProviders) {
        const QString wire = names::text(each).toString();
        out += {wire, providerName(wire)};
    }
    return out;
}

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : ListPage(kit, parent)
    , m_tabs(views(), {FlagStatus::Open, FlagStatus::Credited, FlagStatus::Refunded, FlagStatus::Dismissed,
                       FlagStatus::Booked, std::nullopt})
    , m_detail(new Detail(kit, this))
    , m_statement(addHeadButton(QStringLiteral("upload"), "primary"))
    , m_settlement(addHeadButton(QStringLiteral("upload")))
{
    m_statement->setObjectName(QStringLiteral("statement"));
    m_settlement->setObjectName(QStringLiteral("settlement"));
    filters()->hide(); // the server filters by status only, which the tabs do
    addColumns();
    m_table.from([this](const std::optional<QString> &cursor) {
        const ListMoneyFlags query{.limit = 50, .cursor = cursor, .status = m_tabs.chosen()};
        return m_kit.api.call(api::listMoneyFlags, query);
    });
    list(m_table);
    setDetail(m_detail);
    connect(m_statement, &QPushButton::clicked, this, &Page::chooseStatement);
    connect(m_settlement, &QPushButton::clicked, this, &Page::chooseSettlement);
    connect(m_detail, &Detail::closed, this, [this] { closeDetail(); });
    connect(m_detail, &Detail::changed, this, [this](const MoneyFlag &flag) { m_table.put(flag); });
    retranslate();
}

void Page::addColumns()
{
    m_table.show(&MoneyFlag::kind, &MoneyFlag::transactionId, &MoneyFlag::provider, &MoneyFlag::createdAt,
                 &MoneyFlag::status, &MoneyFlag::expectedAmount, &MoneyFlag::amount);
    const auto shape = [this](auto member, int width, int priority) {
        auto &column = m_table.column(member);
        column.heading.width = width;
        column.heading.priority = priority;
    };
    shape(&MoneyFlag::kind, 190, 0);
    shape(&MoneyFlag::transactionId, 220, 1);
    m_table.column(&MoneyFlag::transactionId).heading.stretches = true;
    shape(&MoneyFlag::provider, 110, 3);
    shape(&MoneyFlag::createdAt, 118, 2);
    shape(&MoneyFlag::status, 120, 0);
    shape(&MoneyFlag::expectedAmount, 120, 2);
    shape(&MoneyFlag::amount, 130, 0);
    m_table.column(&MoneyFlag::provider).cell = [](const MoneyFlag &flag) {
        return kit::Cell{.text = providerName(flag.provider)};
    };
    m_table.column(&MoneyFlag::amount).cell = [](const MoneyFlag &flag) {
        return kit::Cell{.text = amountOf(flag), .look = kit::Cell::Look::Strong, .alignment = Qt::AlignRight};
    };
    m_table.settle();
}

void Page::refresh()
{
    m_table.refresh();
    askHealth();
    if (isDetailOpen())
        m_detail->reload();
}

void Page::showDetail(const QString &id)
{
    m_detail->open(Id<MoneyFlag>::parse(id));
}

void Page::askHealth()
{
    kit::whenDone(this, m_kit.api.call(api::listProviders), [this](const Result<QList<ProviderHealth>> &providers) {
        if (providers)
            showHealth(*providers);
    });
}

void Page::showHealth(const QList<ProviderHealth> &providers)
{
    QStringList said;
    bool isWell = true;
    for (const ProviderHealth &each : providers) {
        isWell = isWell && each.isAnswering;
        const QString name = providerName(each.provider);
        if (each.closedUntil)
            said += tr("%1 does not answer; nobody asks before %2").arg(name, kit::display::time(*each.closedUntil));
        else
            said += each.pending > 0 ? tr("%1 answers, %Ln payment(s) wait", nullptr, each.pending).arg(name)
                                     : tr("%1 answers").arg(name);
        // PAY-19: with what it is a share of.
        if (each.success)
            said.last() += QStringLiteral(", ") + tr("%1 of %2 came through in %3 days")
                                                      .arg(kit::display::text(*each.success))
                                                      .arg(each.paid + each.failed)
                                                      .arg(each.windowDays);
    }
    banner()->say(said.join(QStringLiteral(" · ")), isWell ? kit::Tone::Success : kit::Tone::Danger);
}

void Page::chooseStatement()
{
    chooseFile(tr("Statement of the bank"), tr("Statements (*.csv *.txt)"), &Page::takeStatement);
}

void Page::chooseSettlement()
{
    chooseFile(tr("Settlement of a provider"), tr("Settlements (*.csv *.txt)"), &Page::takeSettlement);
}

void Page::chooseFile(const QString &title, const QString &kinds, void (Page::*take)(const QString &path))
{
    auto *dialog = new QFileDialog(this, title, {}, kinds);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, take);
    dialog->open();
}

std::optional<QString> Page::textOf(const QString &path, qint64 bytesMax)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && file.size() <= bytesMax)
        return QString::fromUtf8(file.readAll());
    m_kit.notices.toast(tr("The file cannot be read, or is larger than 1 MB."), kit::Tone::Danger);
    return std::nullopt;
}

void Page::takeStatement(const QString &path)
{
    const std::optional<QString> csv = textOf(path, statementBytesMax);
    if (!csv)
        return;
    auto *form = new kit::ContractForm<StatementColumns>(m_kit.theme);
    form->ask(&StatementColumns::date, &StatementColumns::narration, &StatementColumns::amount,
              &StatementColumns::reference, &StatementColumns::balance);
    const QStringList before = m_kit.keepsakes.kept(keptColumns).split(u'\n');
    const auto optional = [&](int at) {
        const QString name = before.value(at);
        return name.isEmpty() ? std::nullopt : std::optional(name);
    };
    form->fill({.date = before.value(0),
                .narration = before.value(1),
                .amount = before.value(2),
                .reference = optional(3),
                .balance = optional(4)});
    auto *dialog =
        new kit::FormDialog(m_kit.theme,
                            {.title = tr("Read a statement"),
                             .text = tr("Say what the columns are called in the first line of the table. What carries "
                                        "the reference and the exact amount of a payment is credited."),
                             .verb = tr("Read statement"),
                             .width = 480},
                            form, this);
    dialog->perform(
        *form,
        [this, csv = *csv, sent = std::make_shared<QByteArray>()](const StatementColumns &columns) {
            m_kit.keepsakes.keep(keptColumns,
                                 QStringList{columns.date, columns.narration, columns.amount,
                                             columns.reference.value_or(QString()), columns.balance.value_or(QString())}
                                     .join(u'\n'));
            // The server asks whether other columns than the last time are meant; pressing once more says so.
            const TakeStatement statement{columns, csv, *sent == json::bytes(columns)};
            *sent = json::bytes(columns);
            return kit::proved(m_kit, this,
                               [this, statement] { return m_kit.api.call(api::takeStatement, statement); });
        },
        [this](const StatementReport &report) { showReport(new ReportDialog(m_kit, report, this)); });
}

void Page::takeSettlement(const QString &path)
{
    const std::optional<QString> csv = textOf(path, settlementBytesMax);
    if (!csv)
        return;
    const QList<std::pair<QString, QString>> offers = settlingProviders();
    const QString before = m_kit.keepsakes.kept(keptProvider);
    auto *form = new kit::ContractForm<TakeSettlement>(m_kit.theme);
    form->askFrom(&TakeSettlement::provider, offers);
    form->fill({.provider = before.isEmpty() ? offers.first().first : before, .csv = *csv});
    auto *dialog =
        new kit::FormDialog(m_kit.theme,
                            {.title = tr("Read a settlement"),
                             .text = tr("Say whose report of settlements it is. What came to the bank goes into the "
                                        "books, and what the provider has kept of it stands apart. Reading a file "
                                        "twice changes nothing."),
                             .verb = tr("Read settlement"),
                             .width = 480},
                            form, this);
    dialog->perform(
        *form,
        [this, dialog](const TakeSettlement &wish) {
            m_kit.keepsakes.keep(keptProvider, wish.provider);
            return kit::proved(m_kit, dialog, [this, wish] { return m_kit.api.call(api::takeSettlement, wish); });
        },
        [this](const SettlementReport &report) { showReport(new ReportDialog(m_kit, report, this)); });
}

void Page::showReport(QDialog *report)
{
    report->setAttribute(Qt::WA_DeleteOnClose);
    report->open();
    refresh();
}

void Page::retranslate()
{
    setTitle(kit::titleOf(QLatin1StringView("admin.reconciliation")),
             tr("Money that did not come as it was asked for"));
    setViews({kit::display::text(FlagStatus::Open), kit::display::text(FlagStatus::Credited),
              kit::display::text(FlagStatus::Refunded), kit::display::text(FlagStatus::Dismissed),
              kit::display::text(FlagStatus::Booked), kit::phrase::all()});
    m_statement->say(tr("Read a statement…"));
    m_settlement->say(tr("Read a settlement…"));
    setEmptyText(QStringLiteral("circle-check"), tr("Everything fits"),
                 tr("Read the bank's statement to find payments by UPI."), tr("Read a statement…"));
    m_detail->retranslate();
    ListPage::retranslate();
}

} // namespace reconciliation
