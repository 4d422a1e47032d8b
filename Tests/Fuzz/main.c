// The fuzzer's own half: which reader is meant, and how long it may take.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int32_t dft_fuzz(int32_t target, const uint8_t *bytes, intptr_t count);
int32_t dft_fuzz_target(const char *name);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

static double processor_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
    static int32_t target = -1;
    static unsigned long inputs;
    if (target < 0) {
        const char *name = getenv("DFTRACE_FUZZ_TARGET");
        target = dft_fuzz_target(name ? name : "");
        if (target < 0) {
            fprintf(stderr, "DFTRACE_FUZZ_TARGET names no target\n");
            exit(2);
        }
    }
    double start = processor_seconds();
    if (!dft_fuzz(target, bytes, (intptr_t)count))
        abort();
    double taken = processor_seconds() - start;
    // The first inputs pay for what is made once. Of a processor: other programs take none of that.
    if (++inputs > 3 && taken > 1) {
        fprintf(stderr, "FINDING: %.1f seconds for an input\n", taken);
        abort();
    }
    return 0;
}
