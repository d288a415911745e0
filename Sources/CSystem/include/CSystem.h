// What the workbook needs of the system before and beside everything else: handlers, limits, waiting.
#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stddef.h>
#include <stdint.h>

/// First thing in `main`: private files, no core, no tracing, no surprise from closed descriptors, own crash handlers.
void system_prepare(void);

/// Remembers the terminal's modes as they are, before anything changes them.
void system_remember_terminal(void);

/// Whether the program before this one left the echo off, so that the terminal gets it back where this one lets go of it.
int system_owes_echo(void);

/// Turns the echo off until this program ends, whichever way, or until it is paid.
void system_owe_echo(void);
void system_pay_echo(void);

/// What a crash handler writes to give the terminal back; copied, 512 bytes at most. With 0 bytes: nothing to give back.
void system_guard_terminal(const char *bytes, size_t count);

/// Routes TSTP, CONT, WINCH and every signal that would end the program into a pipe that `system_wait` watches. Those that
/// whoever started it had set to be ignored stay so.
int system_route_signals(void);

/// Whether a signal ends a program unless it says otherwise: all of them but faults, and what cannot be caught.
int system_ends(int signal);

/// Gives those signals the meaning again that they had.
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

/// Puts a file in another one's place and waits until the folder is on disk: 0, errno where nothing was renamed, -errno where it was
/// and the disk does not say that it will last.
int system_replace(const char *source, const char *target);
/// The same, and what stood there has the first one's name afterwards, where the file system can exchange two names; otherwise it has
/// none.
int system_exchange(const char *source, const char *target);
/// The same where nothing stands yet: EEXIST otherwise.
int system_place(const char *source, const char *target);

/// Makes a folder, mode 0700: 0, else errno.
int system_make_folder(const char *path);

enum { SYSTEM_ABSENT = 0, SYSTEM_REGULAR = 1, SYSTEM_FOLDER = 2, SYSTEM_OTHER = 3, SYSTEM_SHARED = 4 };

/// Rows and columns of the terminal behind a descriptor: 0; -1 where there is none.
int system_window(int descriptor, int *rows, int *columns);

/// Permissions and owner of what a path leads to: 0, else errno. No name of an account is looked up, which could open a socket.
int system_rights(const char *path, uint32_t *mode, uint32_t *owner);

/// What stands at a path, no link followed; a regular file with more than one name is shared.
int system_kind(const char *path);

/// Opens the file that locks are taken on; made where it is missing, mode 0600, no link followed: a descriptor, else -errno.
int system_open_lock(const char *path);

/// Takes a byte of a lock file for this descriptor alone: 0, or EAGAIN where another still holds it after so many milliseconds.
/// The system takes it back when the descriptor is closed, so also when the process dies.
int system_take_lock(int descriptor, int byte, int milliseconds);

/// Whether another descriptor holds a byte.
int system_is_locked(int descriptor, int byte);

void system_give_lock(int descriptor, int byte);

/// What is written in a lock file about its holder: bytes read, or 0.
int system_read_note(int descriptor, char *bytes, int count);
void system_write_note(int descriptor, const char *bytes, int count);

void system_close(int descriptor);

/// Which file a path names, whatever it is called; 0 where there is none.
uint64_t system_file_number(const char *path);

/// Which file a descriptor leads to; 0 where it leads nowhere.
uint64_t system_number_behind(int descriptor);

/// How many bytes the file at a path has; 0 where there is none.
int64_t system_size(const char *path);

/// When the file at a path was last written, in nanoseconds since 1970; 0 where there is none.
int64_t system_written(const char *path);

/// Whether this process may write at a path, with the rights that it has.
int system_may_write(const char *path);

/// The home folder that the computer's own list of accounts has for this one: its length; 0 where it has none.
int system_home(char *path, int count);

/// Opens a plain file with one name for overwriting, no link followed: a descriptor, else -errno.
int system_open_existing(const char *path);

/// Overwrites a file with zeros to the end of its last block, down to the disk, and cuts it to nothing: 0, else errno.
int system_overwrite(int descriptor);

/// Overwrites a file with zeros from a place to its end, and leaves it to the system when they reach the disk: 0, else errno.
int system_overwrite_from(int descriptor, int64_t place);

/// Waits until a file is on disk: 0, else errno.
int system_sync(int descriptor);

/// Waits until the folder in which a path stands is on disk: 0, else errno.
int system_sync_folder(const char *path);

/// A byte of a file: its value, -1 where there is none.
int system_byte_at(int descriptor, int64_t place);

/// Takes a name away and waits until the folder is on disk: 0, else errno.
int system_unlink(const char *path);

/// Takes the place of this process by the same program with other arguments; comes back only where that fails. What is typed meanwhile
/// doesn't show.
void system_become(char *const arguments[]);

/// Keeps bytes in memory alone, for the program that takes this one's place: a descriptor, -1 where that fails.
int system_keep(const unsigned char *bytes, long count);

/// Reads what was kept, up to so many bytes, and lets it go: how many, -1 where there is nothing.
long system_take_kept(int descriptor, unsigned char *bytes, long limit);

/// One byte from a descriptor: its value, -1 at the end, -2 where reading fails.
int system_read_byte(int descriptor);

/// Forgets what was typed and not yet read.
void system_drop_input(int descriptor);

/// Turns the echo of a terminal off and on again. A signal that ends the program meanwhile turns it on first.
int system_set_echo(int descriptor, int on);

#endif
