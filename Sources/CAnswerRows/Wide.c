#include "CAnswerRows.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#define WIDE __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt,lzcnt,pclmul")))

int answer_rows_is_fast(void) {
    static int known = -1;
    // Several threads may ask first; all find the same.
    int fast = __atomic_load_n(&known, __ATOMIC_RELAXED);
    if (fast < 0) {
        __builtin_cpu_init();
        fast = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
            && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi")
            && __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2")
            && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("lzcnt") && __builtin_cpu_supports("pclmul");
        __atomic_store_n(&known, fast, __ATOMIC_RELAXED);
    }
    return fast;
}

/// Where no plain field ends.
#define NOT_PLAIN SIZE_MAX

/// What stays the same from row to row.
typedef struct {
    __m512i delimiter, quote, line_feed, carriage_return, low_levels, high_levels, places;
} wide_signs;

/// The lowest `count` bits.
static inline WIDE uint64_t low_bits(uint64_t count) { return _bzhi_u64(~(uint64_t)0, count); }

/// The place of the set bit before which `index` others are set; 64 when there are not so many.
static inline WIDE uint64_t place_of_bit(uint64_t bits, uint64_t index) {
    return _tzcnt_u64(_pdep_u64((uint64_t)1 << index, bits));
}

/// The place of the last answer's end, from `place` on, or NOT_PLAIN.
///
/// The bytes `5,,4\n` with three fields: ends T = 11010, answers X = 00101 (from the right). No two answers touch, so
/// each stands just before its end, and the ends with an answer before them are pext(X << 1, T) = 101: the first
/// and the third field. The answers are pressed together (`54`) and spread over the fields (`5_4`).
static inline WIDE size_t read_answers(
    const wide_signs *signs, const uint8_t *bytes, size_t place, uint32_t fields, int ends_row, uint8_t *levels) {
    __m512i low = _mm512_loadu_si512(bytes + place);
    __m512i high = _mm512_loadu_si512(bytes + place + 64);
    uint64_t low_delimiters = _mm512_cmpeq_epi8_mask(low, signs->delimiter);
    uint64_t high_delimiters = _mm512_cmpeq_epi8_mask(high, signs->delimiter);
    uint64_t low_lines = 0, high_lines = 0;
    low_lines = _mm512_cmpeq_epi8_mask(low, signs->line_feed) | _mm512_cmpeq_epi8_mask(low, signs->carriage_return);
    high_lines = _mm512_cmpeq_epi8_mask(high, signs->line_feed) | _mm512_cmpeq_epi8_mask(high, signs->carriage_return);
    uint64_t low_ends = low_delimiters | low_lines;
    uint64_t high_ends = high_delimiters | high_lines;
    uint64_t low_count = (uint64_t)_mm_popcnt_u64(low_ends);
    uint64_t end, low_area, high_area;
    uint64_t last_is_line;
    if (low_count >= fields) {
        end = place_of_bit(low_ends, fields - 1);
        last_is_line = low_lines >> end & 1;
        low_area = low_bits(end);
        high_area = 0;
        low_ends &= low_bits(end + 1);
        high_ends = 0;
    } else {
        uint64_t bit = place_of_bit(high_ends, fields - 1 - low_count);
        if (bit == 64) return NOT_PLAIN;
        end = 64 + bit;
        last_is_line = high_lines >> bit & 1;
        low_area = ~(uint64_t)0;
        high_area = low_bits(bit);
        high_ends &= low_bits(bit + 1);
    }
    // A line must end behind the last field of a row and nowhere else.
    if (((low_lines & low_area) | (high_lines & high_area)) != 0 || last_is_line != (uint64_t)ends_row) return NOT_PLAIN;
    uint64_t low_answers = ~low_ends & low_area;
    uint64_t high_answers = ~high_ends & high_area;
    uint64_t low_behind = low_answers << 1;
    uint64_t high_behind = high_answers << 1 | low_answers >> 63;
    if (((low_answers & low_behind) | (high_answers & high_behind)) != 0) return NOT_PLAIN;

    low_count = (uint64_t)_mm_popcnt_u64(low_ends);
    // With 64 ends in the first half there is no second.
    uint64_t filled = _pext_u64(low_behind, low_ends) | (low_count < 64 ? _pext_u64(high_behind, high_ends) << low_count : 0);
    uint64_t from_low = _pdep_u64(low_bits((uint64_t)_mm_popcnt_u64(low_answers)), filled);
    __m512i answers = _mm512_or_si512(
        _mm512_maskz_expand_epi8(from_low, _mm512_maskz_compress_epi8(low_answers, low)),
        _mm512_maskz_expand_epi8(filled & ~from_low, _mm512_maskz_compress_epi8(high_answers, high)));
    __m512i found = _mm512_permutex2var_epi8(signs->low_levels, answers, signs->high_levels);
    uint64_t foreign = _mm512_movepi8_mask(answers)
        | _mm512_mask_cmpeq_epi8_mask(filled, found, _mm512_set1_epi8((char)ANSWER_FOREIGN));
    if (foreign != 0) return NOT_PLAIN;
    // Only these fields: the levels behind them may be there already.
    _mm512_mask_storeu_epi8(
        levels, low_bits(fields), _mm512_mask_blend_epi8(filled, _mm512_set1_epi8((char)ANSWER_NONE), found));
    return place + end;
}

