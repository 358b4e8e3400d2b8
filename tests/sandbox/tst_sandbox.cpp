// MED-01, MED-07, MED-10: what strangers upload is looked at in a process of its own. These tests send it friends and
// enemies and look at what comes back, and they try the walls from inside.

#include "server/sandbox/confine.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QTest>
#include <QtEndian>

#include <cerrno>
#include <cstddef>
#include <fcntl.h>
#include <functional>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int patienceMs = 30'000;

struct Answer
{
    int exitCode = -1;
    QByteArray out;
    QString reason;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QImage image() const { return QImage::fromData(out); }
};

// before: what happens to the process before it becomes the sandbox.
Answer ask(const QString &line, const QByteArray &upload, const std::function<void()> &before = {})
{
    QProcess sandbox;
    if (before)
        sandbox.setChildProcessModifier(before);
    sandbox.start(QStringLiteral(SANDBOX), line.split(u' '));
    sandbox.write(upload);
    sandbox.closeWriteChannel();
    if (!sandbox.waitForFinished(patienceMs) || sandbox.exitStatus() != QProcess::NormalExit)
        return {.reason = QStringLiteral("died")};
    return {sandbox.exitCode(), sandbox.readAllStandardOutput(),
            QString::fromUtf8(sandbox.readAllStandardError()).trimmed()};
}

// Red on the left, blue on the right.
QImage flag(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QPainter(&image).fillRect(0, 0, width / 2, height, Qt::red);
    return image;
}

QByteArray encoded(const QImage &image, const char *format, const QString &comment = {})
{
    QByteArray out;
    QBuffer buffer(&out);
    QImageWriter writer(&buffer, format);
    if (!comment.isEmpty())
        writer.setText(QStringLiteral("Description"), comment);
    writer.write(image);
    return out;
}

QByteArray pdf(int pages)
{
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.fillRect(0, 0, writer.width(), writer.height() / 2, Qt::red);
    }
    painter.end();
    return out;
}

QByteArray chunk(const QByteArray &name, const QByteArray &data)
{
    quint32 crc = 0xffffffff;
    for (const char byte : name + data) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
    }
    QByteArray out(4, '\0');
    qToBigEndian(quint32(data.size()), out.data());
    QByteArray check(4, '\0');
    qToBigEndian(~crc, check.data());
    return out + name + data + check;
}

// A PNG of black pixels that is small on the wire and huge in memory.
QByteArray bomb(quint32 width, quint32 height)
{
    QByteArray head(13, '\0');
    qToBigEndian(width, head.data());
    qToBigEndian(height, head.data() + 4);
    head[8] = 1; // one bit, grey
    const QByteArray rows(qsizetype(height) * (1 + (width + 7) / 8), '\0');
    const QByteArray body = qCompress(rows, 9).sliced(4); // without Qt's length word it is plain zlib
    return QByteArray("\x89PNG\r\n\x1a\n") + chunk("IHDR", head) + chunk("IDAT", body) + chunk("IEND", {});
}

// An EXIF block that says "turn me by a quarter" and names a place.
QByteArray turned(QByteArray jpeg)
{
    const QByteArray tiff("MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0GPS 28.6139", 37);
    const QByteArray exif = QByteArray("Exif\0\0", 6) + tiff;
    QByteArray length(2, '\0');
    qToBigEndian(quint16(exif.size() + 2), length.data());
    return jpeg.insert(2, QByteArray("\xff\xe1") + length + exif);
}

bool isRed(const QImage &image, int x, int y)
{
    const QColor color = image.pixelColor(x, y);
    return color.red() > 200 && color.blue() < 60;
}

// From here on the kernel is one without Landlock.
void takeLandlockAway()
{
    sock_filter lines[] = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
                           BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_landlock_create_ruleset, 0, 1),
                           BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
                           BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
    const sock_fprog list{4, lines};
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &list);
}

