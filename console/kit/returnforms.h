#pragma once

// What is asked for when something of an order goes back, or its sides do not agree (REF-03, REF-05).

#include "console/kit/contractform.h"
#include "console/kit/kit.h"
#include "shared/contract/disputes.h"

#include <QCoreApplication>

namespace kit {

class FileDrop;

// An amount of the whole, or of some of its items; of an order with one item both are the same.
class RefundForm : public ContractForm<RequestRefund>
{
    Q_DECLARE_TR_FUNCTIONS(kit::RefundForm)

public:
    RefundForm(const Theme &theme, const Order &order);

    std::optional<RequestRefund> value() override;

private:
    struct Part
    {
        OrderLine line;
        QLineEdit *amount;
    };
    void addParts(const Theme &theme, const Order &order);
    std::nullopt_t refuse(const QString &problem, QWidget *where);

    QList<Part> m_parts;
    Label *m_problem;
};

// What happened, what is wanted, and what shows it: a photo or document for the first statement.
class DisputeForm : public ContractForm<OpenDispute>
{
    Q_DECLARE_TR_FUNCTIONS(kit::DisputeForm)

public:
    explicit DisputeForm(Kit &kit);

    std::optional<OpenDispute> value() override;
    bool isBusy() const override;

private:
    QList<FileDrop *> m_files;
};

} // namespace kit
