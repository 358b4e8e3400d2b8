#pragma once

// Writes a ZIP file. What is added is read when the file is closed, so it has to stay until then.

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
    explicit ZipFile(const QString &path); // throws like the others when the disk does not do it
    ~ZipFile();                            // without close() nothing is left
    ZipFile(const ZipFile &) = delete;
    ZipFile &operator=(const ZipFile &) = delete;

    void add(const QString &name, const QByteArray &content);
    void addFile(const QString &name, const QString &path);
    void close();

private:
    struct Discard
    {
        void operator()(zip *archive) const;
    };

    void add(const QString &name, zip_source *source);

    std::unique_ptr<zip, Discard> m_zip;
    QList<QByteArray> m_contents;
};

} // namespace privacy
