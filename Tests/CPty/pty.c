#include "CPty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
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
