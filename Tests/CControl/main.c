// The control for the simulated power cuts: rows by SQLite alone in a mode that is not safe, each acknowledged once SQLite says that it
// is there. A driver that finds no loss here proves nothing.
#include <sqlite3.h>
#include <stdio.h>
#include <unistd.h>

int main(int count, char **arguments) {
  sqlite3 *database;
  if (count < 2 || sqlite3_open(arguments[1], &database) != SQLITE_OK) return 1;
  sqlite3_exec(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE kept (number INTEGER)", 0, 0, 0);
  for (int number = 0; number < 30; number++) {
    char text[64];
    int length = snprintf(text, sizeof text, "INSERT INTO kept VALUES (%d)", number);
    if (sqlite3_exec(database, text, 0, 0, 0) != SQLITE_OK) return 1;
    length = snprintf(text, sizeof text, "%d\n", number);
    if (write(1, text, (size_t)length) != length) return 1;
  }
  return 0;
}
