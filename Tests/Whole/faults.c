// Makes the Nth change that a program makes to the file system go wrong; locks, and the opening of folders for them, count as
// changes. Preloaded; needs the GNU C library.
//   FAULT_AT=N   which change, from 1; without it, changes are only counted
//   FAULT=WHAT   kill (before the change), stop (until continued), interrupt (SIGINT, and on), or the number of an error that the change ends with
//   FAULT_COUNT=FILE   where the number of changes is written when the program ends
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_long changes;

// Whether this change is to fail; errno says how.
static int goes_wrong(void) {
  long number = atomic_fetch_add(&changes, 1) + 1;
  const char *at = getenv("FAULT_AT"), *fault = getenv("FAULT");
  if (!at || !fault || number != atol(at)) return 0;
  if (!strcmp(fault, "kill")) kill(getpid(), SIGKILL);
  if (!strcmp(fault, "stop")) {
    kill(getpid(), SIGSTOP);
    return 0;
  }
  if (!strcmp(fault, "interrupt")) {
    kill(getpid(), SIGINT);
    return 0;
  }
  errno = atoi(fault);
  return 1;
}

__attribute__((destructor)) static void tell(void) {
  const char *file = getenv("FAULT_COUNT");
  if (!file) return;
  int (*plain)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
  int descriptor = plain(file, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (descriptor < 0) return;
  dprintf(descriptor, "%ld\n", (long)changes);
  close(descriptor);
}

static int is_file(int descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && descriptor > 2;
}

#define NEXT(name) __typeof__(&name) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define CHANGE(result, name, parameters, arguments) \
  result name parameters {                          \
    NEXT(name);                                     \
    return goes_wrong() ? -1 : next arguments;      \
  }

CHANGE(int, fsync, (int descriptor), (descriptor))
CHANGE(int, flock, (int descriptor, int operation), (descriptor, operation))
CHANGE(int, mkdir, (const char *path, mode_t mode), (path, mode))
CHANGE(int, rename, (const char *old, const char *new), (old, new))
CHANGE(int, unlink, (const char *path), (path))
CHANGE(int, rmdir, (const char *path), (path))
CHANGE(int, renameat2, (int a, const char *old, int b, const char *new, unsigned flags), (a, old, b, new, flags))

char *mkdtemp(char *template) {
  NEXT(mkdtemp);
  return goes_wrong() ? NULL : next(template);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  NEXT(write);
  return is_file(descriptor) && goes_wrong() ? -1 : next(descriptor, bytes, count);
}

static int open_with(const char *name, const char *path, int flags, va_list rest) {
  int (*next)(const char *, int, ...) = dlsym(RTLD_NEXT, name);
  if (!(flags & O_CREAT)) return flags & O_DIRECTORY && goes_wrong() ? -1 : next(path, flags);
  mode_t mode = va_arg(rest, mode_t);
  return goes_wrong() ? -1 : next(path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int descriptor = open_with("open", path, flags, rest);
  va_end(rest);
  return descriptor;
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int descriptor = open_with("open64", path, flags, rest);
  va_end(rest);
  return descriptor;
}
