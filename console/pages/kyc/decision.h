#pragma once

// What the vendor typed beside what the checks found, and the decision with its reason.

#include "console/kit/banner.h"
#include "console/kit/form.h"
#include "console/kit/kit.h"
#include "shared/contract/kyc.h"

#include <QSet>

class QGridLayout;
class QPlainTextEdit;

namespace kyc {

class Numbers;

class Decision : public QWidget
{
    Q_OBJECT

public:
    explicit Decision(kit::Kit &kit, QWidget *parent = nullptr);

    void show(const KycReview &review);
    void retranslate();

    void approve();
    void askMore();
    void reject();
    void takeOrGiveBack();
    void writeNote();

Q_SIGNALS:
    void decided(const KycSubmission &submission);

private:
    void build();
    QWidget *buildBody();
    QWidget *buildFoot();
    void fillChecks(const KycSubmission &submission);
    void fillHistory();
    QString note() const;
    QStringList templates() const;
    bool demandReason();
    void send(QFuture<Result<KycSubmission>> answer);
    void take(const Id<KycSubmission> &id, const QString &storeName, const Result<KycSubmission> &outcome);
    void checkButtons();
    void showClaim();
    void hold(const std::optional<KycClaim> &claim);
    bool isHeldByMe() const;
    bool isHeldByOther() const;
    void fillDuplicates();

    kit::Kit &m_kit;
    std::optional<KycReview> m_review;
    QSet<QString> m_deciding;         // submissions whose decision is on its way
    QHash<QString, QString> m_drafts; // notes that were begun, by submission
    kit::Label *m_typedTitle, *m_checksTitle, *m_decisionTitle, *m_historyTitle, *m_history, *m_hint;
    Numbers *m_numbers;
    QVBoxLayout *m_checks;
    QWidget *m_choice;
    kit::ChoiceBox *m_templates;
    QPlainTextEdit *m_note;
    kit::Banner *m_trouble;
    kit::Button *m_approve, *m_more, *m_reject;
    kit::Label *m_claim, *m_duplicatesTitle, *m_duplicates;
    kit::Button *m_take;
};

} // namespace kyc
