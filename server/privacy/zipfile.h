#pragma once

// Makes a ZIP file in memory, so that what is in it never lies open on the disk. Files that are added by their path are
// read when it is closed, so they have to stay until then.

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

struct zip;
struct zip_source;

namespace privacy {

class ZipFile
{
public:
    ZipFile(); // throws like the others when there is no memory or a file cannot be read
    ~ZipFile();
    ZipFile(const ZipFile &) = delete;
    ZipFile &operator=(const ZipFile &) = delete;

    void add(const QString &name, const QByteArray &content);
    void addFile(const QString &name, const QString &path);
    QByteArray close(); // the whole of it

private:
    struct Discard
    {
        void operator()(zip *archive) const;
    };
    struct Free
    {
        void operator()(zip_source *source) const;
    };

    void add(const QString &name, zip_source *source);

    std::unique_ptr<zip_source, Free> m_target;
    std::unique_ptr<zip, Discard> m_zip;
    QList<QByteArray> m_contents;
};

} // namespace privacy
