#include "console/pages/disputes/decidedialog.h"

#include "console/kit/display.h"
#include "console/kit/phrases.h"
#include "console/kit/proof.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

namespace disputes {

using kit::Type;

namespace {

constexpr int widthMin = 520;
constexpr int wordsHeight = 96;
constexpr int places = 100; // of the slider; the fields are exact
constexpr int wordsMin = 10;
constexpr int wordsMax = 2000;

} // namespace

DecideDialog::DecideDialog(kit::Kit &kit, const DisputeDetail &detail, QWidget *parent)
    : CallDialog(kit.theme, {}, "primary", parent)
    , m_kit(kit)
    , m_id(detail.dispute.id)
    , m_orderNumber(detail.dispute.orderNumber)
    , m_atStake(detail.money.left)
    , m_buyerField(new QLineEdit(this))
    , m_vendorField(new QLineEdit(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_words(new QPlainTextEdit(this))
    , m_sum(new kit::Label(kit.theme, Type::Small, "text2", this))
{
    setWindowTitle(tr("Decide dispute %1").arg(detail.dispute.disputeNumber));
    setMinimumWidth(kit.theme.px(widthMin));
    build();
    split(detail.dispute.wish == DisputeWish::Refund ? m_atStake : detail.dispute.wishedAmount.value_or(Money{}),
          nullptr);
    connect(m_slider, &QSlider::valueChanged, this, &DecideDialog::readSlider);
    for (QLineEdit *field : {m_buyerField, m_vendorField})
        connect(field, &QLineEdit::textEdited, this, [this, field] { readAmount(field); });
    connect(m_words, &QPlainTextEdit::textChanged, this, &DecideDialog::check);
    connect(m_verb, &QPushButton::clicked, this, &DecideDialog::send);
}

void DecideDialog::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *title = new kit::Label(theme, Type::Heading2, "", this);
    title->wrapping()->say(tr("Who gets the %1 of order %2?").arg(kit::display::text(m_atStake), m_orderNumber));
    auto *text = new kit::Label(theme, Type::Body, "text2", this);
    text->wrapping()->say(tr("Both sides read your decision. It moves the money at once and cannot be undone."));
    m_slider->setRange(0, places);
    m_slider->setPageStep(places / 10);
    m_slider->setObjectName(QStringLiteral("slider"));
    m_slider->setAccessibleName(tr("Share of the buyer"));
    auto *wordsName = new kit::Label(theme, Type::Caption, "text2", this);
    wordsName->say(kit::display::label(&DecideDispute::resolution));
    auto *tooShort = new kit::Label(theme, Type::Small, "text3", this);
    tooShort->say(kit::phrase::atLeast(wordsMin));
    m_sum->wrapping();
    m_words->setTabChangesFocus(true);
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setAccessibleName(kit::display::label(&DecideDispute::resolution));
    kit::fixHeight(m_words, theme, wordsHeight);
    m_sum->setObjectName(QStringLiteral("sum"));

    // Enter in an amount must not move money in passing.
    m_verb->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(22), theme.px(20), theme.px(22), theme.px(18));
    layout->setSpacing(theme.px(12));
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(m_trouble);
    layout->addLayout(buildPresets());
    layout->addWidget(m_slider);
    layout->addLayout(buildAmounts());
    layout->addWidget(m_sum);
    layout->addWidget(wordsName);
    layout->addWidget(m_words);
    layout->addWidget(tooShort);
    layout->addLayout(buttons());
    m_words->setFocus();
}

QLayout *DecideDialog::buildPresets()
{
    auto *presets = kit::row(8);
    const auto add = [&](const char *name, const QString &text, Money toBuyer) {
        auto *button = new kit::Button(m_kit.theme, {}, "", this);
        button->say(text);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, toBuyer] { split(toBuyer, nullptr); });
        presets->addWidget(button);
    };
    add("all_to_vendor", tr("All to the vendor"), {});
    add("half", tr("Half each"), {m_atStake.minor / 2});
    add("all_to_buyer", tr("All to the buyer"), m_atStake);
    presets->addStretch(1);
    return presets;
}

