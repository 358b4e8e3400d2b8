#pragma once

// Asks before something that cannot be undone, or for the words that an action needs (a reason, a bank's reference).
// It stays open while the server decides, and when the server refuses, so that nothing typed is lost.
//     auto *ask = new AskDialog(theme, {.title = tr("Reject payout"), .verb = tr("Reject"), …}, this);
//     ask->perform([=](const QString &words) { return api.call(api::rejectPayout, {.reason = words}, id); },
//                  [=](const Payout &payout) { table.put(payout); });
// What the words are called and how they may be can come from the contract:
//     new AskDialog(theme, wordsOf(&ProcessPayout::transactionReference, {.title = …}), this);

#include "console/kit/calldialog.h"
#include "console/kit/display.h"
#include "shared/base/check.h"

class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace kit {

struct Ask
{
    QString title;
    QString text = {};
    QList<std::pair<QString, QString>> facts = {}; // what it is about: "Vendor" "Sharma Metals"
    QString verb;
    const char *look = "primary"; // or "dangerFilled"
    enum class Words { None, Line, Lines } words = Words::None;
    QString label = {}; // of the words
    int lengthMin = 0;
    int lengthMax = 500;
    const char *pattern = nullptr;
    QString filled = {};        // what stands in the field at first
    QStringList templates = {}; // ready sentences that fill the words in
};

template <fields::Contract T, class V>
Ask wordsOf(V T::*member, Ask ask)
{
    const fields::Check rule = fields::checkOf(member);
    ask.label = display::label(member);
    ask.lengthMin = rule.lengthMin;
    ask.lengthMax = rule.lengthMax;
    ask.pattern = rule.pattern;
    return ask;
}

class AskDialog : public CallDialog
{
    Q_OBJECT

public:
    AskDialog(const Theme &theme, Ask ask, QWidget *parent);

    QString words() const;

    // Opens; each press of the verb makes the call, a success closes and is handed on.
    template <class Make, class React>
    void perform(Make make, React react)
    {
        connect(this, &AskDialog::answered, this, [this, make, react](const QString &words) {
            await(make(words), [this, react](const auto &outcome) {
                react(outcome);
                accept();
            });
        });
        open();
    }

Q_SIGNALS:
    void answered(const QString &words);

private:
    QWidget *buildWords(const Theme &theme);
    void buildFacts(const Theme &theme, QGridLayout &grid);
    bool isReady() const override;

    Ask m_ask;
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_lines = nullptr;
};

} // namespace kit
