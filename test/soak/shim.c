// Put before the C library by LD_PRELOAD: counts the calls a process makes on files under one folder, and at the n-th of them ends the
// process, fails, or waits. Nothing is counted until the gate file is there.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static char dir[PATH_MAX];
static char gate[PATH_MAX];
static char seen[PATH_MAX];
static char kind[16];
static char only[16];
static long from, span, value;
static int reads;
static atomic_long calls;

static long number(const char *name) {
  const char *text = getenv(name);
  return text ? atol(text) : 0;
}

static void text(const char *name, char *into, size_t size) {
  const char *found = getenv(name);
  snprintf(into, size, "%s", found ? found : "");
}

__attribute__((constructor)) static void begin(void) {
  text("SHIM_DIR", dir, sizeof dir);
  text("SHIM_GATE", gate, sizeof gate);
  text("SHIM_SEEN", seen, sizeof seen);
  text("SHIM_KIND", kind, sizeof kind);
  text("SHIM_ONLY", only, sizeof only);
  from = number("SHIM_FROM");
  span = number("SHIM_SPAN");
  value = number("SHIM_VALUE");
  reads = number("SHIM_READS") != 0;
  // The browser that main starts is left alone.
  unsetenv("LD_PRELOAD");
}

static int ours(const char *path) { return dir[0] && path && strncmp(path, dir, strlen(dir)) == 0; }

static int ours_at(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  long length = syscall(SYS_readlink, link, path, PATH_MAX - 1);
  path[length < 0 ? 0 : length] = 0;
  return length > 0 && ours(path);
}

static void note(long call, const char *name, const char *path) {
  if (!seen[0]) return;
  char line[PATH_MAX + 64];
  int length = snprintf(line, sizeof line, "%ld %s %s\n", call, name, path + strlen(dir));
  int fd = syscall(SYS_openat, AT_FDCWD, seen, O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (fd < 0) return;
  syscall(SYS_write, fd, line, length);
  syscall(SYS_close, fd);
}

/** True when this call is to fail; errno is set. */
static int struck(const char *name, const char *path, int writes) {
  if (!writes && !reads) return 0;
  if (only[0] && !strstr(name, only)) return 0;
  if (gate[0] && syscall(SYS_access, gate, F_OK) != 0) return 0;
  long call = atomic_fetch_add(&calls, 1) + 1;
  if (call < from || call >= from + span) return 0;
  note(call, name, path);
  if (strcmp(kind, "kill") == 0) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
  if (strcmp(kind, "wait") == 0) {
    struct timespec left = {value / 1000, (value % 1000) * 1000000};
    while (nanosleep(&left, &left) != 0 && errno == EINTR) {
    }
    return 0;
  }
  errno = (int)value;
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define ON_FD(result, name, fd, writes, ...) \
  char path[PATH_MAX];                       \
  if (ours_at(fd, path) && struck(#name, path, writes)) return (result)-1; \
  return REAL(name)(__VA_ARGS__);

ssize_t write(int fd, const void *data, size_t size) { ON_FD(ssize_t, write, fd, 1, fd, data, size) }
ssize_t writev(int fd, const struct iovec *parts, int count) { ON_FD(ssize_t, writev, fd, 1, fd, parts, count) }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) { ON_FD(ssize_t, pwrite64, fd, 1, fd, data, size, at) }
ssize_t read(int fd, void *data, size_t size) { ON_FD(ssize_t, read, fd, 0, fd, data, size) }
ssize_t pread64(int fd, void *data, size_t size, off64_t at) { ON_FD(ssize_t, pread64, fd, 0, fd, data, size, at) }
int fsync(int fd) { ON_FD(int, fsync, fd, 1, fd) }
int fdatasync(int fd) { ON_FD(int, fdatasync, fd, 1, fd) }
int ftruncate64(int fd, off64_t size) { ON_FD(int, ftruncate64, fd, 1, fd, size) }
ssize_t sendfile64(int to, int from_fd, off64_t *at, size_t size) { ON_FD(ssize_t, sendfile64, to, 1, to, from_fd, at, size) }
ssize_t copy_file_range(int from_fd, off64_t *a, int to, off64_t *b, size_t size, unsigned flags) {
  ON_FD(ssize_t, copy_file_range, to, 1, from_fd, a, to, b, size, flags)
}

int rename(const char *old, const char *new) {
  if (ours(new) && struck("rename", new, 1)) return -1;
  return REAL(rename)(old, new);
}
int unlink(const char *path) {
  if (ours(path) && struck("unlink", path, 1)) return -1;
  return REAL(unlink)(path);
}
int mkdir(const char *path, mode_t mode) {
  if (ours(path) && struck("mkdir", path, 1)) return -1;
  return REAL(mkdir)(path, mode);
}

static mode_t mode_of(int flags, va_list more) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0; }

int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = mode_of(flags, more);
  va_end(more);
  if (ours(path) && struck("open", path, (flags & O_CREAT) != 0)) return -1;
  return REAL(open64)(path, flags, mode);
}
int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = mode_of(flags, more);
  va_end(more);
  if (ours(path) && struck("open", path, (flags & O_CREAT) != 0)) return -1;
  return REAL(open)(path, flags, mode);
}
