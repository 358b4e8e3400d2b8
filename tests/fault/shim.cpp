// Stands between the server and the files of its database (LD_PRELOAD). It writes down every write, sync, cut and
// removal together with the answers that promise something, in the order in which they happened, so that rig.py can
// build the disk that a power cut would have left. And it lets the disk fail as a page of memory says that the test
// shares with it. The server itself has no switch for any of this.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <mutex>

namespace {

// The page that the test writes to; rig.py knows the same order.
struct Control
{
    std::atomic<int32_t> mode;      // 0: the disk is good, 1: one call fails, 2: it and all after it
    std::atomic<int32_t> kinds;     // of calls that fail: 1 writes, 2 syncs
    std::atomic<int32_t> error;     // errno of the failure; 0: nothing is done and success is said
    std::atomic<int32_t> countdown; // how many calls of these kinds are left until the one that fails
    std::atomic<int32_t> swallowed; // files whose syncs are not done: 1 database, 2 log
    std::atomic<int32_t> failures;  // so far
    std::atomic<int32_t> isRecording;
    std::atomic<int32_t> failedFile;   // that failed last
    std::atomic<int32_t> failingFiles; // 1 database, 2 log, 3 both
};

enum Kind : uint32_t { Write = 1, Sync, Cut, Removal, Answer, SyncBegun, SyncFailed };
enum File : uint8_t { None, Database, Log, Journal };
enum Call { OfWriting = 1, OfSyncing = 2 };

struct Record
{
    uint32_t kind;
    uint32_t file;
    int64_t offset;
    int64_t bytes;
};

constexpr int descriptors = 65'536;
constexpr size_t answerBytesMost = 65'536;
constexpr char promise[] = "HTTP/1.1 201";

// There is no process without it, so it is made before anything else and never goes.
struct Shim
{
    Control *control = nullptr;
    const char *path = nullptr; // of the database
    int trace = -1;
    std::mutex mutex;
    std::atomic<uint8_t> files[descriptors];
};

Shim &shim()
{
    static Shim *const one = [] {
        auto *made = new Shim;
        made->path = std::getenv("FAULT_DATABASE");
        const auto openFile = reinterpret_cast<int (*)(const char *, int, ...)>(dlsym(RTLD_NEXT, "open64"));
        if (const char *const control = std::getenv("FAULT_CONTROL")) {
            const int file = openFile(control, O_RDWR | O_CLOEXEC);
            void *const page = mmap(nullptr, sizeof(Control), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
            if (file >= 0 && page != MAP_FAILED)
                made->control = static_cast<Control *>(page);
        }
        if (const char *const trace = std::getenv("FAULT_TRACE"))
            made->trace = openFile(trace, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        return made;
    }();
    return *one;
}

template <class Function>
Function real(Function, const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}
#define REAL(name)                                                                                                     \
    ([] {                                                                                                              \
        static const auto function = real(&::name, #name);                                                             \
        return function;                                                                                               \
    }())

File fileOf(const char *path)
{
    const char *const own = shim().path;
    if (!own || !path)
        return None;
    const size_t length = std::strlen(own);
    if (std::strncmp(path, own, length) != 0)
        return None;
    const char *const rest = path + length;
    if (*rest == 0)
        return Database;
    return std::strcmp(rest, "-wal") == 0 ? Log : std::strcmp(rest, "-journal") == 0 ? Journal : None;
}

File fileOf(int descriptor)
{
    return descriptor < 0 || descriptor >= descriptors ? None : File(shim().files[descriptor].load());
}

void writeAll(int file, const void *bytes, size_t count)
{
    const auto *from = static_cast<const char *>(bytes);
    while (count > 0) {
        const ssize_t written = REAL(write)(file, from, count);
        if (written <= 0)
            std::abort(); // half a record would be a lie
        from += written;
        count -= size_t(written);
    }
}

void note(Kind kind, File file, int64_t offset, int64_t bytes, const void *content = nullptr)
{
    Shim &own = shim();
    if (own.trace < 0 || !own.control || own.control->isRecording == 0)
        return;
    const std::lock_guard lock(own.mutex);
    const Record record{kind, file, offset, bytes};
    writeAll(own.trace, &record, sizeof record);
    if (content)
        writeAll(own.trace, content, size_t(bytes));
}

// Whether this call is one that fails now.
bool fails(File file, Call call)
{
    Control *const control = shim().control;
    if (file == None || !control || control->mode == 0 || !(control->kinds & call) || !(control->failingFiles & file))
        return false;
    const int32_t left = --control->countdown;
    if (left > 0 || (left < 0 && control->mode == 1))
        return false;
    ++control->failures;
    control->failedFile = file;
    errno = control->error;
    return true;
}

int opened(int descriptor, const char *path)
{
    if (descriptor >= 0 && descriptor < descriptors)
        shim().files[descriptor] = fileOf(path);
    return descriptor;
}

int permissionsOf(int flags, va_list rest)
{
    return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, int) : 0;
}

void listen(const void *bytes, size_t count)
{
    if (count >= sizeof promise - 1 && count <= answerBytesMost && std::memcmp(bytes, promise, sizeof promise - 1) == 0)
        note(Answer, None, 0, int64_t(count), bytes);
}

template <class Work>
int synced(int descriptor, Work work)
{
    const File file = fileOf(descriptor);
    if (file == None)
        return work();
    const Control *const control = shim().control;
    if (control && ((file == Database && control->swallowed & 1) || (file == Log && control->swallowed & 2)))
        return 0;
    note(SyncBegun, file, 0, 0);
    const bool isFailure = fails(file, OfSyncing);
    const int result = isFailure ? (errno == 0 ? 0 : -1) : work();
    note(result == 0 ? Sync : SyncFailed, file, 0, 0);
    return result;
}

template <class Work>
ssize_t written(int descriptor, const void *bytes, size_t count, int64_t offset, Work work)
{
    const File file = fileOf(descriptor);
    if (fails(file, OfWriting))
        return errno == 0 ? ssize_t(count) : -1;
    if (file != None)
        note(Write, file, offset, int64_t(count), bytes);
    return work();
}

} // namespace

extern "C" {

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const int permissions = permissionsOf(flags, rest);
    va_end(rest);
    return opened(REAL(open)(path, flags, permissions), path);
}

int open64(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const int permissions = permissionsOf(flags, rest);
    va_end(rest);
    return opened(REAL(open64)(path, flags, permissions), path);
}

int close(int descriptor)
{
    if (descriptor >= 0 && descriptor < descriptors)
        shim().files[descriptor] = None;
    return REAL(close)(descriptor);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset)
{
    return written(descriptor, bytes, count, offset, [&] { return REAL(pwrite)(descriptor, bytes, count, offset); });
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset)
{
    return written(descriptor, bytes, count, offset, [&] { return REAL(pwrite64)(descriptor, bytes, count, offset); });
}

ssize_t write(int descriptor, const void *bytes, size_t count)
{
    listen(bytes, count);
    return REAL(write)(descriptor, bytes, count);
}

ssize_t send(int descriptor, const void *bytes, size_t count, int flags)
{
    listen(bytes, count);
    return REAL(send)(descriptor, bytes, count, flags);
}

int fsync(int descriptor)
{
    return synced(descriptor, [&] { return REAL(fsync)(descriptor); });
}

int fdatasync(int descriptor)
{
    return synced(descriptor, [&] { return REAL(fdatasync)(descriptor); });
}

int ftruncate(int descriptor, off_t size) noexcept
{
    if (const File file = fileOf(descriptor))
        note(Cut, file, size, 0);
    return REAL(ftruncate)(descriptor, size);
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    if (const File file = fileOf(descriptor))
        note(Cut, file, size, 0);
    return REAL(ftruncate64)(descriptor, size);
}

int unlink(const char *path) noexcept
{
    if (const File file = fileOf(path))
        note(Removal, file, 0, 0);
    return REAL(unlink)(path);
}

} // extern "C"
