/* Stands between a process and its disk, for one folder: notes what is written, synced and renamed
 * there, in order, or lets a call fail as a full or broken disk would.
 * Built and preloaded by shim.py; tests only, Linux only. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define FDS 4096
#define PLACES 65536
enum { ONCE = 0, FROM_THEN_ON = 1, READS_TOO = 2 };

static char watched[PATH_MAX];
static size_t length;
static int log_fd = -1;
static long calls, fail_at;
static int kinds[PLACES]; /* of each call: what was done, and to which file */
static int fail_errno, fail_how;
static char ours[FDS];
static pthread_mutex_t turn = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

void shim_watch(const char *folder, int fd) {
    snprintf(watched, sizeof watched, "%s", folder);
    length = strlen(watched);
    log_fd = fd;
    calls = 0;
}

void shim_fail(long at, int error, int how) {
    calls = 0;
    fail_at = at;
    fail_errno = error;
    fail_how = how;
}

long shim_calls(void) { return calls < PLACES ? calls : PLACES; }
int *shim_kinds(void) { return kinds; }

static int in_folder(const char *path) {
    return length && path && !strncmp(path, watched, length) &&
           (path[length] == '/' || path[length] == 0);
}

static const char *whole(int folder, const char *path, char *room) {
    if (!length || !path || path[0] == '/' || folder == AT_FDCWD) return path;
    char link[64], base[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t n = readlink(link, base, sizeof base - 1);
    if (n < 0) return path;
    base[n] = 0;
    if (snprintf(room, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) return path;
    return room;
}

static int is_ours(int fd) { return length && fd >= 0 && fd < FDS && ours[fd]; }

static int fails(char what, int fd) {
    if (calls < PLACES) kinds[calls] = what * FDS + fd;
    calls++;
    if (fail_at && (calls == fail_at || (fail_how != ONCE && calls > fail_at))) {
        errno = fail_errno;
        return 1;
    }
    return 0;
}

static int fails_reading(void) {
    if (fail_at && fail_how == READS_TOO && calls >= fail_at) {
        errno = fail_errno;
        return 1;
    }
    return 0;
}

static void note(const char *head, const void *data, size_t size) {
    if (log_fd < 0) return;
    struct iovec parts[2] = {{(void *)head, strlen(head)}, {(void *)data, size}};
    int before = errno;
    if (REAL(writev)(log_fd, parts, data ? 2 : 1) < 0) _exit(99);
    errno = before;
}

void shim_said(const char *text) {
    char head[PATH_MAX + 32];
    snprintf(head, sizeof head, "A\t%s\n", text);
    pthread_mutex_lock(&turn);
    note(head, NULL, 0);
    pthread_mutex_unlock(&turn);
}

static int opened(int fd, int flags, int is_new, const char *path) {
    if (fd < 0 || fd >= FDS) return fd;
    ours[fd] = 1;
    char head[PATH_MAX + 64];
    snprintf(head, sizeof head, "O\t%d\t%d\t%d\t%s\n", fd, is_new, !!(flags & O_TRUNC), path);
    note(head, NULL, 0);
    return fd;
}

static int open_at(int folder, const char *path, int flags, mode_t mode) {
    char room[PATH_MAX];
    const char *full = whole(folder, path, room);
    if (!in_folder(full)) {
        int fd = REAL(openat)(folder, path, flags, mode);
        if (fd >= 0 && fd < FDS) ours[fd] = 0;
        return fd;
    }
    pthread_mutex_lock(&turn);
    int fd = -1;
    int writes = flags & (O_CREAT | O_TRUNC);
    if (!((writes && fails('O', 0)) || (!writes && fails_reading()))) {
        int is_new = (flags & O_CREAT) && REAL(access)(full, F_OK) != 0;
        fd = REAL(openat)(folder, path, flags, mode);
        opened(fd, flags, is_new, full);
    }
    pthread_mutex_unlock(&turn);
    return fd;
}

#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }
int open(const char *path, int flags, ...) { MODE return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return open_at(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...);
int openat64(int folder, const char *path, int flags, ...) { MODE return open_at(folder, path, flags, mode); }

int close(int fd) {
    if (!is_ours(fd)) return REAL(close)(fd);
    pthread_mutex_lock(&turn);
    char head[64];
    snprintf(head, sizeof head, "C\t%d\n", fd);
    note(head, NULL, 0);
    ours[fd] = 0;
    int done = REAL(close)(fd);
    pthread_mutex_unlock(&turn);
    return done;
}

static ssize_t written(int fd, const void *data, ssize_t size, off_t at) {
    if (size > 0) {
        char head[96];
        snprintf(head, sizeof head, "W\t%d\t%lld\t%zd\n", fd, (long long)at, size);
        note(head, data, (size_t)size);
    }
    return size;
}

ssize_t write(int fd, const void *data, size_t size) {
    if (!is_ours(fd)) return REAL(write)(fd, data, size);
    pthread_mutex_lock(&turn);
    ssize_t done = -1;
    if (!fails('W', fd)) {
        done = REAL(write)(fd, data, size);
        written(fd, data, done, done > 0 ? REAL(lseek)(fd, 0, SEEK_CUR) - done : 0);
    }
    pthread_mutex_unlock(&turn);
    return done;
}

static ssize_t write_at(int fd, const void *data, size_t size, off_t at) {
    if (!is_ours(fd)) return REAL(pwrite)(fd, data, size, at);
    pthread_mutex_lock(&turn);
    ssize_t done = fails('W', fd) ? -1 : written(fd, data, REAL(pwrite)(fd, data, size, at), at);
    pthread_mutex_unlock(&turn);
    return done;
}

ssize_t pwrite64(int fd, const void *data, size_t size, off_t at) { return write_at(fd, data, size, at); }

ssize_t pread64(int fd, void *data, size_t size, off_t at) {
    if (is_ours(fd) && fails_reading()) return -1;
    return REAL(pread)(fd, data, size, at);
}

ssize_t read(int fd, void *data, size_t size) {
    if (is_ours(fd) && fails_reading()) return -1;
    return REAL(read)(fd, data, size);
}

/* What is copied inside the kernel would not be seen: whoever asks falls back to read and write. */
ssize_t sendfile64(int out, int in, off_t *offset, size_t count) {
    if (!is_ours(out)) return ((ssize_t(*)(int, int, off_t *, size_t))real("sendfile64"))(out, in, offset, count);
    errno = EINVAL;
    return -1;
}
ssize_t sendfile(int out, int in, off_t *offset, size_t count) { return sendfile64(out, in, offset, count); }

static int done_to_fd(int fd, char what, long long amount, int done) {
    if (done == 0) {
        char head[96];
        if (what == 'T') snprintf(head, sizeof head, "T\t%d\t%lld\n", fd, amount);
        else snprintf(head, sizeof head, "S\t%d\n", fd);
        note(head, NULL, 0);
    }
    return done;
}

int fsync(int fd) {
    if (!is_ours(fd)) return REAL(fsync)(fd);
    pthread_mutex_lock(&turn);
    int done = fails('S', fd) ? -1 : done_to_fd(fd, 'S', 0, 0);
    pthread_mutex_unlock(&turn);
    return done;
}

int fdatasync(int fd) { return fsync(fd); }

int ftruncate64(int fd, off_t size) {
    if (!is_ours(fd)) return REAL(ftruncate)(fd, size);
    pthread_mutex_lock(&turn);
    int done = fails('T', fd) ? -1 : done_to_fd(fd, 'T', size, REAL(ftruncate)(fd, size));
    pthread_mutex_unlock(&turn);
    return done;
}

static int named(const char *what, const char *from, const char *to, int done) {
    if (done == 0) {
        char head[2 * PATH_MAX + 16];
        if (to) snprintf(head, sizeof head, "%s\t%s\t%s\n", what, from, to);
        else snprintf(head, sizeof head, "%s\t%s\n", what, from);
        note(head, NULL, 0);
    }
    return done;
}

#define NAMED(what, from, to, call) \
    pthread_mutex_lock(&turn); int done = fails(*(what), 0) ? -1 : named(what, from, to, call); \
    pthread_mutex_unlock(&turn); return done;

int rename(const char *from, const char *to) {
    if (!in_folder(from) && !in_folder(to)) return REAL(rename)(from, to);
    NAMED("R", from, to, REAL(rename)(from, to))
}

int link(const char *from, const char *to) {
    if (!in_folder(to)) return REAL(link)(from, to);
    NAMED("L", from, to, REAL(link)(from, to))
}

int linkat(int a, const char *from, int b, const char *to, int flags) {
    if (!in_folder(to)) return REAL(linkat)(a, from, b, to, flags);
    NAMED("L", from, to, REAL(linkat)(a, from, b, to, flags))
}

int unlinkat(int folder, const char *path, int flags) {
    char room[PATH_MAX];
    const char *full = whole(folder, path, room);
    if (!in_folder(full)) return REAL(unlinkat)(folder, path, flags);
    NAMED(flags & AT_REMOVEDIR ? "D" : "U", full, NULL, REAL(unlinkat)(folder, path, flags))
}

int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int mkdir(const char *path, mode_t mode) {
    if (!in_folder(path)) return REAL(mkdir)(path, mode);
    NAMED("M", path, NULL, REAL(mkdir)(path, mode))
}
