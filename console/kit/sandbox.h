#pragma once

// What strangers uploaded is decoded by a helper program with no network and little memory, never in the console.

#include "shared/base/result.h"

#include <QFuture>
#include <QImage>
#include <QObject>

namespace kit {

class Sandbox : public QObject
{
    Q_OBJECT

public:
    // Without a path the program is looked for beside the console.
    explicit Sandbox(QString program = {}, QObject *parent = nullptr);

    QFuture<Result<int>> pages(const QByteArray &file);
    QFuture<Result<QImage>> render(const QByteArray &file, int width, int page); // pages count from 1

private:
    QFuture<Result<QByteArray>> run(const QStringList &arguments, const QByteArray &file);

    QString m_program;
};

} // namespace kit
