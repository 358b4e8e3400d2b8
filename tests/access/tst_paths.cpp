// API-15: every path of the documents that the market was made from leads where it says there, or names the requirement
// that it waits for.

#include "tests/access/cases.h"
#include "tests/support/runner.h"

#include <QFile>
#include <QRegularExpression>

namespace {

struct Line
{
    QByteArray method, path, canonical, waitsFor;
};

QList<Line> linesOfFile()
{
    QFile file(QStringLiteral(SOURCES "/tests/access/aliases.csv"));
    if (!file.open(QFile::ReadOnly))
        qFatal("there is no list of paths");
    file.readLine();
    QList<Line> out;
    while (!file.atEnd()) {
        const QList<QByteArray> parts = file.readLine().trimmed().split(',');
        if (parts.size() != 4)
            qFatal("a line of the list has %d parts", int(parts.size()));
        out += Line{parts[0], parts[1], parts[2], parts[3]};
    }
    return out;
}

// With an object that nobody has and the provider that there is.
QByteArray asked(QByteArray path)
{
    for (qsizetype from = path.indexOf('{'); from >= 0; from = path.indexOf('{')) {
        const qsizetype end = path.indexOf('}', from);
        const QByteArray name = path.sliced(from + 1, end - from - 1);
        path.replace(from, end - from + 1, name == "provider" ? "razorpay" : "0192f7a0-0000-7000-8000-00000000dead");
    }
    return path;
}

// Each reply has an id of its own.
QByteArray said(const Answer &answer)
{
    return QByteArray::number(answer.status) + ' ' +
           answer.body.first(std::max<qsizetype>(answer.body.indexOf("\"request_id\""), 0));
}

bool isNowhere(const Answer &answer)
{
    return answer.status == 405 || answer.body.contains("There is nothing at this address.");
}

} // namespace

class TestOfPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void everyPathOfTheSeedsIsReached()
    {
        Stage stage;
        const QByteArray json = "Content-Type: application/json\r\n";
        int reached = 0;
        for (const Line &line : linesOfFile()) {
            const auto ask = [&](const QByteArray &method, const QByteArray &path) {
                return stage.ask(method == "GET" || method == "DELETE" ? House::request(method, path)
                                                                       : House::request(method, path, json, "{}"));
            };
            const Answer answer = ask(line.method, asked(line.path));
            const QByteArray cell = line.method + ' ' + line.path + ": " + answer.body;
            QVERIFY2(line.canonical.isEmpty() != line.waitsFor.isEmpty(), cell.constData());
            // What waits may be taken for an object's name by its neighbour: /orders/export.
            static const QRegularExpression row(QStringLiteral("^[A-Z]+-[0-9]{2}$"));
            QVERIFY2(line.canonical.isEmpty() ? row.match(QString::fromLatin1(line.waitsFor)).hasMatch()
                                              : !isNowhere(answer),
                     cell.constData());
            if (line.canonical.isEmpty())
                continue;
            const QList<QByteArray> canonical = line.canonical.split(' ');
            const Answer same = ask(canonical[0], asked(canonical[1]));
            QVERIFY2(said(answer) == said(same), (cell + " / " + same.body).constData());
            ++reached;
        }
        qInfo("%d paths lead to their endpoint", reached);
        QVERIFY(reached > 100);
    }
};

TEST_CLASS(TestOfPaths)

#include "tst_paths.moc"
