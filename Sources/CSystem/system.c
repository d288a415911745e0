#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static char guard[512];
static volatile sig_atomic_t guard_count;
static struct termios modes;
static volatile sig_atomic_t have_modes;
static int pipe_ends[2] = {-1, -1};
// Whether this program took the place of one that left the echo off for it: the terminal had it on, and gets it back.
static int owes_echo;
static const char owing[] = "WAYMARK_OWES_ECHO";

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS};
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

// What a signal did before it was taken over, by its number.
struct taken {
  struct sigaction before[_NSIG + 1];
  char is_taken[_NSIG + 1];
};
static struct taken routing, hiding;

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

// Who runs behind leaves the terminal to whoever has it now.
static void give_modes_back(void) {
  if (have_modes && tcgetpgrp(STDIN_FILENO) == getpgrp()) {
    tcsetattr(STDIN_FILENO, TCSANOW, &modes);
  }
}

static void take_default(int signal) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigaction(signal, &action, NULL);
}

static void remember_modes(void) {
  have_modes = tcgetattr(STDIN_FILENO, &modes) == 0;
  if (owes_echo) modes.c_lflag |= ECHO;
}

static void pay_echo(void) {
  remember_modes();
  give_modes_back();
}

// Only what is safe in a signal handler: no memory is printed, answers least of all.
static void crash(int signal) {
  static const char words[] = "\nwaymark: stopped by a fault of its own. What was saved is safe.\n";
  if (guard_count > 0) write_all(STDOUT_FILENO, guard, (size_t)guard_count);
  give_modes_back();
  write_all(STDERR_FILENO, words, sizeof words - 1);
  take_default(signal);
  raise(signal);
}

static void hide(void);

// However this program ends, and whatever it comes to before that, whoever types next sees it.
static void take_echo_over(void) {
  if (getenv(owing) == NULL) return;
  unsetenv(owing);
  owes_echo = 1;
  hide();
  atexit(pay_echo);
}

void system_prepare(void) {
  umask(077);
  for (int descriptor = 0; descriptor <= 2; descriptor++) {
    if (fcntl(descriptor, F_GETFD) == -1) (void)!open("/dev/null", O_RDWR);
  }
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
  static char stack[65536];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  for (size_t i = 0; i < COUNT(fatal); i++) {
    struct sigaction action = {.sa_handler = crash, .sa_flags = SA_ONSTACK | SA_RESETHAND};
    sigaction(fatal[i], &action, NULL);
  }
  take_echo_over();
}

void system_remember_terminal(void) { remember_modes(); }

int system_owes_echo(void) { return owes_echo; }

// A screen gives back the modes it found. It is to find none with an echo: between it and the program that takes the place of this
// one, what is typed would stand on the terminal.
void system_owe_echo(void) {
  struct termios now;
  if (tcgetattr(STDIN_FILENO, &now) != 0 || !(now.c_lflag & ECHO)) return;
  if (!owes_echo) {
    have_modes = 0;
    hide();
    owes_echo = 1;
    atexit(pay_echo);
  }
  now.c_lflag &= ~(tcflag_t)ECHO;
  tcsetattr(STDIN_FILENO, TCSANOW, &now);
}

void system_pay_echo(void) {
  if (owes_echo) pay_echo();
}

void system_guard_terminal(const char *bytes, size_t count) {
  guard_count = 0;
  if (count == 0) {
    have_modes = 0;
    return;
  }
  if (count > sizeof guard) count = sizeof guard;
  memcpy(guard, bytes, count);
  guard_count = (sig_atomic_t)count;
}

static void route(int signal) {
  int before = errno;
  char byte = (char)signal;
  (void)!write(pipe_ends[1], &byte, 1);
  errno = before;
}

// Every signal that ends a program unless it says otherwise, but for faults of its own and for what cannot be caught.
int system_ends(int signal) {
  switch (signal) {
    case SIGHUP:
    case SIGINT:
    case SIGQUIT:
    case SIGTERM:
    case SIGUSR1:
    case SIGUSR2:
    case SIGALRM:
    case SIGSTKFLT:
    case SIGXCPU:
    case SIGVTALRM:
    case SIGPROF:
    case SIGIO:
    case SIGPWR: return 1;
    default: return signal >= SIGRTMIN && signal <= SIGRTMAX;
  }
}

static int is_routed(int signal) {
  return system_ends(signal) || signal == SIGTSTP || signal == SIGCONT || signal == SIGWINCH;
}

