#include "console/kit/form.h"

#include "console/kit/display.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCalendarWidget>
#include <QCheckBox>
#include <QCoreApplication>
#include <QJsonArray>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QUuid>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace kit {

namespace {

constexpr int lettersMin = 8;
constexpr int popupMost = 560;
constexpr int linesShown = 4; // of a list of which several are picked

constexpr const char *savedContext = "kit::Form";
constexpr const char *savedLabel = QT_TRANSLATE_NOOP("kit::Form", "The one that was saved");

// An id that was never set is written as nothing but zeros.
bool isSaid(const QString &value)
{
    return !value.isEmpty() && value != QUuid().toString(QUuid::WithoutBraces);
}

QJsonArray checkedOf(const QListWidget &list)
{
    QJsonArray out;
    for (int i = 0; i < list.count(); ++i)
        if (list.item(i)->checkState() == Qt::Checked)
            out += list.item(i)->data(Qt::UserRole).toString();
    return out;
}

} // namespace

ChoiceBox::ChoiceBox(const Theme &theme, QWidget *parent)
    : QComboBox(parent)
    , m_theme(theme)
{
    // A long choice must not push its form out of the pane; the list that opens is as wide as it needs.
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(lettersMin);
}

void ChoiceBox::showPopup()
{
    const int wanted = view()->sizeHintForColumn(0) + m_theme.px(24);
    view()->setMinimumWidth(qBound(width(), wanted, qMax(width(), m_theme.px(popupMost))));
    QComboBox::showPopup();
}

void ChoiceBox::paintEvent(QPaintEvent *event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    const int size = m_theme.px(14);
    m_theme.drawIcon(painter, QStringLiteral("chevron-down"),
                     QRectF(width() - size - m_theme.px(8), (height() - size) / 2.0, size, size), m_theme.text3);
}

DayEdit::DayEdit(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_open(addAction(theme.icon(QStringLiteral("calendar-days")), TrailingPosition))
{
    setPlaceholderText(QDate(2026, 11, 1).toString(Qt::ISODate));
    connect(m_open, &QAction::triggered, this, &DayEdit::openCalendar);
}

void DayEdit::openCalendar()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *calendar = new QCalendarWidget(menu);
    calendar->setFirstDayOfWeek(Qt::Monday);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    if (const QDate day = QDate::fromString(text().trimmed(), Qt::ISODate); day.isValid())
        calendar->setSelectedDate(day);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    const auto take = [this, menu](const QDate &day) {
        setText(day.toString(Qt::ISODate));
        menu->close();
    };
    connect(calendar, &QCalendarWidget::clicked, this, take);
    connect(calendar, &QCalendarWidget::activated, this, take);
    menu->popup(mapToGlobal(QPoint(0, height())));
}

void DayEdit::retranslate()
{
    m_open->setText(Form::tr("Calendar"));
    m_open->setToolTip(Form::tr("Calendar"));
}

