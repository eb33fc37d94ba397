/*
 * Preloaded into the writer: after every fsync of a file below POWER_CUT_FOLDER, keeps a copy of it as `<file>.synced`.
 * A power cut is then: end the process and put the copies in the files' place, which drops every write that was not
 * synced. With POWER_CUT_LIE set a sync does nothing and says it did, as a store does that skips it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void keep(int fd) {
  const char *folder = getenv("POWER_CUT_FOLDER");
  char link[64], path[4096], temporary[4200], copy[4200], buffer[65536];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (folder == NULL || length < 0) return;
  path[length] = 0;
  struct stat status;
  if (strncmp(path, folder, strlen(folder)) != 0 || fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) return;
  snprintf(temporary, sizeof temporary, "%s.syncing", path);
  snprintf(copy, sizeof copy, "%s.synced", path);
  int out = open(temporary, O_CREAT | O_TRUNC | O_WRONLY, 0600);
  if (out < 0) abort();
  off_t at = 0;
  ssize_t got;
  while ((got = pread(fd, buffer, sizeof buffer, at)) > 0) {
    if (write(out, buffer, got) != got) abort();
    at += got;
  }
  close(out);
  if (rename(temporary, copy) != 0) abort();
}

static int synced(int fd, const char *name) {
  if (getenv("POWER_CUT_LIE") != NULL) return 0;
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  int result = real(fd);
  if (result == 0) keep(fd);
  return result;
}

int fsync(int fd) { return synced(fd, "fsync"); }
int fdatasync(int fd) { return synced(fd, "fdatasync"); }
