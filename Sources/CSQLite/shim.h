#ifndef BENEFITS_CSQLITE_SHIM_H
#define BENEFITS_CSQLITE_SHIM_H

#include <sqlite3.h>

// Swift imports neither variadic functions nor cast macros; these are all that we need of them.

/// Sets (1), clears (0) or only reads (-1) one switch of a connection, and says how it stands now.
static inline int benefits_sqlite3_db_config_flag(sqlite3 *db, int option, int on, int *result) {
  return sqlite3_db_config(db, option, on, result);
}

/// Binds a text that SQLite copies.
static inline int benefits_sqlite3_bind_text(sqlite3_stmt *statement, int index, const char *text, int bytes) {
  return sqlite3_bind_text(statement, index, text, bytes, SQLITE_TRANSIENT);
}

/// Binds bytes that SQLite copies.
static inline int benefits_sqlite3_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}

#endif
