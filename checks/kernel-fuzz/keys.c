#include "CAnswerRows.h"
#include "fuzz.h"

/// Rows of fields, some of which repeat those of the previous row, with exactly the promised bytes after the last.
void fuzz_keys(dice *dice) {
    size_t count = below(dice, 60), entries = between(dice, 1, 6);
    size_t first = below(dice, entries), last = between(dice, first, entries - 1);
    uint32_t *starts = room(count * sizeof(uint32_t), 0);
    uint16_t *ends = room(count * entries * sizeof(uint16_t), 0);
    static const size_t lengths[] = {0, 1, 5, 62, 63, 64, 65, 127, 128, 129, 200, 3000};
    size_t size = 0;
    for (size_t row = 0; row < count; row++) {
        int is_same = row > 0 && once_in(dice, 2);
        starts[row] = (uint32_t)size;
        for (size_t entry = 0; entry < entries; entry++) {
            size_t length = lengths[below(dice, once_in(dice, 4) ? 12 : 5)];
            uint16_t *end = ends + row * entries + entry;
            if (is_same) length = end[-(ptrdiff_t)entries] - (entry > 0 ? end[-(ptrdiff_t)entries - 1] + 1u : 0);
            *end = (uint16_t)((entry > 0 ? end[-1] + 1u : 0) + length);
        }
        size += ends[row * entries + entries - 1] + 1u;
    }
    uint8_t *bytes = room_of_dice(dice, size + ANSWER_SLACK);
    for (size_t row = 1; row < count; row++) {
        size_t length = ends[row * entries + entries - 1];
        if (ends[row * entries - 1] != length || once_in(dice, 4)) continue;
        memcpy(bytes + starts[row], bytes + starts[row - 1], length);
        if (length > 0 && once_in(dice, 3)) bytes[starts[row] + below(dice, length)] ^= (uint8_t)(1u << below(dice, 8));
    }
    answer_rows rows = {starts, ends, NULL};
    uint8_t *same[2] = {room(count, 0), room(count, 0)};
    for (size_t row = 0; row < count; row++) same[0][row] = same[1][row] = !once_in(dice, 5);
    answer_keys_compare(bytes, rows, count, entries, first, last, same[0]);
    answer_keys_compare_portable(bytes, rows, count, entries, first, last, same[1]);
    must_equal("keys", same[0], same[1], count);
    free(same[0]);
    free(same[1]);
    free(bytes);
    free(starts);
    free(ends);
}
