#include "console/kit/savefile.h"

#include "console/kit/phrases.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

namespace kit {

void saveFile(Kit &kit, QWidget *parent, const QString &name, const QByteArray &bytes, Saved then)
{
    auto *dialog =
        new QFileDialog(parent, phrase::saveCopy(), QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QFileInfo(name).fileName());
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [&kit, bytes, then](const QString &path) {
        QSaveFile file(path);
        const bool isSaved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        kit.notices.toast(isSaved ? phrase::saved() : phrase::notWritten(), isSaved ? Tone::Success : Tone::Danger);
        if (isSaved && then == Saved::Open)
            QDesktopServices::openUrl(QUrl::fromLocalFile(path));
    });
    dialog->open();
}

} // namespace kit
