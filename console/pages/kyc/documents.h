#pragma once

// The documents of one submission: a strip of small pictures, and the chosen one large. Files are fetched by their
// signed links and decoded outside the console.

#include "console/kit/documentviewer.h"
#include "console/kit/kit.h"
#include "console/kit/sandbox.h"
#include "shared/contract/kyc.h"

class QListView;
class QStandardItemModel;

namespace kyc {

class Documents : public QWidget
{
    Q_OBJECT

public:
    explicit Documents(kit::Kit &kit, QWidget *parent = nullptr);

    void show(const KycReview &review, const std::optional<KycCase> &line);
    void retranslate();

private:
    void build();
    void fetch(int row);
    void showFile(int row);
    void describe();

    kit::Kit &m_kit;
    kit::Sandbox m_sandbox;
    std::optional<KycReview> m_review;
    std::optional<KycCase> m_line;
    QHash<QString, Result<FileBody>> m_files; // of this review, by file id
    kit::Avatar *m_face;
    kit::Label *m_store, *m_about;
    kit::Chip *m_due;
    QStandardItemModel *m_model;
    QListView *m_strip;
    kit::DocumentViewer *m_viewer;
};

} // namespace kyc
