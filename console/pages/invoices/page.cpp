#include "console/pages/invoices/page.h"

#include "console/kit/contractfigures.h"
#include "console/kit/indiaclock.h"
#include "console/kit/phrases.h"
#include "console/kit/reportfetch.h"
#include "console/kit/savefile.h"
#include "shared/base/indiatime.h"

#include <QHBoxLayout>

namespace invoices {

using kit::Cell;
using kit::Type;

namespace {

constexpr int monthsBack = 24;
constexpr int exportRowsMax = 50'000;
constexpr int rowsAtOnce = 50;

// "10 Jul 2024"
QString shown(const QString &day)
{
    const auto number = india::dayFrom(day);
    return number ? kit::display::date(india::startOf(*number)) : day;
}

std::optional<QString> chosen(const kit::ChoiceBox &box)
{
    const QString value = box.currentData().toString();
    return value.isEmpty() ? std::nullopt : std::optional(value);
}

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Page(kit, parent)
    , m_title(new kit::Label(kit.theme, Type::Heading1, "", this))
    , m_subtitle(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_trouble(new kit::Banner(kit.theme, this))
    , m_month(new kit::ChoiceBox(kit.theme, this))
    , m_kind(new kit::ChoiceBox(kit.theme, this))
    , m_pdf(new kit::Button(kit.theme, QStringLiteral("file-text"), "primary", this))
    , m_export(new kit::Button(kit.theme, QStringLiteral("download"), "", this))
    , m_card(new kit::ListCard(kit.theme, m_table, this))
{
    m_card->view()->setObjectName(QStringLiteral("invoices"));
    m_month->setObjectName(QStringLiteral("month"));
    m_kind->setObjectName(QStringLiteral("kind"));
    m_pdf->setObjectName(QStringLiteral("pdf"));
    m_pdf->setEnabled(false);
    m_export->setObjectName(QStringLiteral("export"));
    addColumns();
    build();
    retranslate();
    listen();
}

void Page::listen()
{
    connect(m_month, &QComboBox::currentIndexChanged, this, &Page::startOver);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &Page::startOver);
    connect(m_pdf, &QPushButton::clicked, this, &Page::fetch);
    connect(m_export, &QPushButton::clicked, this, &Page::save);
    connect(m_trouble, &kit::Banner::acted, this, &Page::refresh);
    connect(m_card, &kit::ListCard::retried, this, &Page::refresh);
    connect(m_card->view(), &kit::TableView::opened, this, &Page::fetch);
    connect(m_card->view(), &kit::TableView::chosenChanged, this,
            [this](const QString &id) { m_pdf->setEnabled(!id.isEmpty()); });
}

void Page::addColumns()
{
    m_table.show(&Invoice::number, &Invoice::kind, &Invoice::day, &Invoice::orderNumber, &Invoice::buyerName,
                 &Invoice::storeName, &Invoice::taxable, &Invoice::total);
    auto &number = m_table.column(&Invoice::number);
    number.heading.width = 190;
    number.heading.isWhole = true;
    number.cell = [](const Invoice &invoice) {
        return Cell{.text = invoice.number,
                    .second = invoice.invoiceNumber.value_or(invoice.month.value_or(QString()))};
    };
    m_table.column(&Invoice::kind).heading.width = 190;
    m_table.column(&Invoice::day).heading.width = 110;
    m_table.column(&Invoice::day).cell = [](const Invoice &invoice) { return Cell{.text = shown(invoice.day)}; };
    m_table.column(&Invoice::orderNumber).heading.priority = 2;
    m_table.column(&Invoice::orderNumber).heading.isWhole = true;
    auto &buyer = m_table.column(&Invoice::buyerName);
    buyer.heading.width = 160;
    buyer.heading.stretches = true;
    buyer.heading.priority = 1;
    m_table.column(&Invoice::storeName).heading.priority = isForAdmin() ? 0 : 4;
    m_table.column(&Invoice::taxable).heading.priority = 3;
    m_table.column(&Invoice::taxable).look = Cell::Look::Plain;
    m_table.settle();
    m_table.from([this](const std::optional<QString> &cursor) { return ask(cursor, rowsAtOnce); });
}

QFuture<Result<::Page<Invoice>>> Page::ask(const std::optional<QString> &cursor, int limit)
{
    const auto kind = names::fromText<InvoiceKind>(chosen(*m_kind).value_or(QString()));
    if (isForAdmin())
        return m_kit.api.call(api::listInvoices,
                              {.limit = limit, .cursor = cursor, .month = chosen(*m_month), .kind = kind});
    return m_kit.api.call(api::listVendorInvoices,
                          {.limit = limit, .cursor = cursor, .month = chosen(*m_month), .kind = kind});
}

void Page::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *words = kit::column(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto *head = kit::row(12);
    head->addLayout(words, 1);
    for (QWidget *each : {static_cast<QWidget *>(m_month), static_cast<QWidget *>(m_kind),
                          static_cast<QWidget *>(m_export), static_cast<QWidget *>(m_pdf)})
        head->addWidget(each, 0, Qt::AlignTop);
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16));
    layout->addLayout(head);
    layout->addWidget(m_trouble);
    layout->addWidget(m_card, 1);
    setLayout(layout);
}

