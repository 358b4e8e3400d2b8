#include "console/kit/printing.h"

#include "console/kit/savefile.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>

namespace kit {

void printPaper(Kit &kit, QWidget *parent, const QString &name, const QByteArray &pdf)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("lp"));
    if (program.isEmpty())
        return saveFile(kit, parent, name, pdf, Saved::Open);
    auto *printing = new QProcess(parent);
    // However it ends it says so once.
    QObject::connect(printing, &QProcess::stateChanged, parent, [=, &kit](QProcess::ProcessState state) {
        if (state != QProcess::NotRunning)
            return;
        printing->deleteLater();
        const bool isTaken = printing->error() == QProcess::UnknownError &&
                             printing->exitStatus() == QProcess::NormalExit && printing->exitCode() == 0;
        if (isTaken)
            kit.notices.toast(QCoreApplication::translate("printing", "%1 is at the printer").arg(name));
        else
            saveFile(kit, parent, name, pdf, Saved::Open);
    });
    printing->start(program, {QStringLiteral("-t"), name});
    printing->write(pdf);
    printing->closeWriteChannel();
}

} // namespace kit
