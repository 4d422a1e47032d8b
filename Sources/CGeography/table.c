#include "cgeography.h"

#include <string.h>

#ifndef __has_embed
#error "needs a compiler with #embed: clang 19 or later"
#endif

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the table is read in place");

/* #embed is C23; clang accepts it in every mode but warns. */
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
static const uint8_t table[] = {
#embed "countries.bin"
};
#pragma clang diagnostic pop

static void read_at(size_t offset, void *_Nonnull number, size_t width)
{
    if (offset > sizeof table || width > sizeof table - offset) {
        __builtin_trap();
    }
    memcpy(number, table + offset, width);
}

size_t dft_geo_size(void)
{
    return sizeof table;
}

uint8_t dft_geo_u8(size_t offset)
{
    uint8_t number;
    read_at(offset, &number, sizeof number);
    return number;
}

uint32_t dft_geo_u32(size_t offset)
{
    uint32_t number;
    read_at(offset, &number, sizeof number);
    return number;
}

uint64_t dft_geo_u64(size_t offset)
{
    uint64_t number;
    read_at(offset, &number, sizeof number);
    return number;
}
