// MED-07, S8: Word documents of strangers are unpacked in the sandbox, and what runs, fetches or unfolds too far is
// refused. The documents are made here, with the parts that Word would write.

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <QtEndian>

#include <zip.h>

namespace {

struct Answer
{
    int exitCode = -1;
    QByteArray out;
    QString reason;
};

Answer check(const QByteArray &upload, const QString &purpose = QStringLiteral("chat"))
{
    QProcess sandbox;
    sandbox.start(QStringLiteral(SANDBOX), {QStringLiteral("check"), QStringLiteral("--purpose"), purpose});
    sandbox.write(upload);
    sandbox.closeWriteChannel();
    constexpr int patienceMs = 30'000;
    if (!sandbox.waitForFinished(patienceMs) || sandbox.exitStatus() != QProcess::NormalExit)
        return {.out = {}, .reason = QStringLiteral("died")};
    return {sandbox.exitCode(), sandbox.readAllStandardOutput(),
            QString::fromUtf8(sandbox.readAllStandardError()).trimmed()};
}

struct Part
{
    QByteArray name;
    QByteArray content;
};

const QByteArray types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";

QList<Part> letter()
{
    return {{"[Content_Types].xml", types},
            {"_rels/.rels", "<Relationships/>"},
            {"word/document.xml", "<w:document>Copper wire, 20 kg</w:document>"}};
}

enum class Locked { No, Yes };

QByteArray packed(const QList<Part> &parts, Locked locked = Locked::No)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *const sink = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(sink);
    zip_t *const zip = zip_open_from_source(sink, ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (const Part &part : parts) {
        zip_source_t *const content =
            zip_source_buffer(zip, part.content.constData(), zip_uint64_t(part.content.size()), 0);
        const zip_int64_t at = zip_file_add(zip, part.name.constData(), content, ZIP_FL_ENC_UTF_8);
        if (locked == Locked::Yes)
            zip_file_set_encryption(zip, zip_uint64_t(at), ZIP_EM_AES_256, "secret");
    }
    if (zip_close(zip) != 0)
        qFatal("the document cannot be packed");
    zip_stat_t stat;
    zip_source_stat(sink, &stat);
    QByteArray out(qsizetype(stat.size), Qt::Uninitialized);
    zip_source_open(sink);
    zip_source_read(sink, out.data(), stat.size);
    zip_source_close(sink);
    zip_source_free(sink);
    return out;
}

QByteArray with(const Part &part)
{
    return packed(letter() + QList<Part>{part});
}

QByteArray relation(const QByteArray &type, const QByteArray &mode)
{
    return "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
           "relationships/" +
           type + "\" Target=\"http://evil.example/x\" TargetMode=\"" + mode + "\"/></Relationships>";
}

// The first part's directory entry says another size than the part has.
QByteArray lying(QByteArray document)
{
    constexpr qsizetype sizeAt = 24;
    qToLittleEndian(quint32(7), document.data() + document.indexOf("PK\x01\x02") + sizeAt);
    return document;
}

QList<Part> many(int count)
{
    QList<Part> out = letter();
    for (int i = 0; i < count; ++i)
        out += Part{"word/part" + QByteArray::number(i) + ".xml", "x"};
    return out;
}

QByteArray utf16(const QByteArray &text)
{
    QByteArray out;
    for (const char c : text)
        out.append(c).append('\0');
    return out;
}

QByteArray oldLetter(const QByteArray &part)
{
    return QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") + QByteArray(504, '\0') + utf16(part);
}

} // namespace

class WordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersAreTaken()
    {
        const Answer xml = check(packed(letter()));
        const Answer linked = check(with({"word/_rels/document.xml.rels", relation("hyperlink", "External")}));
        const Answer old = check(oldLetter("WordDocument"));

        QCOMPARE(xml.reason, QString());
        QCOMPARE(QJsonDocument::fromJson(xml.out).object(), (QJsonObject{{"type", "docx"}, {"parts", 3}}));
        QCOMPARE(linked.reason, QString());
        QCOMPARE(QJsonDocument::fromJson(old.out).object(), (QJsonObject{{"type", "doc"}, {"parts", 1}}));
    }

    void whatRunsFetchesOrUnfoldsTooFarIsRefused_data()
    {
        QTest::addColumn<QByteArray>("upload");
        QTest::addColumn<QString>("reason");
        const QByteArray whole = packed(letter());
        const QByteArray zeros(110 << 20, '\0'); // shrinks to a thousandth
        const auto row = [](const char *name, const QByteArray &upload, const char *reason) {
            QTest::newRow(name) << upload << QString::fromLatin1(reason);
        };
        row("macros", with({"word/vbaProject.bin", "x"}), "active_content");
        row("macros in capitals", with({"word/VBAPROJECT.BIN", "x"}), "active_content");
        row("type with macros",
            packed({{"[Content_Types].xml", "<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>"},
                    {"word/document.xml", "x"}}),
            "active_content");
        row("embedded object", with({"word/embeddings/oleObject1.bin", "x"}), "active_content");
        row("document in a document", with({"word/embeddings/inner.docx", whole}), "active_content");
        row("control", with({"word/activeX/activeX1.xml", "x"}), "active_content");
        row("template from elsewhere", with({"word/_rels/settings.xml.rels", relation("attachedTemplate", "External")}),
            "active_content");
        row("picture from elsewhere", with({"word/_rels/document.xml.rels", relation("image", "External")}),
            "active_content");
        row("relations that are not XML", with({"word/_rels/document.xml.rels", "<a"}), "active_content");
        row("110 MB of nothing", with({"word/media/image1.png", zeros}), "inflates_too_far");
        row("two megabytes of nothing", with({"word/media/image1.png", QByteArray(2 << 20, '\0')}), "inflates_too_far");
        row("many parts", packed(many(1998)), "too_many_parts");
        row("locked", packed(letter(), Locked::Yes), "encrypted");
        row("way out", with({"word/../../etc/passwd", "x"}), "damaged");
        row("way to the root", with({"/etc/passwd", "x"}), "damaged");
        row("half a document", whole.first(whole.size() / 2), "damaged");
        row("something behind it", whole + "<script>", "damaged");
        row("another size than it says", lying(whole), "damaged");
        row("another archive", packed({{"a.txt", "x"}}), "type_not_allowed");
        row("workbook", packed({{"[Content_Types].xml", types}, {"xl/workbook.xml", "x"}}), "type_not_allowed");
        row("old macros", oldLetter("WordDocument _VBA_PROJECT"), "active_content");
        row("old object", oldLetter("WordDocument ObjectPool"), "active_content");
        row("old workbook", oldLetter("Workbook"), "type_not_allowed");
    }
    void whatRunsFetchesOrUnfoldsTooFarIsRefused()
    {
        QFETCH(QByteArray, upload);
        QFETCH(QString, reason);

        const Answer answer = check(upload);

        QCOMPARE(answer.reason, reason);
        QCOMPARE(answer.exitCode, 2);
        QCOMPARE(answer.out, QByteArray());
    }

    void lettersAreForChatsOnly()
    {
        QCOMPARE(check(packed(letter()), QStringLiteral("kyc")).reason, QStringLiteral("type_not_allowed"));
        QCOMPARE(check(oldLetter("WordDocument"), QStringLiteral("image")).reason, QStringLiteral("type_not_allowed"));
    }
};

QTEST_GUILESS_MAIN(WordTest)

#include "tst_word.moc"
