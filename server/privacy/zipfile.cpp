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

void ZipFile::Free::operator()(zip_source *source) const
{
    zip_source_free(source);
}

ZipFile::ZipFile()
    : m_target(zip_source_buffer_create(nullptr, 0, 0, nullptr))
{
    if (m_target)
        m_zip.reset(zip_open_from_source(m_target.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr));
    if (!m_zip)
        fail("no memory");
    zip_source_keep(m_target.get()); // opening has taken the only reference
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

QByteArray ZipFile::close()
{
    if (zip_close(m_zip.get()) != 0)
        fail(zip_strerror(m_zip.get()));
    (void)m_zip.release(); // closing has freed it
    zip_stat_t written;
    if (zip_source_open(m_target.get()) != 0 || zip_source_stat(m_target.get(), &written) != 0)
        fail(zip_error_strerror(zip_source_error(m_target.get())));
    QByteArray out(qsizetype(written.size), Qt::Uninitialized);
    const bool isRead = zip_source_read(m_target.get(), out.data(), written.size) == zip_int64_t(written.size);
    zip_source_close(m_target.get());
    if (!isRead)
        fail("it cannot be read back");
    return out;
}

} // namespace privacy