// What whoever started the program wants it not to hear stays unheard.
static void take(struct taken *taken, int signal, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler}, before;
  if (sigaction(signal, NULL, &before) != 0) return;
  if (system_ends(signal) && before.sa_handler == SIG_IGN) return;
  if (sigaction(signal, &action, NULL) != 0) return;
  taken->before[signal] = before;
  taken->is_taken[signal] = 1;
}

static void give_back(struct taken *taken) {
  for (int signal = 1; signal <= SIGRTMAX; signal++) {
    if (taken->is_taken[signal]) sigaction(signal, &taken->before[signal], NULL);
    taken->is_taken[signal] = 0;
  }
}

int system_route_signals(void) {
  if (pipe_ends[0] == -1 && pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  for (int signal = 1; signal <= SIGRTMAX; signal++) {
    if (is_routed(signal) && !routing.is_taken[signal]) take(&routing, signal, route);
  }
  return 0;
}

void system_unroute_signals(void) { give_back(&routing); }

int system_wait(int descriptor, int milliseconds) {
  struct pollfd watched[2] = {
      {.fd = pipe_ends[0], .events = POLLIN}, {.fd = descriptor, .events = POLLIN}};
  int ready = poll(watched, 2, milliseconds);
  if (ready < 0) return errno == EINTR ? SYSTEM_SIGNAL : SYSTEM_TIMEOUT;
  if (watched[0].revents & POLLIN) return SYSTEM_SIGNAL;
  if (watched[1].revents) return SYSTEM_INPUT;
  return SYSTEM_TIMEOUT;
}

int system_take_signal(void) {
  char byte;
  return read(pipe_ends[0], &byte, 1) == 1 ? byte : 0;
}

void system_suspend(void) {
  struct sigaction plain = {.sa_handler = SIG_DFL}, before;
  sigaction(SIGTSTP, &plain, &before);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &before, NULL);
}

void system_die_by(int signal) {
  system_pay_echo();
  take_default(signal);
  raise(signal);
}

