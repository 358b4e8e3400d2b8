#include "console/kit/formdialog.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>

namespace kit {

FormDialog::FormDialog(const Theme &theme, const Words &words, Form *form, QWidget *parent)
    : CallDialog(theme, words.verb, "primary", parent)
    , m_form(form)
{
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

    auto *foot = buttons();
    foot->setContentsMargins(edge, theme.px(6), edge, theme.px(18));

    auto *layout = column(theme.px(10));
    layout->addLayout(head);
    layout->addLayout(fields(theme, words), words.height > 0 ? 1 : 0);
    layout->addLayout(foot);
    setLayout(layout);

    connect(m_verb, &QPushButton::clicked, this, &FormDialog::submitted);
    connect(m_form, &Form::submitted, m_verb, &QPushButton::click);
    connect(m_form, &Form::busyChanged, this, &FormDialog::check);
    connect(m_form, &Form::misplaced, this, [this](const QString &text) {
        m_trouble->say(text, Tone::Danger);
        grow();
    });
    m_form->focusFirst();
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

bool FormDialog::isReady() const
{
    return !m_form->isBusy();
}

void FormDialog::showTrouble(const Error &error)
{
    m_trouble->showTrouble(error, m_form->spoken(m_form->showProblems(error.fields)));
    grow();
}

void FormDialog::showChanged(const QStringList &names)
{
    m_trouble->say(
        [this, names] {
            return Banner::Words{tr("Changed by somebody else meanwhile: %1. Where you have typed something, yours "
                                    "stands; elsewhere theirs. “%2” saves it like this.")
                                     .arg(QLocale().createSeparatedList(names), m_verb->text())};
        },
        Tone::Warning);
}

} // namespace kit
