#ifndef DFT_CGEOGRAPHY_H
#define DFT_CGEOGRAPHY_H

#include <stddef.h>
#include <stdint.h>

/*
 * The country table, countries.bin, as bytes inside the program. Docs/reference/geography.md has its
 * layout.
 *
 * The readers take offsets instead of returning a pointer, so that the Swift side needs no unsafe code.
 * A read beyond the table ends the program.
 */

/* The table's size in bytes. */
size_t dft_geo_size(void);

/* The little-endian number of 8, 32 or 64 bits at an offset in bytes. */
uint8_t dft_geo_u8(size_t offset);
uint32_t dft_geo_u32(size_t offset);
uint64_t dft_geo_u64(size_t offset);

#endif
