#include "console/kit/formdialog.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace kit {

FormDialog::FormDialog(const Theme &theme, const Words &words, Form *form, QWidget *parent)
    : QDialog(parent)
    , m_form(form)
    , m_trouble(new Banner(theme, this))
    , m_cancel(new Button(theme, {}, "", this))
    , m_verb(new Button(theme, {}, "primary", this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(words.title);
    setMinimumWidth(theme.px(words.width));
    auto *title = new Label(theme, Type::Heading2, "", this);
    title->wrapping()->say(words.title);
    auto *text = new Label(theme, Type::Body, "text2", this);
    text->wrapping()->say(words.text);
    text->setVisible(!words.text.isEmpty());

    const int edge = theme.px(22);
    auto *head = column(theme.px(8));
    head->setContentsMargins(edge, theme.px(20), edge, 0);
    head->addWidget(title);
    head->addWidget(text);
    head->addWidget(m_trouble);

    m_cancel->say(tr("Cancel"));
    m_verb->say(words.verb);
    m_verb->setObjectName(QStringLiteral("verb"));
    auto *foot = row(8);
    foot->setContentsMargins(edge, theme.px(6), edge, theme.px(18));
    foot->addStretch(1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_verb);

    auto *layout = column(theme.px(10));
    layout->addLayout(head);
    layout->addLayout(fields(theme, words), words.height > 0 ? 1 : 0);
    layout->addLayout(foot);
    setLayout(layout);

    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_verb, &QPushButton::clicked, this, &FormDialog::submitted);
    connect(m_form, &Form::submitted, m_verb, &QPushButton::click);
    connect(m_trouble, &Banner::acted, m_verb, &QPushButton::click);
}

// The form itself; one that is taller than the dialog scrolls.
QVBoxLayout *FormDialog::fields(const Theme &theme, const Words &words)
{
    const int edge = theme.px(22);
    auto *body = column(0);
    body->setContentsMargins(edge, 0, edge, 0);
    body->addWidget(m_form);
    if (words.height <= 0)
        return body;

    auto *inside = new QWidget(this);
    wear(inside, "body");
    inside->setLayout(body);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    resize(theme.px(words.width), theme.px(words.height));
    auto *outside = column(0);
    outside->addWidget(scroll);
    return outside;
}

void FormDialog::wait()
{
    m_trouble->clear();
    m_verb->setEnabled(false);
}

void FormDialog::showTrouble(const Error &error)
{
    m_verb->setEnabled(true);
    m_form->showProblems(error.fields);
    m_trouble->showTrouble(error);
}

} // namespace kit
