#include "console/pages/disputes/answerdialog.h"

#include "console/kit/display.h"
#include "console/kit/filedrop.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace disputes {

using kit::Type;

namespace {

constexpr int widthMin = 520;
constexpr int wordsHeight = 110;
constexpr int excerptHeight = 70;
constexpr int filesOffered = 2; // at once; more can be said in a further statement
constexpr int wordsMin = 3;
constexpr int wordsMax = 4000;

} // namespace

AnswerDialog::AnswerDialog(kit::Kit &kit, const Dispute &dispute, QWidget *parent)
    : CallDialog(kit.theme, tr("Send"), "primary", parent)
    , m_kit(kit)
    , m_id(dispute.id)
{
    const kit::Theme &theme = kit.theme;
    setWindowTitle(tr("Dispute %1").arg(dispute.disputeNumber));
    setMinimumWidth(theme.px(widthMin));
    auto *title = new kit::Label(theme, Type::Heading2, "", this);
    title->wrapping()->say(tr("What happened with order %1?").arg(dispute.orderNumber));
    auto *text = new kit::Label(theme, Type::Body, "text2", this);
    text->wrapping()->say(tr("The other side and the market read it. It cannot be taken back."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(22), theme.px(20), theme.px(22), theme.px(18));
    layout->setSpacing(theme.px(8));
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(m_trouble);
    m_words = addField(layout, "words", kit::display::label(&AddStatement::text), wordsHeight);
    m_excerpt = addField(layout, "excerpt", kit::display::label(&AddStatement::excerpt), excerptHeight);
    for (int i = 0; i < filesOffered; ++i) {
        auto *file = new kit::FileDrop(kit, FilePurpose::Chat, this);
        file->say(tr("Photo or document %1").arg(i + 1));
        connect(file, &kit::FileDrop::changed, this, &AnswerDialog::check);
        layout->addWidget(file);
        m_files += file;
    }
    layout->addLayout(buttons());
    connect(m_verb, &QPushButton::clicked, this, &AnswerDialog::send);
    m_words->setFocus();
    check();
}

QPlainTextEdit *AnswerDialog::addField(QLayout *layout, const char *name, const QString &title, int height)
{
    auto *label = new kit::Label(m_kit.theme, Type::Caption, "text2", this);
    label->say(title);
    auto *field = new QPlainTextEdit(this);
    field->setTabChangesFocus(true);
    field->setObjectName(QString::fromLatin1(name));
    field->setAccessibleName(title);
    kit::fixHeight(field, m_kit.theme, height);
    connect(field, &QPlainTextEdit::textChanged, this, &AnswerDialog::check);
    layout->addWidget(label);
    layout->addWidget(field);
    return field;
}

// A file that is still on its way is waited for, or it would be missing.
bool AnswerDialog::isReady() const
{
    const qsizetype length = m_words->toPlainText().trimmed().size();
    const bool isSending =
        std::any_of(m_files.begin(), m_files.end(), [](const kit::FileDrop *file) { return file->isSending(); });
    return length >= wordsMin && length <= wordsMax && m_excerpt->toPlainText().size() <= wordsMax && !isSending;
}

void AnswerDialog::send()
{
    AddStatement wish{.text = m_words->toPlainText().trimmed()};
    if (const QString excerpt = m_excerpt->toPlainText().trimmed(); !excerpt.isEmpty())
        wish.excerpt = excerpt;
    for (const kit::FileDrop *file : m_files)
        if (file->file())
            wish.files += file->file()->id;
    await(m_kit.api.call(api::addStatement, wish, m_id), [this](const DisputeDetail &detail) {
        Q_EMIT stated(detail);
        accept();
    });
}

} // namespace disputes
