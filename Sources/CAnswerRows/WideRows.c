#include "Wide.h"

#if defined(__x86_64__)

#include "Key.h"

/// A position that means "not plain".
#define NOT_PLAIN SIZE_MAX

/// What stays the same from row to row.
typedef struct {
    __m512i delimiter, quote, line_feed, carriage_return, low_levels, high_levels, places;
} wide_signs;

/// The position of the set bit that has `index` set bits below it; 64 when there are not that many.
static inline WIDE uint64_t place_of_bit(uint64_t bits, uint64_t index) {
    return _tzcnt_u64(_pdep_u64((uint64_t)1 << index, bits));
}

/// 128 bytes from an offset on, consisting of answers and the delimiters between them.
typedef struct {
    __m512i low, high;
    /// Where fields end: the delimiters, and the end itself.
    uint64_t low_ends, high_ends;
    /// The bytes before the end.
    uint64_t low_area, high_area;
} answer_bytes;

/// Writes the levels of answers; returns 0 when they are not plain.
///
/// The bytes `5,,4
/// ` with three fields: ends T = 11010, answers X = 00101 (from the right). No two answers are adjacent, so each comes
/// just before its end, and the ends preceded by an answer are pext(X << 1, T) = 101: the first and the third field.
/// The answers are compressed (`54`) and expanded over the fields (`5_4`).
static inline WIDE int write_levels(
    const wide_signs *signs, const answer_bytes *found, uint32_t fields, uint8_t *levels) {
    uint64_t low_answers = ~found->low_ends & found->low_area;
    uint64_t high_answers = ~found->high_ends & found->high_area;
    uint64_t low_behind = low_answers << 1;
    uint64_t high_behind = high_answers << 1 | low_answers >> 63;
    if (((low_answers & low_behind) | (high_answers & high_behind)) != 0) return 0;

    uint64_t low_count = (uint64_t)_mm_popcnt_u64(found->low_ends);
    // With 64 ends in the first half there are none in the second.
    uint64_t filled = _pext_u64(low_behind, found->low_ends)
        | (low_count < 64 ? _pext_u64(high_behind, found->high_ends) << low_count : 0);
    uint64_t from_low = _pdep_u64(low_bits((uint64_t)_mm_popcnt_u64(low_answers)), filled);
    __m512i answers = _mm512_or_si512(
        _mm512_maskz_expand_epi8(from_low, _mm512_maskz_compress_epi8(low_answers, found->low)),
        _mm512_maskz_expand_epi8(filled & ~from_low, _mm512_maskz_compress_epi8(high_answers, found->high)));
    __m512i levels_found = _mm512_permutex2var_epi8(signs->low_levels, answers, signs->high_levels);
    uint64_t foreign = _mm512_movepi8_mask(answers)
        | _mm512_mask_cmpeq_epi8_mask(filled, levels_found, _mm512_set1_epi8((char)ANSWER_FOREIGN));
    if (foreign != 0) return 0;
    // Only these fields: the levels after them may have been written already.
    _mm512_mask_storeu_epi8(
        levels, low_bits(fields), _mm512_mask_blend_epi8(filled, _mm512_set1_epi8((char)ANSWER_NONE), levels_found));
    return 1;
}

/// The offset of the last answer's end, starting at `place`, or NOT_PLAIN.
static inline WIDE size_t read_answers(
    const wide_signs *signs, const uint8_t *bytes, size_t place, uint32_t fields, int ends_row, uint8_t *levels) {
    answer_bytes found = {_mm512_loadu_si512(bytes + place), _mm512_loadu_si512(bytes + place + 64), 0, 0, 0, 0};
    uint64_t low_lines = _mm512_cmpeq_epi8_mask(found.low, signs->line_feed)
        | _mm512_cmpeq_epi8_mask(found.low, signs->carriage_return);
    uint64_t high_lines = _mm512_cmpeq_epi8_mask(found.high, signs->line_feed)
        | _mm512_cmpeq_epi8_mask(found.high, signs->carriage_return);
    uint64_t low_ends = _mm512_cmpeq_epi8_mask(found.low, signs->delimiter) | low_lines;
    uint64_t high_ends = _mm512_cmpeq_epi8_mask(found.high, signs->delimiter) | high_lines;
    uint64_t low_count = (uint64_t)_mm_popcnt_u64(low_ends);
    uint64_t end, last_is_line;
    if (low_count >= fields) {
        end = place_of_bit(low_ends, fields - 1);
        last_is_line = low_lines >> end & 1;
        found.low_area = low_bits(end);
        found.low_ends = low_ends & low_bits(end + 1);
    } else {
        uint64_t bit = place_of_bit(high_ends, fields - 1 - low_count);
        if (bit == 64) return NOT_PLAIN;
        end = 64 + bit;
        last_is_line = high_lines >> bit & 1;
        found.low_area = ~(uint64_t)0;
        found.high_area = low_bits(bit);
        found.low_ends = low_ends;
        found.high_ends = high_ends & low_bits(bit + 1);
    }
    // A line must end after the last field of a row and nowhere else.
    if (((low_lines & found.low_area) | (high_lines & found.high_area)) != 0 || last_is_line != (uint64_t)ends_row) {
        return NOT_PLAIN;
    }
    return write_levels(signs, &found, fields, levels) ? place + end : NOT_PLAIN;
}

