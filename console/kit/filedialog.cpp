#include "console/kit/filedialog.h"

#include "console/kit/savefile.h"

namespace kit {

FileDialog::FileDialog(Kit &kit, const StoredFile &file, QWidget *parent)
    : QDialog(parent)
    , m_kit(kit)
    , m_file(file)
    , m_viewer(new DocumentViewer(kit.theme, m_sandbox, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(file.name);
    resize(kit.theme.px(820), kit.theme.px(640));
    auto *layout = column(0);
    layout->addWidget(m_viewer);
    setLayout(layout);
    connect(m_viewer, &DocumentViewer::retried, this, &FileDialog::fetch);
    connect(m_viewer, &DocumentViewer::saveAsked, this, &FileDialog::save);
    fetch();
}

// Signed links end after some minutes, so the file's own link may be too old by now.
void FileDialog::fetch()
{
    m_viewer->showLoading(m_file.name);
    whenDone(this, m_kit.api.fetch(m_file.url), [this](const Result<FileBody> &body) {
        if (body)
            m_viewer->show(m_file.name, *body);
        else
            m_viewer->showTrouble(m_file.name, body.error());
    });
}

void FileDialog::save(const QString &name, const QByteArray &bytes)
{
    saveFile(m_kit, this, name, bytes);
}

} // namespace kit
