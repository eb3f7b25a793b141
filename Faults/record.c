/* Records what a program does to the files of one folder: loaded with LD_PRELOAD, it stands between the program and
 * the C library and appends every write, truncation, sync, creation, removal and renaming below FAULTS_FOLDER to the
 * log FAULTS_LOG, in the order in which they happen, with the bytes written.
 *
 * One lock is held over each call together with its entry, so that the order of the log is the order of the calls. A
 * sync is recorded, not done: nobody cuts the power while we record. A write to FAULTS_ACKS is an acknowledgement: the
 * program told somebody that something is safe.
 *
 * What could change a file unseen (pwritev, fallocate, copy_file_range, a shared writable mapping) ends the program
 * with a message. Files that end in -shm are left out: SQLite makes that index anew after a power cut.
 *
 * An entry: the letter of the call, 3 zero bytes, thread (4 bytes), length of the name (4), length of the data (4),
 * offset or size (8), the name below the folder, the data; little-endian. faults.py reads it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 65536

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char *names[MOST_FILES]; /* by descriptor: the name below the folder, "" for the folder itself */
static char is_ack[MOST_FILES];
static const char *folder, *acks;
static int log_file = -1;

static void stop(const char *what) {
    fprintf(stderr, "faults: %s\n", what);
    abort();
}

__attribute__((constructor)) static void begin(void) {
    const char *log = getenv("FAULTS_LOG");
    folder = getenv("FAULTS_FOLDER");
    acks = getenv("FAULTS_ACKS");
    if (!log || !folder) return;
    log_file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (log_file < 0) stop("the log cannot be opened");
}

#define REAL(type, name, ...)                                              \
    static type (*real)(__VA_ARGS__);                                      \
    if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static void entry(char call, const char *name, const void *data, uint32_t length, uint64_t offset) {
    struct __attribute__((packed)) { char call, zero[3]; uint32_t thread, name, data; uint64_t offset; } head =
        {call, {0}, (uint32_t)syscall(SYS_gettid), (uint32_t)strlen(name), length, offset};
    struct iovec parts[3] = {{&head, sizeof head}, {(void *)name, head.name}, {(void *)data, length}};
    long whole = sizeof head + head.name + length;
    if (syscall(SYS_writev, log_file, parts, 3) != whole) stop("the log cannot be written");
}

/* The name below the folder, in `into`; NULL when the path is elsewhere. */
static const char *below(const char *path, char *into) {
    char parent[PATH_MAX], whole[PATH_MAX];
    if (log_file < 0 || !path || strlen(path) >= PATH_MAX - 1) return NULL;
    size_t length = strlen(folder);
    if (realpath(path, whole) == NULL) { /* not there (yet): its folder is */
        const char *slash = strrchr(path, '/');
        snprintf(parent, sizeof parent, "%.*s", slash ? (int)(slash - path) + 1 : 1, slash ? path : ".");
        if (realpath(parent, whole) == NULL) return NULL;
        size_t end = strlen(whole);
        if (snprintf(whole + end, sizeof whole - end, "/%s", slash ? slash + 1 : path) >= (int)(sizeof whole - end))
            return NULL;
    }
    if (strncmp(whole, folder, length) != 0 || (whole[length] != '/' && whole[length] != 0)) return NULL;
    snprintf(into, PATH_MAX, "%s", whole[length] ? whole + length + 1 : "");
    size_t end = strlen(into);
    return end > 4 && strcmp(into + end - 4, "-shm") == 0 ? NULL : into;
}

static int followed(int file) { return log_file >= 0 && file >= 0 && file < MOST_FILES && names[file] != NULL; }

static int opened(const char *path, int flags, mode_t mode, int at) {
    char space[PATH_MAX];
    pthread_mutex_lock(&lock);
    const char *name = below(path, space);
    int is_new = name && access(path, F_OK) != 0;
    int file = syscall(SYS_openat, at, path, flags, mode);
    if (file >= 0 && file < MOST_FILES) {
        names[file] = name ? strdup(name) : NULL;
        is_ack[file] = acks && path && strcmp(path, acks) == 0;
        if (name && is_new) entry('O', name, "", 0, 0);
        if (name && !is_new && (flags & O_TRUNC)) entry('T', name, "", 0, 0);
    }
    int error = errno;
    pthread_mutex_unlock(&lock);
    errno = error;
    return file;
}

#define OPEN(function)                                                     \
    int function(const char *path, int flags, ...) {                       \
        va_list rest;                                                      \
        va_start(rest, flags);                                             \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest);                                                      \
        return opened(path, flags, mode, AT_FDCWD);                        \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(function)                                                   \
    int function(int at, const char *path, int flags, ...) {               \
        va_list rest;                                                      \
        va_start(rest, flags);                                             \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest);                                                      \
        return opened(path, flags, mode, at);                              \
    }
OPENAT(openat)
OPENAT(openat64)

int creat(const char *path, mode_t mode) { return opened(path, O_WRONLY | O_CREAT | O_TRUNC, mode, AT_FDCWD); }

int close(int file) {
    if (file >= 0 && file < MOST_FILES && (names[file] || is_ack[file])) {
        pthread_mutex_lock(&lock);
        free(names[file]);
        names[file] = NULL;
        is_ack[file] = 0;
        int result = syscall(SYS_close, file);
        pthread_mutex_unlock(&lock);
        return result;
    }
    return syscall(SYS_close, file);
}

