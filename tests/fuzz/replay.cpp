// The targets without a fuzzer: every input of the corpus, one after the other. So the targets are built by the same
// compiler as everything, and what was once found stays found.

#include "tests/fuzz/fuzz.h"

#include <QDir>

int main(int argc, char **argv)
{
    int count = 0;
    for (const QFileInfo &info :
         QDir(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString()).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (!file.open(QFile::ReadOnly))
            return EXIT_FAILURE;
        const QByteArray bytes = file.readAll();
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size()));
        ++count;
    }
    std::printf("%d inputs\n", count);
    return count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
