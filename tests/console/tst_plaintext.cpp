#include "tests/console/pages/stages.h"
#include "tests/console/registry.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QTest>
#include <QTextDocument>
#include <QTextEdit>

namespace {

const QString html = QStringLiteral("<img src=\"file:///etc/passwd\"><b>x</b> ");

// Whatever people wrote, as far as it can be told from names of states, ids, dates and links, becomes HTML.
QJsonValue spoiled(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray out;
        for (const QJsonValue &each : value.toArray())
            out += spoiled(each);
        return out;
    }
    if (value.isObject()) {
        QJsonObject out = value.toObject();
        for (auto it = out.begin(); it != out.end(); ++it)
            *it = spoiled(*it);
        return out;
    }
    const bool isWritten = value.isString() && value.toString().contains(u' ');
    return isWritten ? QJsonValue(html + value.toString()) : value;
}

// Lets the server of a stage say everything as HTML.
void spoil(FakeTransport &server)
{
    auto honest = std::make_shared<FakeTransport>();
    honest->takeAnswers(server);
    server.answerWith([honest](const kit::Call &call) -> std::optional<QByteArray> {
        const kit::Reply reply = honest->send(call).result();
        const QJsonObject said = QJsonDocument::fromJson(reply.body).object();
        const QJsonValue data = said.value(QLatin1StringView("data"));
        if (reply.status != 200 || !call.savePath.isEmpty() || data.isUndefined())
            return {};
        const QJsonValue evil = spoiled(data);
        return evil.isArray() ? QJsonDocument(evil.toArray()).toJson() : QJsonDocument(evil.toObject()).toJson();
    });
}

bool isRich(const QLabel &label)
{
    return label.textFormat() != Qt::PlainText && Qt::mightBeRichText(label.text());
}

QStringList richPlaces(QWidget &page, int &shown)
{
    QStringList out;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        shown += label->text().contains(html);
        if (label->text().contains(html) && isRich(*label))
            out += QStringLiteral("label ") + label->objectName() + u' ' + label->text();
    }
    for (const QTextEdit *edit : page.findChildren<QTextEdit *>()) {
        if (!edit->toPlainText().contains(html) && edit->document()->toHtml().contains(QLatin1StringView("passwd")))
            out += QStringLiteral("text ") + edit->objectName();
    }
    for (const QWidget *widget : page.findChildren<QWidget *>()) {
        if (widget->toolTip().contains(html))
            out += QStringLiteral("tool tip of ") + widget->objectName() + u' ' + widget->toolTip();
    }
    for (const QAbstractItemView *view : page.findChildren<QAbstractItemView *>()) {
        const QAbstractItemModel *model = view->model();
        for (int row = 0; model && row < qMin(20, model->rowCount()); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex index = model->index(row, column);
                shown += index.data(Qt::DisplayRole).toString().contains(html);
                if (index.data(Qt::ToolTipRole).toString().contains(html))
                    out += QStringLiteral("tool tip in ") + view->objectName();
            }
        }
    }
    return out;
}

} // namespace

// S17, S10 of facts/security.md: on no page is what a server says taken for HTML, and so nothing is loaded for it.
class TestPlainText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageShowsMarkupAsItWasWritten_data()
    {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const Stage &stage : stages())
            QTest::newRow(qPrintable(stage.name)) << number++;
    }
    void everyPageShowsMarkupAsItWasWritten()
    {
        QFETCH(int, number);
        const std::vector<Stage> all = stages();
        const Stage &stage = all.at(std::size_t(number));
        ConsoleKit console(stage.role);
        const std::unique_ptr<kit::Page> page(stage.make(console));
        spoil(console.server);
        page->resize(1056, 744);
        page->show();
        page->refresh();
        QCoreApplication::processEvents();
        if (stage.after)
            stage.after(*page);
        QCoreApplication::processEvents();

        QCOMPARE(richPlaces(*page, m_shown), QStringList());
    }

    // Or the above would prove nothing.
    void theMarkupWasShownIndeed() { QVERIFY2(m_shown > 100, qPrintable(QString::number(m_shown))); }

private:
    int m_shown = 0;
};

CONSOLE_TEST(TestPlainText)
#include "tst_plaintext.moc"
