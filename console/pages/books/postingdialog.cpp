#include "console/pages/books/postingdialog.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/proof.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace books {

using kit::Cell;
using kit::Type;

PostingDialog::PostingDialog(kit::Kit &kit, const Id<LedgerPosting> &id, QWidget *parent)
    : QDialog(parent)
    , m_kit(kit)
    , m_id(id)
    , m_kind(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_trouble(new kit::Banner(kit.theme, this))
    , m_facts(new QGridLayout)
    , m_view(new kit::TableView(kit.theme, m_lines, this))
    , m_order(new kit::Button(kit.theme, QStringLiteral("shopping-bag"), "", this))
    , m_reverse(new kit::Button(kit.theme, QStringLiteral("undo-2"), "danger", this))
    , m_close(new kit::Button(kit.theme, {}, "primary", this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("posting"));
    setWindowTitle(tr("Posting"));
    m_order->setObjectName(QStringLiteral("order"));
    m_reverse->setObjectName(QStringLiteral("reverse"));
    m_close->setObjectName(QStringLiteral("close"));
    addColumns();
    build();
    m_order->hide();
    m_reverse->hide();
    m_order->say(tr("Open order"));
    m_reverse->say(tr("Take back…"));
    m_close->say(tr("Close"));
    m_view->setAccessibleName(tr("Lines of this posting"));

    connect(m_trouble, &kit::Banner::acted, this, &PostingDialog::load);
    connect(m_reverse, &QPushButton::clicked, this, &PostingDialog::reverse);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_order, &QPushButton::clicked, this, [this] {
        const QString order = m_posting.orderId->text();
        accept();
        m_kit.navigator.open(QStringLiteral("admin.orders"), order);
    });
    load();
}

void PostingDialog::addColumns()
{
    m_lines.show(&LedgerLine::debitKind, &LedgerLine::creditKind, &LedgerLine::amount);
    const auto shape = [this](auto kind, auto name) {
        auto &column = m_lines.column(kind);
        column.heading.width = 190;
        column.heading.stretches = true;
        column.cell = [kind, name](const LedgerLine &line) {
            return Cell{.text = kit::display::text(line.*kind), .second = (line.*name).value_or(tr("The platform"))};
        };
    };
    shape(&LedgerLine::debitKind, &LedgerLine::debitName);
    shape(&LedgerLine::creditKind, &LedgerLine::creditName);
    m_lines.column(&LedgerLine::amount).heading.width = 130;
    m_lines.settle();
}

void PostingDialog::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *buttons = kit::row(8);
    buttons->addWidget(m_reverse);
    buttons->addWidget(m_order);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    m_facts->setVerticalSpacing(theme.px(8));
    m_facts->setHorizontalSpacing(theme.px(16));
    m_facts->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(20), theme.px(20), theme.px(20), theme.px(20));
    layout->setSpacing(theme.px(12));
    layout->addWidget(m_kind);
    layout->addWidget(m_trouble);
    layout->addLayout(m_facts);
    layout->addWidget(m_view, 1);
    layout->addLayout(buttons);
    resize(theme.px(620), theme.px(460));
}

void PostingDialog::load()
{
    kit::whenDone(this, m_kit.api.call(api::readPosting, m_id), [this](const Result<LedgerPosting> &posting) {
        posting ? fill(*posting) : m_trouble->showTrouble(posting.error());
    });
}

void PostingDialog::addFact(const QString &name, const QString &value)
{
    const int row = m_facts->rowCount();
    auto *left = new kit::Label(m_kit.theme, Type::Small, "text2", this);
    auto *right = new kit::Label(m_kit.theme, Type::Body, "", this);
    left->say(name);
    right->say(value);
    right->setWordWrap(true);
    right->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->addWidget(left, row, 0, Qt::AlignTop);
    m_facts->addWidget(right, row, 1);
}

void PostingDialog::fill(const LedgerPosting &posting)
{
    m_posting = posting;
    m_trouble->clear();
    m_kind->say(kit::display::text(posting.kind));
    kit::empty(m_facts);
    addFact(tr("Posted"), kit::display::text(posting.at));
    addFact(tr("Number"), posting.id.text());
    addFact(tr("About"), posting.subjectId);
    if (posting.note)
        addFact(kit::display::label(&StatementLine::note), *posting.note);
    if (posting.reversedBy)
        addFact(tr("Taken back by"), posting.reversedBy->text());
    addFact(tr("Seal"), posting.sealNumber ? kit::display::text(*posting.sealNumber) : tr("not yet"));
    m_lines.setRows(posting.lines);
    m_order->setVisible(posting.orderId.has_value());
    m_reverse->setVisible(posting.isReversible && m_kit.me.isSuperAdmin);
}

void PostingDialog::reverse()
{
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Take this posting back?"),
                                       .text = tr("The opposite is posted; both stay in the books."),
                                       .verb = tr("Take back"),
                                       .look = "dangerFilled",
                                       .words = kit::Ask::Words::Lines,
                                       .label = kit::display::label(&ReversePosting::reason),
                                       .lengthMin = 5},
                                      this);
    dialog->perform(
        [this, dialog](const QString &words) {
            return kit::proved(m_kit, dialog,
                               [this, words] { return m_kit.api.call(api::reversePosting, {.reason = words}, m_id); });
        },
        [this](const LedgerPosting &) {
            m_kit.notices.toast(tr("The posting is taken back."));
            load();
        });
}

} // namespace books
