#include "console/kit/pagestate.h"

#include "console/kit/display.h"
#include "console/kit/envelope.h"

#include <QPainter>
#include <QVBoxLayout>

namespace kit {

namespace {

constexpr int patienceMs = 150;

} // namespace

PageState::PageState(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(new QWidget(this))
    , m_picture(new Picture(theme, QStringLiteral("inbox"), 32, Ink::Text3, m_words))
    , m_title(new Label(theme, Type::Heading3, "", m_words))
    , m_text(new Label(theme, Type::Body, "text2", m_words))
    , m_button(new Button(theme, {}, "primary", m_words))
{
    m_title->setAlignment(Qt::AlignCenter);
    m_text->wrapping()->setAlignment(Qt::AlignCenter);
    m_text->setMaximumWidth(theme.px(420));
    m_text->setMinimumWidth(theme.px(170));
    m_button->setObjectName(QStringLiteral("stateButton"));

    auto *words = new QVBoxLayout(m_words);
    words->setSpacing(8);
    words->addWidget(m_picture, 0, Qt::AlignHCenter);
    words->addWidget(m_title, 0, Qt::AlignHCenter);
    words->addWidget(m_text, 0, Qt::AlignHCenter);
    words->addSpacing(6);
    words->addWidget(m_button, 0, Qt::AlignHCenter);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_words, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { update(); });
    connect(m_button, &QPushButton::clicked, this, &PageState::acted);
    showLoading();
}

void PageState::showLoading()
{
    m_kind = Kind::Loading;
    m_words->hide();
    setAccessibleName(tr("Loading"));
    m_patience.start(patienceMs);
    update();
}

void PageState::showEmpty(const QString &icon, const QString &title, const QString &text, const QString &button)
{
    m_kind = Kind::Empty;
    say(icon, title, text, button);
}

void PageState::showTrouble(const Error &error)
{
    m_kind = Kind::Trouble;
    m_error = error;
    const QString text = display::trouble(error);
    if (wire::isUnreachable(error))
        say(QStringLiteral("wifi-off"), tr("No connection"), text, tr("Try again"));
    else if (statusOf(error.code) == 403)
        say(QStringLiteral("lock"), tr("Not for this account"), text, {});
    else
        say(QStringLiteral("triangle-alert"), tr("This did not work"), text, tr("Try again"));
}

void PageState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_kind == Kind::Trouble)
        showTrouble(Error(*m_error));
}

void PageState::say(const QString &icon, const QString &title, const QString &text, const QString &button)
{
    m_patience.stop();
    m_picture->draw(icon, Ink::Text3);
    m_title->say(title);
    m_text->say(text);
    // The layout asks for the height at its own width, not at the one that the centred words get.
    m_text->setMinimumHeight(qMax(0, m_text->heightForWidth(m_text->minimumWidth())));
    m_button->say(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(title + QStringLiteral(". ") + text);
    m_words->show();
    update();
}

// Grey bars where rows will be.
void PageState::paintEvent(QPaintEvent *)
{
    if (m_kind != Kind::Loading || m_patience.isActive())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.sunken);
    static constexpr double widths[] = {0.12, 0.22, 0.18, 0.1};
    const int step = m_theme.rowHeight();
    for (int y = step / 2, row = 0; y + step / 2 < height() && row < 12; y += step, ++row) {
        double x = m_theme.px(16);
        for (const double width : widths) {
            const double length = this->width() * width * (row % 2 ? 0.9 : 1.0);
            painter.drawRoundedRect(QRectF(x, y - m_theme.px(5), length, m_theme.px(10)), 5, 5);
            x += this->width() * (width + 0.08);
        }
    }
}

} // namespace kit
