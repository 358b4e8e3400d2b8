#pragma once

// A file that somebody sent, shown large; it is decoded outside the console.

#include "console/kit/documentviewer.h"
#include "console/kit/kit.h"
#include "shared/contract/storage.h"

#include <QDialog>

namespace kit {

class FileDialog : public QDialog
{
    Q_OBJECT

public:
    FileDialog(Kit &kit, const StoredFile &file, QWidget *parent);

private:
    void fetch();
    void save(const QString &name, const QByteArray &bytes);

    Kit &m_kit;
    StoredFile m_file;
    Sandbox m_sandbox;
    DocumentViewer *m_viewer;
};

} // namespace kit
