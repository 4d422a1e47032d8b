// Decompression of gzip files (RFC 1952) with zlib.
#ifndef CZLIB_H
#define CZLIB_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// The decompressor of one file.
struct dft_unpacking;

// Creates a decompressor; NULL without memory.
struct dft_unpacking *_Nullable dft_unpacking_begin(void);

// Decompresses up to the capacity of `output`. Returns the number of bytes written, and in *taken
// the number of bytes consumed; -EBADMSG when the input is not gzip or is damaged. Consecutive
// members form one file.
long dft_unpack(struct dft_unpacking *unpacking, const uint8_t *input, size_t length, size_t *taken,
                uint8_t *output, size_t room);

// Whether the input may end here: after a complete member with its checksum.
int dft_unpacking_is_complete(const struct dft_unpacking *unpacking);

void dft_unpacking_end(struct dft_unpacking *unpacking);

#pragma clang assume_nonnull end

#endif
