#pragma once

// Says something in a dispute: words, a passage out of the chat and a photo or document.

#include "console/kit/calldialog.h"
#include "console/kit/kit.h"
#include "shared/contract/disputes.h"

class QPlainTextEdit;

namespace kit {
class FileDrop;
}

namespace disputes {

class AnswerDialog : public kit::CallDialog
{
    Q_OBJECT

public:
    AnswerDialog(kit::Kit &kit, const Dispute &dispute, QWidget *parent);

Q_SIGNALS:
    void stated(const DisputeDetail &detail);

private:
    QPlainTextEdit *addField(QLayout *layout, const char *name, const QString &title, int height);
    bool isReady() const override;
    void send();

    kit::Kit &m_kit;
    const Id<Dispute> m_id;
    QPlainTextEdit *m_words = nullptr;
    QPlainTextEdit *m_excerpt = nullptr;
    QList<kit::FileDrop *> m_files;
};

} // namespace disputes
