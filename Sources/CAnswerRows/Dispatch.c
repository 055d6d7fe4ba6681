#include "Wide.h"

#if defined(__x86_64__)

int answer_rows_is_fast(void) {
    static int known = -1;
    // Several threads may get here first; all compute the same.
    int fast = __atomic_load_n(&known, __ATOMIC_RELAXED);
    if (fast < 0) {
        __builtin_cpu_init();
        fast = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
            && __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq")
            && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi")
            && __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512vnni")
            && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt")
            && __builtin_cpu_supports("lzcnt") && __builtin_cpu_supports("pclmul");
        __atomic_store_n(&known, fast, __ATOMIC_RELAXED);
    }
    return fast;
}

#else

int answer_rows_is_fast(void) { return 0; }

#endif

answer_progress answer_rows_read(
    const answer_plan *plan, const uint8_t *bytes, size_t start, size_t end, size_t limit, answer_rows rows) {
#if defined(__x86_64__)
    if (answer_rows_is_fast()) return answer_rows_read_wide(plan, bytes, start, end, limit, rows);
#endif
    return answer_rows_read_portable(plan, bytes, start, end, limit, rows);
}

void answer_rows_add(
    const uint8_t *rows, size_t row_size, size_t weight_offset, size_t row_count, size_t questions, size_t level_count,
    uint32_t *counts, int64_t *sums) {
#if defined(__x86_64__)
    if (answer_rows_is_fast()) {
        answer_rows_add_wide(rows, row_size, weight_offset, row_count, questions, level_count, counts, sums);
        return;
    }
#endif
    answer_rows_add_portable(rows, row_size, weight_offset, row_count, questions, level_count, counts, sums);
}

void answer_products_add(
    const answer_measures *measures, const uint8_t *rows, size_t row_size, size_t row_count, uint32_t *values,
    uint64_t *sums) {
#if defined(__x86_64__)
    if (answer_rows_is_fast()) {
        answer_products_add_wide(measures, rows, row_size, row_count, values, sums);
        return;
    }
#endif
    answer_products_add_portable(measures, rows, row_size, row_count, values, sums);
}

void answer_keys_compare(
    const uint8_t *bytes, answer_rows rows, size_t count, size_t entry_count, size_t first_entry, size_t last_entry,
    uint8_t *same) {
#if defined(__x86_64__)
    if (answer_rows_is_fast()) {
        answer_keys_compare_wide(bytes, rows, count, entry_count, first_entry, last_entry, same);
        return;
    }
#endif
    answer_keys_compare_portable(bytes, rows, count, entry_count, first_entry, last_entry, same);
}

void answer_numbers_read(
    const uint64_t *words, const uint8_t *lengths, size_t count, uint8_t decimal, int64_t *numbers) {
#if defined(__x86_64__)
    if (answer_rows_is_fast()) {
        answer_numbers_read_wide(words, lengths, count, decimal, numbers);
        return;
    }
#endif
    answer_numbers_read_portable(words, lengths, count, decimal, numbers);
}
