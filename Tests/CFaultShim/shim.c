// Stands between a program and the system's files (LD_PRELOAD): makes the Nth call of a kind under a folder fail or kills the
// program there, and logs every call that matters to what is on the disk.
//
// FAULT_FOLDER: only paths under it. FAULT: "kind:n:EIO|ENOSPC|EACCES|SHORT|KILL[:for-good]", kind one of write, sync, make, unlink,
// rename, cut. FAULT_LOG: a file to log to.
#define _GNU_SOURCE
#include "CFaultShim.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char folder[PATH_MAX], kind[16], how[16];
static int started, at, for_good, count, logged = -1;

#define REAL(result, name, ...) \
  static result (*real_##name)(__VA_ARGS__); \
  if (!real_##name) real_##name = dlsym(RTLD_NEXT, #name)

static void start(void) {
  if (started) return;
  started = 1;
  const char *given = getenv("FAULT_FOLDER");
  if (given && !realpath(given, folder)) snprintf(folder, sizeof folder, "%s", given);
  char more[16] = "";
  if ((given = getenv("FAULT"))) sscanf(given, "%15[^:]:%d:%15[^:]:%15s", kind, &at, how, more);
  for_good = !strcmp(more, "for-good");
  if ((given = getenv("FAULT_LOG"))) {
    REAL(int, open, const char *, int, ...);
    int made = real_open(given, O_WRONLY | O_CREAT | O_APPEND, 0600);
    logged = fcntl(made, F_DUPFD_CLOEXEC, 900);
    close(made);
  }
}

static int is_ours(const char *path) {
  size_t length = strlen(folder);
  return length && !strncmp(path, folder, length) && (!path[length] || path[length] == '/');
}

// The path behind a descriptor, and whether it is ours.
static int behind(int descriptor, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return *path == '/' && is_ours(path);
}

// A path as given, its folder resolved, and whether it is ours.
static int place(const char *given, char *path) {
  char whole[PATH_MAX];
  if (*given == '/') {
    snprintf(whole, sizeof whole, "%s", given);
  } else {
    char here[PATH_MAX];
    if (!getcwd(here, sizeof here)) return 0;
    if (snprintf(whole, sizeof whole, "%s/%s", here, given) >= PATH_MAX) return 0;
  }
  char *name = strrchr(whole, '/');
  *name++ = 0;
  if (!realpath(*whole ? whole : "/", path)) return 0;
  strncat(path, "/", PATH_MAX - strlen(path) - 1);
  strncat(path, name, PATH_MAX - strlen(path) - 1);
  return is_ours(path);
}

static void note(char what, const char *path, int64_t offset, const void *bytes, int64_t length);

// Whether this call is the one that goes wrong. With KILL it does not come back.
static int hits(const char *call) {
  if (!at || strcmp(call, kind)) return 0;
  count++;
  if (count != at && !(for_good && count > at)) return 0;
  note('F', call, count, NULL, 0);
  if (!strcmp(how, "KILL")) kill(getpid(), SIGKILL);
  errno = !strcmp(how, "ENOSPC") || !strcmp(how, "SHORT") ? ENOSPC : !strcmp(how, "EACCES") ? EACCES : EIO;
  return 1;
}

// One record: what, length of the path, place, length of the bytes; then both.
static void note(char what, const char *path, int64_t offset, const void *bytes, int64_t length) {
  if (logged < 0) return;
  REAL(ssize_t, write, int, const void *, size_t);
  struct { char what, pad[3]; int32_t path; int64_t offset, length; } head = {
      what, {0}, (int32_t)strlen(path), offset, length};
  real_write(logged, &head, sizeof head);
  real_write(logged, path, (size_t)head.path);
  if (bytes) real_write(logged, bytes, (size_t)length);
}

#define LOCK start(); pthread_mutex_lock(&turn)
#define RETURN(value) do { int kept = errno; pthread_mutex_unlock(&turn); errno = kept; return value; } while (0)

static int opened(int descriptor, const char *path, int was_there, int flags, mode_t mode) {
  if (descriptor < 0) return descriptor;
  if (!was_there && (flags & O_CREAT)) note('C', path, mode, NULL, 0);
  else if (flags & O_TRUNC) note('T', path, 0, NULL, 0);
  return descriptor;
}

#define OPEN(name) \
  int name(const char *given, int flags, ...) { \
    va_list rest; va_start(rest, flags); \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; va_end(rest); \
    REAL(int, name, const char *, int, ...); LOCK; char path[PATH_MAX]; \
    int ours = place(given, path), was = ours && !access(path, F_OK); \
    if (ours && (flags & O_CREAT) && hits("make")) RETURN(-1); \
    int descriptor = real_##name(given, flags, mode); \
    if (ours) opened(descriptor, path, was, flags, mode); \
    RETURN(descriptor); }
OPEN(open) OPEN(open64)

#define OPENAT(name) \
  int name(int at_folder, const char *given, int flags, ...) { \
    va_list rest; va_start(rest, flags); \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; va_end(rest); \
    REAL(int, name, int, const char *, int, ...); LOCK; char path[PATH_MAX]; \
    int ours = (at_folder == AT_FDCWD || *given == '/') && place(given, path), was = ours && !access(path, F_OK); \
    if (ours && (flags & O_CREAT) && hits("make")) RETURN(-1); \
    int descriptor = real_##name(at_folder, given, flags, mode); \
    if (ours) opened(descriptor, path, was, flags, mode); \
    RETURN(descriptor); }
OPENAT(openat) OPENAT(openat64)

int close(int descriptor) {
  REAL(int, close, int);
  return descriptor == logged && logged >= 0 ? 0 : real_close(descriptor);
}

#define PWRITE(name, type) \
  ssize_t name(int descriptor, const void *bytes, size_t length, type offset) { \
    REAL(ssize_t, name, int, const void *, size_t, type); LOCK; char path[PATH_MAX]; \
    if (!behind(descriptor, path)) RETURN(real_##name(descriptor, bytes, length, offset)); \
    ssize_t done; \
    if (hits("write")) { \
      if (strcmp(how, "SHORT") || length < 2) RETURN(-1); \
      done = real_##name(descriptor, bytes, length / 2, offset); \
    } else done = real_##name(descriptor, bytes, length, offset); \
    if (done > 0) note('W', path, offset, bytes, done); \
    RETURN(done); }
PWRITE(pwrite, off_t) PWRITE(pwrite64, off64_t)

ssize_t write(int descriptor, const void *bytes, size_t length) {
  REAL(ssize_t, write, int, const void *, size_t);
  LOCK;
  char path[PATH_MAX];
  if (descriptor == 1) {
    ssize_t said = real_write(descriptor, bytes, length);
    if (said > 0) note('A', "said", 0, bytes, said);
    RETURN(said);
  }
  if (!behind(descriptor, path)) RETURN(real_write(descriptor, bytes, length));
  off_t offset = lseek(descriptor, 0, SEEK_CUR);
  ssize_t done;
  if (hits("write")) {
    if (strcmp(how, "SHORT") || length < 2) RETURN(-1);
    done = real_write(descriptor, bytes, length / 2);
  } else {
    done = real_write(descriptor, bytes, length);
  }
  if (done > 0) note('W', path, offset, bytes, done);
  RETURN(done);
}

#define SYNC(name) \
  int name(int descriptor) { \
    REAL(int, name, int); LOCK; char path[PATH_MAX]; struct stat status; \
    int ours = behind(descriptor, path); \
    if (ours && hits("sync")) RETURN(-1); \
    int result = real_##name(descriptor); \
    if (ours && !result) note(!fstat(descriptor, &status) && S_ISDIR(status.st_mode) ? 'D' : 'S', path, 0, NULL, 0); \
    RETURN(result); }
SYNC(fsync) SYNC(fdatasync)

#define CUT(name, type) \
  int name(int descriptor, type length) { \
    REAL(int, name, int, type); LOCK; char path[PATH_MAX]; int ours = behind(descriptor, path); \
    if (ours && hits("cut")) RETURN(-1); \
    int result = real_##name(descriptor, length); \
    if (ours && !result) note('T', path, length, NULL, 0); \
    RETURN(result); }
CUT(ftruncate, off_t) CUT(ftruncate64, off64_t)

#define UNLINK(name) \
  int name(const char *given) { \
    REAL(int, name, const char *); LOCK; char path[PATH_MAX]; int ours = place(given, path); \
    if (ours && hits("unlink")) RETURN(-1); \
    int result = real_##name(given); \
    if (ours && !result) note('U', path, 0, NULL, 0); \
    RETURN(result); }
UNLINK(unlink) UNLINK(remove)

int rename(const char *from, const char *to) {
  REAL(int, rename, const char *, const char *);
  LOCK;
  char source[PATH_MAX], target[PATH_MAX];
  int ours = place(from, source) | place(to, target);
  if (ours && hits("rename")) RETURN(-1);
  int result = real_rename(from, to);
  if (ours && !result) note('R', source, 0, target, (int64_t)strlen(target));
  RETURN(result);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags) {
  REAL(int, renameat2, int, const char *, int, const char *, unsigned int);
  LOCK;
  char source[PATH_MAX], target[PATH_MAX];
  int ours = place(from, source) | place(to, target);
  if (ours && hits("rename")) RETURN(-1);
  int result = real_renameat2(from_folder, from, to_folder, to, flags);
  if (ours && !result) note(flags & RENAME_EXCHANGE ? 'X' : 'R', source, 0, target, (int64_t)strlen(target));
  RETURN(result);
}
