// What the workbook needs of the system before and beside everything else: handlers, limits, waiting.
#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stddef.h>
#include <stdint.h>

/// First thing in `main`: private files, no core, no tracing, no surprise from closed descriptors, own crash handlers.
void system_prepare(void);

/// Remembers the terminal's modes as they are, before anything changes them.
void system_remember_terminal(void);

/// What a crash handler writes to give the terminal back; copied, 512 bytes at most. With 0 bytes: nothing to give back.
void system_guard_terminal(const char *bytes, size_t count);

/// Routes HUP, INT, QUIT, TERM, TSTP, CONT and WINCH into a pipe that `system_wait` watches.
int system_route_signals(void);

/// Gives those signals their default meaning again.
void system_unroute_signals(void);

enum { SYSTEM_TIMEOUT = 0, SYSTEM_INPUT = 1, SYSTEM_SIGNAL = 2 };

/// Waits for a byte on a descriptor or a routed signal; milliseconds below 0 wait for ever.
int system_wait(int descriptor, int milliseconds);

/// The oldest routed signal; 0 where there is none.
int system_take_signal(void);

/// Stops this process as the terminal's suspend key would, and comes back when it is continued.
void system_suspend(void);

/// Ends this process by a signal's default action.
void system_die_by(int signal);

/// Milliseconds of a clock that only goes forward.
int64_t system_clock(void);

/// The present time: seconds since 1970 in UTC, and the calendar where the person is.
struct system_time {
  int64_t seconds;
  int32_t year, month, day, hour, minute;
};
struct system_time system_now(void);

/// Makes a file that is not there yet, mode 0600, following no link: 0, else errno.
int system_create_private(const char *path);

/// Renames a file over another and waits until the folder is on disk: 0, else errno.
int system_replace(const char *source, const char *target);

/// Makes a folder, mode 0700: 0, else errno.
int system_make_folder(const char *path);

enum { SYSTEM_ABSENT = 0, SYSTEM_REGULAR = 1, SYSTEM_FOLDER = 2, SYSTEM_OTHER = 3 };

/// What stands at a path, no link followed; a regular file with two names counts as other.
int system_kind(const char *path);

#endif
