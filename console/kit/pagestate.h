#pragma once

// What stands where content would be while there is none: loading, nothing yet, no match, no permission, no server.

#include "console/kit/controls.h"
#include "shared/base/result.h"

#include <QTimer>

#include <optional>

namespace kit {

class PageState : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Loading, Empty, Trouble };

    explicit PageState(const Theme &theme, QWidget *parent = nullptr);

    Kind kind() const { return m_kind; }
    void showLoading(); // the skeleton comes after 150 ms, so that a quick answer does not flicker
    void showEmpty(const QString &icon, const QString &title, const QString &text, const QString &button = {});
    void showTrouble(const Error &error);

Q_SIGNALS:
    void acted(); // the button: the first step of an empty list, or Retry

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void say(const QString &icon, const QString &title, const QString &text, const QString &button);

    const Theme &m_theme;
    Kind m_kind = Kind::Loading;
    std::optional<Error> m_error; // said anew in another language
    QWidget *m_words;
    Picture *m_picture;
    Label *m_title;
    Label *m_text;
    Button *m_button;
    QTimer m_patience;
};

} // namespace kit
