// A program on a terminal of its own, for tests.
#ifndef CPTY_H
#define CPTY_H

#include <sys/types.h>

struct pty_child {
  pid_t process;
  int terminal;
};

/// Starts a program on a new terminal; `process` is -1 where that fails.
struct pty_child pty_start(const char *path, char *const arguments[], char *const environment[],
                           int rows, int columns);
void pty_resize(int terminal, int rows, int columns);

/// Bytes that are there within so many milliseconds: 0 at a timeout, -1 at the end.
int pty_read(int terminal, char *bytes, int count, int milliseconds);
int pty_write(int terminal, const char *bytes, int count);

/// Whether the terminal's modes are those of its start: echo and lines.
int pty_is_cooked(int terminal);

/// Waits up to so many milliseconds for the end: the exit code, 1000 + the signal, or -1.
int pty_wait(pid_t process, int milliseconds);

#endif
