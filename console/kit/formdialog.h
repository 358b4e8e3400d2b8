#pragma once

// A form of one contract type in a dialog. What the server refuses stands beside its field, and nothing typed is lost.
//     auto *dialog = new FormDialog(theme, {.title = tr("Change stock"), .verb = tr("Change")}, form, this);
//     dialog->perform(*form, [=](const ChangeStock &wish) { return api.call(api::changeStock, wish, id); },
//                     [=](const Product &product) { table.put(product); });

#include "console/kit/api.h"
#include "console/kit/banner.h"
#include "console/kit/contractform.h"

#include <QDialog>

namespace kit {

class FormDialog : public QDialog
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
            wait();
            whenDone(this, make(*value), [this, react](const auto &outcome) {
                if (!outcome) {
                    showTrouble(outcome.error());
                    return;
                }
                react(*outcome);
                accept();
            });
        });
        open();
    }

Q_SIGNALS:
    void submitted();

private:
    QVBoxLayout *fields(const Theme &theme, const Words &words);
    void wait();
    void showTrouble(const Error &error);

    Form *m_form;
    Banner *m_trouble;
    Button *m_cancel;
    Button *m_verb;
};

} // namespace kit
