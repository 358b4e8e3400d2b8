#include "console/pages/weighing/deductions.h"

#include "console/kit/display.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace weighing {

namespace {

constexpr int reasonMax = 200;
constexpr qint64 wholeInBasisPoints = 10'000;

// "0.3", or "2 %" of the weight.
std::optional<Quantity> amountOf(QString text, Quantity weight)
{
    text = text.trimmed();
    if (!text.endsWith(u'%'))
        return Quantity::parse(text);
    const auto share = BasisPoints::parse(text.chopped(1).trimmed());
    if (!share)
        return std::nullopt;
    return Quantity{(weight.milli * share->value + wholeInBasisPoints / 2) / wholeInBasisPoints};
}

} // namespace

Deductions::Deductions(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_place(kit::column(6))
{
    setLayout(m_place);
    addRow();
}

void Deductions::addRow()
{
    Row row{new QWidget(this), nullptr, nullptr, nullptr};
    row.kind = new kit::ChoiceBox(m_theme, row.box);
    row.less = new QLineEdit(row.box);
    row.reason = new QLineEdit(row.box);
    row.kind->setObjectName(QStringLiteral("deduction"));
    row.less->setObjectName(QStringLiteral("less"));
    row.reason->setObjectName(QStringLiteral("reason"));
    row.reason->setMaxLength(reasonMax);
    auto *layout = kit::row(8);
    layout->addWidget(row.kind);
    layout->addWidget(row.less, 1);
    layout->addWidget(row.reason, 2);
    row.box->setLayout(layout);
    m_place->addWidget(row.box);
    name(row);
    m_rows += row;
    connect(row.kind, &QComboBox::currentIndexChanged, this, &Deductions::settle);
    for (QLineEdit *line : {row.less, row.reason})
        connect(line, &QLineEdit::textChanged, this, &Deductions::changed);
    row.less->hide();
    row.reason->hide();
}

void Deductions::name(const Row &row)
{
    const int chosen = qMax(0, row.kind->currentIndex());
    const QSignalBlocker quiet(row.kind);
    row.kind->clear();
    row.kind->addItem(tr("Nothing"));
    for (const QString &kind : names::all<DeductionKind>())
        row.kind->addItem(kit::display::text(*names::fromText<DeductionKind>(kind)));
    row.kind->setCurrentIndex(chosen);
    row.kind->setAccessibleName(tr("Comes off"));
    const std::pair<QLineEdit *, QString> lines[] = {{row.less, tr("How much, or %")}, {row.reason, tr("Why")}};
    for (const auto &[line, words] : lines) {
        line->setPlaceholderText(words);
        line->setAccessibleName(words);
    }
}

void Deductions::retranslate()
{
    for (const Row &row : std::as_const(m_rows))
        name(row);
}

// A row that takes nothing needs no fields, and one such row always stands at the end.
void Deductions::settle()
{
    for (const Row &row : std::as_const(m_rows)) {
        row.less->setVisible(row.kind->currentIndex() > 0);
        row.reason->setVisible(row.kind->currentIndex() > 0);
    }
    if (m_rows.last().kind->currentIndex() > 0 && m_rows.size() < rowsMax) {
        QWidget *before = m_rows.last().reason;
        addRow();
        setTabOrder(before, m_rows.last().kind);
    }
    updateGeometry();
    Q_EMIT changed();
}

std::optional<QList<WeighDeduction>> Deductions::of(Quantity weight) const
{
    QList<WeighDeduction> out;
    for (const Row &row : m_rows) {
        if (row.kind->currentIndex() <= 0)
            continue;
        const auto less = amountOf(row.less->text(), weight);
        const auto kind = DeductionKind(row.kind->currentIndex() - 1);
        const QString reason = row.reason->text().trimmed();
        if (!less || *less <= Quantity{} || (kind == DeductionKind::Other && reason.isEmpty()))
            return std::nullopt;
        out += {kind, *less, reason.isEmpty() ? std::nullopt : std::optional(reason)};
    }
    return out;
}

void Deductions::clear()
{
    while (m_rows.size() > 1)
        m_rows.takeLast().box->deleteLater();
    const Row &first = m_rows.first();
    first.less->clear();
    first.reason->clear();
    first.kind->setCurrentIndex(0);
    settle();
}

} // namespace weighing
