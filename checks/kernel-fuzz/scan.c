#include "CByteScan.h"
#include "fuzz.h"

/// A block of 64 bytes, and a run of any length, with nothing after them.
void fuzz_scan(dice *dice) {
    const char *signs = ",;\"\r\n\t|a1 ";
    uint8_t *block = room_of_dice(dice, 64);
    for (size_t index = 0; index < 64; index++) {
        if (!once_in(dice, 4)) block[index] = (uint8_t)signs[below(dice, 10)];
    }
    uint8_t delimiter = (uint8_t)(once_in(dice, 4) ? throw_dice(dice) : (uint8_t)signs[below(dice, 7)]);
    byte_scan_masks found = byte_scan_block(block, delimiter), expected = byte_scan_block_scalar(block, delimiter);
    must_equal("masks", &found, &expected, sizeof found);
    free(block);

    size_t count = below(dice, 200);
    uint8_t *run = room(count, 'a');
    for (size_t index = 0; index < count; index++) {
        run[index] = (uint8_t)between(dice, 1, 127);
        if (once_in(dice, 150)) run[index] = (uint8_t)(once_in(dice, 2) ? 0 : between(dice, 128, 255));
    }
    size_t prefix = byte_scan_plain_prefix(run, count), slowly = byte_scan_plain_prefix_scalar(run, count);
    must_equal("plain prefixes", &prefix, &slowly, sizeof prefix);
    free(run);
}
