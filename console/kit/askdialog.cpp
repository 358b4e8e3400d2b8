#include "console/kit/askdialog.h"

#include "console/kit/phrases.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace kit {

namespace {

constexpr int widthMin = 440;
constexpr int linesHeight = 84;

} // namespace

AskDialog::AskDialog(const Theme &theme, Ask ask, QWidget *parent)
    : CallDialog(theme, ask.verb, ask.look, parent)
    , m_ask(std::move(ask))
{
    setWindowTitle(m_ask.title);
    setMinimumWidth(theme.px(widthMin));
    auto *title = new Label(theme, Type::Heading2, "", this);
    title->wrapping()->say(m_ask.title);
    auto *text = new Label(theme, Type::Body, "text2", this);
    text->wrapping()->say(m_ask.text);
    text->setVisible(!m_ask.text.isEmpty());
    auto *facts = new QGridLayout;
    buildFacts(theme, *facts);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(22), theme.px(20), theme.px(22), theme.px(18));
    layout->setSpacing(theme.px(12));
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(m_trouble);
    if (!m_ask.facts.isEmpty())
        layout->addLayout(facts);
    if (QWidget *words = buildWords(theme))
        layout->addWidget(words);
    layout->addSpacing(theme.px(4));
    layout->addLayout(buttons());

    connect(m_verb, &QPushButton::clicked, this, [this] { Q_EMIT answered(words()); });
    if (m_ask.words == Ask::Words::None)
        m_cancel->setFocus();
    check();
}

void AskDialog::buildFacts(const Theme &theme, QGridLayout &grid)
{
    grid.setVerticalSpacing(theme.px(6));
    grid.setHorizontalSpacing(theme.px(16));
    grid.setColumnStretch(1, 1);
    for (int i = 0; i < m_ask.facts.size(); ++i) {
        auto *name = new Label(theme, Type::Body, "text2", this);
        name->say(m_ask.facts.at(i).first);
        auto *value = new Label(theme, Type::BodyStrong, "", this);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        value->wrapping()->say(m_ask.facts.at(i).second);
        grid.addWidget(name, i, 0);
        grid.addWidget(value, i, 1);
    }
}

QWidget *AskDialog::buildWords(const Theme &theme)
{
    if (m_ask.words == Ask::Words::None)
        return nullptr;
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(6));
    auto *label = new Label(theme, Type::Caption, "text2", box);
    label->say(m_ask.label);
    layout->addWidget(label);
    if (!m_ask.templates.isEmpty()) {
        auto *ready = new QComboBox(box);
        ready->addItem(tr("Choose a ready sentence"));
        ready->addItems(m_ask.templates);
        ready->setAccessibleName(tr("Ready sentences"));
        connect(ready, &QComboBox::activated, this, [this, ready](int row) {
            if (row > 0 && m_lines)
                m_lines->setPlainText(ready->itemText(row));
        });
        layout->addWidget(ready);
    }
    if (m_ask.words == Ask::Words::Line) {
        m_line = new QLineEdit(box);
        m_line->setMaxLength(m_ask.lengthMax);
        m_line->setText(m_ask.filled);
        m_line->setObjectName(QStringLiteral("words"));
        if (m_ask.pattern)
            m_line->setValidator(
                new QRegularExpressionValidator(QRegularExpression(QString::fromLatin1(m_ask.pattern)), m_line));
        connect(m_line, &QLineEdit::textChanged, this, &AskDialog::check);
        layout->addWidget(m_line);
    } else {
        m_lines = new QPlainTextEdit(box);
        m_lines->setTabChangesFocus(true);
        m_lines->setPlainText(m_ask.filled);
        fixHeight(m_lines, theme, linesHeight);
        m_lines->setObjectName(QStringLiteral("words"));
        connect(m_lines, &QPlainTextEdit::textChanged, this, &AskDialog::check);
        layout->addWidget(m_lines);
    }
    auto *tooShort = new Label(theme, Type::Small, "text3", box);
    tooShort->say(phrase::atLeast(m_ask.lengthMin));
    tooShort->setVisible(m_ask.lengthMin > 1);
    layout->addWidget(tooShort);
    // Enter in passing must not move money; after typing on one line it is meant.
    m_verb->setDefault(m_line);
    QWidget *field = m_line ? static_cast<QWidget *>(m_line) : m_lines;
    field->setAccessibleName(m_ask.label);
    field->setFocus();
    return box;
}

QString AskDialog::words() const
{
    const QString words = m_line ? m_line->text() : m_lines ? m_lines->toPlainText() : QString();
    return words.trimmed();
}

bool AskDialog::isReady() const
{
    const qsizetype length = words().size();
    return length >= m_ask.lengthMin && length <= m_ask.lengthMax && (!m_line || m_line->hasAcceptableInput());
}

} // namespace kit
