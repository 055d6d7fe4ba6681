#ifndef KEY_H
#define KEY_H

#include "CAnswerRows.h"

/// The bytes of a row from the first to the last of some entries.
typedef struct {
    const uint8_t *bytes;
    size_t length;
} answer_key;

static inline answer_key key_of_row(
    const uint8_t *bytes, answer_rows rows, size_t row, size_t entry_count, size_t first_entry, size_t last_entry) {
    const uint16_t *ends = rows.ends + row * entry_count;
    size_t start = first_entry > 0 ? (size_t)ends[first_entry - 1] + 1 : 0;
    return (answer_key){bytes + rows.starts[row] + start, ends[last_entry] - start};
}

#endif
