#pragma once

// Fields under each other, each with its name above and what is wrong with it below. kit/contractform fills it from a
// contract type.

#include "console/kit/controls.h"
#include "console/kit/display.h"
#include "shared/base/result.h"

#include <QComboBox>
#include <QJsonObject>
#include <QLineEdit>

class QVBoxLayout;

namespace kit {

// A combo box with the arrow of the theme.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(const Theme &theme, QWidget *parent = nullptr);
    void showPopup() override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

// A day as it stands on the wire, "2026-11-01": typed, or picked from a calendar.
class DayEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit DayEdit(const Theme &theme, QWidget *parent = nullptr);
    void retranslate();

private:
    void openCalendar();

    const Theme &m_theme;
    QAction *m_open;
};

class Form : public QWidget
{
    Q_OBJECT

public:
    explicit Form(const Theme &theme, QWidget *parent = nullptr);

    // Places what was refused beside its field. Returns what belongs to none of them. An answer that comes while the
    // user types elsewhere leaves the focus where it is.
    enum class Focus { Moves, Stays };
    QList<FieldError> showProblems(const QList<FieldError> &problems, Focus focus = Focus::Moves);
    // The same in words, with the names of the fields: for a banner.
    QString spoken(const QList<FieldError> &problems) const;
    void clearProblems();
    QWidget *editor(const QByteArray &key) const;
    void focusFirst(); // of the fields that can be typed in
    bool isTouched() const { return m_isTouched; }
    // A file of the form is on its way: what is typed cannot be sent before it is there.
    virtual bool isBusy() const { return false; }
    void retranslate();

Q_SIGNALS:
    void touched();
    void submitted(); // Enter in a line
    void busyChanged();
    void misplaced(const QString &text); // what is wrong with fields that the form does not show

protected:
    // What the contract calls a field, also one that is not asked for.
    virtual QString nameOf(const QString &key) const = 0;

    enum class Kind { Line, Secret, Lines, Day, Choice, Several, Yes };
    struct Choice
    {
        QString value;
        QByteArray label; // source text
        const char *context;
        std::optional<display::WordKey> word = {}; // of an enum's value, instead of a label
    };
    struct Field
    {
        QByteArray key;   // on the wire
        QByteArray label; // source text, context "fields"
        Kind kind = Kind::Line;
        bool isOptional = false;
        bool isText = false; // empty stays empty text instead of "not given"
        int lengthMax = 4000;
        QList<Choice> choices = {};
        QWidget *editor = nullptr;
        Label *name = nullptr;
        Label *problem = nullptr;
    };

    void add(Field field);
    void put(const QJsonObject &values);
    void take(QJsonObject &values) const;

private:
    QWidget *makeEditor(const Field &field);
    QLineEdit *linked(QLineEdit *edit);
    void mark(const Field &field, const QString &problem);
    void touch();

    const Theme &m_theme;
    QVBoxLayout *m_layout;
    QList<Field> m_fields;
    bool m_isTouched = false;
    bool m_isFilling = false;
};

} // namespace kit
