// Reads every measurement of a database once, in key order, and does nothing with it.
//
// scan DATABASE

#include <sqlite3.h>
#include <stdio.h>

int main(int count, char **arguments) {
  sqlite3 *database;
  sqlite3_stmt *statement;
  if (count != 2) {
    fputs("usage: scan DATABASE\n", stderr);
    return 64;
  }
  if (sqlite3_open_v2(arguments[1], &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, 0)
      || sqlite3_prepare_v2(
          database,
          "SELECT series_id, period, entry_id, number, denominator, flags, note_sha256 FROM measurement_row "
          "ORDER BY series_id, period, entry_id",
          -1, &statement, 0)) {
    fprintf(stderr, "scan: %s\n", sqlite3_errmsg(database));
    return 70;
  }
  long long rows = 0, keys = 0;
  double numbers = 0;
  int code;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    rows++;
    keys += sqlite3_column_int64(statement, 0) + sqlite3_column_int64(statement, 1)
        + sqlite3_column_int64(statement, 2) + sqlite3_column_int64(statement, 5);
    numbers += sqlite3_column_double(statement, 3) + sqlite3_column_double(statement, 4);
    keys += sqlite3_column_type(statement, 6);
  }
  sqlite3_finalize(statement);
  sqlite3_close(database);
  if (code != SQLITE_DONE) return 70;
  printf("%lld rows, %lld, %.1f\n", rows, keys, numbers);
  return 0;
}
