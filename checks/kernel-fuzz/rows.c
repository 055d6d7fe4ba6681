#include "CAnswerRows.h"
#include "fuzz.h"

#define MOST_STEPS 6
#define PATTERN 0xA5

/// A layout of rows, and bytes to read by it.
typedef struct {
    answer_plan plan;
    answer_step *steps;
    char codes[16];
    size_t code_count;
    uint8_t *bytes;
    size_t size, room;
} made_rows;

static void put(made_rows *made, uint8_t byte) {
    if (made->size == made->room) {
        made->room = made->room * 2 + 256;
        made->bytes = realloc(made->bytes, made->room);
    }
    made->bytes[made->size++] = byte;
}

static void put_line_end(made_rows *made, int kind) {
    if (kind != 0) put(made, '\r');
    if (kind != 1) put(made, '\n');
}

static void make_plan(made_rows *made, dice *dice) {
    memset(&made->plan.level_of_byte, ANSWER_FOREIGN, sizeof made->plan.level_of_byte);
    made->plan.delimiter = (uint8_t)",;\t|"[below(dice, 4)];
    const char *signs = "1234567890abyzAZ -~";
    made->code_count = between(dice, 2, 12);
    for (size_t index = 0; index < made->code_count; index++) {
        made->codes[index] = signs[below(dice, strlen(signs))];
        made->plan.level_of_byte[(uint8_t)made->codes[index]] = (uint8_t)below(dice, 16);
    }
    made->plan.step_count = between(dice, 1, MOST_STEPS);
    made->steps = room(made->plan.step_count * sizeof(answer_step), 0);
    size_t levels = 0, entries = 0;
    for (size_t index = 0; index < made->plan.step_count; index++) {
        answer_step *step = made->steps + index;
        step->is_answers = (uint32_t)below(dice, 2);
        step->fields = (uint32_t)(once_in(dice, 3) ? between(dice, 1, 64) : between(dice, 1, 6));
        if (step->is_answers) {
            step->first_level = (uint32_t)levels;
            levels += step->fields;
            entries++;
        } else {
            entries += step->fields;
        }
    }
    // The levels of later fields may come before those of earlier ones.
    if (once_in(dice, 2)) {
        for (size_t index = 0; index < made->plan.step_count; index++) {
            answer_step *step = made->steps + index;
            if (step->is_answers) step->first_level = (uint32_t)(levels - step->first_level - step->fields);
        }
    }
    made->plan.steps = made->steps;
    made->plan.entry_count = entries;
    made->plan.level_stride = (levels + 63) / 64 * 64 + 64 * below(dice, 2);
}

static void put_answer(made_rows *made, dice *dice, int mischief) {
    if (mischief) {
        const char *odd[] = {"11", "\"1\"", " ", "\xC3\xA9", "\"", "\n", "\r", "x", "\x7F", "#"};
        for (const char *sign = odd[below(dice, 10)]; *sign; sign++) put(made, (uint8_t)*sign);
        if (once_in(dice, 8)) put(made, 0);
    } else if (!once_in(dice, 4)) {
        put(made, (uint8_t)made->codes[below(dice, made->code_count)]);
    }
}

/// A field of any kind; blocks of 64 bytes are examined from the beginning of its step.
static void put_text(made_rows *made, dice *dice, size_t step_start, int mischief) {
    const char *signs = "abc 12.,;\t|\xC3\xA9-";
    size_t length = once_in(dice, 40) ? between(dice, 50, 300) : below(dice, 12);
    // The ends of entries have sixteen bits.
    if (once_in(dice, 500)) length = between(dice, 65300, 65600);
    int is_quoted = once_in(dice, 3);
    if (is_quoted) put(made, '"');
    for (size_t index = 0; index < length; index++) {
        uint8_t sign = (uint8_t)signs[below(dice, 14)];
        if (is_quoted && once_in(dice, 6)) sign = (uint8_t)"\"\n\r,"[below(dice, 4)];
        if (is_quoted && sign == '"') put(made, '"');
        if (!is_quoted && sign == made->plan.delimiter) sign = 'd';
        put(made, sign);
    }
    // The last byte of a block closes the quote.
    if (is_quoted && once_in(dice, mischief ? 2 : 20)) {
        while ((made->size - step_start) % 64 != 63) put(made, 'q');
    }
    if (is_quoted && !(mischief && once_in(dice, 2))) put(made, '"');
    if (mischief) put(made, (uint8_t)"\"x\n\r,;"[below(dice, 6)]);
}

/// Rows, most of them plain.
static void make_rows(made_rows *made, dice *dice) {
    int line_end = (int)below(dice, 3);
    size_t mischief = once_in(dice, 3) ? 0 : between(dice, 5, 400);
    for (size_t row = below(dice, 80); row > 0; row--) {
        for (size_t index = 0; index < made->plan.step_count; index++) {
            answer_step step = made->steps[index];
            size_t step_start = made->size;
            for (uint32_t field = 0; field < step.fields; field++) {
                int is_odd = mischief > 0 && once_in(dice, mischief);
                if (step.is_answers) put_answer(made, dice, is_odd);
                else put_text(made, dice, step_start, is_odd);
                int is_last = index + 1 == made->plan.step_count && field + 1 == step.fields;
                if (!is_last && !(mischief > 0 && once_in(dice, mischief * 4))) put(made, made->plan.delimiter);
            }
        }
        put_line_end(made, mischief > 0 && once_in(dice, mischief) ? (int)below(dice, 3) : line_end);
    }
}

