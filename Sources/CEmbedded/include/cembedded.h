#ifndef DFT_CEMBEDDED_H
#define DFT_CEMBEDDED_H

#include <stddef.h>
#include <stdint.h>

/*
 * Files of the repository as bytes inside the program: the built-in policies, the catalogue of alerts,
 * and the policy `standard` compiled.
 */

#pragma clang assume_nonnull begin

enum dft_embedded {
    DFT_POLICIES,
    DFT_NETWORK,
    DFT_PROCESS,
    DFT_LIBRARY,
    DFT_NODE,
    DFT_FILE,
    DFT_MEMORY,
    DFT_SYSCALL,
    DFT_LIBCALL,
    DFT_STANDARD,
};

/* The size of a file in bytes. */
size_t dft_embedded_size(uint32_t file);

/* Copies a file; `to` has room for its size. */
void dft_embedded_copy(uint32_t file, uint8_t *to);

#pragma clang assume_nonnull end

#endif