// The months that have begun, the newest first; what is chosen stays.
void Page::offerMonths()
{
    const QSignalBlocker quiet(m_month);
    const QString kept = m_month->currentData().toString();
    m_month->clear();
    m_month->addItem(tr("All months"), QString());
    const QDate today = kit::inIndia(m_kit.clock.now()).date();
    const QDate first(today.year(), today.month(), 1);
    for (int i = 0; i < monthsBack; ++i) {
        const QDate each = first.addMonths(-i);
        m_month->addItem(QLocale().toString(each, QStringLiteral("MMMM yyyy")),
                         each.toString(QStringLiteral("yyyy-MM")));
    }
    m_month->setCurrentIndex(qMax(0, m_month->findData(kept)));
}

void Page::offerKinds()
{
    const QSignalBlocker quiet(m_kind);
    const QString kept = m_kind->currentData().toString();
    m_kind->clear();
    m_kind->addItem(tr("All kinds"), QString());
    for (const QString &name : names::all<InvoiceKind>())
        m_kind->addItem(kit::display::text(*names::fromText<InvoiceKind>(name)), name);
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(kept)));
}

void Page::refresh()
{
    m_trouble->clear();
    m_table.refresh();
}

void Page::startOver()
{
    m_table.startOver();
    m_table.refresh();
}

// The chosen one as PDF, in the language that is spoken here.
void Page::fetch()
{
    const Invoice *invoice = m_table.find(m_card->view()->chosen());
    if (!invoice)
        return;
    m_pdf->setEnabled(false);
    QString name = invoice->number;
    name.replace(u'/', u'-');
    kit::whenDone(this, m_kit.api.call(api::downloadInvoice, {.language = kit::spokenLanguage()}, invoice->id),
                  [this, name](const Result<FileBody> &file) {
                      m_pdf->setEnabled(true);
                      if (file)
                          kit::saveFile(m_kit, this, name + QStringLiteral(".pdf"), file->bytes, kit::Saved::Open);
                      else
                          m_trouble->showTrouble(file.error());
                  });
}

void Page::save()
{
    m_export->setEnabled(false);
    collect({});
}

void Page::collect(const QList<Invoice> &sofar, const std::optional<QString> &cursor)
{
    kit::whenDone(this, ask(cursor, pageLimitMax), [this, sofar](const Result<::Page<Invoice>> &page) {
        const QList<Invoice> all = page ? sofar + page->items : sofar;
        if (page && page->nextCursor && all.size() < exportRowsMax) {
            collect(all, page->nextCursor);
            return;
        }
        m_export->setEnabled(true);
        if (!page) {
            m_trouble->showTrouble(page.error());
            return;
        }
        const QString month = chosen(*m_month).value_or(QString());
        kit::saveFigures(m_kit, this, (tr("Invoices") + u' ' + month).trimmed(), kit::figuresOf(all));
    });
}

void Page::hear(const LiveEvent &event)
{
    if (event.kind == LiveKind::OrderSettled)
        noteNews();
}

void Page::retranslate()
{
    m_title->say(
        kit::titleOf(isForAdmin() ? QLatin1StringView("admin.invoices") : QLatin1StringView("vendor.invoices")));
    m_subtitle->say(isForAdmin() ? tr("What stores have invoiced, and the market to them")
                                 : tr("What your store has invoiced, and the market to it"));
    m_month->setAccessibleName(kit::display::label(&ListInvoices::month));
    m_kind->setAccessibleName(kit::display::label(&Invoice::kind));
    m_pdf->say(tr("Save PDF…"));
    m_export->say(tr("Export CSV…"));
    m_card->say(tr("Invoices and credit notes"));
    m_card->setEmptyText(QStringLiteral("file-text"), tr("No invoices here"),
                         tr("An invoice appears here as soon as an order is settled."));
    offerMonths();
    offerKinds();
    m_table.retranslate();
}

} // namespace invoices
