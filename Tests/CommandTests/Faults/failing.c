// Makes one step of a program fail, or kills the program there: preloaded into it by the tests (Linux).
//
// A step is a call that opens, reads, writes, sizes, syncs, locks, names or removes a file of one folder, or,
// where memory is to run out, a request for memory by SQLite. The environment says which:
//
//   FAILING_FOLDER  the folder, from the root
//   FAILING_KIND    io      the step fails with EIO
//                   full    the step fails with ENOSPC; only steps that need room count
//                   memory  the request for memory is refused
//                   kill    the program is killed before the step
//                   torn    half of what the step writes is written, and the program is killed
//   FAILING_AT      the number of the step, from 1; 0 or nothing for none
//   FAILING_ON      1 where every later step fails, too
//   FAILING_COUNT   a file that is given the number of steps when the program ends
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

extern void *__libc_malloc(size_t);
extern void *__libc_realloc(void *, size_t);

enum kind { none, io, full, memory, kills, torn };
// What a step does, for deciding whether it counts.
enum step { reads, writes, makes, names, syncs, locks };

static enum kind kind;
static const char *folder;
static size_t folder_length;
static long at;
static int goes_on;
static atomic_long count;
// Which descriptors are of files in the folder.
static unsigned char ours[4096];
static const char *sqlite_start, *sqlite_end;

static int find_sqlite(struct dl_phdr_info *info, size_t size, void *data) {
  (void)size, (void)data;
  if (!strstr(info->dlpi_name, "libsqlite3")) return 0;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
    if (segment->p_type != PT_LOAD || !(segment->p_flags & PF_X)) continue;
    sqlite_start = (const char *)info->dlpi_addr + segment->p_vaddr;
    sqlite_end = sqlite_start + segment->p_memsz;
  }
  return 1;
}

__attribute__((constructor)) static void begin(void) {
  const char *name = getenv("FAILING_KIND");
  if (!name) return;
  const char *names[] = {"none", "io", "full", "memory", "kill", "torn"};
  for (int i = 0; i < 6; i++)
    if (!strcmp(name, names[i])) kind = (enum kind)i;
  folder = getenv("FAILING_FOLDER");
  folder_length = folder ? strlen(folder) : 0;
  const char *number = getenv("FAILING_AT");
  at = number ? atol(number) : 0;
  const char *on = getenv("FAILING_ON");
  goes_on = on && *on == '1';
  dl_iterate_phdr(find_sqlite, NULL);
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("FAILING_COUNT");
  if (!path) return;
  kind = none;
  FILE *file = fopen(path, "w");
  if (!file) return;
  fprintf(file, "%ld\n", atomic_load(&count));
  fclose(file);
}

static int counts(enum step step) {
  switch (kind) {
  case io: case kills: return 1;
  case full: return step == writes || step == makes || step == names;
  case torn: return step == writes;
  default: return 0;
  }
}

// Whether the step is to fail; does not return where the program is killed.
static int fails(enum step step) {
  if (!counts(step)) return 0;
  long number = atomic_fetch_add(&count, 1) + 1;
  if (!at || (goes_on ? number < at : number != at)) return 0;
  if (kind == kills) kill(getpid(), SIGKILL);
  errno = kind == full ? ENOSPC : EIO;
  return 1;
}

static int is_ours(const char *path) {
  if (!folder_length || !path) return 0;
  if (path[0] == '/') return !strncmp(path, folder, folder_length);
  char here[4096];
  return getcwd(here, sizeof here) && !strncmp(here, folder, folder_length);
}
static int has(int descriptor) {
  return descriptor >= 0 && descriptor < (int)sizeof ours && ours[descriptor];
}

#define REAL(name) static __typeof__(name) *real; if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

