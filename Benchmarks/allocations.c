// Counts what a program allocates: preloaded into dftrace, it says at the end how often memory was
// asked for. LD_PRELOAD is taken out of the environment, so that only dftrace is counted.
//
//     cc -O2 -shared -fPIC -o allocations.so allocations.c
//     LD_PRELOAD=./allocations.so ALLOCATIONS=count.txt dftrace run -- COMMAND
#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

static unsigned long count;
static char path[4096];

// glibc's own names for what is replaced here.
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t number, size_t size);
void *__libc_realloc(void *memory, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

void *malloc(size_t size) {
  count++;
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  count++;
  return __libc_calloc(number, size);
}

void *realloc(void *memory, size_t size) {
  count++;
  return __libc_realloc(memory, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  count++;
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
  count++;
  *memory = __libc_memalign(alignment, size);
  return *memory ? 0 : 12;
}

__attribute__((constructor)) static void begin(void) {
  const char *name = getenv("ALLOCATIONS");
  if (name) snprintf(path, sizeof path, "%s", name);
  unsetenv("LD_PRELOAD");
  unsetenv("ALLOCATIONS");
}

__attribute__((destructor)) static void end(void) {
  unsigned long total = count;
  FILE *file = path[0] ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "%lu\n", total);
  fclose(file);
}
