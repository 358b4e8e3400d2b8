#include "console/kit/savefile.h"

#include "console/kit/paper.h"
#include "console/kit/phrases.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

namespace kit {

QDialog *askWhere(QWidget *parent, const QString &name, std::function<void(const QString &path)> react)
{
    auto *dialog =
        new QFileDialog(parent, phrase::saveCopy(), QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString suffix = QFileInfo(name).suffix();
    dialog->setDefaultSuffix(suffix);
    if (!suffix.isEmpty())
        dialog->setNameFilters({QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix), QStringLiteral("* (*)")});
    dialog->selectFile(QFileInfo(name).fileName());
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(react));
    dialog->open();
    return dialog;
}

void saveFile(Kit &kit, QWidget *parent, const QString &name, const QByteArray &bytes, Saved then)
{
    askWhere(parent, name, [&kit, bytes, then](const QString &path) {
        QSaveFile file(path);
        const bool isSaved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        kit.notices.toast(isSaved ? phrase::saved() : phrase::notWritten(), isSaved ? Tone::Success : Tone::Danger);
        if (isSaved && then == Saved::Open)
            QDesktopServices::openUrl(QUrl::fromLocalFile(path));
    });
}

void saveFigures(Kit &kit, QWidget *parent, const QString &title, const Figures &figures)
{
    saveFile(kit, parent, title + QStringLiteral(".csv"), figures.csv());
}

void savePaper(Kit &kit, QWidget *parent, const QString &name, const Paper &paper)
{
    const QByteArray pdf = paper.pdf();
    // What could not be made is not worth asking where it is to go.
    if (pdf.isEmpty())
        kit.notices.toast(phrase::notWritten(), Tone::Danger);
    else
        saveFile(kit, parent, name + QStringLiteral(".pdf"), pdf);
}

} // namespace kit