#define OPEN(name)                                                            \
  int name(const char *path, int flags, ...) {                                \
    REAL(name);                                                               \
    mode_t mode = 0;                                                          \
    if (flags & (O_CREAT | O_TMPFILE)) {                                      \
      va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); \
    }                                                                         \
    int mine = is_ours(path);                                                 \
    if (mine && fails(flags & O_CREAT ? makes : reads)) return -1;            \
    int descriptor = real(path, flags, mode);                                 \
    if (descriptor >= 0 && descriptor < (int)sizeof ours) ours[descriptor] = mine; \
    return descriptor;                                                        \
  }
OPEN(open)
OPEN(open64)

int close(int descriptor) {
  REAL(close);
  if (descriptor >= 0 && descriptor < (int)sizeof ours) ours[descriptor] = 0;
  return real(descriptor);
}

ssize_t read(int descriptor, void *bytes, size_t size) {
  REAL(read);
  if (has(descriptor) && fails(reads)) return -1;
  return real(descriptor, bytes, size);
}
#define PREAD(name, offset_type)                                              \
  ssize_t name(int descriptor, void *bytes, size_t size, offset_type offset) { \
    REAL(name);                                                               \
    if (has(descriptor) && fails(reads)) return -1;                           \
    return real(descriptor, bytes, size, offset);                             \
  }
PREAD(pread, off_t)
PREAD(pread64, off64_t)

ssize_t write(int descriptor, const void *bytes, size_t size) {
  REAL(write);
  if (has(descriptor) && fails(writes)) {
    if (kind != torn) return -1;
    real(descriptor, bytes, size / 2);
    kill(getpid(), SIGKILL);
  }
  return real(descriptor, bytes, size);
}
#define PWRITE(name, offset_type)                                             \
  ssize_t name(int descriptor, const void *bytes, size_t size, offset_type offset) { \
    REAL(name);                                                               \
    if (has(descriptor) && fails(writes)) {                                   \
      if (kind != torn) return -1;                                            \
      real(descriptor, bytes, size / 2, offset);                              \
      kill(getpid(), SIGKILL);                                                \
    }                                                                         \
    return real(descriptor, bytes, size, offset);                             \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define SYNC(name)                                                            \
  int name(int descriptor) {                                                  \
    REAL(name);                                                               \
    if (has(descriptor) && fails(syncs)) return -1;                           \
    return real(descriptor);                                                  \
  }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name, offset_type)                                           \
  int name(int descriptor, offset_type size) {                                \
    REAL(name);                                                               \
    if (has(descriptor) && fails(names)) return -1;                           \
    return real(descriptor, size);                                            \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

int unlink(const char *path) {
  REAL(unlink);
  // Removing a name needs no room.
  if (is_ours(path) && kind != full && fails(names)) return -1;
  return real(path);
}
int rename(const char *path, const char *name) {
  REAL(rename);
  if (is_ours(path) && fails(names)) return -1;
  return real(path, name);
}
int link(const char *path, const char *name) {
  REAL(link);
  if (is_ours(path) && fails(names)) return -1;
  return real(path, name);
}

#define LOCK(name)                                                            \
  int name(int descriptor, int command, ...) {                                \
    REAL(name);                                                               \
    va_list list; va_start(list, command); void *argument = va_arg(list, void *); va_end(list); \
    int locking = command == F_SETLK || command == F_SETLKW || command == F_GETLK; \
    if (locking && has(descriptor) && fails(locks)) return -1;                \
    return real(descriptor, command, argument);                               \
  }
LOCK(fcntl)
LOCK(fcntl64)

static int refuses_memory(const void *caller) {
  if (kind != memory || (const char *)caller < sqlite_start || (const char *)caller >= sqlite_end) return 0;
  long number = atomic_fetch_add(&count, 1) + 1;
  return at && (goes_on ? number >= at : number == at);
}
void *malloc(size_t size) {
  return refuses_memory(__builtin_return_address(0)) ? NULL : __libc_malloc(size);
}
void *realloc(void *old, size_t size) {
  return refuses_memory(__builtin_return_address(0)) ? NULL : __libc_realloc(old, size);
}
