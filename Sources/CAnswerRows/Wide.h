#ifndef WIDE_H
#define WIDE_H

// What the forms for processors with AVX-512 have in common.

#include "CAnswerRows.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

// The features that `answer_rows_is_fast` checks for.
#define WIDE                                                                                                     \
    __attribute__((target("avx512f,avx512bw,avx512cd,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,avx512vnni,bmi,bmi2," \
                          "popcnt,lzcnt,pclmul")))

/// The lowest `count` bits.
static inline WIDE uint64_t low_bits(uint64_t count) { return _bzhi_u64(~(uint64_t)0, count); }

answer_progress answer_rows_read_wide(
    const answer_plan *plan, const uint8_t *bytes, size_t start, size_t end, size_t limit, answer_rows rows);
void answer_rows_add_wide(
    const uint8_t *rows, size_t row_size, size_t weight_offset, size_t row_count, size_t questions, size_t level_count,
    uint32_t *counts, int64_t *sums);
void answer_keys_compare_wide(
    const uint8_t *bytes, answer_rows rows, size_t count, size_t entry_count, size_t first_entry, size_t last_entry,
    uint8_t *same);
void answer_products_add_wide(
    const answer_measures *measures, const uint8_t *rows, size_t row_size, size_t row_count, uint32_t *values,
    uint64_t *sums);
void answer_numbers_read_wide(
    const uint64_t *words, const uint8_t *lengths, size_t count, uint8_t decimal, int64_t *numbers);

#endif
#endif
