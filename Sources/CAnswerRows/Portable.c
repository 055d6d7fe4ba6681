#include "CAnswerRows.h"

#include <string.h>

#include "Key.h"
#include "Products.h"

/// Reads one row; returns where the next begins, or 0 when the row is not plain.
static size_t read_row(
    const answer_plan *plan, const uint8_t *bytes, size_t start, size_t end, uint16_t *ends, uint8_t *levels) {
    size_t place = start;
    for (size_t index = 0; index < plan->step_count; index++) {
        answer_step step = plan->steps[index];
        int is_last_step = index + 1 == plan->step_count;
        for (uint32_t field = 0; field < step.fields; field++) {
            if (step.is_answers) {
                uint8_t byte = bytes[place];
                uint8_t level = ANSWER_NONE;
                if (byte != plan->delimiter && byte != '\n' && byte != '\r') {
                    level = byte < 0x80 ? plan->level_of_byte[byte] : ANSWER_FOREIGN;
                    if (level == ANSWER_FOREIGN) return 0;
                    place++;
                }
                levels[step.first_level + field] = level;
            } else {
                if (bytes[place] == '"') {
                    place++;
                    for (;;) {
                        while (place < end && bytes[place] != '"') place++;
                        if (place >= end) return 0;
                        place++;
                        if (bytes[place] != '"') break;
                        place++;
                    }
                } else {
                    while (bytes[place] != plan->delimiter && bytes[place] != '\n' && bytes[place] != '\r') {
                        if (bytes[place] == '"') return 0;
                        place++;
                    }
                }
                if (place - start > UINT16_MAX) return 0;
                *ends++ = (uint16_t)(place - start);
            }
            // `place` is at the delimiter after the field, or the field is not plain.
            if (is_last_step && field + 1 == step.fields) {
                if (bytes[place] == '\r' && place + 1 < end && bytes[place + 1] == '\n') place++;
                else if (bytes[place] != '\n' && bytes[place] != '\r') return 0;
            } else if (bytes[place] != plan->delimiter) {
                return 0;
            }
            place++;
        }
        if (step.is_answers) {
            size_t last = place - 1;
            if (is_last_step && last > start && bytes[last] == '\n' && bytes[last - 1] == '\r') last--;
            if (last - start > UINT16_MAX) return 0;
            *ends++ = (uint16_t)(last - start);
        }
    }
    return place <= end ? place : 0;
}

answer_progress answer_rows_read_portable(
    const answer_plan *plan, const uint8_t *bytes, size_t start, size_t end, size_t limit, answer_rows rows) {
    answer_progress progress = {0, start};
    while (progress.count < limit && progress.next < end) {
        size_t next = read_row(
            plan, bytes, progress.next, end, rows.ends + progress.count * plan->entry_count,
            rows.levels + progress.count * plan->level_stride);
        if (next == 0) break;
        rows.starts[progress.count++] = (uint32_t)progress.next;
        progress.next = next;
    }
    return progress;
}

void answer_rows_add_portable(
    const uint8_t *rows, size_t row_size, size_t weight_offset, size_t row_count, size_t questions, size_t level_count,
    uint32_t *counts, int64_t *sums) {
    for (size_t row = 0; row < row_count; row++, rows += row_size) {
        uint64_t weight;
        memcpy(&weight, rows + weight_offset, sizeof weight);
        for (size_t question = 0; question < questions; question++) {
            uint8_t level = rows[question];
            if (level >= level_count) continue;
            counts[level * questions + question]++;
            int64_t *sum = sums + level * questions + question;
            *sum = (int64_t)((uint64_t)*sum + weight);
        }
    }
}

void answer_keys_compare_portable(
    const uint8_t *bytes, answer_rows rows, size_t count, size_t entry_count, size_t first_entry, size_t last_entry,
    uint8_t *same) {
    answer_key before = {bytes, 0};
    for (size_t row = 0; row < count; row++) {
        answer_key key = key_of_row(bytes, rows, row, entry_count, first_entry, last_entry);
        if (row == 0 || key.length != before.length || memcmp(key.bytes, before.bytes, key.length) != 0) same[row] = 0;
        before = key;
    }
}

void answer_numbers_read_portable(
    const uint64_t *words, const uint8_t *lengths, size_t count, uint8_t decimal, int64_t *numbers) {
    for (size_t index = 0; index < count; index++) {
        uint8_t bytes[8];
        memcpy(bytes, words + index, sizeof bytes);
        int length = lengths[index], sign = -1, is_number = length >= 1 && length <= 8;
        int64_t number = 0;
        for (int place = 0; is_number && place < length; place++) {
            uint8_t digit = (uint8_t)(bytes[place] - '0');
            if (bytes[place] == decimal && sign < 0 && place > 0 && place + 1 < length) {
                sign = place;
            } else if (digit <= 9) {
                number = number * 10 + digit;
            } else {
                is_number = 0;
            }
        }
        for (int place = sign < 0 ? 0 : length - 1 - sign; place < 6; place++) number *= 10;
        numbers[index] = is_number ? number : 0;
    }
}

void answer_products_add_portable(
    const answer_measures *measures, const uint8_t *rows, size_t row_size, size_t row_count, uint32_t *values,
    uint64_t *sums) {
    add_products(measures, rows, row_size, row_count, values, sums);
}