#define PWRITE(function)                                                   \
    ssize_t function(int file, const void *data, size_t count, off64_t offset) { \
        if (!followed(file)) return syscall(SYS_pwrite64, file, data, count, offset); \
        pthread_mutex_lock(&lock);                                         \
        ssize_t written = syscall(SYS_pwrite64, file, data, count, offset); \
        if (written > 0) entry('W', names[file], data, (uint32_t)written, (uint64_t)offset); \
        pthread_mutex_unlock(&lock);                                       \
        return written;                                                    \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t write(int file, const void *data, size_t count) {
    int is_told = log_file >= 0 && file >= 0 && file < MOST_FILES && is_ack[file];
    if (!followed(file) && !is_told) return syscall(SYS_write, file, data, count);
    pthread_mutex_lock(&lock);
    ssize_t written = syscall(SYS_write, file, data, count);
    if (written > 0 && is_told) entry('A', "", data, (uint32_t)written, 0);
    if (written > 0 && !is_told) { /* afterwards, because O_APPEND moves the place first */
        off64_t end = lseek64(file, 0, SEEK_CUR);
        if (end < written) stop("a place in a file is unknown");
        entry('W', names[file], data, (uint32_t)written, (uint64_t)(end - written));
    }
    pthread_mutex_unlock(&lock);
    return written;
}

ssize_t writev(int file, const struct iovec *parts, int count) {
    if (!followed(file)) return syscall(SYS_writev, file, parts, count);
    ssize_t all = 0;
    for (int i = 0; i < count; i++) {
        ssize_t written = write(file, parts[i].iov_base, parts[i].iov_len);
        if (written < 0) return all > 0 ? all : -1;
        all += written;
        if ((size_t)written < parts[i].iov_len) break;
    }
    return all;
}

#define TRUNCATE(function)                                                 \
    int function(int file, off64_t size) {                                 \
        if (!followed(file)) return syscall(SYS_ftruncate, file, size);    \
        pthread_mutex_lock(&lock);                                         \
        int result = syscall(SYS_ftruncate, file, size);                   \
        if (result == 0) entry('T', names[file], "", 0, (uint64_t)size);   \
        pthread_mutex_unlock(&lock);                                       \
        return result;                                                     \
    }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

#define SYNC(function, number)                                             \
    int function(int file) {                                               \
        if (!followed(file)) return syscall(number, file);                 \
        pthread_mutex_lock(&lock);                                         \
        entry('S', names[file], "", 0, 0);                                 \
        pthread_mutex_unlock(&lock);                                       \
        return 0;                                                          \
    }
SYNC(fsync, SYS_fsync)
SYNC(fdatasync, SYS_fdatasync)

int unlink(const char *path) {
    char space[PATH_MAX];
    pthread_mutex_lock(&lock);
    const char *name = below(path, space);
    int result = syscall(SYS_unlink, path);
    if (result == 0 && name) entry('U', name, "", 0, 0);
    int error = errno;
    pthread_mutex_unlock(&lock);
    errno = error;
    return result;
}

int rename(const char *from, const char *to) {
    char first[PATH_MAX], second[PATH_MAX];
    pthread_mutex_lock(&lock);
    const char *old = below(from, first), *new = below(to, second);
    int result = syscall(SYS_rename, from, to);
    if (result == 0 && old && new) entry('R', old, new, (uint32_t)strlen(new), 0);
    if (result == 0 && !old != !new) stop("a file moved into or out of the folder");
    int error = errno;
    pthread_mutex_unlock(&lock);
    errno = error;
    return result;
}

/* What is not recorded must not happen. */
#define NEVER(result, function, parameters, first, arguments, ...)         \
    result function parameters {                                           \
        if (followed(first)) stop(#function " is not recorded");           \
        REAL(result, #function, __VA_ARGS__);                              \
        return real arguments;                                             \
    }
NEVER(ssize_t, pwritev, (int f, const struct iovec *p, int c, off_t o), f, (f, p, c, o), int, const struct iovec *, int, off_t)
NEVER(ssize_t, pwritev64, (int f, const struct iovec *p, int c, off64_t o), f, (f, p, c, o), int, const struct iovec *, int, off64_t)
NEVER(int, fallocate, (int f, int m, off_t o, off_t l), f, (f, m, o, l), int, int, off_t, off_t)
NEVER(int, fallocate64, (int f, int m, off64_t o, off64_t l), f, (f, m, o, l), int, int, off64_t, off64_t)
NEVER(int, posix_fallocate, (int f, off_t o, off_t l), f, (f, o, l), int, off_t, off_t)
NEVER(int, posix_fallocate64, (int f, off64_t o, off64_t l), f, (f, o, l), int, off64_t, off64_t)
NEVER(ssize_t, copy_file_range, (int a, off64_t *x, int b, off64_t *y, size_t l, unsigned g), b, (a, x, b, y, l, g), int, off64_t *, int, off64_t *, size_t, unsigned)

#define MAP(function, offset)                                              \
    void *function(void *at, size_t length, int access, int flags, int file, offset place) { \
        if ((access & PROT_WRITE) && (flags & MAP_SHARED) && followed(file)) stop(#function " is not recorded"); \
        return (void *)syscall(SYS_mmap, at, length, access, flags, file, place); \
    }
MAP(mmap, off_t)
MAP(mmap64, off64_t)
