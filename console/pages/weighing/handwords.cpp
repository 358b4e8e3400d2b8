// What the reading says in words: its digits, and what it still lacks.

#include "console/kit/display.h"
#include "console/pages/weighing/deductions.h"
#include "console/pages/weighing/digits.h"
#include "console/pages/weighing/hand.h"

#include <QCheckBox>

namespace weighing {

using kit::Tone;

void Hand::retranslate()
{
    m_lineName->say(tr("Line (F3)"));
    m_deductionName->say(tr("Comes off"));
    m_operatorName->say(tr("Who weighs"));
    m_scaleName->say(tr("Scale"));
    m_byHand->setText(tr("Read by hand"));
    m_takeTare->say(tr("Tare (F2)"));
    m_clearTare->say(tr("No tare"));
    m_take->say(tr("Take weight (Enter)"));
    m_photo->say(tr("Picture of the display"));
    m_secondPhoto->say(tr("Picture of the goods on the scale"));
    const std::pair<QLineEdit *, QString> lines[] = {{m_gross, tr("Gross weight")},
                                                     {m_operator, tr("Name")},
                                                     {m_address, tr("/dev/ttyUSB0 or 192.168.1.40:4001")},
                                                     {m_serial, tr("Serial number")}};
    for (const auto &[line, words] : lines) {
        line->setPlaceholderText(words);
        line->setAccessibleName(words);
    }
    m_line->setAccessibleName(tr("Line"));
    m_deductions->retranslate();
    check();
}

void Hand::showDigits()
{
    const QString unit = kit::display::text(line() ? line()->unit : Unit::Kg);
    const auto gross = typed(m_gross);
    const auto &reading = m_scale.reading();
    if (isByHand())
        m_digits->say(gross ? kit::display::text(*gross) : QStringLiteral("–"), unit, tr("read by hand"),
                      Tone::Warning);
    else if (!reading)
        m_digits->say(QStringLiteral("–"), unit,
                      m_scale.address().isEmpty() ? tr("no scale is chosen") : tr("the scale says nothing"),
                      Tone::Danger);
    else if (!reading->isWithin)
        m_digits->say(QStringLiteral("– – –"), unit, tr("beyond what the scale can weigh"), Tone::Danger);
    else
        m_digits->say(kit::display::text(inUnit(reading->kilograms - m_tare)), unit,
                      isSpent()           ? tr("taken; put the next load on the scale")
                      : reading->isStable ? tr("stable")
                                          : tr("moving"),
                      isSpent()           ? Tone::Info
                      : reading->isStable ? Tone::Success
                                          : Tone::Warning);
    const auto wish = this->reading();
    Quantity net;
    if (wish) {
        net = wish->gross - wish->tare;
        for (const WeighDeduction &each : wish->deductions)
            net = net - each.quantity;
    }
    m_weights->say(wish ? tr("Tare %1 · net %2").arg(kit::display::text(wish->tare), kit::display::text(net, unit))
                        : tr("Tare %1").arg(kit::display::text(inUnit(m_tare))));
}

// What has to be typed or handed in before a weight can be taken; what the scale lacks stand in its digits.
QString Hand::missing() const
{
    const QString gross = m_gross->text().trimmed();
    if (!line())
        return tr("No line of this order is sold by weight.");
    if (isByHand() && gross.isEmpty())
        return tr("Type the gross weight.");
    if (isByHand() && !typed(m_gross))
        return tr("“%1” is not a weight. Type a number such as 280.5.").arg(gross);
    if (m_operator->text().trimmed().size() < 2)
        return tr("Type who weighs.");
    if (isByHand() && (!m_photo->file() || !m_secondPhoto->file()))
        return tr("A weight that is read by hand needs two pictures; the buyer sees them.");
    if (!isByHand() && m_serial->text().trimmed().isEmpty())
        return tr("Type the serial number of the scale.");
    if (load() && !reading())
        return tr("Look at what comes off: it needs a weight, sometimes a reason, and something has to be left.");
    return {};
}

// Nobody is told off while still typing, except for what cannot become a weight.
void Hand::showHint()
{
    const QString missing = this->missing();
    const bool isWrong = isByHand() && !m_gross->text().trimmed().isEmpty() && !typed(m_gross);
    const bool isSaid = !missing.isEmpty() && (missing == m_told || isWrong);
    const QString aside =
        isByHand() ? tr("A weight that is read by hand needs two pictures; the buyer sees them.") : QString();
    m_hint->say(isSaid ? missing : aside);
    dip(m_hint, isSaid ? "danger" : "text2");
    m_hint->setVisible(!m_hint->text().isEmpty());
}

} // namespace weighing
