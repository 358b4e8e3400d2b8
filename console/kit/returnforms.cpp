#include "console/kit/returnforms.h"

#include "console/kit/filedrop.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace kit {

namespace {

constexpr int filesOffered = 2;     // at once; more can be said in a further statement
constexpr int amountLengthMax = 20; // in characters
constexpr int amountWidth = 130;

// Whatever a store may say; what a dispute decides is said by the decision.
QList<std::pair<QString, QString>> reasons()
{
    QList<std::pair<QString, QString>> out;
    for (const QString &name : names::all<RefundReason>())
        if (const RefundReason reason = *names::fromText<RefundReason>(name); reason != RefundReason::Dispute)
            out += {name, display::text(reason)};
    return out;
}

} // namespace

RefundForm::RefundForm(const Theme &theme, const Order &order)
    : ContractForm(theme)
    , m_problem(new Label(theme, Type::Small, "danger", this))
{
    ask(&RequestRefund::amount);
    if (order.lines.size() > 1)
        addParts(theme, order);
    layout()->addWidget(m_problem->wrapping());
    m_problem->hide();
    askFrom(&RequestRefund::reason, reasons());
    askAtLength(&RequestRefund::text);
    fill({});
}

void RefundForm::addParts(const Theme &theme, const Order &order)
{
    auto *title = new Label(theme, Type::Caption, "text2", this);
    title->say(tr("Or of these items"));
    layout()->addWidget(title);
    auto *grid = new QGridLayout;
    grid->setColumnStretch(0, 1);
    for (const OrderLine &line : order.lines) {
        auto *name = new Label(theme, Type::Body, "", this);
        name->eliding()->say(line.title + QStringLiteral(" · ") + display::text(line.lineTotal));
        auto *amount = new QLineEdit(this);
        amount->setMaxLength(amountLengthMax);
        amount->setObjectName(QStringLiteral("of_item"));
        amount->setAccessibleName(tr("Amount of %1").arg(line.title));
        fixWidth(amount, theme, amountWidth);
        connect(amount, &QLineEdit::textChanged, this, &Form::touched);
        connect(amount, &QLineEdit::returnPressed, this, &Form::submitted);
        const int row = grid->rowCount();
        grid->addWidget(name, row, 0);
        grid->addWidget(amount, row, 1);
        m_parts += {line, amount};
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(grid);
}

std::nullopt_t RefundForm::refuse(const QString &problem, QWidget *where)
{
    m_problem->say(problem);
    m_problem->show();
    where->setFocus();
    return std::nullopt;
}

std::optional<RequestRefund> RefundForm::value()
{
    m_problem->hide();
    QList<RefundLineWish> lines;
    for (const Part &part : std::as_const(m_parts)) {
        const QString typed = part.amount->text().trimmed();
        if (typed.isEmpty())
            continue;
        const auto amount = Money::parse(typed);
        if (!amount || *amount <= Money{} || *amount > part.line.lineTotal)
            return refuse(
                tr("%1: enter an amount of up to %2.").arg(part.line.title, display::text(part.line.lineTotal)),
                part.amount);
        lines += {part.line.id, *amount};
    }
    std::optional<RequestRefund> wish = ContractForm::value();
    if (!wish)
        return wish;
    if (wish->amount && !lines.isEmpty())
        return refuse(tr("Enter an amount of the whole order or of its items, not both."), editor("amount"));
    wish->lines = lines;
    return wish;
}

DisputeForm::DisputeForm(Kit &kit)
    : ContractForm(kit.theme)
{
    ask(&OpenDispute::kind, &OpenDispute::wish, &OpenDispute::amount);
    askAtLength(&OpenDispute::text);
    askAtLength(&OpenDispute::excerpt);
    for (int i = 0; i < filesOffered; ++i) {
        auto *file = new FileDrop(kit, FilePurpose::Chat, this);
        file->say(tr("Photo or document %1").arg(i + 1));
        connect(file, &FileDrop::changed, this, &Form::busyChanged);
        layout()->addWidget(file);
        m_files += file;
    }
    fill({.wish = DisputeWish::Release});
}

// A file that is still on its way is waited for, or it would be missing.
bool DisputeForm::isBusy() const
{
    return std::any_of(m_files.begin(), m_files.end(), [](const FileDrop *file) { return file->isSending(); });
}

std::optional<OpenDispute> DisputeForm::value()
{
    std::optional<OpenDispute> wish = ContractForm::value();
    if (!wish)
        return wish;
    if (wish->wish == DisputeWish::Split && !wish->amount) {
        showProblems({{QStringLiteral("amount"), QStringLiteral("is required")}});
        return std::nullopt;
    }
    if (wish->wish != DisputeWish::Split)
        wish->amount.reset(); // what is not shared has no parts
    for (const FileDrop *file : std::as_const(m_files))
        if (file->file())
            wish->files += file->file()->id;
    return wish;
}

} // namespace kit
