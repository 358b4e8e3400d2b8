#include "server/sandbox/confine.h"

#include <QByteArray>
#include <QLibraryInfo>

#include <cstddef>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr rlim_t mostMemory = rlim_t(1) << 30; // address space: libraries take 300 MB of it, a picture at most 200 MB
constexpr rlim_t mostFiles = 64;

void limit(__rlimit_resource what, rlim_t most)
{
    const rlimit both{most, most};
    setrlimit(what, &both);
}

void limitResources(const confine::Caps &caps)
{
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    limit(RLIMIT_AS, mostMemory); // sanitizers reserve terabytes of address space
#endif
    limit(RLIMIT_CPU, rlim_t(caps.cpuSeconds));
    limit(RLIMIT_NOFILE, mostFiles);
    limit(RLIMIT_FSIZE, rlim_t(caps.writtenMebibytes) << 20);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NPROC, 0);
    alarm(unsigned(caps.wallSeconds));
}

void allowReading(int rules, const QByteArray &path)
{
    const int folder = open(path.constData(), O_PATH | O_CLOEXEC);
    if (folder < 0)
        return;
    landlock_path_beneath_attr beneath{};
    beneath.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    beneath.parent_fd = folder;
    syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
    close(folder);
}

// Fonts and libraries stay readable; the server's data and secrets do not.
bool hideFiles()
{
    landlock_ruleset_attr all{};
    all.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1; // every right of the first version of Landlock
    const int rules = int(syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0));
    if (rules < 0)
        return false;
    for (const char *path : {"/usr", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/var/cache/fontconfig"})
        allowReading(rules, path);
    allowReading(rules, QLibraryInfo::path(QLibraryInfo::PluginsPath).toUtf8());
    allowReading(rules, QLibraryInfo::path(QLibraryInfo::LibrariesPath).toUtf8());
    const bool isInForce = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return isInForce;
}

#if defined(__x86_64__)
constexpr quint32 nativeArch = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr quint32 nativeArch = AUDIT_ARCH_AARCH64;
#else
#error "The system call filter does not know this processor."
#endif

using Program = std::vector<sock_filter>;

constexpr quint32 refuse = SECCOMP_RET_ERRNO | EPERM;

void load(Program &to, std::size_t offset)
{
    to.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, quint32(offset)));
}

// Ends with "verdict" when the loaded word equals the number.
void answerIfEqual(Program &to, quint32 number, quint32 verdict)
{
    to.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1));
    to.push_back(BPF_STMT(BPF_RET | BPF_K, verdict));
}

// Refuses the call when none (or, for openat, any) of the bits is set in the argument; leaves the number loaded.
enum class When { NoneSet, AnySet };
void refuseByBits(Program &to, quint32 number, int argument, quint32 bits, When when)
{
    const std::size_t lowWord = offsetof(seccomp_data, args) + sizeof(quint64) * std::size_t(argument);
    const bool any = when == When::AnySet;
    to.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 4));
    load(to, lowWord);
    to.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, quint8(any ? 0 : 1), quint8(any ? 1 : 0)));
    to.push_back(BPF_STMT(BPF_RET | BPF_K, refuse));
    to.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
}

Program filter()
{
    Program out;
    load(out, offsetof(seccomp_data, arch));
    out.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, nativeArch, 1, 0));
    out.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
    load(out, offsetof(seccomp_data, nr));
    constexpr quint32 foreignNumbers = 0x40000000; // the x32 calls would pass a list of 64-bit numbers
    out.push_back(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, foreignNumbers, 0, 1));
    out.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
    for (const int call :
         {SYS_socket,   SYS_socketpair, SYS_connect,  SYS_bind,        SYS_listen,           SYS_accept,
          SYS_accept4,  SYS_execve,     SYS_execveat, SYS_ptrace,      SYS_process_vm_readv, SYS_process_vm_writev,
          SYS_kill,     SYS_tkill,      SYS_mount,    SYS_umount2,     SYS_unshare,          SYS_setns,
          SYS_bpf,      SYS_keyctl,     SYS_add_key,  SYS_userfaultfd, SYS_perf_event_open,  SYS_io_uring_setup,
          SYS_unlinkat, SYS_renameat2,  SYS_linkat,   SYS_symlinkat,   SYS_mkdirat,          SYS_openat2,
          SYS_prlimit64})
        answerIfEqual(out, quint32(call), refuse);
#if defined(__x86_64__)
    for (const int call : {SYS_fork, SYS_vfork, SYS_unlink, SYS_rename, SYS_link, SYS_symlink, SYS_mkdir, SYS_creat})
        answerIfEqual(out, quint32(call), refuse);
    refuseByBits(out, SYS_open, 1, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, When::AnySet);
#endif
    answerIfEqual(out, SYS_clone3, SECCOMP_RET_ERRNO | ENOSYS); // its flags are out of reach; clone takes over
    refuseByBits(out, SYS_openat, 2, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, When::AnySet);
    refuseByBits(out, SYS_clone, 0, CLONE_THREAD, When::NoneSet);
    out.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    return out;
}

bool filterCalls()
{
    Program program = filter();
    const sock_fprog list{static_cast<unsigned short>(program.size()), program.data()};
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &list) == 0;
}

} // namespace

bool confine::apply(const Caps &caps)
{
    limitResources(caps);
    // Succeeds for root only; the filter below refuses sockets for everybody.
    const int leftNetwork = unshare(CLONE_NEWNET);
    static_cast<void>(leftNetwork);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    const bool areFilesHidden = hideFiles();
    return filterCalls() && areFilesHidden;
}
