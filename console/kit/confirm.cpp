#include "console/kit/confirm.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>

namespace kit {

namespace {

constexpr int reasonMax = 1000;

} // namespace

ConfirmDialog::ConfirmDialog(const Theme &theme, const Question &question, QWidget *parent)
    : QDialog(parent)
    , m_question(question)
    , m_verb(new Button(theme, {}, question.weight == Question::Weight::Grave ? "dangerFilled" : "primary", this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(question.title);
    setMinimumWidth(theme.px(420));

    auto *layout = column(10);
    layout->setContentsMargins(theme.px(22), theme.px(20), theme.px(22), theme.px(18));
    auto *title = new Label(theme, Type::Heading2, "", this);
    title->wrapping()->say(question.title);
    layout->addWidget(title);
    if (!question.figure.isEmpty()) {
        auto *figure = new Label(theme, Type::Figure, "", this);
        figure->say(question.figure);
        layout->addWidget(figure);
    }
    auto *text = new Label(theme, Type::Body, "text2", this);
    text->wrapping()->say(question.text);
    layout->addWidget(text);
    if (!question.reason.isEmpty()) {
        m_reason = new QPlainTextEdit(this);
        m_reason->setObjectName(QStringLiteral("reason"));
        m_reason->setPlaceholderText(question.reason);
        m_reason->setAccessibleName(question.reason);
        m_reason->setTabChangesFocus(true);
        m_reason->setFixedHeight(theme.px(84));
        layout->addWidget(m_reason);
        connect(m_reason, &QPlainTextEdit::textChanged, this, &ConfirmDialog::weigh);
    }

    auto *cancel = new Button(theme, {}, "", this);
    cancel->say(tr("Cancel"));
    m_verb->say(question.verb);
    m_verb->setObjectName(QStringLiteral("verb"));
    auto *buttons = row(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_verb);
    layout->addSpacing(theme.px(6));
    layout->addLayout(buttons);
    setLayout(layout);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_verb, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed(m_reason ? m_reason->toPlainText().trimmed() : QString());
        accept();
    });
    (m_reason ? static_cast<QWidget *>(m_reason) : cancel)->setFocus();
    weigh();
}

void ConfirmDialog::weigh()
{
    const qsizetype length = m_reason ? m_reason->toPlainText().trimmed().size() : m_question.reasonMin;
    m_verb->setEnabled(length >= m_question.reasonMin && length <= reasonMax);
}

} // namespace kit
