#pragma once

// A file of a conversation, shown large; it is decoded outside the console.

#include "console/kit/documentviewer.h"
#include "console/kit/kit.h"
#include "shared/contract/storage.h"

#include <QDialog>

namespace chat {

class FileDialog : public QDialog
{
    Q_OBJECT

public:
    FileDialog(kit::Kit &kit, const StoredFile &file, QWidget *parent);

private:
    void fetch();
    void save(const QString &name, const QByteArray &bytes);

    kit::Kit &m_kit;
    StoredFile m_file;
    kit::Sandbox m_sandbox;
    kit::DocumentViewer *m_viewer;
};

} // namespace chat
