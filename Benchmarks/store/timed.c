// Runs a command without its output and appends how long it took, how much memory it had at most and how much
// processor time it used.
//
// timed FILE STATUSES COMMAND [ARGUMENT…]
//
// A line is seconds, kibibytes and seconds of the processors. STATUSES are the exit statuses that are right, as 0 or 0,1.

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

int main(int count, char **arguments) {
  if (count < 4) {
    fputs("usage: timed FILE STATUSES COMMAND [ARGUMENT…]\n", stderr);
    return 64;
  }
  double start = now();
  pid_t child = fork();
  if (child == 0) {
    int nothing = open("/dev/null", O_RDWR);
    dup2(nothing, 0);
    dup2(nothing, 1);
    execvp(arguments[3], arguments + 3);
    perror(arguments[3]);
    _exit(127);
  }
  int status = 0;
  struct rusage usage;
  if (child < 0 || wait4(child, &status, 0, &usage) < 0) {
    perror("timed");
    return 71;
  }
  double seconds = now() - start;
  int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  char *statuses = strdup(arguments[2]), *rest = statuses, *one;
  int is_right = 0;
  while ((one = strsep(&rest, ","))) is_right |= atoi(one) == code;
  if (!is_right) {
    fprintf(stderr, "timed: %s %s ended with %d\n", arguments[3], arguments[4] ? arguments[4] : "", code);
    return 1;
  }
  FILE *file = fopen(arguments[1], "a");
  if (!file) {
    perror(arguments[1]);
    return 74;
  }
#ifdef __APPLE__
  long kibibytes = usage.ru_maxrss / 1024;
#else
  long kibibytes = usage.ru_maxrss;
#endif
  double used = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
  fprintf(file, "%.6f %ld %.6f\n", seconds, kibibytes, used);
  return fclose(file) ? 74 : 0;
}
