// Starts the commands that the end-to-end tests run: what Swift's importer leaves out.
#ifndef SPAWN_COMMAND_H
#define SPAWN_COMMAND_H

#include <sys/types.h>

#pragma clang assume_nonnull begin

// Starts a command in a session of its own, with default signals, standard input from /dev/null
// and no descriptors but the standard ones. `closed` is a mask of standard streams that it gets
// closed. Answers the process id or -errno.
pid_t spawn_command(char *_Nullable const *_Nonnull words, char *_Nullable const *_Nonnull environment,
                    const char *directory, int output, int errors, unsigned closed);

// A file in memory, or -errno.
int spawn_memory_file(void);

#pragma clang assume_nonnull end

#endif
