#include "console/pages/payouts/batchdialog.h"

#include "console/kit/display.h"
#include "console/kit/proof.h"
#include "console/kit/savefile.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace payouts {

namespace {

constexpr int pageSize = 100;
constexpr int rowHeight = 34, pad = 10;
constexpr int amountRole = Qt::UserRole + 1;

// The amounts stand below each other, as in a column.
class Rows : public QStyledItemDelegate
{
public:
    Rows(const kit::Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.px(100), m_theme.px(rowHeight)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        painter->save();
        painter->setFont(m_theme.font(kit::Type::BodyStrong));
        painter->setPen(m_theme.text);
        painter->drawText(option.rect.adjusted(0, 0, -m_theme.px(pad), 0), Qt::AlignRight | Qt::AlignVCenter,
                          index.data(amountRole).toString());
        painter->restore();
    }

private:
    const kit::Theme &m_theme;
};

} // namespace

BatchDialog::BatchDialog(kit::Kit &kit, QWidget *parent)
    : CallDialog(kit.theme, tr("Make file"), "primary", parent)
    , m_kit(kit)
    , m_layout(new kit::ChoiceBox(kit.theme, this))
    , m_list(new QListWidget(this))
    , m_sum(new kit::Label(kit.theme, kit::Type::BodyStrong, "", this))
{
    setWindowTitle(tr("File for the bank"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_layout->setObjectName(QStringLiteral("layout"));
    m_layout->setAccessibleName(kit::display::label(&MakePayoutBatch::layoutName));
    m_list->setItemDelegate(new Rows(kit.theme, m_list));
    m_list->setObjectName(QStringLiteral("payouts"));
    m_list->setAccessibleName(tr("Approved payouts"));
    m_sum->setObjectName(QStringLiteral("sum"));
    build();
    connect(m_layout, &QComboBox::currentIndexChanged, this, &BatchDialog::show);
    connect(m_list, &QListWidget::itemChanged, this, &BatchDialog::count);
    connect(m_verb, &QPushButton::clicked, this, &BatchDialog::make);
}

void BatchDialog::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *title = new kit::Label(theme, kit::Type::Heading2, "", this);
    title->say(windowTitle());
    auto *text = new kit::Label(theme, kit::Type::Body, "text2", this);
    text->setWordWrap(true);
    text->say(tr("A payout stands in one file only. The file has the account numbers in full; that you open it is "
                 "written to the audit log."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(18));
    layout->setSpacing(theme.px(12));
    for (QWidget *part : {static_cast<QWidget *>(title), static_cast<QWidget *>(text),
                          static_cast<QWidget *>(m_trouble), static_cast<QWidget *>(m_layout)})
        layout->addWidget(part);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons(m_sum));
    resize(theme.px(560), theme.px(520));
}

void BatchDialog::begin()
{
    count();
    fetchLayouts();
    fetchPayouts({});
    open();
}

void BatchDialog::fetchLayouts()
{
    kit::whenDone(this, m_kit.api.call(api::listBankLayouts), [this](const Result<QList<BankLayout>> &layouts) {
        if (!layouts)
            return showTrouble(layouts.error());
        m_layouts = *layouts;
        for (const BankLayout &each : *layouts)
            m_layout->addItem(each.title, each.name);
        show();
    });
}

void BatchDialog::fetchPayouts(const std::optional<QString> &cursor)
{
    const ListPayouts wish{.limit = pageSize, .cursor = cursor, .status = PayoutStatus::Approved};
    kit::whenDone(this, m_kit.api.call(api::listAllPayouts, wish), [this](const Result<::Page<Payout>> &page) {
        if (!page)
            return showTrouble(page.error());
        for (const Payout &payout : page->items)
            if (!payout.batchNumber && m_payouts.size() < payoutsPerBatchMax)
                m_payouts += payout;
        if (page->nextCursor && m_payouts.size() < payoutsPerBatchMax)
            fetchPayouts(page->nextCursor);
        else
            show();
    });
}

// All that the layout takes are chosen at first.
void BatchDialog::show()
{
    if (m_layouts.isEmpty())
        return;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const Money least = m_layouts.at(qMax(0, m_layout->currentIndex())).amountMin;
    for (const Payout &payout : m_payouts) {
        if (payout.amount < least)
            continue;
        auto *item = new QListWidgetItem(QStringLiteral("%1 · %2").arg(payout.payoutNumber, payout.storeName), m_list);
        item->setData(amountRole, kit::display::text(payout.amount));
        item->setData(Qt::AccessibleTextRole, item->text() + QStringLiteral(", ") + kit::display::text(payout.amount));
        item->setData(Qt::UserRole, payout.id.text());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    count();
}

QList<Id<Payout>> BatchDialog::chosen() const
{
    QList<Id<Payout>> out;
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->checkState() == Qt::Checked)
            out += Id<Payout>::parse(m_list->item(row)->data(Qt::UserRole).toString());
    return out;
}

void BatchDialog::count()
{
    const QList<Id<Payout>> ids = chosen();
    Money sum;
    for (const Payout &payout : m_payouts)
        if (ids.contains(payout.id))
            sum = sum + payout.amount;
    m_sum->say(tr("%Ln payout(s), %1", nullptr, int(ids.size())).arg(kit::display::text(sum)));
    check();
}

bool BatchDialog::isReady() const
{
    return m_made || !chosen().isEmpty();
}

void BatchDialog::make()
{
    if (m_made)
        return openFile(*m_made);
    const MakePayoutBatch wish{chosen(), m_layout->currentData().toString()};
    await(kit::proved(m_kit, this, [this, wish] { return m_kit.api.call(api::makePayoutBatch, wish); }),
          [this](const PayoutBatch &batch) {
              m_made = batch;
              Q_EMIT made(batch);
              openFile(batch);
          });
}

// What is saved belongs to the page, which stays when this dialog goes.
void BatchDialog::openFile(const PayoutBatch &batch)
{
    await(kit::proved(m_kit, this, [this, id = batch.id] { return m_kit.api.call(api::openPayoutBatch, id); }),
          [this](const BankFile &file) {
              m_kit.notices.toast(tr("%1: %Ln payout(s), %2", nullptr, int(file.payoutsCount))
                                      .arg(file.fileName, kit::display::text(file.amount)));
              kit::saveFile(m_kit, parentWidget(), file.fileName, file.text.toUtf8());
              accept();
          });
}

} // namespace payouts
