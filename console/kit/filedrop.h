#pragma once

// A place for one document or picture: dropped or chosen, sent at once, with its progress and what became of it.

#include "console/kit/controls.h"
#include "console/kit/kit.h"
#include "shared/contract/filerules.h"

class QProgressBar;

namespace kit {

class FileDrop : public QFrame
{
    Q_OBJECT

public:
    FileDrop(Kit &kit, FilePurpose purpose, QWidget *parent);

    void acceptPictures(); // of what its purpose takes nothing else
    void say(const QString &name);
    void send(const QString &path);
    const std::optional<StoredFile> &file() const { return m_file; }
    // The file on this machine that is being sent or was; empty when there is none or it is not accepted.
    const QString &path() const { return m_path; }
    qint64 sizeMax() const { return m_terms.sizeMax; }
    bool isSending() const { return m_state == State::Sending; }
    void demand();                   // shows that the file is missing
    void refuse(const QString &why); // what was sent is not taken
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

    Kit &m_kit;
    QString m_said;
    State m_state = State::Empty;
    bool m_isHovered = false;
    int m_sent = 0; // only the newest file counts: an older one may arrive later
    std::optional<StoredFile> m_file;
    QString m_path;
    Picture *m_picture;
    Label *m_name, *m_words;
    QProgressBar *m_progress;
    Button *m_choose;
    const FilePurpose m_purpose;
    FileTerms m_terms;
};

} // namespace kit