/// The same for the answers that end a row, when the position of its line feed is known; NOT_PLAIN also when there is a
/// carriage return anywhere but before the line feed.
static inline WIDE size_t read_last_answers(
    const wide_signs *signs, const uint8_t *bytes, size_t place, size_t line_feed, uint32_t fields, uint8_t *levels) {
    size_t size = line_feed - place;
    size -= size > 0 && bytes[line_feed - 1] == '\r';
    answer_bytes found = {_mm512_loadu_si512(bytes + place), _mm512_loadu_si512(bytes + place + 64), 0, 0, 0, 0};
    uint64_t low_signs = _mm512_cmpeq_epi8_mask(found.low, signs->delimiter);
    uint64_t high_signs = _mm512_cmpeq_epi8_mask(found.high, signs->delimiter);
    if (size < 64) {
        found.low_area = low_bits(size);
        found.low_ends = (low_signs & found.low_area) | (uint64_t)1 << size;
    } else {
        found.low_area = ~(uint64_t)0;
        found.high_area = low_bits(size - 64);
        found.low_ends = low_signs;
        found.high_ends = (high_signs & found.high_area) | (uint64_t)1 << (size - 64);
    }
    if ((uint32_t)(_mm_popcnt_u64(found.low_ends) + _mm_popcnt_u64(found.high_ends)) != fields) return NOT_PLAIN;
    return write_levels(signs, &found, fields, levels) ? place + size : NOT_PLAIN;
}

/// The offset of the end of the last of some fields of any kind, or NOT_PLAIN.
static inline WIDE size_t read_others(
    const wide_signs *signs, const uint8_t *bytes, size_t start, size_t place, size_t end, uint32_t fields,
    int ends_row, uint16_t *ends) {
    uint64_t inside = 0;         // all ones inside quotes
    uint64_t may_open = 1;       // a field begins at the first byte
    uint64_t must_follow = 0;    // the previous byte closed a quote
    while (place < end && place - start <= UINT16_MAX) {
        __m512i block = _mm512_loadu_si512(bytes + place);
        uint64_t delimiters = _mm512_cmpeq_epi8_mask(block, signs->delimiter);
        uint64_t quotes = _mm512_cmpeq_epi8_mask(block, signs->quote);
        uint64_t lines =
            _mm512_cmpeq_epi8_mask(block, signs->line_feed) | _mm512_cmpeq_epi8_mask(block, signs->carriage_return);
        uint64_t open = 0, close = 0;
        if ((quotes | inside) != 0) {
            __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)quotes), _mm_set1_epi8(-1), 0);
            uint64_t quoted = (uint64_t)_mm_cvtsi128_si64(product) ^ inside;
            open = quotes & quoted;
            close = quotes & ~quoted;
            delimiters &= ~quoted;
            lines &= ~quoted;
            inside = (uint64_t)((int64_t)quoted >> 63);
        }
        uint64_t field_ends = delimiters | lines;
        uint64_t count = (uint64_t)_mm_popcnt_u64(field_ends);
        uint64_t area = ~(uint64_t)0;
        uint64_t last = 64;
        if (count >= fields) {
            last = place_of_bit(field_ends, fields - 1);
            area = low_bits(last + 1);
            count = fields;
        }
        // A quote opens at the beginning of a field or doubles the previous one, and after a closing quote the field
        // ends or the quote was doubled.
        uint64_t allowed = (field_ends | close) << 1 | may_open;
        uint64_t behind_close = close << 1 | must_follow;
        if ((((open & ~allowed) | (behind_close & ~(field_ends | open))) & area) != 0) return NOT_PLAIN;
        if (((last < 64 ? lines & low_bits(last) : lines)) != 0) return NOT_PLAIN;
        __m512i places = _mm512_maskz_compress_epi8(field_ends, signs->places);
        __m512i base = _mm512_set1_epi16((short)(place - start));
        _mm512_storeu_si512(ends, _mm512_add_epi16(_mm512_cvtepu8_epi16(_mm512_castsi512_si256(places)), base));
        if (count > 32) {
            _mm512_storeu_si512(
                ends + 32, _mm512_add_epi16(_mm512_cvtepu8_epi16(_mm512_extracti64x4_epi64(places, 1)), base));
        }
        ends += count;
        fields -= (uint32_t)count;
        if (fields == 0) return (lines >> last & 1) == (uint64_t)ends_row ? place + last : NOT_PLAIN;
        may_open = (field_ends | close) >> 63;
        must_follow = close >> 63;
        place += 64;
    }
    return NOT_PLAIN;
}