int64_t system_clock(void) {
  struct timespec now;
  clock_gettime(CLOCK_BOOTTIME, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct system_time system_now(void) {
  time_t seconds = time(NULL);
  struct tm local;
  localtime_r(&seconds, &local);
  return (struct system_time){.seconds = seconds,
                              .year = local.tm_year + 1900,
                              .month = local.tm_mon + 1,
                              .day = local.tm_mday,
                              .hour = local.tm_hour,
                              .minute = local.tm_min};
}

int system_create_private(const char *path) {
  int descriptor = open(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor < 0) return errno;
  int result = fchmod(descriptor, 0600) == 0 && fsync(descriptor) == 0 ? 0 : errno;
  close(descriptor);
  // Nothing empty stays behind.
  if (result != 0) unlink(path);
  return result;
}

// Waits until the folder in which a path stands is on disk.
static int sync_folder(const char *path) {
  char folder[4096];
  const char *slash = strrchr(path, '/');
  size_t length = slash ? (size_t)(slash - path) : 0;
  if (length >= sizeof folder) return ENAMETOOLONG;
  memcpy(folder, path, length);
  folder[length] = 0;
  int descriptor = open(slash ? (length ? folder : "/") : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  int failed = fsync(descriptor) != 0 ? errno : 0;
  close(descriptor);
  return failed;
}

int system_sync_folder(const char *path) { return sync_folder(path); }

static int sync_file(const char *path) {
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0) return errno;
  int failed = fsync(file) != 0 ? errno : 0;
  close(file);
  return failed;
}

int system_replace(const char *source, const char *target) {
  int failed = sync_file(source);
  if (failed) return failed;
  if (rename(source, target) != 0) return errno;
  return -sync_folder(target);
}

int system_exchange(const char *source, const char *target) {
  int failed = sync_file(source);
  if (failed) return failed;
  // What stood there keeps a name, so that a program that comes by later can overwrite it where this one is killed.
  if (renameat2(AT_FDCWD, source, AT_FDCWD, target, RENAME_EXCHANGE) != 0) {
    if (errno != ENOENT && errno != EINVAL && errno != ENOSYS) return errno;
    if (rename(source, target) != 0) return errno;
  }
  return -sync_folder(target);
}

int system_place(const char *source, const char *target) {
  int failed = sync_file(source);
  if (failed) return failed;
  if (renameat2(AT_FDCWD, source, AT_FDCWD, target, RENAME_NOREPLACE) == 0) {
    return -sync_folder(target);
  }
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // A disk that cannot do it in one step: looked at just before.
  if (faccessat(AT_FDCWD, target, F_OK, AT_SYMLINK_NOFOLLOW) == 0) return EEXIST;
  if (rename(source, target) != 0) return errno;
  return -sync_folder(target);
}

int system_make_folder(const char *path) {
  if (mkdir(path, 0700) != 0) return errno;
  if (chmod(path, 0700) != 0) return errno;
  return sync_folder(path);
}

int system_rights(const char *path, uint32_t *mode, uint32_t *owner) {
  struct stat status;
  if (stat(path, &status) != 0) return errno;
  *mode = status.st_mode & 07777;
  *owner = status.st_uid;
  return 0;
}

int system_kind(const char *path) {
  struct stat status;
  if (lstat(path, &status) != 0) return SYSTEM_ABSENT;
  if (S_ISDIR(status.st_mode)) return SYSTEM_FOLDER;
  if (!S_ISREG(status.st_mode)) return SYSTEM_OTHER;
  return status.st_nlink == 1 ? SYSTEM_REGULAR : SYSTEM_SHARED;
}

static int is_plain(int descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink <= 1;
}

static int open_plain(const char *path, int flags) {
  int descriptor = open(path, flags | O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0600);
  if (descriptor < 0) return -errno;
  if (is_plain(descriptor)) return descriptor;
  close(descriptor);
  return -ELOOP;
}

int system_open_lock(const char *path) { return open_plain(path, O_CREAT); }

int system_open_existing(const char *path) { return open_plain(path, 0); }

static int ask_lock(int descriptor, int command, short type, int byte) {
  struct flock lock = {.l_type = type, .l_whence = SEEK_SET, .l_start = byte, .l_len = 1};
  if (fcntl(descriptor, command, &lock) != 0) return errno;
  return command == F_OFD_GETLK && lock.l_type != F_UNLCK ? EAGAIN : 0;
}

int system_take_lock(int descriptor, int byte, int milliseconds) {
  int64_t until = system_clock() + milliseconds;
  for (;;) {
    int failed = ask_lock(descriptor, F_OFD_SETLK, F_WRLCK, byte);
    if (failed == 0) return 0;
    if (failed == EACCES) failed = EAGAIN;
    if (failed != EAGAIN && failed != EINTR) return failed;
    if (system_clock() >= until) return EAGAIN;
    struct timespec pause = {0, 2000000};
    nanosleep(&pause, NULL);
  }
}

int system_is_locked(int descriptor, int byte) {
  return ask_lock(descriptor, F_OFD_GETLK, F_WRLCK, byte) != 0;
}

void system_give_lock(int descriptor, int byte) { ask_lock(descriptor, F_OFD_SETLK, F_UNLCK, byte); }

int system_read_note(int descriptor, char *bytes, int count) {
  ssize_t got = pread(descriptor, bytes, (size_t)count, 0);
  return got > 0 ? (int)got : 0;
}

void system_write_note(int descriptor, const char *bytes, int count) {
  if (ftruncate(descriptor, 0) == 0) (void)!pwrite(descriptor, bytes, (size_t)count, 0);
}

void system_close(int descriptor) { close(descriptor); }

uint64_t system_file_number(const char *path) {
  struct stat status;
  if (lstat(path, &status) != 0) return 0;
  return (uint64_t)status.st_ino ^ (uint64_t)status.st_dev << 40;
}

uint64_t system_number_behind(int descriptor) {
  struct stat status;
  if (fstat(descriptor, &status) != 0) return 0;
  return (uint64_t)status.st_ino ^ (uint64_t)status.st_dev << 40;
}

int64_t system_size(const char *path) {
  struct stat status;
  return lstat(path, &status) == 0 ? (int64_t)status.st_size : 0;
}

int64_t system_written(const char *path) {
  struct stat status;
  if (lstat(path, &status) != 0) return 0;
  return (int64_t)status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec;
}

int system_may_write(const char *path) { return access(path, W_OK) == 0; }

static int lay_zeros(int descriptor, off_t place, off_t end) {
  static const char zeros[65536];
  while (place < end) {
    size_t count = sizeof zeros;
    if ((off_t)count > end - place) count = (size_t)(end - place);
    ssize_t written = pwrite(descriptor, zeros, count, place);
    if (written <= 0) return written < 0 ? errno : EIO;
    place += written;
  }
  return 0;
}

// The file itself: asking through the system's name services could open a socket.
int system_home(char *path, int count) {
  FILE *accounts = fopen("/etc/passwd", "re");
  if (accounts == NULL) return 0;
  int length = 0;
  for (struct passwd *account; (account = fgetpwent(accounts)) != NULL;) {
    if (account->pw_uid != getuid()) continue;
    int needed = snprintf(path, (size_t)count, "%s", account->pw_dir);
    if (account->pw_dir[0] == '/' && needed < count) length = needed;
    break;
  }
  fclose(accounts);
  return length;
}

int system_overwrite(int descriptor) {
  struct stat status;
  if (fstat(descriptor, &status) != 0) return errno;
  // To the end of the last block: what lies behind the end of the file is on the disk too.
  off_t block = status.st_blksize > 0 ? status.st_blksize : 4096;
  off_t end = (status.st_size + block - 1) / block * block;
  int failed = lay_zeros(descriptor, 0, end);
  if (failed) return failed;
  // Down to the disk before the blocks are given back, or nobody writes them any more.
  if (fsync(descriptor) != 0) return errno;
  if (ftruncate(descriptor, 0) != 0) return errno;
  return fsync(descriptor) != 0 ? errno : 0;
}

int system_overwrite_from(int descriptor, int64_t place) {
  struct stat status;
  if (fstat(descriptor, &status) != 0) return errno;
  return lay_zeros(descriptor, place, status.st_size);
}

int system_sync(int descriptor) { return fsync(descriptor) != 0 ? errno : 0; }

int system_byte_at(int descriptor, int64_t place) {
  unsigned char byte;
  return pread(descriptor, &byte, 1, place) == 1 ? byte : -1;
}

int system_unlink(const char *path) {
  if (unlink(path) != 0) return errno;
  return sync_folder(path);
}

// What is typed while the one is gone and the other is not there yet would stand on the terminal, answers and passphrases among it.
void system_become(char *const arguments[]) {
  struct termios before, hushed;
  int is_hushed = tcgetattr(STDIN_FILENO, &before) == 0 && (owes_echo || (before.c_lflag & ECHO));
  if (is_hushed) {
    hushed = before;
    hushed.c_lflag &= ~(tcflag_t)ECHO;
    tcsetattr(STDIN_FILENO, TCSANOW, &hushed);
    setenv(owing, "1", 1);
  }
  execv("/proc/self/exe", arguments);
  if (is_hushed) tcsetattr(STDIN_FILENO, TCSANOW, &before);
}

int system_keep(const unsigned char *bytes, long count) {
  int kept = memfd_create("", 0);
  if (kept < 0) return -1;
  long done = 0;
  while (done < count) {
    ssize_t written = write(kept, bytes + done, (size_t)(count - done));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      close(kept);
      return -1;
    }
    done += written;
  }
  return kept;
}

long system_take_kept(int descriptor, unsigned char *bytes, long limit) {
  if (lseek(descriptor, 0, SEEK_SET) != 0) return -1;
  long done = 0;
  while (done < limit) {
    ssize_t got = read(descriptor, bytes + done, (size_t)(limit - done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    done += got;
  }
  close(descriptor);
  return done;
}

// Dies by a signal with the echo on: whoever types next must see what they type.
static void die_seen(int signal) {
  give_modes_back();
  take_default(signal);
  raise(signal);
}

static void hide(void) {
  if (have_modes) return;
  system_remember_terminal();
  for (int signal = 1; signal <= SIGRTMAX; signal++) {
    if (system_ends(signal)) take(&hiding, signal, die_seen);
  }
}

static void unhide(void) {
  give_back(&hiding);
  have_modes = 0;
}

int system_set_echo(int descriptor, int on) {
  struct termios now;
  if (tcgetattr(descriptor, &now) != 0) return errno;
  if (on) {
    now.c_lflag |= ECHO;
  } else {
    hide();
    now.c_lflag &= ~(tcflag_t)ECHO;
  }
  int failed = tcsetattr(descriptor, TCSADRAIN, &now) == 0 ? 0 : errno;
  if (on) unhide();
  return failed;
}

int system_read_byte(int descriptor) {
  unsigned char byte;
  for (;;) {
    ssize_t got = read(descriptor, &byte, 1);
    if (got == 1) return byte;
    if (got == 0) return -1;
    if (errno != EINTR) return -2;
  }
}

void system_drop_input(int descriptor) { tcflush(descriptor, TCIFLUSH); }

int system_window(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return -1;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 0;
}
