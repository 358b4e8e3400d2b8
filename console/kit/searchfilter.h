#pragma once

// A filter of more choices than a menu can hold: a popup with some of them and a field to search all the others.
// Whoever owns it asks the server for what was typed and gives back what was found.

#include "console/kit/filterbar.h"
#include "shared/base/result.h"

namespace kit {

class LineList;

class SearchFilter : public ChoiceFilter
{
    Q_OBJECT

public:
    explicit SearchFilter(const Theme &theme, QWidget *parent = nullptr);

    // What stands there before anything is typed; prompt is the field's.
    void suggest(const QString &name, const QString &prompt, const QList<Choice> &choices);
    // What fits these words; an answer to older words is passed over.
    void show(const QString &words, const Result<QList<Choice>> &found);
    void take(const Choice &choice); // one that another page named
    QString chosenText() const;      // without the filter's name
    void retranslate();

Q_SIGNALS:
    void searched(const QString &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void open();
    void settle();
    void list(const QList<Choice> &choices, const QString &otherwise);
    void choose(const QString &value);
    QList<Choice> suggestedFor(const QString &words) const;

    const Theme &m_theme;
    QString m_filterName;
    QList<Choice> m_suggested, m_listed;
    Choice m_taken;
    QFrame *m_popup;
    SearchField *m_words;
    LineList *m_list;
    Label *m_note;
    Button *m_any;
    QTimer m_typing;
};

} // namespace kit
