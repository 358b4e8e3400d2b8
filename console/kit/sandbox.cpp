#include "console/kit/sandbox.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QPromise>
#include <QStandardPaths>
#include <QTimer>

namespace kit {

namespace {

constexpr int patienceMs = 15'000;
constexpr int killedMs = 500;
constexpr qint64 outputMax = 64 << 20;
constexpr int pagesMax = 500;
constexpr qint64 pixelsMax = 64 << 20;

QString findProgram()
{
    const QString name = QStringLiteral("kabaadwala-sandbox");
    const QString here = QCoreApplication::applicationDirPath();
    const QString found = QStandardPaths::findExecutable(
        name, {here, here + QStringLiteral("/../libexec/kabaadwala"), here + QStringLiteral("/../libexec")});
    return found.isEmpty() ? QStandardPaths::findExecutable(name) : found;
}

// One run of the helper; it deletes itself.
class Run : public QProcess
{
public:
    Run(const QString &program, const QStringList &arguments, const QByteArray &file, QObject *parent)
        : QProcess(parent)
        , m_file(file)
    {
        m_promise.start();
        connect(this, &QProcess::started, this, [this] {
            write(m_file);
            closeWriteChannel();
        });
        connect(this, &QProcess::readyReadStandardOutput, this, [this] {
            m_output += readAllStandardOutput();
            if (m_output.size() > outputMax)
                kill();
        });
        connect(this, &QProcess::finished, this, &Run::end);
        connect(this, &QProcess::errorOccurred, this, [this](ProcessError error) {
            if (error == FailedToStart)
                answer(failure(ErrorCode::Unavailable, QStringLiteral("The viewer's helper program is missing.")));
        });
        m_patience.setSingleShot(true);
        connect(&m_patience, &QTimer::timeout, this, &QProcess::kill);
        m_patience.start(patienceMs);
        start(program, arguments);
    }

    // Whoever asked is gone; nobody waits for the rest.
    ~Run() override
    {
        disconnect();
        kill();
        waitForFinished(killedMs);
    }

    QFuture<Result<QByteArray>> future() { return m_promise.future(); }

private:
    void end(int code, ExitStatus status)
    {
        m_output += readAllStandardOutput();
        if (status == NormalExit && code == 0)
            return answer(std::move(m_output));
        const QString why = QString::fromUtf8(readAllStandardError().left(200)).simplified();
        answer(
            failure(ErrorCode::UnacceptableFile, why.isEmpty() ? QStringLiteral("The file could not be shown.") : why));
    }

    void answer(Result<QByteArray> result)
    {
        m_patience.stop();
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

    QByteArray m_file;
    QByteArray m_output;
    QPromise<Result<QByteArray>> m_promise;
    QTimer m_patience;
};

Result<QImage> imageOf(const QByteArray &png)
{
    QBuffer buffer;
    buffer.setData(png);
    QImageReader reader(&buffer, "png"); // only what our own helper writes
    const QSize size = reader.size();
    const bool isFine = size.isValid() && qint64(size.width()) * size.height() <= pixelsMax;
    const QImage image = isFine ? reader.read() : QImage();
    if (image.isNull())
        return failure(ErrorCode::UnacceptableFile, QStringLiteral("The file could not be shown."));
    return image;
}

} // namespace

Sandbox::Sandbox(QString program, QObject *parent)
    : QObject(parent)
    , m_program(program.isEmpty() ? findProgram() : std::move(program))
{}

QFuture<Result<QByteArray>> Sandbox::run(const QStringList &arguments, const QByteArray &file)
{
    if (m_program.isEmpty())
        return QtFuture::makeReadyFuture(Result<QByteArray>(
            failure(ErrorCode::Unavailable, QStringLiteral("The viewer's helper program is missing."))));
    return (new Run(m_program, arguments, file, this))->future();
}

QFuture<Result<int>> Sandbox::pages(const QByteArray &file)
{
    return run({QStringLiteral("pages")}, file).then([](const Result<QByteArray> &output) -> Result<int> {
        if (!output)
            return tl::unexpected(output.error());
        const QJsonObject said = QJsonDocument::fromJson(*output).object();
        return qBound(1, said.value(QLatin1StringView("pages")).toInt(), pagesMax);
    });
}

QFuture<Result<QImage>> Sandbox::render(const QByteArray &file, int width, int page)
{
    const QStringList arguments{QStringLiteral("render"), QStringLiteral("--width"), QString::number(width),
                                QStringLiteral("--page"), QString::number(page)};
    return run(arguments, file).then([](const Result<QByteArray> &output) -> Result<QImage> {
        LET(png, Result<QByteArray>(output));
        return imageOf(png);
    });
}

} // namespace kit
