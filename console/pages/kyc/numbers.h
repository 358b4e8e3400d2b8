#pragma once

// What the vendor typed, masked. One number at a time is shown in full, for a minute, to whoever gives a reason and
// shows that it is still the same person; it is gone when the page is left or the console is locked (PRIV-06).

#include "console/kit/controls.h"
#include "console/kit/kit.h"
#include "shared/contract/kyc.h"

#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace kyc {

class Numbers : public QWidget
{
    Q_OBJECT

public:
    static constexpr int shownMs = 60'000;

    Numbers(kit::Kit &kit, QWidget *parent);

    void show(const KycSubmission &submission);

protected:
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Line
    {
        QString name;
        QString value;
        std::optional<KycNumber> number = {};
        QString behind = {}; // what stands after the number
        KycCheckKind check;
    };

    void fill();
    void add(const Line &line);
    void reveal(KycNumber number, const QString &name);
    void conceal();

    kit::Kit &m_kit;
    QVBoxLayout *m_lines;
    std::optional<KycSubmission> m_submission;
    std::optional<RevealedKyc> m_shown;
    kit::Label *m_open = nullptr; // says what is shown in full
    QTimer m_timer;
};

} // namespace kyc
