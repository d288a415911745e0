#include "floor.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct floor_store {
  sqlite3 *database;
  sqlite3_stmt *insert;
  enum floor_overwriting overwriting;
  char journal[4096];
};

// The words that the last answer left in the journal, behind its first sector, which SQLite itself has emptied.
static int overwrite(struct floor_store *store) {
  static const char zeros[65536];
  int journal = open(store->journal, O_WRONLY | O_CLOEXEC);
  if (journal < 0) return 0;
  struct stat status;
  int is_done = fstat(journal, &status) == 0;
  for (off_t place = 512; is_done && place < status.st_size; place += (off_t)sizeof zeros) {
    size_t count = sizeof zeros;
    if ((off_t)count > status.st_size - place) count = (size_t)(status.st_size - place);
    is_done = pwrite(journal, zeros, count, place) == (ssize_t)count;
  }
  if (is_done && store->overwriting == FLOOR_SYNCED) is_done = fsync(journal) == 0;
  close(journal);
  return is_done;
}

struct floor_store *floor_store_open(const char *path, const char *journal, const char *synchronous,
                                     enum floor_overwriting overwriting) {
  struct floor_store *store = calloc(1, sizeof *store);
  if (store == NULL) return NULL;
  store->overwriting = overwriting;
  snprintf(store->journal, sizeof store->journal, "%s-journal", path);
  char pragmas[256];
  snprintf(pragmas, sizeof pragmas,
           "PRAGMA journal_mode = %s; PRAGMA synchronous = %s;"
           "CREATE TABLE answer (id INTEGER PRIMARY KEY, exercise TEXT, item TEXT, value TEXT, at REAL)",
           journal, synchronous);
  if (sqlite3_open(path, &store->database) == SQLITE_OK &&
      sqlite3_exec(store->database, pragmas, NULL, NULL, NULL) == SQLITE_OK &&
      sqlite3_prepare_v2(store->database,
                         "INSERT INTO answer (exercise, item, value, at) VALUES "
                         "('strengths', 's-012', '{\"likert\":4}', ?)",
                         -1, &store->insert, NULL) == SQLITE_OK) {
    return store;
  }
  floor_store_close(store);
  return NULL;
}

int floor_store_put(struct floor_store *store, double at) {
  sqlite3_bind_double(store->insert, 1, at);
  int result = sqlite3_step(store->insert);
  sqlite3_reset(store->insert);
  if (result != SQLITE_DONE) return 0;
  return store->overwriting == FLOOR_LEFT || overwrite(store);
}

void floor_store_close(struct floor_store *store) {
  sqlite3_finalize(store->insert);
  sqlite3_close(store->database);
  free(store);
}
