#ifndef C_ANSWER_ROWS_H
#define C_ANSWER_ROWS_H

// Reads plain rows of answers and their weights many at a time, and adds answers up: the inner loops of a survey.
//
// A row is plain when it has exactly the fields of the plan, every answer is empty or a single byte on the scale, and
// every quote is in a valid position. Anything else is left to the caller, who reads it cell by cell. Each loop has a
// portable form and one for processors with AVX-512; both give the same results, which the tests check.

#include <stddef.h>
#include <stdint.h>

/// The level of a missing answer.
#define ANSWER_NONE 0xFE
/// In a table of levels: a byte that is not an answer.
#define ANSWER_FOREIGN 0xFF
/// Bytes after the last row that may be read (but not used).
#define ANSWER_SLACK 192
/// The maximum number of answers in one step.
#define ANSWER_RUN_LIMIT 64

/// Consecutive fields of a row.
typedef struct {
    /// How many.
    uint32_t fields;
    /// Whether they are answers; at most ANSWER_RUN_LIMIT then.
    uint32_t is_answers;
    /// The position of these answers' levels among the levels of the row.
    uint32_t first_level;
} answer_step;

/// How a row is laid out.
typedef struct {
    /// The delimiter between fields.
    uint8_t delimiter;
    /// The level of each byte, or ANSWER_FOREIGN. Bytes from 0x80 on are never answers.
    uint8_t level_of_byte[128];
    /// The fields, in order.
    const answer_step *steps;
    size_t step_count;
    /// The entries of a row: its fields that are not answers, and its runs of answers.
    size_t entry_count;
    /// Bytes from the levels of one row to those of the next: a multiple of 64, at least the number of questions.
    size_t level_stride;
} answer_plan;

/// Where the rows that are read are written.
typedef struct {
    /// The byte offset of each row.
    uint32_t *starts;
    /// For each row the ends of its entries, in bytes from the beginning of the row; with room for 64 more.
    uint16_t *ends;
    /// The levels of each row, `level_stride` bytes apart.
    uint8_t *levels;
} answer_rows;

/// The result of reading.
typedef struct {
    /// Rows read.
    size_t count;
    /// Where the next row begins.
    size_t next;
} answer_progress;

/// Prefetches some bytes that will be written soon.
static inline void answer_prefetch(const void *place, size_t count) {
    for (size_t offset = 0; offset < count; offset += 64) __builtin_prefetch((const char *)place + offset, 1, 3);
}

/// Whether this processor has the fast form.
int answer_rows_is_fast(void);

/// Reads plain rows from `start` on until `limit` rows are read, a row begins at or after `end`, or one is not plain.
/// ANSWER_SLACK bytes after `end` must be readable, and the byte before `end` must end a line.
answer_progress answer_rows_read(
    const answer_plan *plan, const uint8_t *bytes, size_t start, size_t end, size_t limit, answer_rows rows);
answer_progress answer_rows_read_portable(
    const answer_plan *plan, const uint8_t *bytes, size_t start, size_t end, size_t limit, answer_rows rows);

/// Adds up the answers of rows that are `row_size` bytes apart, each with the levels of its answers and, at
/// `weight_offset`, its weight as 64 bits: increments `counts[level * questions + question]` by one and the same element
/// of `sums` by the weight. Levels from `level_count` on are left out. 64 bytes from any multiple of 64 within the levels
/// must be readable. A sum beyond 64 bits wraps around silently.
void answer_rows_add(
    const uint8_t *rows, size_t row_size, size_t weight_offset, size_t row_count, size_t questions, size_t level_count,
    uint32_t *counts, int64_t *sums);
void answer_rows_add_portable(
    const uint8_t *rows, size_t row_size, size_t weight_offset, size_t row_count, size_t questions, size_t level_count,
    uint32_t *counts, int64_t *sums);

/// Clears `same` for each row whose bytes, from the first to the last of some adjacent entries, differ from those of the
/// previous row; always for the first row.
void answer_keys_compare(
    const uint8_t *bytes, answer_rows rows, size_t count, size_t entry_count, size_t first_entry, size_t last_entry,
    uint8_t *same);
void answer_keys_compare_portable(
    const uint8_t *bytes, answer_rows rows, size_t count, size_t entry_count, size_t first_entry, size_t last_entry,
    uint8_t *same);

/// Reads short numbers as millionths: one to eight characters, digits and at most one decimal separator with digits on
/// both sides. 0 for everything else, which the caller reads in another way.
///
/// The bytes of a number are the first `lengths` bytes of its word in memory order; what follows is ignored. The decimal
/// separator is neither a digit nor 0.
void answer_numbers_read(
    const uint64_t *words, const uint8_t *lengths, size_t count, uint8_t decimal, int64_t *numbers);
void answer_numbers_read_portable(
    const uint64_t *words, const uint8_t *lengths, size_t count, uint8_t decimal, int64_t *numbers);

/// What a row says about each question and each group of questions: how much of the measure there is (`y`), out of how
/// much (`x`). Measures are numbered: questions first, then groups.
typedef struct {
    size_t questions;
    /// By the level in a row.
    uint32_t y_of_level[256];
    uint32_t x_of_level[256];
    size_t group_count;
    /// The first question of each group, and the one after its last.
    const uint32_t *group_starts;
    const uint32_t *group_ends;
    /// Whether a group has y = 1 when all its answers are full and x = 1 with an answer, instead of sums.
    int counts_people;
    /// The measures whose products with one another are summed.
    size_t part_count;
    const uint32_t *parts;
} answer_measures;

/// Sums the products of measures over some rows. `sums` holds in sequence: for each group the rows with an answer, then
/// for each group those with full answers only; yy for each measure, yx for each, xx for each; and for each pair of parts,
/// at `first * part_count + second`, all yy, all yx (y of the first), all xx. `values` is scratch space for two numbers
/// per measure and per part.
void answer_products_add(
    const answer_measures *measures, const uint8_t *rows, size_t row_size, size_t row_count, uint32_t *values,
    uint64_t *sums);
void answer_products_add_portable(
    const answer_measures *measures, const uint8_t *rows, size_t row_size, size_t row_count, uint32_t *values,
    uint64_t *sums);

#endif