Form::Form(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(column(4))
{
    setLayout(m_layout);
}

void Form::add(Field field)
{
    field.name = new Label(m_theme, Type::Caption, "text2", this);
    field.problem = new Label(m_theme, Type::Small, "danger", this);
    field.problem->wrapping()->hide();
    field.editor = makeEditor(field);
    field.editor->setObjectName(QString::fromLatin1(field.key));
    field.name->setBuddy(field.editor);
    if (field.kind == Kind::Yes)
        field.name->hide();
    else
        m_layout->addWidget(field.name);
    m_layout->addWidget(field.editor);
    m_layout->addWidget(field.problem);
    m_layout->addSpacing(m_theme.px(8));
    m_fields += field;
    retranslate();
}

QWidget *Form::makeEditor(const Field &field)
{
    switch (field.kind) {
    case Kind::Choice: {
        auto *box = new ChoiceBox(m_theme, this);
        for (const Choice &choice : field.choices)
            box->addItem(QString(), choice.value);
        connect(box, &QComboBox::currentIndexChanged, this, &Form::touch);
        return box;
    }
    case Kind::Yes: {
        auto *yes = new QCheckBox(this);
        connect(yes, &QCheckBox::toggled, this, &Form::touch);
        return yes;
    }
    case Kind::Lines: {
        auto *lines = new QPlainTextEdit(this);
        lines->setTabChangesFocus(true);
        fixHeight(lines, m_theme, 84);
        connect(lines, &QPlainTextEdit::textChanged, this, &Form::touch);
        return lines;
    }
    case Kind::Several: {
        auto *list = new QListWidget(this);
        for (const Choice &choice : field.choices) {
            auto *item = new QListWidgetItem(list);
            item->setData(Qt::UserRole, choice.value);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(Qt::Unchecked);
        }
        list->setFixedHeight(m_theme.px(linesShown * 26));
        connect(list, &QListWidget::itemChanged, this, &Form::touch);
        return list;
    }
    case Kind::Day: return linked(new DayEdit(m_theme, this));
    case Kind::Line:
    case Kind::Secret: break;
    }
    auto *edit = linked(new QLineEdit(this));
    edit->setMaxLength(field.lengthMax);
    if (field.kind == Kind::Secret)
        edit->setEchoMode(QLineEdit::Password);
    return edit;
}

QLineEdit *Form::linked(QLineEdit *edit)
{
    connect(edit, &QLineEdit::textChanged, this, &Form::touch);
    connect(edit, &QLineEdit::returnPressed, this, &Form::submitted);
    return edit;
}

void Form::retranslate()
{
    for (const Field &field : std::as_const(m_fields)) {
        const QString name = display::title(field.label.constData(), {});
        field.name->say(field.isOptional ? tr("%1 (optional)").arg(name) : name);
        field.editor->setAccessibleName(name);
        if (auto *yes = qobject_cast<QCheckBox *>(field.editor))
            yes->setText(name);
        if (auto *day = qobject_cast<DayEdit *>(field.editor))
            day->retranslate();
        auto *box = qobject_cast<QComboBox *>(field.editor);
        auto *list = qobject_cast<QListWidget *>(field.editor);
        for (int i = 0; i < field.choices.size(); ++i) {
            const Choice &choice = field.choices.at(i);
            const QString text = choice.word
                                     ? display::word(*choice.word, QLatin1StringView(choice.value.toLatin1())).text
                                     : QCoreApplication::translate(choice.context, choice.label.constData());
            if (box)
                box->setItemText(i, text);
            else if (list)
                list->item(i)->setText(text);
        }
    }
}

void Form::put(const QJsonObject &values)
{
    m_isFilling = true;
    for (Field &field : m_fields) {
        const QVariant value = values.value(QLatin1StringView(field.key)).toVariant();
        if (auto *edit = qobject_cast<QLineEdit *>(field.editor))
            edit->setText(value.toString());
        else if (auto *lines = qobject_cast<QPlainTextEdit *>(field.editor))
            lines->setPlainText(value.toString());
        else if (auto *yes = qobject_cast<QCheckBox *>(field.editor))
            yes->setChecked(value.toBool());
        else if (auto *box = qobject_cast<QComboBox *>(field.editor)) {
            // What was saved stays to be chosen, although it is not offered, or what is offered has not come.
            if (isSaid(value.toString()) && box->findData(value.toString()) < 0) {
                field.choices += Choice{value.toString(), savedLabel, savedContext};
                box->addItem(QCoreApplication::translate(savedContext, savedLabel), value.toString());
            }
            box->setCurrentIndex(box->findData(value.toString()));
        } else if (auto *list = qobject_cast<QListWidget *>(field.editor))
            for (int i = 0; i < list->count(); ++i)
                list->item(i)->setCheckState(
                    value.toList().contains(list->item(i)->data(Qt::UserRole)) ? Qt::Checked : Qt::Unchecked);
    }
    m_isFilling = false;
    m_isTouched = false;
    clearProblems();
}

void Form::take(QJsonObject &values) const
{
    for (const Field &field : m_fields) {
        const QLatin1StringView key(field.key);
        if (const auto *list = qobject_cast<QListWidget *>(field.editor)) {
            values.insert(key, checkedOf(*list));
            continue;
        }
        QString text;
        if (auto *edit = qobject_cast<QLineEdit *>(field.editor))
            text = field.kind == Kind::Secret ? edit->text() : edit->text().trimmed();
        else if (auto *lines = qobject_cast<QPlainTextEdit *>(field.editor))
            text = lines->toPlainText().trimmed();
        else if (auto *box = qobject_cast<QComboBox *>(field.editor))
            text = box->currentData().toString();
        if (auto *yes = qobject_cast<QCheckBox *>(field.editor))
            values.insert(key, yes->isChecked());
        else if (text.isEmpty() && !field.isText)
            values.remove(key);
        else
            values.insert(key, text);
    }
}

QWidget *Form::editor(const QByteArray &key) const
{
    for (const Field &field : m_fields) {
        if (field.key == key)
            return field.editor;
    }
    return nullptr;
}

void Form::focusFirst()
{
    const auto first = std::find_if(m_fields.cbegin(), m_fields.cend(), [](const Field &field) {
        return field.editor->isEnabled() && !field.editor->isHidden();
    });
    if (first != m_fields.cend())
        first->editor->setFocus();
}

void Form::mark(const Field &field, const QString &problem)
{
    field.problem->say(problem);
    field.problem->setVisible(!problem.isEmpty());
    field.editor->setAccessibleDescription(problem);
    field.editor->setProperty("wrong", !problem.isEmpty());
    field.editor->style()->unpolish(field.editor);
    field.editor->style()->polish(field.editor);
}

QList<FieldError> Form::showProblems(const QList<FieldError> &problems, Focus focus)
{
    clearProblems();
    QList<FieldError> strangers;
    QWidget *first = nullptr;
    for (const FieldError &each : problems) {
        const auto field = std::find_if(m_fields.begin(), m_fields.end(),
                                        [&](const Field &field) { return each.field == QLatin1StringView(field.key); });
        if (field == m_fields.end()) {
            strangers += each;
            continue;
        }
        mark(*field, display::problem(each.problem));
        if (!first)
            first = field->editor;
    }
    if (first && focus == Focus::Moves)
        first->setFocus();
    return strangers;
}

QString Form::spoken(const QList<FieldError> &problems) const
{
    QStringList out;
    for (const FieldError &each : problems)
        out += tr("%1: %2.").arg(nameOf(each.field), display::problem(each.problem));
    return out.join(u' ');
}

void Form::clearProblems()
{
    for (const Field &field : std::as_const(m_fields)) {
        if (!field.problem->text().isEmpty())
            mark(field, {});
    }
}

void Form::touch()
{
    if (m_isFilling)
        return;
    m_isTouched = true;
    Q_EMIT touched();
}

} // namespace kit
