#include "console/kit/phrases.h"

#include "console/kit/display.h"

#include <QCoreApplication>

namespace kit::phrase {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("phrases", text);
}

} // namespace

QString all()
{
    return say(QT_TRANSLATE_NOOP("phrases", "All"));
}

QString closeDetails()
{
    return say(QT_TRANSLATE_NOOP("phrases", "Close details"));
}

QString view()
{
    return say(QT_TRANSLATE_NOOP("phrases", "View"));
}

QString reject()
{
    return say(QT_TRANSLATE_NOOP("phrases", "Reject…"));
}

QString reasonForVendor()
{
    return say(QT_TRANSLATE_NOOP("phrases", "Reason (the vendor reads it)"));
}

QString attempt(int number)
{
    return say(QT_TRANSLATE_NOOP("phrases", "attempt %1")).arg(number);
}

QString documents()
{
    return say(QT_TRANSLATE_NOOP("phrases", "Documents"));
}

QString onSale(bool isActive)
{
    return isActive ? say(QT_TRANSLATE_NOOP("phrases", "On sale")) : say(QT_TRANSLATE_NOOP("phrases", "Hidden"));
}

QString atLeast(int characters)
{
    return say(QT_TRANSLATE_NOOP("phrases", "At least %1 characters.")).arg(display::text(characters));
}

QString saved()
{
    return say(QT_TRANSLATE_NOOP("phrases", "Saved"));
}

QString saveCopy()
{
    return say(QT_TRANSLATE_NOOP("phrases", "Save a copy"));
}

QString notWritten()
{
    return say(QT_TRANSLATE_NOOP("phrases", "The file could not be written."));
}

QString sending(const QString &file)
{
    return say(QT_TRANSLATE_NOOP("phrases", "Sending %1")).arg(file);
}

QString tooLarge(qint64 size, qint64 sizeMax)
{
    return say(QT_TRANSLATE_NOOP("phrases", "The file has %1, more than %2."))
        .arg(display::bytes(size), display::bytes(sizeMax));
}

} // namespace kit::phrase
