// Imports a sorted CSV file into a database that `benefits-cli init` made, as a plain loop in C does it.
//
// insert DATABASE FILE
//
// The file has the columns measure, site, period and value, each series in one piece. Nothing is checked against
// a plan, compared with what is recorded, or hashed, and no line may be wrong. The table, its keys, checks and
// triggers, the pragmas and the one durable transaction are those of benefits-cli. 128 rows go into one INSERT.

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
  if (count != 3) {
    fputs("usage: insert DATABASE FILE\n", stderr);
    return 64;
  }
  FILE *file = fopen(arguments[2], "rb");
  if (!file) {
    perror(arguments[2]);
    return 66;
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
  sqlite3_int64 entry = sqlite3_last_insert_rowid(database), series = 0;
  sqlite3_stmt *add, *whole = inserting(batch);
  must(sqlite3_prepare_v2(
      database, "INSERT INTO series (measure, site, stratum, period_kind) VALUES (?1, ?2, 'all', 'month')", -1,
      &add, 0));
  must(sqlite3_bind_int64(whole, 1, entry));

  static struct { sqlite3_int64 series; int period; double value; } rows[batch];
  char line[4096], name[4096] = "";
  int filled = 0;
  if (!fgets(line, sizeof line, file)) return 65;
  for (int is_more = 1; is_more;) {
    is_more = fgets(line, sizeof line, file) != 0;
    if (is_more) {
      char *site = strchr(line, ',') + 1, *period = strchr(site, ',') + 1;
      size_t length = (size_t)(period - line);
      if (strncmp(name, line, length)) {
        memcpy(name, line, length);
        name[length] = 0;
        must(sqlite3_bind_text(add, 1, line, (int)(site - line - 1), SQLITE_TRANSIENT));
        must(sqlite3_bind_text(add, 2, site, (int)(period - site - 1), SQLITE_TRANSIENT));
        must(sqlite3_step(add));
        must(sqlite3_reset(add));
        series = sqlite3_last_insert_rowid(database);
      }
      rows[filled].series = series;
      rows[filled].period = first_day(atoi(period), atoi(period + 5));
      rows[filled++].value = strtod(strchr(period, ',') + 1, 0);
    }
    if (filled < batch && (is_more || !filled)) continue;
    sqlite3_stmt *statement = filled == batch ? whole : inserting(filled);
    if (statement != whole) must(sqlite3_bind_int64(statement, 1, entry));
    for (int row = 0; row < filled; row++) {
      must(sqlite3_bind_int64(statement, row * 3 + 2, rows[row].series));
      must(sqlite3_bind_int64(statement, row * 3 + 3, rows[row].period));
      must(sqlite3_bind_double(statement, row * 3 + 4, rows[row].value));
    }
    must(sqlite3_step(statement));
    must(sqlite3_reset(statement));
    if (statement != whole) sqlite3_finalize(statement);
    filled = 0;
  }
  sqlite3_finalize(whole);
  sqlite3_finalize(add);
  run("COMMIT");
  must(sqlite3_close(database));
  return fclose(file) ? 74 : 0;
}
