#pragma once

// What both sides say and show, beside each other, and the chosen file large under them.

#include "console/kit/controls.h"
#include "console/kit/documentviewer.h"
#include "console/kit/kit.h"
#include "console/kit/sandbox.h"
#include "shared/contract/disputes.h"

#include <QDialog>

namespace disputes {

class SidesDialog : public QDialog
{
    Q_OBJECT

public:
    SidesDialog(kit::Kit &kit, const DisputeDetail &detail, QWidget *parent);

private:
    QWidget *side(Actor author, const QString &name, const DisputeDetail &detail);
    QLayout *statement(const DisputeStatement &said, QWidget *parent);
    void drawSmall(const StoredFile &file, kit::Button *open);
    void showFile(const StoredFile &file);

    kit::Kit &m_kit;
    kit::Sandbox m_sandbox;
    kit::DocumentViewer *m_viewer;
    std::optional<StoredFile> m_shown;
};

} // namespace disputes
