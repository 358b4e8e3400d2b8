#pragma once

// The decision of a dispute: how much of what is at stake goes to whom, and why. Two fields and a slider show the same
// split, which adds up to the paisa whatever is typed.

#include "console/kit/calldialog.h"
#include "console/kit/kit.h"
#include "shared/contract/disputes.h"

class QLineEdit;
class QPlainTextEdit;
class QSlider;

namespace disputes {

class DecideDialog : public kit::CallDialog
{
    Q_OBJECT

public:
    DecideDialog(kit::Kit &kit, const DisputeDetail &detail, QWidget *parent);

Q_SIGNALS:
    void decided(const Dispute &dispute);

private:
    void build();
    QLayout *buildAmounts();
    QLayout *buildPresets();
    bool isReady() const override;
    void split(Money toBuyer, QWidget *typedIn); // what is typed in stays as it is typed
    void readSlider(int place);
    void readAmount(QLineEdit *field);
    void showSum();
    void send();

    kit::Kit &m_kit;
    const Id<Dispute> m_id;
    const QString m_orderNumber;
    const Money m_atStake;
    std::optional<Money> m_toBuyer = Money{};
    QString m_wrong; // with what is typed, while that is no split
    QLineEdit *m_buyerField, *m_vendorField;
    QSlider *m_slider;
    QPlainTextEdit *m_words;
    kit::Label *m_sum;
};

} // namespace disputes
