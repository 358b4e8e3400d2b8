#include "console/pages/kyc/numbers.h"

#include "console/kit/display.h"
#include "console/kit/formdialog.h"
#include "console/kit/proof.h"
#include "console/pages/kyc/marks.h"

#include <QHBoxLayout>

namespace kyc {

using kit::Type;

Numbers::Numbers(kit::Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_lines(kit::column(6))
    , m_timer(this)
{
    setLayout(m_lines);
    m_timer.setObjectName(QStringLiteral("concealing"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(shownMs);
    connect(&m_timer, &QTimer::timeout, this, &Numbers::conceal);
}

void Numbers::show(const KycSubmission &submission)
{
    if (!m_submission || m_submission->id != submission.id) {
        m_shown.reset();
        m_timer.stop();
    }
    m_submission = submission;
    fill();
}

// Nothing is made anew while it goes: with the whole window it goes for good.
void Numbers::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    m_shown.reset();
    if (m_open)
        m_open->clear();
    QWidget::hideEvent(event);
}

void Numbers::showEvent(QShowEvent *event)
{
    if (m_open)
        fill();
    QWidget::showEvent(event);
}

void Numbers::conceal()
{
    m_timer.stop();
    if (!m_shown)
        return;
    m_shown.reset();
    fill();
}

void Numbers::fill()
{
    m_open = nullptr;
    kit::empty(m_lines);
    add({.name = kit::display::label(&SubmitKyc::pan),
         .value = m_submission->panMasked,
         .number = KycNumber::Pan,
         .check = KycCheckKind::DuplicatePan});
    add({.name = kit::display::label(&SubmitKyc::gstin),
         .value = m_submission->gstinMasked,
         .number = KycNumber::Gstin,
         .check = KycCheckKind::PanInGstin});
    add({.name = kit::display::label(&SubmitKyc::bankAccountHolder),
         .value = m_submission->bankAccountHolder,
         .check = KycCheckKind::HolderName});
    add({.name = tr("Account · IFSC"),
         .value = m_submission->bankAccountMasked,
         .number = KycNumber::BankAccount,
         .behind = QStringLiteral(" · ") + m_submission->bankIfsc,
         .check = KycCheckKind::DuplicateBank});
}

void Numbers::add(const Line &line)
{
    auto *box = new QWidget(this);
    auto *words = kit::column(1);
    auto *title = new kit::Label(m_kit.theme, Type::Small, "text2", box);
    title->say(line.name);
    auto *typed = new kit::Label(m_kit.theme, Type::BodyStrong, "", box);
    typed->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const bool isShown = m_shown && line.number == m_shown->number;
    if (isShown)
        m_open = typed;
    typed->wrapping()->say((isShown ? m_shown->value : line.value) + line.behind);
    words->addWidget(title);
    words->addWidget(typed);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(words, 1);
    if (line.number) {
        auto *eye = new kit::IconButton(m_kit.theme, isShown ? QStringLiteral("eye-off") : QStringLiteral("eye"), box);
        eye->setObjectName(QStringLiteral("reveal.") + QString(names::text(*line.number)));
        eye->say(isShown ? tr("Hide %1").arg(line.name) : tr("Show %1 in full").arg(line.name));
        connect(eye, &QToolButton::clicked, this, [this, isShown, number = *line.number, name = line.name] {
            isShown ? conceal() : reveal(number, name);
        });
        layout->addWidget(eye, 0, Qt::AlignVCenter);
    }
    for (const KycCheck &check : m_submission->checks) {
        if (check.kind != line.check)
            continue;
        const Mark mark = markOf(check.outcome);
        auto *word = new kit::Label(m_kit.theme, Type::Small, mark.label, box);
        word->say(check.outcome == CheckOutcome::Passed ? tr("checked") : tr("look"));
        layout->addWidget(word, 0, Qt::AlignVCenter);
        layout->addWidget(new kit::Picture(m_kit.theme, mark.icon, 15, mark.ink, box), 0, Qt::AlignVCenter);
    }
    m_lines->addWidget(box);
}

void Numbers::reveal(KycNumber number, const QString &name)
{
    auto *form = new kit::ContractForm<RevealKyc>(m_kit.theme);
    form->ask(&RevealKyc::reason);
    form->fill({.number = number});
    auto *dialog = new kit::FormDialog(
        m_kit.theme,
        {.title = tr("Show %1 in full").arg(name),
         .text =
             tr("Your name and the reason are written to the audit log. The number is hidden again after a minute."),
         .verb = tr("Show")},
        form, this);
    const Id<KycSubmission> id = m_submission->id;
    dialog->perform(
        *form,
        [this, id, dialog](const RevealKyc &wish) {
            return kit::proved(m_kit, dialog, [this, id, wish] { return m_kit.api.call(api::revealKyc, wish, id); });
        },
        [this, id](const RevealedKyc &revealed) {
            // Whoever went on or locked the console meanwhile is shown nothing.
            if (!isVisible() || m_submission->id != id)
                return;
            m_shown = revealed;
            m_timer.start();
            fill();
        });
}

} // namespace kyc
