// A country database in MaxMind's format, by libmaxminddb, as much as dftrace asks of it.
#ifndef CMAXMIND_H
#define CMAXMIND_H

#include <stdbool.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// Opens a database; it stays open until another is. Answers 0, -errno, or a positive
// number for dft_countries_error. *type lives as long as the database does.
int dft_countries_open(const char *path, const char *_Nullable *_Nonnull type, uint64_t *epoch);

// What is wrong with a file.
const char *dft_countries_error(int number);

// Finds the country of an address given in network order, 4 or 16 bytes. Answers 1 and fills the
// two letters and the length of the network's prefix, 0 if the database knows none.
int dft_countries_find(const uint8_t *address, bool is_ipv4, uint8_t code[_Nonnull 2],
                       uint32_t *prefix);

#pragma clang assume_nonnull end

#endif
