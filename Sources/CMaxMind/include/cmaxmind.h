// Reads country databases in MaxMind DB format with libmaxminddb.
#ifndef CMAXMIND_H
#define CMAXMIND_H

#include <stdbool.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// Opens a database and closes the previous one. Returns 0, -errno, or a positive number for
// dft_countries_error. *type is valid until the next call.
int dft_countries_open(const char *path, const char *_Nullable *_Nonnull type, uint64_t *epoch);

// The message of an error number.
const char *dft_countries_error(int number);

// Looks up the country of an address in network order, 4 or 16 bytes. Returns 1 and stores the
// country code and the prefix length, or 0 for an unknown country.
int dft_countries_find(const uint8_t *address, bool is_ipv4, uint8_t code[_Nonnull 2],
                       uint32_t *prefix);

#pragma clang assume_nonnull end

#endif
