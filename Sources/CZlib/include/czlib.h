// Unpacking of gzip files (RFC 1952) by zlib, as much as dftrace asks of it.
#ifndef CZLIB_H
#define CZLIB_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// What unpacks one file.
struct dft_unpacking;

// Begins; NULL when there is no memory.
struct dft_unpacking *_Nullable dft_unpacking_begin(void);

// Unpacks as much as there is room for. Answers how many bytes were written to `output`, and in
// *taken how many of `input` were used; -EBADMSG when the input is no gzip or is damaged. Members
// that follow each other are one file.
long dft_unpack(struct dft_unpacking *unpacking, const uint8_t *input, size_t length, size_t *taken,
                uint8_t *output, size_t room);

// Whether the input may end here: a member has come to its end, checksum and all.
int dft_unpacking_is_complete(const struct dft_unpacking *unpacking);

void dft_unpacking_end(struct dft_unpacking *unpacking);

#pragma clang assume_nonnull end

#endif
