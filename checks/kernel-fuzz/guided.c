// The same for a fuzzer that is guided by coverage (libFuzzer): the first byte chooses the kernel, and all others are what is
// drawn. It has a main function of its own.

#include <stdio.h>

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

void must_equal(const char *what, const void *left, const void *right, size_t size) {
    if (size == 0 || memcmp(left, right, size) == 0) return;
    fprintf(stderr, "%s differ\n", what);
    abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    if (size == 0) return 0;
    dice dice = {size, bytes + 1, size - 1};
    kernels[bytes[0] % KERNEL_COUNT].fuzz(&dice);
    return 0;
}
