#include "CAnswerRows.h"
#include "fuzz.h"

/// Answers and weights of rows, in a buffer that ends where the last row does.
void fuzz_sums(dice *dice) {
    size_t questions = once_in(dice, 3) ? between(dice, 1, 200) : between(dice, 1, 66);
    size_t blocks = (questions + 63) / 64 * 64;
    size_t weight_offset = once_in(dice, 2) ? (questions + 8 + 63) / 64 * 64 - 8 : questions + below(dice, 80);
    size_t row_size = weight_offset + 8 > blocks ? weight_offset + 8 : blocks;
    if (once_in(dice, 2)) row_size += below(dice, 70);
    size_t row_count = once_in(dice, 4) ? between(dice, 60, 200) : below(dice, 20);
    size_t level_count = between(dice, 1, 17), values = level_count * questions;
    uint8_t *rows = room_of_dice(dice, row_count * row_size);
    size_t weight_bits = below(dice, 65);
    for (size_t row = 0; row < row_count; row++) {
        for (size_t question = 0; question < questions; question++) {
            if (!once_in(dice, 6)) rows[row * row_size + question] = (uint8_t)below(dice, level_count);
        }
        // Sums beyond 64 bits wrap around: whoever adds up the weights detects it.
        uint64_t weight = weight_bits == 0 ? 0 : throw_dice(dice) >> (64 - weight_bits);
        memcpy(rows + row * row_size + weight_offset, &weight, sizeof weight);
    }
    uint32_t *counts[2];
    int64_t *sums[2];
    counts[0] = room_of_dice(dice, values * sizeof(uint32_t));
    sums[0] = room_of_dice(dice, values * sizeof(int64_t));
    counts[1] = room(values * sizeof(uint32_t), 0);
    sums[1] = room(values * sizeof(int64_t), 0);
    memcpy(counts[1], counts[0], values * sizeof(uint32_t));
    memcpy(sums[1], sums[0], values * sizeof(int64_t));
    answer_rows_add(rows, row_size, weight_offset, row_count, questions, level_count, counts[0], sums[0]);
    answer_rows_add_portable(rows, row_size, weight_offset, row_count, questions, level_count, counts[1], sums[1]);
    must_equal("counts", counts[0], counts[1], values * sizeof(uint32_t));
    must_equal("sums", sums[0], sums[1], values * sizeof(int64_t));
    for (int form = 0; form < 2; form++) {
        free(counts[form]);
        free(sums[form]);
    }
    free(rows);
}

/// Products of measures; of the last row only its answers exist.
void fuzz_products(dice *dice) {
    answer_measures measures;
    memset(&measures, 0, sizeof measures);
    measures.questions = between(dice, 1, 90);
    measures.group_count = below(dice, 8);
    measures.counts_people = (int)below(dice, 2);
    size_t count = measures.questions + measures.group_count;
    measures.part_count = once_in(dice, 2) ? below(dice, count < 24 ? count : 24) : 0;
    uint32_t *starts = room(measures.group_count * sizeof(uint32_t), 0);
    uint32_t *ends = room(measures.group_count * sizeof(uint32_t), 0);
    uint32_t *parts = room(measures.part_count * sizeof(uint32_t), 0);
    for (size_t group = 0; group < measures.group_count; group++) {
        starts[group] = (uint32_t)below(dice, measures.questions);
        ends[group] = (uint32_t)between(dice, starts[group], measures.questions);
    }
    for (size_t part = 0; part < measures.part_count; part++) parts[part] = (uint32_t)below(dice, count);
    measures.group_starts = starts;
    measures.group_ends = ends;
    measures.parts = parts;
    size_t levels = between(dice, 1, 16);
    int is_wild = once_in(dice, 5);
    for (size_t level = 0; level < (is_wild ? 256 : levels); level++) {
        measures.x_of_level[level] = is_wild ? (uint32_t)throw_dice(dice) : (uint32_t)between(dice, 1, 15);
        measures.y_of_level[level] =
            is_wild ? (uint32_t)throw_dice(dice) : (uint32_t)below(dice, measures.x_of_level[level] + 1);
    }
    size_t row_count = below(dice, 30), row_size = measures.questions + below(dice, 80);
    size_t size = row_count == 0 ? 0 : (row_count - 1) * row_size + measures.questions;
    uint8_t *rows = room_of_dice(dice, size);
    for (size_t index = 0; index < size; index++) {
        if (!once_in(dice, 6)) rows[index] = (uint8_t)below(dice, levels);
    }
    size_t value_count = (count + measures.part_count) * 2;
    size_t sum_count =
        measures.group_count * 2 + count * 3 + measures.part_count * measures.part_count * 3;
    uint64_t *sums[2];
    sums[0] = room_of_dice(dice, sum_count * sizeof(uint64_t));
    sums[1] = room(sum_count * sizeof(uint64_t), 0);
    if (sum_count > 0) memcpy(sums[1], sums[0], sum_count * sizeof(uint64_t));
    for (int form = 0; form < 2; form++) {
        uint32_t *values = room_of_dice(dice, value_count * sizeof(uint32_t));
        if (form == 0) answer_products_add(&measures, rows, row_size, row_count, values, sums[0]);
        else answer_products_add_portable(&measures, rows, row_size, row_count, values, sums[1]);
        free(values);
    }
    must_equal("products", sums[0], sums[1], sum_count * sizeof(uint64_t));
    free(sums[0]);
    free(sums[1]);
    free(rows);
    free(starts);
    free(ends);
    free(parts);
}