/// Looks ahead for line feeds, where rows most likely end. The processor then need not wait for one row to be read to
/// know where the next begins, and works on several at once; reading confirms whether the guess was right.
typedef struct {
    const uint8_t *bytes;
    size_t end;
    /// The line feeds among the 64 bytes from here on that have not been returned yet.
    size_t place;
    uint64_t lines;
} line_scan;

/// The offset after the next line feed; `end` when there is none.
static inline WIDE size_t next_line(line_scan *scan) {
    while (scan->lines == 0) {
        scan->place += 64;
        if (scan->place >= scan->end) return scan->end;
        scan->lines =
            _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(scan->bytes + scan->place), _mm512_set1_epi8('\n'));
    }
    size_t next = scan->place + _tzcnt_u64(scan->lines) + 1;
    scan->lines &= scan->lines - 1;
    return next < scan->end ? next : scan->end;
}

WIDE answer_progress answer_rows_read_wide(
    const answer_plan *plan, const uint8_t *bytes, size_t start, size_t end, size_t limit, answer_rows rows) {
    uint8_t numbers[64];
    for (int index = 0; index < 64; index++) numbers[index] = (uint8_t)index;
    wide_signs signs = {
        _mm512_set1_epi8((char)plan->delimiter), _mm512_set1_epi8('"'), _mm512_set1_epi8('\n'), _mm512_set1_epi8('\r'),
        _mm512_loadu_si512(plan->level_of_byte), _mm512_loadu_si512(plan->level_of_byte + 64),
        _mm512_loadu_si512(numbers)};
    answer_progress progress = {0, start};
    line_scan scan = {bytes, end, start, _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(bytes + start), signs.line_feed)};
    while (progress.count < limit && progress.next < end) {
        uint16_t *ends = rows.ends + progress.count * plan->entry_count;
        uint8_t *levels = rows.levels + progress.count * plan->level_stride;
        size_t place = progress.next;
        size_t guess = next_line(&scan);
        int is_plain = 1;
        for (size_t index = 0; index < plan->step_count; index++) {
            answer_step step = plan->steps[index];
            int ends_row = index + 1 == plan->step_count;
            // A quote may have closed after the end, where other bytes are.
            if (place >= end) {
                is_plain = 0;
                break;
            }
            size_t last;
            if (step.is_answers) {
                last = NOT_PLAIN;
                if (ends_row) {
                    // The line feeds so far were inside quotes.
                    while (guess <= place && guess < end) guess = next_line(&scan);
                    if (guess - 1 - place < 128) {
                        last = read_last_answers(
                            &signs, bytes, place, guess - 1, step.fields, levels + step.first_level);
                    }
                }
                if (last == NOT_PLAIN) {
                    last = read_answers(&signs, bytes, place, step.fields, ends_row, levels + step.first_level);
                }
                *ends++ = (uint16_t)(last - progress.next);
            } else {
                last = read_others(&signs, bytes, progress.next, place, end, step.fields, ends_row, ends);
                ends += step.fields;
            }
            if (last == NOT_PLAIN || last - progress.next > UINT16_MAX) {
                is_plain = 0;
                break;
            }
            place = last + 1;
        }
        if (!is_plain) break;
        if (bytes[place - 1] == '\r' && place < end && bytes[place] == '\n') place++;
        if (place > end) break;
        rows.starts[progress.count++] = (uint32_t)progress.next;
        // Skips line feeds inside quotes.
        while (guess < place) guess = next_line(&scan);
        // The compiler must not see that both are equal: it would wait for `place`.
        size_t next = guess;
        __asm__("" : "+r"(next));
        if (guess != place) {
            __asm__ volatile("" : "+r"(place));
            next = place;
        }
        progress.next = next;
    }
    return progress;
}

WIDE void answer_keys_compare_wide(
    const uint8_t *bytes, answer_rows rows, size_t count, size_t entry_count, size_t first_entry, size_t last_entry,
    uint8_t *same) {
    answer_key before = {bytes, 0};
    for (size_t row = 0; row < count; row++) {
        answer_key key = key_of_row(bytes, rows, row, entry_count, first_entry, last_entry);
        uint64_t differ = row == 0 || key.length != before.length;
        for (size_t offset = 0; differ == 0 && offset < key.length; offset += 64) {
            __mmask64 present = low_bits(key.length - offset < 64 ? key.length - offset : 64);
            differ = _mm512_mask_cmpneq_epu8_mask(
                present, _mm512_loadu_si512(key.bytes + offset), _mm512_loadu_si512(before.bytes + offset));
        }
        same[row] &= differ == 0;
        before = key;
    }
}

#endif
