#include "server/commands.h"
#include "server/core/config.h"
#include "server/core/epoll.h"
#include "server/core/log.h"

#include <QCoreApplication>

#include <cstdio>
#include <exception>
#include <sys/stat.h>

int main(int argc, char *argv[])
{
    // Everything that this program makes is for its own eyes, wherever it lies.
    umask(S_IRWXG | S_IRWXO);
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kabaadwala-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KABAADWALA_VERSION));

    const auto line = config::read(QCoreApplication::arguments().sliced(1), config::environment());
    if (!line) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(line.error().text));
        return line.error().exitCode;
    }
    logging::start(line->config.log.format, line->config.log.level);
    try {
        return runCommand(*line);
    } catch (const Complaint &complaint) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(complaint.text));
        return complaint.exitCode;
    } catch (const std::exception &fault) {
        std::fprintf(stderr, "%s\n", fault.what());
        return EXIT_FAILURE;
    }
}
