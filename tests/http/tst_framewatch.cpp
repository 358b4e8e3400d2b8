#include "server/http/framewatch.h"
#include "tests/http/frames.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

namespace {

// Shows the bytes in pieces of these sizes, over and over.
bool follow(const QByteArray &bytes, std::vector<quint8> sizes)
{
    sizes.push_back(1);
    http::FrameHeads heads;
    bool isFine = true;
    std::size_t piece = 0;
    for (qsizetype at = 0; at < bytes.size(); ++piece) {
        const qsizetype size = std::min<qsizetype>(sizes[piece % sizes.size()], bytes.size() - at);
        isFine = heads.follow(QByteArrayView(bytes).sliced(at, size));
        at += size;
    }
    return isFine;
}

QByteArray masked(const std::vector<std::string> &texts)
{
    QByteArray bytes;
    for (const std::string &text : texts)
        bytes += textFrame(QByteArray::fromStdString(text), Mask::On);
    return bytes;
}

} // namespace

class TestOfFrameWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void maskedFramesAreFineHoweverTheyAreCut()
    {
        HOLDS("masked frames are fine", [](const std::vector<std::string> &texts, const std::vector<quint8> &sizes) {
            RC_ASSERT(follow(masked(texts), sizes));
        });
    }

    void oneFrameWithoutMaskIsFoundAnywhere()
    {
        HOLDS("a frame without mask is found",
              [](const std::vector<std::string> &before, const std::string &text, const std::vector<std::string> &after,
                 const std::vector<quint8> &sizes) {
                  const QByteArray bare = textFrame(QByteArray::fromStdString(text), Mask::Off);
                  RC_ASSERT(!follow(masked(before) + bare + masked(after), sizes));
              });
    }

    void lengthsOfEveryFormAreUnderstood_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 125, 126, 127, 65'535})
            QTest::addRow("%d", size) << size;
    }
    void lengthsOfEveryFormAreUnderstood()
    {
        QFETCH(int, size);
        const QByteArray first = textFrame(QByteArray(size, '\0'), Mask::On);

        QVERIFY(follow(first + textFrame("x", Mask::On), {200}));
        QVERIFY(!follow(first + textFrame("x", Mask::Off), {200}));
    }

    void aLengthOfEightBytesIsUnderstood()
    {
        const QByteArray head = QByteArray::fromHex("81ff0000000000010000") + "mmmm";
        const QByteArray first = head + QByteArray(65'536, '\0');

        QVERIFY(follow(first + textFrame("x", Mask::On), {255}));
        QVERIFY(!follow(first + textFrame("x", Mask::Off), {255}));
    }
};

TEST_CLASS(TestOfFrameWatch)
#include "tst_framewatch.moc"
