#include "czlib.h"

#include <errno.h>
#include <stdlib.h>
#include <zlib.h>

// 15: the largest window; 16: gzip header and checksum only.
enum { GZIP_WINDOW = 15 + 16 };

struct dft_unpacking {
    z_stream stream;
    int is_complete;
};

struct dft_unpacking *dft_unpacking_begin(void) {
    struct dft_unpacking *unpacking = calloc(1, sizeof *unpacking);
    if (unpacking && inflateInit2(&unpacking->stream, GZIP_WINDOW) != Z_OK) {
        free(unpacking);
        return NULL;
    }
    return unpacking;
}

long dft_unpack(struct dft_unpacking *unpacking, const uint8_t *input, size_t length, size_t *taken,
                uint8_t *output, size_t room) {
    z_stream *stream = &unpacking->stream;
    *taken = 0;
    if (length > 0 && unpacking->is_complete) {
        // Zeros pad tape blocks after the last member; gzip(1) ignores them too.
        while (*taken < length && input[*taken] == 0)
            ++*taken;
        if (*taken == length)
            return 0;
        if (*taken > 0 || inflateReset(stream) != Z_OK)
            return -EBADMSG;
        unpacking->is_complete = 0;
    }
    stream->next_in = (uint8_t *)input;
    stream->avail_in = (uInt)length;
    stream->next_out = output;
    stream->avail_out = (uInt)room;
    int answer = inflate(stream, Z_NO_FLUSH);
    *taken = length - stream->avail_in;
    if (answer == Z_STREAM_END)
        unpacking->is_complete = 1;
    else if (answer != Z_OK && answer != Z_BUF_ERROR)
        return -EBADMSG;
    return (long)(room - stream->avail_out);
}

int dft_unpacking_is_complete(const struct dft_unpacking *unpacking) {
    return unpacking->is_complete;
}

void dft_unpacking_end(struct dft_unpacking *unpacking) {
    inflateEnd(&unpacking->stream);
    free(unpacking);
}