QLayout *DecideDialog::buildAmounts()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(m_kit.theme.px(16));
    grid->setVerticalSpacing(m_kit.theme.px(4));
    const auto add = [&](int column, QLineEdit *field, const char *name, const QString &title) {
        auto *label = new kit::Label(m_kit.theme, Type::Caption, "text2", this);
        label->say(title);
        field->setObjectName(QString::fromLatin1(name));
        field->setAccessibleName(title);
        field->setAlignment(Qt::AlignRight);
        grid->addWidget(label, 0, column);
        grid->addWidget(field, 1, column);
    };
    add(0, m_vendorField, "to_vendor", kit::display::label(&DecideDispute::toVendor));
    add(1, m_buyerField, "to_buyer", kit::display::label(&DecideDispute::toBuyer));
    return grid;
}

void DecideDialog::split(Money toBuyer, QWidget *typedIn)
{
    m_toBuyer = toBuyer;
    const QSignalBlocker quiet(m_slider);
    if (typedIn != m_slider)
        m_slider->setValue(m_atStake.minor > 0 ? int(toBuyer.minor * places / m_atStake.minor) : 0);
    if (typedIn != m_buyerField)
        m_buyerField->setText(toBuyer.text());
    if (typedIn != m_vendorField)
        m_vendorField->setText((m_atStake - toBuyer).text());
    showSum();
}

void DecideDialog::readSlider(int place)
{
    split({m_atStake.minor / places * place + m_atStake.minor % places * place / places}, m_slider);
}

void DecideDialog::readAmount(QLineEdit *field)
{
    const auto typed = kit::display::amountOf(field->text());
    if (typed && *typed >= Money{} && *typed <= m_atStake) {
        split(field == m_buyerField ? *typed : m_atStake - *typed, field);
        return;
    }
    m_toBuyer.reset();
    // The other amount would be that of what was typed before.
    (field == m_buyerField ? m_vendorField : m_buyerField)->clear();
    m_wrong =
        !typed ? tr("“%1” is not an amount. Type one such as 1,000.50.").arg(field->text().trimmed())
        : *typed > m_atStake
            ? tr("%1 is more than the %2 at stake.").arg(kit::display::text(*typed), kit::display::text(m_atStake))
            : tr("An amount cannot be below zero.");
    showSum();
}

void DecideDialog::showSum()
{
    const QString whole = kit::display::text(m_atStake);
    if (!m_toBuyer) {
        m_sum->say(m_wrong);
        m_verb->say(tr("Decide"));
    } else {
        const QString toBuyer = kit::display::text(*m_toBuyer), toVendor = kit::display::text(m_atStake - *m_toBuyer);
        m_sum->say(tr("%1 to the vendor + %2 to the buyer = %3").arg(toVendor, toBuyer, whole));
        m_verb->say(*m_toBuyer == m_atStake ? tr("Refund %1").arg(whole)
                    : *m_toBuyer == Money{} ? tr("Release %1").arg(whole)
                                            : tr("Split %1").arg(whole));
    }
    dip(m_sum, m_toBuyer ? "text2" : "danger");
    check();
}

bool DecideDialog::isReady() const
{
    const qsizetype length = m_words->toPlainText().trimmed().size();
    return m_toBuyer && length >= wordsMin && length <= wordsMax;
}

void DecideDialog::send()
{
    const DecideDispute wish{*m_toBuyer, m_atStake - *m_toBuyer, m_words->toPlainText().trimmed()};
    await(kit::proved(m_kit, this, [this, wish] { return m_kit.api.call(api::decideDispute, wish, m_id); }),
          [this](const Dispute &dispute) {
              Q_EMIT decided(dispute);
              accept();
          });
}

} // namespace disputes
