#pragma once

// The review of vendors' documents, made to decide in under two minutes: the queue, the documents, what was typed
// beside what was checked, and the decision.

#include "console/kit/banner.h"
#include "console/kit/contracttable.h"
#include "console/kit/form.h"
#include "console/kit/page.h"
#include "console/kit/pagestate.h"
#include "console/kit/segments.h"
#include "shared/contract/onboarding.h"

class QListView;
class QStackedWidget;

namespace kyc {

class Decision;
class Documents;

class Page : public kit::Page
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void hear(const LiveEvent &event) override;
    void reveal(const QString &object) override;

protected:
    void catchUp() override { m_cases.refresh(); } // also unseen: the sidebar says how many wait

private:
    void build();
    QWidget *buildQueue();
    void bindKeys();
    SubmissionStatus view() const;
    void showQueue();
    void showFailure(const Error &error);
    void step(int rows);
    void open(const QString &id);
    void fetchReview();
    void fetchPace();
    void sayPace();
    void show(const KycReview &review);
    void settle(const KycSubmission &decided);
    void nothingToShow();

    kit::ContractTable<KycCase> m_cases;
    kit::Label *m_title, *m_count, *m_pace;
    kit::Segments *m_views;
    kit::ChoiceBox *m_holders;
    QListView *m_queue;
    QStackedWidget *m_queueStack, *m_stack;
    kit::PageState *m_queueState, *m_state;
    Documents *m_documents;
    Decision *m_decision;
    kit::Banner *m_trouble;
    std::optional<Onboarding> m_onboarding;
    QString m_asked; // the submission on screen or on its way
};

} // namespace kyc
