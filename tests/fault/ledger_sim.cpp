// Random moves of money on the real ledger beside a model of it (LED-01, LED-02, WAL-02, WAL-15, WAL-16). A run is
// repeated with its seed.

#include "tests/fault/simulation.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace {

const char *nameOf(Engine engine)
{
    return engine == Engine::Sqlite ? "sqlite" : "postgres";
}

bool isSound(const fault::Wish &wish)
{
    const fault::Outcome out = fault::Simulation(wish).run();
    std::printf("%s seed %llu: %lld operations, %lld of them refused and %lld repeats, in %lld units and %.1f s;"
                " checked in %.1f s; %lld units were asked for again\n",
                nameOf(wish.engine), wish.seed, out.operations, out.refused, out.repeated, out.units,
                double(out.movingMs) / 1e3, double(out.checkingMs) / 1e3, out.tries);
    if (out.complaint)
        std::printf("  WRONG: %s (repeat it with --engine %s --seed %llu --ops %lld --threads %d)\n",
                    qPrintable(*out.complaint), nameOf(wish.engine), wish.seed, wish.operations, wish.threads);
    const bool isEnough = out.operations == wish.operations / wish.threads * wish.threads &&
                          out.refused > out.operations / 1'000 && out.repeated > out.operations / 1'000;
    if (!out.complaint && !isEnough)
        std::printf("  WRONG: too little was done\n");
    std::fflush(stdout);
    return !out.complaint && isEnough;
}

// Whether each mistake that is made on purpose is found.
bool areFound(fault::Wish wish)
{
    bool areAll = true;
    for (const auto &[plant, name] :
         {std::pair(fault::Plant::Twice, "a hold that is made twice"), std::pair(fault::Plant::Lost, "a lost unit"),
          std::pair(fault::Plant::Balance, "a balance without its transfer"),
          std::pair(fault::Plant::Spent, "a sum without its entry"),
          std::pair(fault::Plant::TakenBack, "a sum that went back and still counts as recharged")}) {
        wish.plant = plant;
        const fault::Outcome out = fault::Simulation(wish).run();
        std::printf("%s, planted: %s: %s\n", nameOf(wish.engine), name,
                    out.complaint ? qPrintable(*out.complaint) : "NOT FOUND");
        areAll = areAll && out.complaint;
    }
    return areAll;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser line;
    const QCommandLineOption engine("engine", "sqlite or postgres", "name", "sqlite"),
        operations("ops", "operations of a run", "number", "20000"), threads("threads", "at once", "number", "8"),
        seed("seed", "of the first run", "number", "1"), seeds("seeds", "how many runs", "number", "1"),
        plants("plants", "shows that planted mistakes are found");
    line.addOptions({engine, operations, threads, seed, seeds, plants});
    line.addHelpOption();
    line.process(app);

    fault::Wish wish{.engine = line.value(engine) == u"postgres" ? Engine::Postgres : Engine::Sqlite,
                     .operations = line.value(operations).toLongLong(),
                     .threads = std::max(1, line.value(threads).toInt()),
                     .seed = line.value(seed).toULongLong()};
    bool isGood = true;
    for (int i = 0; i < line.value(seeds).toInt() && isGood; ++i, ++wish.seed)
        isGood = isSound(wish);
    if (line.isSet(plants)) {
        constexpr qint64 fewOperations = 2'000;
        wish.operations = fewOperations;
        isGood = areFound(wish) && isGood;
    }
    return isGood ? 0 : 1;
}