/// The place of the end of the last of some fields of any kind, or NOT_PLAIN.
static inline WIDE size_t read_others(
    const wide_signs *signs, const uint8_t *bytes, size_t start, size_t place, size_t end, uint32_t fields,
    int ends_row, uint16_t *ends) {
    uint64_t inside = 0;         // all ones inside quotes
    uint64_t may_open = 1;       // a field begins at the first byte
    uint64_t must_follow = 0;    // the byte before closed a quote
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
        // A quote opens at the beginning of a field or doubles the one before it, and behind one that closes the
        // field ends or the quote was doubled.
        uint64_t allowed = (field_ends | close) << 1 | may_open;
        uint64_t behind_close = close << 1 | must_follow;
        if ((((open & ~allowed) | (behind_close & ~(field_ends | open))) & area) != 0) return NOT_PLAIN;
        if (((last < 64 ? lines & low_bits(last) : lines)) != 0) return NOT_PLAIN;
        __m512i places = _mm512_maskz_compress_epi8(field_ends, signs->places);
        __m512i base = _mm512_set1_epi16((short)(place - start));
        if (place - start > UINT16_MAX - 63 && count > 0) {
            uint64_t furthest = last < 64 ? last : 63 - _lzcnt_u64(field_ends);
            if (place - start + furthest > UINT16_MAX) return NOT_PLAIN;
        }
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

static WIDE answer_progress read_wide(
    const answer_plan *plan, const uint8_t *bytes, size_t start, size_t end, size_t limit, answer_rows rows) {
    uint8_t numbers[64];
    for (int index = 0; index < 64; index++) numbers[index] = (uint8_t)index;
    wide_signs signs = {
        _mm512_set1_epi8((char)plan->delimiter), _mm512_set1_epi8('"'), _mm512_set1_epi8('\n'), _mm512_set1_epi8('\r'),
        _mm512_loadu_si512(plan->level_of_byte), _mm512_loadu_si512(plan->level_of_byte + 64),
        _mm512_loadu_si512(numbers)};
    answer_progress progress = {0, start};
    while (progress.count < limit && progress.next < end) {
        uint16_t *ends = rows.ends + progress.count * plan->entry_count;
        uint8_t *levels = rows.levels + progress.count * plan->level_stride;
        size_t place = progress.next;
        int is_plain = 1;
        for (size_t index = 0; index < plan->step_count; index++) {
            answer_step step = plan->steps[index];
            int ends_row = index + 1 == plan->step_count;
            // A quote may have closed behind the end, where other bytes stand.
            if (place >= end) {
                is_plain = 0;
                break;
            }
            size_t last;
            if (step.is_answers) {
                last = read_answers(&signs, bytes, place, step.fields, ends_row, levels + step.first_level);
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
        progress.next = place;
    }
    return progress;
}

static inline int64_t weight_of(const uint8_t *place) {
    int64_t weight;
    memcpy(&weight, place, sizeof weight);
    return weight;
}

static WIDE void add_wide(
    const uint8_t *rows, size_t row_size, size_t weight_offset, size_t row_count, size_t questions, size_t level_count,
    uint32_t *counts, int64_t *sums) {
    for (size_t first = 0; first < questions; first += 64) {
        size_t width = questions - first < 64 ? questions - first : 64;
        for (size_t level = 0; level < level_count; level++) {
            __m512i wanted = _mm512_set1_epi8((char)level);
            __m512i count = _mm512_setzero_si512();
            __m512i one = _mm512_set1_epi8(1);
            __m512i s0 = _mm512_setzero_si512(), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
            if (width > 40) {
                for (size_t row = 0; row < row_count; row++) {
                    __m512i answers = _mm512_loadu_si512(rows + row * row_size + first);
                    uint64_t equal = _mm512_cmpeq_epi8_mask(answers, wanted);
                    __m512i weight = _mm512_set1_epi64(weight_of(rows + row * row_size + weight_offset));
                    count = _mm512_mask_add_epi8(count, equal, count, one);
                    s0 = _mm512_mask_add_epi64(s0, (__mmask8)equal, s0, weight);
                    s1 = _mm512_mask_add_epi64(s1, (__mmask8)(equal >> 8), s1, weight);
                    s2 = _mm512_mask_add_epi64(s2, (__mmask8)(equal >> 16), s2, weight);
                    s3 = _mm512_mask_add_epi64(s3, (__mmask8)(equal >> 24), s3, weight);
                    s4 = _mm512_mask_add_epi64(s4, (__mmask8)(equal >> 32), s4, weight);
                    s5 = _mm512_mask_add_epi64(s5, (__mmask8)(equal >> 40), s5, weight);
                    s6 = _mm512_mask_add_epi64(s6, (__mmask8)(equal >> 48), s6, weight);
                    s7 = _mm512_mask_add_epi64(s7, (__mmask8)(equal >> 56), s7, weight);
                }
            } else {
                for (size_t row = 0; row < row_count; row++) {
                    __m512i answers = _mm512_loadu_si512(rows + row * row_size + first);
                    uint64_t equal = _mm512_cmpeq_epi8_mask(answers, wanted);
                    __m512i weight = _mm512_set1_epi64(weight_of(rows + row * row_size + weight_offset));
                    count = _mm512_mask_add_epi8(count, equal, count, one);
                    s0 = _mm512_mask_add_epi64(s0, (__mmask8)equal, s0, weight);
                    s1 = _mm512_mask_add_epi64(s1, (__mmask8)(equal >> 8), s1, weight);
                    s2 = _mm512_mask_add_epi64(s2, (__mmask8)(equal >> 16), s2, weight);
                    s3 = _mm512_mask_add_epi64(s3, (__mmask8)(equal >> 24), s3, weight);
                    s4 = _mm512_mask_add_epi64(s4, (__mmask8)(equal >> 32), s4, weight);
                }
            }
            __m512i all[8] = {s0, s1, s2, s3, s4, s5, s6, s7};
            uint32_t *count_out = counts + level * questions + first;
            int64_t *sum_out = sums + level * questions + first;
            uint8_t narrow[64];
            _mm512_storeu_si512(narrow, count);
            for (size_t question = 0; question < width; question += 16) {
                __mmask16 present = (__mmask16)low_bits(width - question < 16 ? width - question : 16);
                __m512i wide = _mm512_cvtepu8_epi32(_mm_loadu_si128((const __m128i *)(narrow + question)));
                __m512i before = _mm512_maskz_loadu_epi32(present, count_out + question);
                _mm512_mask_storeu_epi32(count_out + question, present, _mm512_add_epi32(before, wide));
            }
            for (size_t question = 0; question < width; question += 8) {
                __mmask8 present = (__mmask8)low_bits(width - question < 8 ? width - question : 8);
                __m512i before = _mm512_maskz_loadu_epi64(present, sum_out + question);
                _mm512_mask_storeu_epi64(sum_out + question, present, _mm512_add_epi64(before, all[question / 8]));
            }
        }
    }
}

#else

int answer_rows_is_fast(void) { return 0; }

#endif

answer_progress answer_rows_read(
    const answer_plan *plan, const uint8_t *bytes, size_t start, size_t end, size_t limit, answer_rows rows) {
#if defined(__x86_64__)
    if (answer_rows_is_fast()) return read_wide(plan, bytes, start, end, limit, rows);
#endif
    return answer_rows_read_portable(plan, bytes, start, end, limit, rows);
}

void answer_rows_add(
    const uint8_t *rows, size_t row_size, size_t weight_offset, size_t row_count, size_t questions, size_t level_count,
    uint32_t *counts, int64_t *sums) {
#if defined(__x86_64__)
    if (answer_rows_is_fast()) {
        add_wide(rows, row_size, weight_offset, row_count, questions, level_count, counts, sums);
        return;
    }
#endif
    answer_rows_add_portable(rows, row_size, weight_offset, row_count, questions, level_count, counts, sums);
}