// Runs an attempt in a confined child; true when it was refused.
template <class Attempt>
bool isRefusedInside(Attempt attempt)
{
    const pid_t child = fork();
    if (child == 0) {
        confine::apply();
        _exit(attempt() ? 1 : 0);
    }
    int status = -1;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

class SandboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodFilesAreMeasured_data()
    {
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<QByteArray>("upload");
        QTest::addColumn<QJsonObject>("measured");
        const auto said = [](const char *type, int width, int height, int pages) {
            return QJsonObject{{"type", type}, {"width", width}, {"height", height}, {"pages", pages}};
        };
        QTest::newRow("jpeg") << "image" << encoded(flag(80, 60), "jpeg") << said("jpeg", 80, 60, 1);
        QTest::newRow("png") << "image" << encoded(flag(80, 60), "png") << said("png", 80, 60, 1);
        QTest::newRow("webp") << "image" << encoded(flag(80, 60), "webp") << said("webp", 80, 60, 1);
        QTest::newRow("turned jpeg") << "kyc" << turned(encoded(flag(80, 60), "jpeg")) << said("jpeg", 60, 80, 1);
        QTest::newRow("pdf") << "kyc" << pdf(3) << said("pdf", 595, 842, 3);
    }
    void goodFilesAreMeasured()
    {
        QFETCH(QString, purpose);
        QFETCH(QByteArray, upload);
        QFETCH(QJsonObject, measured);

        const Answer answer = ask("check --purpose " + purpose, upload);

        QCOMPARE(answer.reason, QString());
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(answer.json(), measured);
    }

    void badFilesAreRefusedWithAReason_data()
    {
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<QByteArray>("upload");
        QTest::addColumn<QString>("reason");
        const QByteArray png = encoded(flag(80, 60), "png");
        const QByteArray html = "<html><script>alert(1)</script></html>";
        QTest::newRow("nothing") << "image" << QByteArray() << "unknown_type";
        QTest::newRow("html named png") << "image" << html << "unknown_type";
        QTest::newRow("html behind a png's magic") << "image" << png.first(8) + html << "damaged";
        QTest::newRow("png with html behind it") << "image" << png + html << "damaged";
        QTest::newRow("webp with html behind it") << "image" << encoded(flag(8, 8), "webp") + html << "damaged";
        QTest::newRow("gif") << "image" << QByteArray("GIF89a/*=1;*/") << "unknown_type";
        QTest::newRow("svg") << "image" << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << "unknown_type";
        QTest::newRow("tiff") << "image" << QByteArray("II*\0\x08\0\0\0", 8) << "unknown_type";
        QTest::newRow("pdf as image") << "image" << pdf(1) << "type_not_allowed";
        QTest::newRow("webp as kyc") << "kyc" << encoded(flag(8, 8), "webp") << "type_not_allowed";
        QTest::newRow("half a png") << "image" << png.first(png.size() / 2) << "damaged";
        QTest::newRow("png without its middle") << "image" << png.first(40) + png.last(12) << "damaged";
        QTest::newRow("empty pdf") << "kyc" << QByteArray("%PDF-1.7\n%%EOF\n") << "damaged";
        QTest::newRow("pdf behind html") << "kyc" << html + pdf(1) << "unknown_type";
        QTest::newRow("201 pages") << "kyc" << pdf(201) << "too_many_pages";
        QTest::newRow("six mebibytes of image")
            << "image" << encoded(flag(8, 8), "jpeg").insert(2, QByteArray("\xff\xfe\0\x04xx", 6).repeated(1 << 20))
            << "too_large";
        QTest::newRow("eleven mebibytes") << "kyc" << QByteArray(11 << 20, 'x') << "too_large";
        QTest::newRow("bomb of 900 megapixels") << "image" << bomb(30'000, 30'000) << "too_many_pixels";
        QTest::newRow("line longer than the format allows") << "image" << bomb(40'000'000, 1) << "damaged";
    }
    void badFilesAreRefusedWithAReason()
    {
        QFETCH(QString, purpose);
        QFETCH(QByteArray, upload);
        QFETCH(QString, reason);

        const Answer answer = ask("check --purpose " + purpose, upload);

        QCOMPARE(answer.reason, reason);
        QCOMPARE(answer.exitCode, 2);
        QCOMPARE(answer.out, QByteArray());
    }

    void aRenderedPageLooksLikeThePage()
    {
        const QByteArray upload = pdf(2);

        const Answer second = ask("render --width 300 --page 2", upload);
        const Answer third = ask("render --width 300 --page 3", upload);

        const QImage page = second.image();
        QCOMPARE(page.size(), QSize(300, 425));
        QVERIFY(isRed(page, 150, 100));
        QCOMPARE(page.pixelColor(2, 422), QColor(Qt::white));
        QCOMPARE(third.reason, QString("no_such_page"));
        QCOMPARE(ask("pages", upload).json(), (QJsonObject{{"pages", 2}}));
    }

    void aResizedPhotoIsUprightAndKeepsNoSecrets()
    {
        const QByteArray zip = "PK\x03\x04 hidden";
        const QByteArray upload = turned(encoded(flag(800, 600), "jpeg", "taken at home")) + zip;
        QVERIFY(upload.contains("GPS 28.6139") && upload.contains("taken at home"));

        const Answer answer = ask("resize --width 300 --quality 85", upload);

        QCOMPARE(answer.reason, QString());
        QVERIFY(answer.out.startsWith("\xff\xd8\xff"));
        const QImage photo = answer.image();
        QCOMPARE(photo.size(), QSize(300, 400));
        QVERIFY(isRed(photo, 150, 50)); // the left half has become the upper one
        for (const char *secret : {"GPS", "taken at home", "PK\x03\x04", "Exif"})
            QVERIFY2(!answer.out.contains(secret), secret);
    }

    void aSmallPictureIsNotEnlargedAndTransparencyBecomesWhite()
    {
        QImage glass(40, 30, QImage::Format_ARGB32);
        glass.fill(Qt::transparent);

        const QImage photo = ask("resize --width 200", encoded(glass, "png")).image();

        QCOMPARE(photo.size(), QSize(40, 30));
        QCOMPARE(photo.pixelColor(20, 15), QColor(Qt::white));
    }

    // A place of other proportions is covered from the middle; what stands out is cut off.
    void aPictureIsCutToThePlaceItGoesTo_data()
    {
        QTest::addColumn<QSize>("picture");
        QTest::addColumn<QSize>("cut");
        QTest::newRow("too high") << QSize(800, 600) << QSize(400, 100);
        QTest::newRow("too wide") << QSize(1600, 200) << QSize(400, 100);
        QTest::newRow("just right") << QSize(800, 200) << QSize(400, 100);
    }
    void aPictureIsCutToThePlaceItGoesTo()
    {
        QFETCH(QSize, picture);
        QFETCH(QSize, cut);

        const QImage out =
            ask("resize --width 400 --height 100", encoded(flag(picture.width(), picture.height()), "png")).image();

        QCOMPARE(out.size(), cut);
        QVERIFY(isRed(out, out.width() / 2 - 20, out.height() / 2)); // the middle stays in the middle
        QVERIFY(!isRed(out, out.width() / 2 + 20, out.height() / 2));
    }

    // Whoever shows it would have to draw it larger than it is.
    void aPictureThatIsTooSmallForItsPlaceIsRefused_data()
    {
        QTest::addColumn<QSize>("picture");
        QTest::newRow("too narrow") << QSize(399, 400);
        QTest::newRow("too low") << QSize(4000, 99);
        QTest::newRow("a line") << QSize(3, 1);
    }
    void aPictureThatIsTooSmallForItsPlaceIsRefused()
    {
        QFETCH(QSize, picture);

        const Answer answer =
            ask("resize --width 400 --height 100", encoded(flag(picture.width(), picture.height()), "png"));

        QCOMPARE(answer.exitCode, 2);
        QCOMPARE(answer.reason, QStringLiteral("too_small"));
    }

    void wrongUseIsToldApartFromBadFiles_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("no purpose") << "check";
        QTest::newRow("unknown purpose") << "check --purpose fun";
        QTest::newRow("no width") << "render";
        QTest::newRow("wide") << "render --width 4001";
        QTest::newRow("page 0") << "render --width 10 --page 0";
        QTest::newRow("high") << "resize --width 10 --height 4001";
        QTest::newRow("cut page") << "render --width 10 --height 10";
        QTest::newRow("quality 0") << "resize --width 10 --quality 0";
        QTest::newRow("unknown command") << "open";
    }
    void wrongUseIsToldApartFromBadFiles()
    {
        QFETCH(QString, line);

        QCOMPARE(ask(line, encoded(flag(8, 8), "png")).exitCode, 64);
    }

    void theWallsHold()
    {
        QVERIFY(isRefusedInside([] { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }));
        QVERIFY(isRefusedInside([] { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }));
        QVERIFY(isRefusedInside([] { return fork() >= 0; }));
        QVERIFY(isRefusedInside([] { return execl("/bin/true", "true", nullptr) == 0; }));
        QVERIFY(isRefusedInside([] { return open("/tmp/kabaadwala-wall", O_WRONLY | O_CREAT, 0600) >= 0; }));
        QVERIFY(isRefusedInside([] { return open("/dev/null", O_RDWR) >= 0; }));
        QVERIFY(isRefusedInside([] { return unlink("/tmp/kabaadwala-wall") == 0; }));
        QVERIFY(isRefusedInside([] { return open("/etc/passwd", O_RDONLY) >= 0; }));
        QVERIFY(isRefusedInside([] { return open("/proc/self/environ", O_RDONLY) >= 0; }));
#ifndef __SANITIZE_ADDRESS__
        QVERIFY(isRefusedInside([] { return malloc(std::size_t(2) << 30) != nullptr; }));
#endif
        // The counterpart: reading a library is still allowed, so the walls are not just a dead process.
        QVERIFY(!isRefusedInside([] { return open("/usr/lib/os-release", O_RDONLY) >= 0; }));
    }

    void withoutItsWallsItLooksAtNothingUnlessItIsTold()
    {
        const QByteArray picture = encoded(flag(400, 300), "png");

        const Answer refused = ask("check --purpose image", picture, takeLandlockAway);
        const Answer told = ask("check --purpose image --unconfined", picture, takeLandlockAway);

        QCOMPARE(refused.exitCode, 71);
        QCOMPARE(refused.reason, QStringLiteral("unconfined"));
        QCOMPARE(refused.out, QByteArray());
        QCOMPARE(told.exitCode, 0);
        QCOMPARE(told.json()["width"].toInt(), 400);
    }
};

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    SandboxTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sandbox.moc"
