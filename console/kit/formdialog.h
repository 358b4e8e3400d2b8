#pragma once

// A form of one contract type in a dialog. What the server refuses stands beside its field, and nothing typed is lost.
//     auto *dialog = new FormDialog(theme, {.title = tr("Change stock"), .verb = tr("Change")}, form, this);
//     dialog->perform(*form, [=](const ChangeStock &wish) { return api.call(api::changeStock, wish, id); },
//                     [=](const Product &product) { table.put(product); });

#include "console/kit/calldialog.h"
#include "console/kit/contractform.h"

namespace kit {

class FormDialog : public CallDialog
{
    Q_OBJECT

public:
    struct Words
    {
        QString title;
        QString text = {};
        QString verb;
        int width = 460;
        int height = 0; // 0: as high as the form
    };
    // The dialog takes the form into its ownership.
    FormDialog(const Theme &theme, const Words &words, Form *form, QWidget *parent);

    template <class T, class Make, class React>
    void perform(ContractForm<T> &form, Make make, React react)
    {
        connect(this, &FormDialog::submitted, this, [this, &form, make, react] {
            const std::optional<T> value = form.value();
            if (!value)
                return;
            await(make(*value), [this, react](const auto &outcome) {
                react(outcome);
                accept();
            });
        });
        open();
    }

    // The same for what somebody else may change at the same time. When the server refuses it for that, it is read
    // anew and merged into the form, the dialog says what has changed, and to press the verb once more is a decision.
    template <class T, class Make, class Reread, class React>
    void amend(ContractForm<T> &form, Make make, Reread reread, React react)
    {
        const auto meet = [this, &form, reread](const Error &refusal) {
            if (refusal.code != ErrorCode::Conflict)
                return showTrouble(refusal);
            await(reread(), [this, &form, refusal](const T &theirs) {
                const QStringList changed = form.merge(theirs);
                changed.isEmpty() ? showTrouble(refusal) : showChanged(changed);
            });
        };
        connect(this, &FormDialog::submitted, this, [this, &form, make, react, meet] {
            const std::optional<T> value = form.value();
            if (!value)
                return;
            const auto finish = [this, react](const auto &outcome) {
                react(outcome);
                accept();
            };
            await(make(*value), finish, meet);
        });
        open();
    }

Q_SIGNALS:
    void submitted();

private:
    QVBoxLayout *fields(const Theme &theme, const Words &words);
    bool isReady() const override;
    void showTrouble(const Error &error) override;
    void showChanged(const QStringList &names);

    Form *m_form;
};

} // namespace kit
