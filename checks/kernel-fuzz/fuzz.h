#ifndef FUZZ_H
#define FUZZ_H

// Shared by the kernel fuzzers: seeded random numbers, buffers of an exact size, and a way to report differences.

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// SplitMix64: the same numbers for the same seed. Bytes that are given beforehand are used up first, so that a fuzzer
/// which is guided by coverage decides what is drawn.
typedef struct dice {
    uint64_t state;
    const uint8_t *given;
    size_t left;
} dice;

/// Some of the bytes given, if there are so many.
static inline int take_given(dice *dice, size_t count, uint64_t *number) {
    if (dice->left < count) return 0;
    *number = 0;
    memcpy(number, dice->given, count);
    dice->given += count;
    dice->left -= count;
    return 1;
}

static inline uint64_t throw_dice(dice *dice) {
    uint64_t number;
    if (take_given(dice, sizeof number, &number)) return number;
    dice->left = 0;
    uint64_t mixed = dice->state += 0x9E3779B97F4A7C15;
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
    return mixed ^ mixed >> 31;
}

/// A number from 0 up to, not including, a positive bound.
static inline size_t below(dice *dice, size_t bound) {
    uint64_t number;
    if (take_given(dice, bound <= 256 ? 1 : 2, &number)) return number % bound;
    return throw_dice(dice) % bound;
}
/// A number between two, both included.
static inline size_t between(dice *dice, size_t low, size_t high) { return low + below(dice, high - low + 1); }
static inline int once_in(dice *dice, size_t count) { return below(dice, count) == 0; }

/// A buffer of exactly this many bytes, filled with one value: the sanitizer detects every access beyond it.
static inline void *room(size_t size, int byte) {
    uint8_t *bytes = malloc(size);
    if (bytes == NULL && size > 0) abort();
    if (size > 0) memset(bytes, byte, size);
    return bytes;
}

static inline void *room_of_dice(dice *dice, size_t size) {
    uint8_t *bytes = room(size, 0);
    for (size_t index = 0; index < size; index++) bytes[index] = (uint8_t)throw_dice(dice);
    return bytes;
}

/// Ends the process, telling what was drawn, unless two results are equal.
void must_equal(const char *what, const void *left, const void *right, size_t size);

typedef struct {
    const char *name;
    void (*fuzz)(dice *);
} kernel;

void fuzz_rows(dice *dice);
void fuzz_sums(dice *dice);
void fuzz_products(dice *dice);
void fuzz_numbers(dice *dice);
void fuzz_keys(dice *dice);
void fuzz_scan(dice *dice);

static const kernel kernels[] = {
    {"rows", fuzz_rows}, {"sums", fuzz_sums}, {"products", fuzz_products},
    {"numbers", fuzz_numbers}, {"keys", fuzz_keys}, {"scan", fuzz_scan},
};
#define KERNEL_COUNT (sizeof kernels / sizeof *kernels)

#endif
