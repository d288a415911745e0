// What SQLite must be told before it may touch a file from elsewhere, in calls that take a varying number of arguments.
#ifndef CDATABASE_H
#define CDATABASE_H

#include <stdint.h>

/// Nothing that stands in the file may run, grow or hang: no trigger, no view, no change of the schema by hand, small limits, and a
/// bound on the work of one statement.
///
/// - connection: `sqlite3 *`. longest: bytes of the longest value that may be read or made.
void database_guard(void *connection, int longest);

/// Rolls back a transaction that was cut off, without a look at what the file's tables are: 0, else SQLite's code.
int database_settle(const char *path);

/// Reads up to so many bytes of the file while nobody writes to it: how many; -EBUSY where somebody writes for longer than so many
/// milliseconds, -EFBIG where the file has more, else -errno.
int64_t database_read(const char *path, unsigned char *bytes, int64_t limit, int milliseconds);

#endif
