#include "database.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/// Thousands of steps that one statement may take: some seconds of work, far more than any of ours.
enum { STEPS_AT_ONCE = 1000, MOST_STEPS = 200000 };

/// A statement runs on one thread, from its first step to its last.
static _Thread_local int steps;

static int on_statement(unsigned kind, void *context, void *statement, void *words) {
  (void)kind;
  (void)context;
  (void)statement;
  (void)words;
  steps = 0;
  return 0;
}

static int on_step(void *context) {
  (void)context;
  return ++steps > MOST_STEPS;
}

static void limit_all(sqlite3 *database, int longest) {
  sqlite3_limit(database, SQLITE_LIMIT_LENGTH, longest);
  sqlite3_limit(database, SQLITE_LIMIT_SQL_LENGTH, 16384);
  sqlite3_limit(database, SQLITE_LIMIT_COLUMN, 32);
  sqlite3_limit(database, SQLITE_LIMIT_EXPR_DEPTH, 64);
  sqlite3_limit(database, SQLITE_LIMIT_COMPOUND_SELECT, 4);
  sqlite3_limit(database, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 64);
  sqlite3_limit(database, SQLITE_LIMIT_VARIABLE_NUMBER, 64);
  sqlite3_limit(database, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
  sqlite3_limit(database, SQLITE_LIMIT_WORKER_THREADS, 0);
  // VACUUM lays the new file as an attached one.
  sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 1);
}

void database_guard(void *connection, int longest) {
  sqlite3 *database = connection;
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)0);
  sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
  sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)0);
  limit_all(database, longest);
  sqlite3_trace_v2(database, SQLITE_TRACE_STMT, on_statement, 0);
  sqlite3_progress_handler(database, STEPS_AT_ONCE, on_step, 0);
}

int database_settle(const char *path) {
  sqlite3 *database = 0;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX;
  int code = sqlite3_open_v2(path, &database, flags, 0);
  if (code == SQLITE_OK) {
    database_guard(database, 1 << 20);
    sqlite3_busy_timeout(database, 5000);
    // Whoever has the file alone keeps the journal once it is played back, instead of giving its blocks, and the words in them, to the
    // disk. One number of the first page is enough for that, and no table is looked at.
    code = sqlite3_exec(
        database,
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = PERSIST;"
        " PRAGMA locking_mode = NORMAL; PRAGMA schema_version",
        0, 0, 0);
  }
  sqlite3_close(database);
  return code;
}

/// Where SQLite locks a file: the byte of whoever is about to write, then those that readers share.
enum { PENDING_BYTE = 0x40000000, SHARED_FIRST = PENDING_BYTE + 2, SHARED_SIZE = 510 };

/// Takes a reader's lock as SQLite would; the system gives it back with the descriptor.
static int lock_shared(int file, int milliseconds) {
  struct flock shared = {.l_type = F_RDLCK, .l_whence = SEEK_SET};
  shared.l_start = SHARED_FIRST;
  shared.l_len = SHARED_SIZE;
  for (int waited = 0;; waited += 5) {
    if (fcntl(file, F_OFD_SETLK, &shared) == 0) return 0;
    if (errno != EAGAIN && errno != EACCES) return errno;
    if (waited >= milliseconds) return EBUSY;
    struct timespec moment = {.tv_nsec = 5000000};
    nanosleep(&moment, 0);
  }
}

static int64_t read_all(int file, unsigned char *bytes, int64_t limit) {
  struct stat about;
  if (fstat(file, &about) != 0) return -errno;
  if (about.st_size > limit) return -EFBIG;
  int64_t count = 0;
  while (count < about.st_size) {
    ssize_t got = pread(file, bytes + count, (size_t)(about.st_size - count), count);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -errno;
    if (got == 0) break;
    count += got;
  }
  return count;
}

int64_t database_read(const char *path, unsigned char *bytes, int64_t limit, int milliseconds) {
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (file < 0) return -errno;
  int failure = lock_shared(file, milliseconds);
  int64_t count = failure ? -failure : read_all(file, bytes, limit);
  close(file);
  return count;
}
