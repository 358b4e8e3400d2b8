#include "server/privacy/zipfile.h"

#include <stdexcept>
#include <zip.h>

namespace privacy {

namespace {

[[noreturn]] void fail(const char *what)
{
    throw std::runtime_error(std::string("the copy cannot be written: ") + what);
}

} // namespace

void ZipFile::Discard::operator()(zip *archive) const
{
    zip_discard(archive);
}

ZipFile::ZipFile(const QString &path)
{
    int problem = 0;
    m_zip.reset(zip_open(path.toUtf8().constData(), ZIP_CREATE | ZIP_TRUNCATE, &problem));
    if (!m_zip)
        fail("open");
}

ZipFile::~ZipFile() = default;

void ZipFile::add(const QString &name, zip_source *source)
{
    if (!source)
        fail(zip_strerror(m_zip.get()));
    if (zip_file_add(m_zip.get(), name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) < 0) {
        zip_source_free(source);
        fail(zip_strerror(m_zip.get()));
    }
}

void ZipFile::add(const QString &name, const QByteArray &content)
{
    m_contents += content;
    const QByteArray &kept = m_contents.constLast();
    add(name, zip_source_buffer(m_zip.get(), kept.constData(), zip_uint64_t(kept.size()), 0));
}

void ZipFile::addFile(const QString &name, const QString &path)
{
    add(name, zip_source_file(m_zip.get(), path.toUtf8().constData(), 0, -1));
}

void ZipFile::close()
{
    if (zip_close(m_zip.get()) != 0)
        fail(zip_strerror(m_zip.get()));
    (void)m_zip.release(); // closing has freed it
}

} // namespace privacy
