// Writes rows into a database that `benefits-cli init` made, as fast as a plain loop can.
//
// insert DATABASE SERIES MONTHS
//
// The rows are made in memory: nothing is read, checked against a plan, compared with what is recorded or
// hashed. The table, its keys, checks and triggers, the pragmas and the one durable transaction are those of
// benefits-cli. 128 rows go into one INSERT.

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { batch = 128 };

static sqlite3 *database;

static void must(int code) {
  if (code == SQLITE_OK || code == SQLITE_DONE) return;
  fprintf(stderr, "insert: %s\n", sqlite3_errmsg(database));
  exit(70);
}

static void run(const char *sql) { must(sqlite3_exec(database, sql, 0, 0, 0)); }

static sqlite3_stmt *inserting(int rows) {
  char sql[8192] = "INSERT INTO measurement_row (series_id, period, entry_id, number, denominator, flags, "
                   "note_sha256) VALUES ";
  for (int row = 0; row < rows; row++) {
    char values[64];
    snprintf(values, sizeof values, "%s(?%d,?%d,?1,?%d,NULL,0,NULL)", row ? "," : "", row * 3 + 2,
             row * 3 + 3, row * 3 + 4);
    strcat(sql, values);
  }
  sqlite3_stmt *statement;
  must(sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, 0));
  return statement;
}

// Days from 1970-01-01 to the first day of a month (Hinnant, "chrono-compatible low-level date algorithms").
static int first_day(int year, int month) {
  year -= month <= 2;
  int era = year / 400, year_of_era = year - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

int main(int count, char **arguments) {
  if (count != 4) {
    fputs("usage: insert DATABASE SERIES MONTHS\n", stderr);
    return 64;
  }
  int series = atoi(arguments[2]), months = atoi(arguments[3]);
  int periods[4800];
  for (int month = 0; month < months && month < 4800; month++) {
    int since = 12 * 2026 - months + month;
    periods[month] = first_day(since / 12, since % 12 + 1);
  }
  must(sqlite3_open_v2(arguments[1], &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, 0));
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_FKEY, 1, (int *)0);
  run("PRAGMA recursive_triggers = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
      "PRAGMA temp_store = MEMORY; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON;"
      "BEGIN IMMEDIATE;"
      "INSERT INTO text VALUES ('0000000000000000000000000000000000000000000000000000000000000000', '');"
      "INSERT INTO entry (id, recorded_at, stated, origin, recorded_by, command_sha256, tool_version)"
      "  SELECT max(id) + 1, '2999-01-01T00:00:00Z', 0, 'bench', 'bench',"
      "  '0000000000000000000000000000000000000000000000000000000000000000', '0' FROM entry");
  sqlite3_int64 entry = sqlite3_last_insert_rowid(database);
  sqlite3_stmt *add;
  must(sqlite3_prepare_v2(
      database, "INSERT INTO series (measure, site, stratum, period_kind) VALUES (?1, 'bench', 'all', 'month')",
      -1, &add, 0));
  sqlite3_int64 *ids = malloc((size_t)series * sizeof *ids);
  if (!ids) return 71;
  for (int item = 0; item < series; item++) {
    char name[32];
    int length = snprintf(name, sizeof name, "loop-%06d", item);
    must(sqlite3_bind_text(add, 1, name, length, SQLITE_TRANSIENT));
    must(sqlite3_step(add));
    must(sqlite3_reset(add));
    ids[item] = sqlite3_last_insert_rowid(database);
  }
  sqlite3_finalize(add);

  long long rows = (long long)series * months, done = 0;
  while (done < rows) {
    int size = rows - done < batch ? (int)(rows - done) : batch;
    static sqlite3_stmt *whole;
    if (!whole) whole = inserting(batch);
    sqlite3_stmt *statement = size == batch ? whole : inserting(size);
    must(sqlite3_bind_int64(statement, 1, entry));
    for (int row = 0; row < size; row++, done++) {
      int month = (int)(done % months);
      must(sqlite3_bind_int64(statement, row * 3 + 2, ids[done / months]));
      must(sqlite3_bind_int64(statement, row * 3 + 3, periods[month]));
      must(sqlite3_bind_double(statement, row * 3 + 4, 100 + month * 0.4 + (double)(done % 199) / 10));
    }
    must(sqlite3_step(statement));
    must(sqlite3_reset(statement));
    if (statement != whole) sqlite3_finalize(statement);
    else if (done == rows) sqlite3_finalize(whole);
  }
  run("COMMIT");
  must(sqlite3_close(database));
  return 0;
}
