#pragma once

// A place for one document or picture: dropped or chosen, sent at once, with its progress and what became of it.

#include "console/kit/controls.h"
#include "console/kit/kit.h"
#include "shared/contract/storage.h"

class QProgressBar;

namespace onboarding {

class Slot : public QFrame
{
    Q_OBJECT

public:
    Slot(kit::Kit &kit, FilePurpose purpose, QWidget *parent);

    void say(const QString &name);
    void send(const QString &path);
    const std::optional<StoredFile> &file() const { return m_file; }
    void demand(); // shows that a document is missing
    void clear();

Q_SIGNALS:
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class State { Empty, Sending, Sent, Failed };
    void enter(State state, const QString &words);
    void choose();
    bool isPicture() const { return m_purpose != FilePurpose::Kyc; }
    bool isAccepted(const QString &type) const;
    QString hint() const;

    kit::Kit &m_kit;
    QString m_said;
    State m_state = State::Empty;
    bool m_isHovered = false;
    std::optional<StoredFile> m_file;
    kit::Picture *m_picture;
    kit::Label *m_name, *m_words;
    QProgressBar *m_progress;
    kit::Button *m_choose;
    const FilePurpose m_purpose;
};

} // namespace onboarding
