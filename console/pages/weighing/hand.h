#pragma once

// One reading: what the scale shows, the tare, what comes off, who weighs. F2 takes the tare, F3 goes to the next line,
// Enter takes the weight. Where there is no scale it is typed by hand, with two pictures of the display.

#include "console/kit/filedrop.h"
#include "console/kit/form.h"
#include "console/kit/scale.h"
#include "console/pages/weighing/load.h"
#include "shared/contract/weighing.h"

class QCheckBox;
class QGridLayout;

namespace weighing {

class Deductions;
class Digits;

class Hand : public QWidget
{
    Q_OBJECT

public:
    explicit Hand(kit::Kit &kit, QWidget *parent = nullptr);

    void offer(const QList<SettlementLine> &lines); // those that are sold by weight
    void retranslate();
    void bindKeys(QWidget *ground); // heard there too, wherever the focus is
    // Puts what was refused at its picture; returns what belongs elsewhere.
    QList<FieldError> showProblems(const QList<FieldError> &problems);
    void putDown(); // what was typed; the tare stays for the next one
    void wait();    // while the server takes it down
    void goOn();    // it does not
    void finish();  // the weight was taken

    void takeTare();
    void take();
    void goToNextLine();
    // What the wish is about, in the words of the line.
    QString titleOf(const RecordWeighTicket &wish) const;
    Unit unitOf(const RecordWeighTicket &wish) const;

Q_SIGNALS:
    void taken(const RecordWeighTicket &wish);

private:
    void build();
    void buildSetup(QGridLayout &grid);
    void remember();
    void listen();
    void useAddress();
    void hear();
    void check();
    QLineEdit *addLine(const char *name);
    const SettlementLine *line() const;
    const SettlementLine *lineOf(const Id<OrderLine> &id) const;
    bool isByHand() const;
    Quantity inUnit(Quantity kilograms) const; // of the line
    bool isSpent() const;
    std::optional<Load> load() const;
    std::optional<Quantity> typed(const QLineEdit *edit) const;
    std::optional<RecordWeighTicket> reading() const;
    void showDigits();
    void showHint();
    QString missing() const;

    kit::Kit &m_kit;
    kit::Scale m_scale;
    QList<SettlementLine> m_offered;
    Quantity m_tare;                 // in kilograms
    std::optional<Quantity> m_spent; // what was taken and still lies on the scale, in kilograms
    bool m_isBusy = false;
    QString m_told; // what was missing when Enter was pressed
    Digits *m_digits;
    kit::Label *m_lineName, *m_weights, *m_deductionName, *m_operatorName, *m_scaleName, *m_hint;
    kit::ChoiceBox *m_line;
    Deductions *m_deductions;
    QLineEdit *m_gross, *m_operator, *m_address, *m_serial;
    QCheckBox *m_byHand;
    kit::FileDrop *m_photo, *m_secondPhoto;
    kit::Button *m_takeTare, *m_clearTare, *m_take;
};

} // namespace weighing