/// The beginning of a row that may continue after the end: some fields, and a quote that is still open.
static void put_open_row(made_rows *made, dice *dice) {
    answer_step step = made->steps[0];
    size_t step_start = made->size;
    for (uint32_t field = 0; field < step.fields && !once_in(dice, 3); field++) {
        if (step.is_answers) put_answer(made, dice, 0);
        else put_text(made, dice, step_start, 0);
        put(made, made->plan.delimiter);
    }
    put(made, '"');
    for (size_t length = below(dice, 60); length > 0; length--) put(made, 'q');
    put_line_end(made, (int)below(dice, 3));
}

/// Delimiters, quotes and line endings in any order.
static void make_soup(made_rows *made, dice *dice) {
    const char *signs = "\"\"\n\r,;\t|15a ";
    for (size_t count = below(dice, 600); count > 0; count--) {
        switch (below(dice, 8)) {
        case 0: case 1: put(made, made->plan.delimiter); break;
        case 2: put(made, (uint8_t)made->codes[below(dice, made->code_count)]); break;
        case 3: put(made, once_in(dice, 4) ? (uint8_t)throw_dice(dice) : '\n'); break;
        default: put(made, (uint8_t)signs[below(dice, 12)]);
        }
    }
}

typedef answer_progress reader(const answer_plan *, const uint8_t *, size_t, size_t, size_t, answer_rows);

typedef struct {
    answer_progress progress;
    answer_rows rows;
} result;

/// Reads from a copy with exactly the promised bytes after the last row, whatever they are.
static result read_rows(reader *read, const made_rows *made, size_t start, size_t limit, dice slack) {
    uint8_t *bytes = room(made->size + ANSWER_SLACK, 0);
    if (made->size > 0) memcpy(bytes, made->bytes, made->size);
    // Quotes may close there, and rows seem to continue, even to the very end.
    uint8_t signs[] = {'"', '"', '\n', '\r', made->plan.delimiter, made->plan.delimiter, '1', 'x'};
    int goes_on = once_in(&slack, 3);
    for (size_t index = 0; index < ANSWER_SLACK; index++) {
        uint8_t sign = once_in(&slack, 6) ? (uint8_t)throw_dice(&slack) : signs[below(&slack, 8)];
        if (goes_on) sign = index == 0 ? '"' : index % 2 == 1 ? made->plan.delimiter : (uint8_t)made->codes[0];
        bytes[made->size + index] = sign;
    }
    result result;
    result.rows.starts = room(limit * sizeof(uint32_t), PATTERN);
    result.rows.ends = room((limit * made->plan.entry_count + 64) * sizeof(uint16_t), PATTERN);
    result.rows.levels = room(limit * made->plan.level_stride, PATTERN);
    result.progress = read(&made->plan, bytes, start, made->size, limit, result.rows);
    free(bytes);
    return result;
}

static void release(result result) {
    free(result.rows.starts);
    free(result.rows.ends);
    free(result.rows.levels);
}

void fuzz_rows(dice *dice) {
    made_rows made = {0};
    make_plan(&made, dice);
    if (once_in(dice, 3)) make_soup(&made, dice);
    else make_rows(&made, dice);
    if (once_in(dice, 3)) put_open_row(&made, dice);
    // The byte before the end ends a line.
    if (made.size == 0 || !once_in(dice, 2) || (made.bytes[made.size - 1] != '\n' && made.bytes[made.size - 1] != '\r')) {
        put(&made, once_in(dice, 4) ? '\r' : '\n');
    }
    size_t start = once_in(dice, 4) ? below(dice, made.size + 1) : 0;
    size_t limit = once_in(dice, 2) ? 300 : below(dice, 20);
    result fast = read_rows(answer_rows_read, &made, start, limit, (struct dice){throw_dice(dice), NULL, 0});
    for (int again = 0; again < 2; again++) {
        result plain = read_rows(answer_rows_read_portable, &made, start, limit, (struct dice){throw_dice(dice), NULL, 0});
        size_t count = plain.progress.count;
        must_equal("rows read", &fast.progress.count, &count, sizeof count);
        must_equal("the next row", &fast.progress.next, &plain.progress.next, sizeof(size_t));
        must_equal("starts", fast.rows.starts, plain.rows.starts, count * sizeof(uint32_t));
        must_equal("ends", fast.rows.ends, plain.rows.ends, count * made.plan.entry_count * sizeof(uint16_t));
        // Even where there is no field's level.
        must_equal("levels", fast.rows.levels, plain.rows.levels, count * made.plan.level_stride);
        release(plain);
    }
    release(fast);
    free(made.steps);
    free(made.bytes);
}
