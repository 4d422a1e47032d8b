#include "cembedded.h"

#include <string.h>

#ifndef __has_embed
#error "needs a compiler with #embed: clang 19 or later"
#endif

/* #embed is C23; clang accepts it in every mode but warns. */
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
static const uint8_t policies[] = {
#embed "../../policies.json"
};
static const uint8_t network[] = {
#embed "../Catalogue/Data/network.json"
};
static const uint8_t process[] = {
#embed "../Catalogue/Data/process.json"
};
static const uint8_t library[] = {
#embed "../Catalogue/Data/library.json"
};
static const uint8_t node[] = {
#embed "../Catalogue/Data/node.json"
};
static const uint8_t file[] = {
#embed "../Catalogue/Data/file.json"
};
static const uint8_t memory[] = {
#embed "../Catalogue/Data/memory.json"
};
static const uint8_t syscall[] = {
#embed "../Catalogue/Data/syscall.json"
};
static const uint8_t libcall[] = {
#embed "../Catalogue/Data/libcall.json"
};
static const uint8_t standard[] = {
#embed "standard.image" if_empty(0)
};
#pragma clang diagnostic pop

static const struct {
    const uint8_t *bytes;
    size_t size;
} files[] = {
    [DFT_POLICIES] = {policies, sizeof policies}, [DFT_NETWORK] = {network, sizeof network},
    [DFT_PROCESS] = {process, sizeof process},    [DFT_LIBRARY] = {library, sizeof library},
    [DFT_NODE] = {node, sizeof node},             [DFT_FILE] = {file, sizeof file},
    [DFT_MEMORY] = {memory, sizeof memory},       [DFT_SYSCALL] = {syscall, sizeof syscall},
    [DFT_LIBCALL] = {libcall, sizeof libcall},    [DFT_STANDARD] = {standard, sizeof standard},
};

size_t dft_embedded_size(uint32_t number)
{
    return number < sizeof files / sizeof *files ? files[number].size : 0;
}

void dft_embedded_copy(uint32_t number, uint8_t *to)
{
    if (number < sizeof files / sizeof *files) {
        memcpy(to, files[number].bytes, files[number].size);
    }
}
