#include "CPty.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

struct pty_child pty_start(const char *path, char *const arguments[], char *const environment[],
                           int rows, int columns) {
  struct pty_child child = {-1, posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)};
  if (child.terminal < 0 || grantpt(child.terminal) || unlockpt(child.terminal)) return child;
  pty_resize(child.terminal, rows, columns);
  char name[128];
  if (ptsname_r(child.terminal, name, sizeof name)) return child;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&actions, 0, 1);
  posix_spawn_file_actions_adddup2(&actions, 0, 2);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  if (posix_spawn(&child.process, path, &actions, &attributes, arguments, environment)) {
    child.process = -1;
  }
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return child;
}

void pty_resize(int terminal, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  ioctl(terminal, TIOCSWINSZ, &size);
}

int pty_read(int terminal, char *bytes, int count, int milliseconds) {
  struct pollfd watched = {.fd = terminal, .events = POLLIN};
  int ready = poll(&watched, 1, milliseconds);
  if (ready <= 0) return 0;
  ssize_t got = read(terminal, bytes, (size_t)count);
  return got > 0 ? (int)got : -1;
}

int pty_write(int terminal, const char *bytes, int count) {
  return (int)write(terminal, bytes, (size_t)count);
}

int pty_is_cooked(int terminal) {
  struct termios modes;
  if (tcgetattr(terminal, &modes)) return -1;
  return (modes.c_lflag & ECHO) && (modes.c_lflag & ICANON) && (modes.c_lflag & ISIG);
}

static void nap(void) {
  struct timespec pause = {0, 5000000};
  nanosleep(&pause, NULL);
}

int pty_wait(pid_t process, int milliseconds) {
  for (int waited = 0; waited <= milliseconds; waited += 5) {
    int status;
    pid_t ended = waitpid(process, &status, WNOHANG);
    if (ended == process) {
      return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
    }
    nap();
  }
  return -1;
}

static int is_readable(int descriptor) {
  struct pollfd watched = {.fd = descriptor, .events = POLLIN};
  return poll(&watched, 1, 0) > 0 && (watched.revents & POLLIN);
}

// What is written to the one end of a terminal reaches the other by way of a queue of the kernel's. Looking at an end with
// `poll` waits until that queue is empty, so nothing is on its way that is not seen here.
static int has_input(int terminal) {
  int other = ioctl(terminal, TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (other < 0) return 0;
  int readable = is_readable(other);
  close(other);
  return readable;
}

static int read_proc(const char *process, const char *name, char *text, size_t count) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%.20s/%s", process, name);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return -1;
  ssize_t got = read(file, text, count - 1);
  close(file);
  if (got < 0) return -1;
  text[got] = 0;
  return 0;
}

// Whether a call is one in which a program waits for what comes next, and waits long enough.
static int is_waiting(const char *call, int least) {
  long number;
  unsigned long first, second, third;
  if (sscanf(call, "%ld %lx %lx %lx", &number, &first, &second, &third) != 4) return 0;
  switch (number) {
#ifdef SYS_poll
    // A short one waits for the rest of a key, or before something is worked out while nobody types.
    case SYS_poll: return (int)third < 0 || (int)third >= least;
#endif
#ifdef SYS_select
    case SYS_select:
#endif
    case SYS_read:
    case SYS_ppoll:
    case SYS_pselect6:
    case SYS_wait4:
    case SYS_waitid:
    case SYS_rt_sigsuspend: return 1;
    default: return 0;
  }
}

// Of one process: whether it rests, where it is of that group.
static int rest_of(const char *process, pid_t group, int least) {
  char text[1024];
  if (read_proc(process, "stat", text, sizeof text) != 0) return PTY_RESTS;
  const char *end = strrchr(text, ')');
  char state;
  int of;
  if (end == NULL || sscanf(end + 1, " %c %*d %d", &state, &of) != 2) return PTY_RESTS;
  if (of != group || strchr("TtZX", state) != NULL) return PTY_RESTS;
  if (state != 'S') return PTY_WORKS;
  if (read_proc(process, "syscall", text, sizeof text) != 0) return PTY_SLEEPS;
  return is_waiting(text, least) ? PTY_RESTS : PTY_WORKS;
}

static int rest_of_group(pid_t group, int least) {
  DIR *all = opendir("/proc");
  if (all == NULL) return PTY_SLEEPS;
  int rest = PTY_RESTS;
  for (struct dirent *entry; rest != PTY_WORKS && (entry = readdir(all)) != NULL;) {
    if (entry->d_name[0] < '1' || entry->d_name[0] > '9') continue;
    int own = rest_of(entry->d_name, group, least);
    if (own != PTY_RESTS) rest = own;
  }
  closedir(all);
  return rest;
}

int pty_rest(int terminal, int least) {
  if (is_readable(terminal) || has_input(terminal)) return PTY_WORKS;
  int rest = rest_of_group(tcgetpgrp(terminal), least);
  return is_readable(terminal) ? PTY_WORKS : rest;
}
