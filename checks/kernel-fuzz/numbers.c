#include "CAnswerRows.h"
#include "fuzz.h"

/// Words of digits, separators and anything else, of any length.
void fuzz_numbers(dice *dice) {
    size_t count = below(dice, 40);
    uint8_t decimal = (uint8_t)(once_in(dice, 8) ? throw_dice(dice) : (uint8_t)".,\xFF"[below(dice, 3)]);
    // Bytes that cannot be a decimal separator.
    if (decimal == 0 || (decimal >= '0' && decimal <= '9')) decimal = '.';
    uint64_t *words = room_of_dice(dice, count * sizeof(uint64_t));
    uint8_t *lengths = room(count, 0);
    for (size_t index = 0; index < count; index++) {
        lengths[index] = (uint8_t)(once_in(dice, 10) ? throw_dice(dice) : below(dice, 10));
        uint8_t signs[8];
        memcpy(signs, words + index, 8);
        for (size_t place = 0; place < 8; place++) {
            if (once_in(dice, 12)) continue;
            signs[place] = once_in(dice, 6) ? decimal : (uint8_t)('0' + below(dice, 10));
        }
        memcpy(words + index, signs, 8);
    }
    int64_t *numbers[2] = {room(count * sizeof(int64_t), 1), room(count * sizeof(int64_t), 2)};
    answer_numbers_read(words, lengths, count, decimal, numbers[0]);
    answer_numbers_read_portable(words, lengths, count, decimal, numbers[1]);
    must_equal("numbers", numbers[0], numbers[1], count * sizeof(int64_t));
    free(numbers[0]);
    free(numbers[1]);
    free(words);
    free(lengths);
}
