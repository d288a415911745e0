#include "floor.h"

#include <sqlite3.h>
#include <stdlib.h>

struct floor_store {
  sqlite3 *database;
  sqlite3_stmt *insert;
};

struct floor_store *floor_store_open(const char *path) {
  struct floor_store *store = calloc(1, sizeof *store);
  if (store == NULL) return NULL;
  if (sqlite3_open(path, &store->database) == SQLITE_OK &&
      sqlite3_exec(store->database,
                   "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;"
                   "CREATE TABLE answer (id INTEGER PRIMARY KEY, exercise TEXT, item TEXT, value TEXT, at REAL)",
                   NULL, NULL, NULL) == SQLITE_OK &&
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
  return result == SQLITE_DONE;
}

void floor_store_close(struct floor_store *store) {
  sqlite3_finalize(store->insert);
  sqlite3_close(store->database);
  free(store);
}
