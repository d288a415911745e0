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

enum { PTY_WORKS = 0, PTY_RESTS = 1, PTY_SLEEPS = 2 };

/// Whether whatever has the terminal is done: all that was typed is taken, all that it wrote is read, and each of its processes
/// sleeps in a call that waits for more, for so many milliseconds at least where it names a time. It sleeps, and no more is
/// known, where this process may not see in which call.
int pty_rest(int terminal, int least);

#endif
