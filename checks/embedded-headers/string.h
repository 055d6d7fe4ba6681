// What the C kernels use of string.h, for compilers without a C library (checks/embedded).
#ifndef STRING_H
#define STRING_H

#include <stddef.h>

void *memcpy(void *restrict to, const void *restrict from, size_t count);
int memcmp(const void *left, const void *right, size_t count);

#endif
