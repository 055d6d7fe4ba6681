// Fuzzes the C kernels, comparing the wide form of each with its portable twin:
//
//     kernel-fuzz (runs|seconds) COUNT [FIRST_SEED]
//
// A run draws random input from its seed for every kernel. Buffers have exactly the promised size, so that the address
// sanitizer detects any access beyond it. If the processor supports the wide form, every kernel must have been called
// in it.

#include <signal.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "CAnswerRows.h"
#include "fuzz.h"

static uint64_t current_seed;
static const char *current_kernel = "none";

static void tell_seed(void) {
    fprintf(stderr, "kernel %s, again with: runs 1 %llu\n", current_kernel, (unsigned long long)current_seed);
}

void must_equal(const char *what, const void *left, const void *right, size_t size) {
    if (size == 0 || memcmp(left, right, size) == 0) return;
    fprintf(stderr, "%s differ\n", what);
    tell_seed();
    exit(1);
}

static void give_up(int signal) {
    (void)signal;
    fprintf(stderr, "no end\n");
    tell_seed();
    _exit(1);
}

void __sanitizer_set_death_callback(void (*callback)(void));

#if defined(__x86_64__)

#include "Wide.h"

// The linker inserts these between the dispatch and the wide forms (--wrap).
static size_t wide_calls[5];

answer_progress __real_answer_rows_read_wide(
    const answer_plan *plan, const uint8_t *bytes, size_t start, size_t end, size_t limit, answer_rows rows);
void __real_answer_rows_add_wide(
    const uint8_t *rows, size_t row_size, size_t weight_offset, size_t row_count, size_t questions, size_t level_count,
    uint32_t *counts, int64_t *sums);
void __real_answer_products_add_wide(
    const answer_measures *measures, const uint8_t *rows, size_t row_size, size_t row_count, uint32_t *values,
    uint64_t *sums);
void __real_answer_numbers_read_wide(
    const uint64_t *words, const uint8_t *lengths, size_t count, uint8_t decimal, int64_t *numbers);
void __real_answer_keys_compare_wide(
    const uint8_t *bytes, answer_rows rows, size_t count, size_t entry_count, size_t first_entry, size_t last_entry,
    uint8_t *same);

answer_progress __wrap_answer_rows_read_wide(
    const answer_plan *plan, const uint8_t *bytes, size_t start, size_t end, size_t limit, answer_rows rows) {
    wide_calls[0]++;
    return __real_answer_rows_read_wide(plan, bytes, start, end, limit, rows);
}

void __wrap_answer_rows_add_wide(
    const uint8_t *rows, size_t row_size, size_t weight_offset, size_t row_count, size_t questions, size_t level_count,
    uint32_t *counts, int64_t *sums) {
    wide_calls[1]++;
    __real_answer_rows_add_wide(rows, row_size, weight_offset, row_count, questions, level_count, counts, sums);
}

void __wrap_answer_products_add_wide(
    const answer_measures *measures, const uint8_t *rows, size_t row_size, size_t row_count, uint32_t *values,
    uint64_t *sums) {
    wide_calls[2]++;
    __real_answer_products_add_wide(measures, rows, row_size, row_count, values, sums);
}

void __wrap_answer_numbers_read_wide(
    const uint64_t *words, const uint8_t *lengths, size_t count, uint8_t decimal, int64_t *numbers) {
    wide_calls[3]++;
    __real_answer_numbers_read_wide(words, lengths, count, decimal, numbers);
}

void __wrap_answer_keys_compare_wide(
    const uint8_t *bytes, answer_rows rows, size_t count, size_t entry_count, size_t first_entry, size_t last_entry,
    uint8_t *same) {
    wide_calls[4]++;
    __real_answer_keys_compare_wide(bytes, rows, count, entry_count, first_entry, last_entry, same);
}

/// Whether Linux reports that the processor has everything the wide forms need; -1 where this cannot be queried.
static int processor_is_wide(void) {
    static const char *const wanted[] = {
        "avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl", "avx512vbmi", "avx512_vbmi2", "avx512_vnni", "bmi1",
        "bmi2", "popcnt", "abm", "pclmulqdq",
    };
    static char line[1 << 16];
    FILE *file = fopen("/proc/cpuinfo", "r");
    if (file == NULL) return -1;
    int has_all = -1;
    while (has_all < 0 && fgets(line, sizeof line, file) != NULL) {
        if (strncmp(line, "flags", 5) != 0) continue;
        line[strcspn(line, "\n")] = ' ';
        has_all = 1;
        for (size_t index = 0; index < sizeof wanted / sizeof *wanted; index++) {
            char word[32];
            snprintf(word, sizeof word, " %s ", wanted[index]);
            if (strstr(line, word) == NULL) has_all = 0;
        }
    }
    fclose(file);
    return has_all;
}

/// Whether every kernel ran in the expected form.
static int forms_are_due(void) {
    int is_wide = processor_is_wide();
    if (is_wide < 0) is_wide = answer_rows_is_fast();
    if (is_wide != answer_rows_is_fast()) {
        fprintf(stderr, "the processor %s the wide form, the dispatch says otherwise\n", is_wide ? "has" : "lacks");
        return 0;
    }
    for (size_t index = 0; index < sizeof wide_calls / sizeof *wide_calls; index++) {
        if ((wide_calls[index] > 0) == is_wide) continue;
        fprintf(stderr, "%s: the wide form ran %zu times\n", kernels[index].name, wide_calls[index]);
        return 0;
    }
    printf("%s\n", is_wide ? "every kernel ran in its wide form" : "this processor has no wide form: nothing was held against it");
    return 1;
}

#else

static int forms_are_due(void) {
    printf("this processor has no wide form: nothing was held against it\n");
    return 1;
}

#endif

int main(int argument_count, char **arguments) {
    uint64_t count = argument_count > 2 ? strtoull(arguments[2], NULL, 10) : 0;
    int is_time = argument_count > 1 && strcmp(arguments[1], "seconds") == 0;
    if (count == 0 || (!is_time && strcmp(arguments[1], "runs") != 0)) {
        fprintf(stderr, "usage: kernel-fuzz (runs|seconds) COUNT [FIRST_SEED]\n");
        return 64;
    }
    uint64_t first = argument_count > 3 ? strtoull(arguments[3], NULL, 10) : 1, runs = 0;
    __sanitizer_set_death_callback(tell_seed);
    signal(SIGALRM, give_up);
    time_t end = time(NULL) + (time_t)count;
    while (is_time ? time(NULL) < end : runs < count) {
        current_seed = first + runs++;
        // A run takes milliseconds.
        alarm(60);
        for (size_t index = 0; index < KERNEL_COUNT; index++) {
            current_kernel = kernels[index].name;
            dice dice = {current_seed * KERNEL_COUNT + index, NULL, 0};
            kernels[index].fuzz(&dice);
        }
    }
    alarm(0);
    printf("%llu runs of %zu kernels, seeds from %llu on\n", (unsigned long long)runs, KERNEL_COUNT,
        (unsigned long long)first);
    return forms_are_due() ? 0 : 1;
}
