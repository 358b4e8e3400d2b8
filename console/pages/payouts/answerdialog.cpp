#include "console/pages/payouts/answerdialog.h"

#include "console/kit/display.h"
#include "console/kit/proof.h"
#include "shared/base/check.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace payouts {

AnswerDialog::AnswerDialog(kit::Kit &kit, QWidget *parent)
    : CallDialog(kit.theme, tr("Enter answer"), "primary", parent)
    , m_kit(kit)
    , m_choose(new kit::Button(kit.theme, QStringLiteral("upload"), "", this))
    , m_file(new kit::Label(kit.theme, kit::Type::BodyStrong, "", this))
    , m_outcome(new kit::Label(kit.theme, kit::Type::BodyStrong, "", this))
    , m_card(new kit::ListCard(kit.theme, m_table, this))
{
    setWindowTitle(tr("Answer of the bank"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_choose->setObjectName(QStringLiteral("choose"));
    m_choose->say(tr("Choose file…"));
    m_outcome->setObjectName(QStringLiteral("outcome"));
    m_table.show(&BankAnswerProblem::line, &BankAnswerProblem::payoutNumber, &BankAnswerProblem::problem);
    m_table.column(&BankAnswerProblem::line).heading.width = 60;
    m_table.column(&BankAnswerProblem::payoutNumber).heading.width = 170;
    m_table.column(&BankAnswerProblem::problem).heading.stretches = true;
    m_table.column(&BankAnswerProblem::problem).heading.width = 260;
    m_table.settle();
    m_table.retranslate();
    m_card->view()->setObjectName(QStringLiteral("problems"));
    m_card->say(tr("Rows that were not entered"));
    m_card->hide();
    build();
    connect(m_choose, &QPushButton::clicked, this, &AnswerDialog::chooseFile);
    connect(m_verb, &QPushButton::clicked, this, &AnswerDialog::send);
    check();
}

void AnswerDialog::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *title = new kit::Label(theme, kit::Type::Heading2, "", this);
    title->say(windowTitle());
    auto *text = new kit::Label(theme, kit::Type::Body, "text2", this);
    text->setWordWrap(true);
    text->say(tr("A CSV with the columns payout_number, status (paid, failed or returned), reference and reason. A "
                 "column amount is compared where there is one. Good rows are entered, also when others are wrong; the "
                 "same file twice changes nothing."));
    auto *file = kit::row(10);
    file->addWidget(m_choose);
    file->addWidget(m_file, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(18));
    layout->setSpacing(theme.px(12));
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(m_trouble);
    layout->addLayout(file);
    layout->addWidget(m_card, 1);
    layout->addLayout(buttons(m_outcome->wrapping()));
    setMinimumWidth(theme.px(620));
}

void AnswerDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, windowTitle(), {}, tr("Tables (*.csv *.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &AnswerDialog::read);
    dialog->open();
}

void AnswerDialog::read(const QString &path)
{
    const qint64 most = fields::checkOf(&EnterBankAnswer::text).lengthMax;
    QFile file(path);
    m_text.clear();
    m_trouble->clear();
    if (!file.open(QIODevice::ReadOnly) || file.size() > most)
        m_trouble->say(tr("This file cannot be read, or is too large."), kit::Tone::Danger);
    else
        m_text = QString::fromUtf8(file.readAll());
    m_file->say(QFileInfo(path).fileName());
    check();
}

void AnswerDialog::send()
{
    const EnterBankAnswer wish{m_text};
    await(kit::proved(m_kit, this, [this, wish] { return m_kit.api.call(api::enterBankAnswer, wish); }),
          [this](const BankAnswer &answer) { show(answer); });
}

// It stays open: which rows are left is what the user came for.
void AnswerDialog::show(const BankAnswer &answer)
{
    m_outcome->say(tr("Rows %1 · paid %2 · failed %3 · returned %4 · known %5 · not entered %6")
                       .arg(answer.rows)
                       .arg(answer.paid)
                       .arg(answer.failed)
                       .arg(answer.returned)
                       .arg(answer.known)
                       .arg(answer.problems.size()));
    m_table.setRows(answer.problems);
    m_card->setVisible(!answer.problems.isEmpty());
    m_text.clear();
    check();
    Q_EMIT entered();
}

} // namespace payouts
