#include "Wide.h"

#if defined(__x86_64__)

#include "Products.h"

/// The number of rows added up at once; a multiple of four.
#define CHUNK 64
/// The number of weight bytes summed per pass, in 32-bit sums alongside the counts.
#define PASS_BYTES 3

/// Sixteen questions of some rows: for each question the levels in four rows are adjacent, as `dpbusd` expects them.
typedef struct {
    uint8_t levels[CHUNK / 4][4][64];
    /// For every eight rows: the lowest bytes of their weights, then the next higher bytes, and so on.
    uint8_t weights[CHUNK / 8][8][8];
    /// The number of rows, padded to a multiple of eight with rows without answers.
    size_t row_count;
    /// The number of bytes of the largest weight.
    size_t weight_bytes;
} answer_chunk;

/// Transposes rows of at most 64 questions so that four rows are adjacent.
static inline WIDE void turn_rows(
    answer_chunk *chunk, const uint8_t *rows, size_t row_size, size_t weight_offset, size_t row_count, size_t first) {
    // Unpacking works within each 128-bit lane; the questions are first moved there in groups of four.
    const __m512i fours = _mm512_setr_epi32(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
    const __m512i none = _mm512_set1_epi8((char)ANSWER_NONE);
    const __m512i planes = _mm512_set_epi64(
        0x3F372F271F170F07, 0x3E362E261E160E06, 0x3D352D251D150D05, 0x3C342C241C140C04, 0x3B332B231B130B03,
        0x3A322A221A120A02, 0x3931292119110901, 0x3830282018100800);
    __m512i all = _mm512_setzero_si512();
    chunk->row_count = (row_count + 7) / 8 * 8;
    for (size_t group = 0; group < chunk->row_count / 8; group++) {
        int64_t weights[8] = {0};
        for (size_t half = 0; half < 2; half++) {
            __m512i row[4];
            for (size_t index = 0; index < 4; index++) {
                size_t number = group * 8 + half * 4 + index;
                row[index] = none;
                if (number >= row_count) continue;
                const uint8_t *place = rows + number * row_size;
                row[index] = _mm512_permutexvar_epi32(fours, _mm512_loadu_si512(place + first));
                memcpy(weights + half * 4 + index, place + weight_offset, 8);
            }
            __m512i low01 = _mm512_unpacklo_epi8(row[0], row[1]), high01 = _mm512_unpackhi_epi8(row[0], row[1]);
            __m512i low23 = _mm512_unpacklo_epi8(row[2], row[3]), high23 = _mm512_unpackhi_epi8(row[2], row[3]);
            uint8_t (*out)[64] = chunk->levels[group * 2 + half];
            _mm512_storeu_si512(out[0], _mm512_unpacklo_epi16(low01, low23));
            _mm512_storeu_si512(out[1], _mm512_unpackhi_epi16(low01, low23));
            _mm512_storeu_si512(out[2], _mm512_unpacklo_epi16(high01, high23));
            _mm512_storeu_si512(out[3], _mm512_unpackhi_epi16(high01, high23));
        }
        __m512i eight = _mm512_loadu_si512(weights);
        all = _mm512_or_si512(all, eight);
        _mm512_storeu_si512(chunk->weights[group], _mm512_permutexvar_epi8(planes, eight));
    }
    uint64_t largest = (uint64_t)_mm512_reduce_or_epi64(all);
    chunk->weight_bytes = (71 - _lzcnt_u64(largest | 1)) / 8;
}

/// Adds up one level of a chunk: its rows, and three bytes of their weights. For one question in four rows, one factor
/// has four bytes, each 1 where the answer has the level; the other has the corresponding bytes of the four weights.
///
/// `vectors`, of sixteen questions each, is a constant where this is inlined, so that all sums stay in registers.
static inline WIDE __attribute__((always_inline)) void add_level(
    const answer_chunk *chunk, size_t level, size_t first_byte, const int vectors, __m512i sums[4][PASS_BYTES + 1]) {
    const __m512i wanted = _mm512_set1_epi8((char)level), one = _mm512_set1_epi8(1);
    __m512i sum[4][PASS_BYTES + 1];
    for (int vector = 0; vector < vectors; vector++) {
        for (int part = 0; part <= PASS_BYTES; part++) sum[vector][part] = _mm512_setzero_si512();
    }
    for (size_t group = 0; group < chunk->row_count / 4; group++) {
        __m512i factor[PASS_BYTES];
        for (int part = 0; part < PASS_BYTES; part++) {
            int32_t bytes;
            memcpy(&bytes, chunk->weights[group / 2][first_byte + (size_t)part] + group % 2 * 4, 4);
            factor[part] = _mm512_set1_epi32(bytes);
        }
        for (int vector = 0; vector < vectors; vector++) {
            __m512i levels = _mm512_loadu_si512(chunk->levels[group][vector]);
            __m512i equal = _mm512_maskz_mov_epi8(_mm512_cmpeq_epi8_mask(levels, wanted), one);
            sum[vector][PASS_BYTES] = _mm512_dpbusd_epi32(sum[vector][PASS_BYTES], one, equal);
            for (int part = 0; part < PASS_BYTES; part++) {
                sum[vector][part] = _mm512_dpbusd_epi32(sum[vector][part], factor[part], equal);
            }
        }
    }
    for (int vector = 0; vector < vectors; vector++) {
        for (int part = 0; part <= PASS_BYTES; part++) sums[vector][part] = sum[vector][part];
    }
}

/// Adds up a chunk of at most 16 × `vectors` questions.
static inline WIDE __attribute__((always_inline)) void add_chunk(
    const answer_chunk *chunk, size_t width, size_t questions, size_t level_count, const int vectors,
    uint32_t *counts, int64_t *sums) {
    for (size_t level = 0; level < level_count; level++) {
        // Bytes beyond the largest weight are not read; the last pass starts at 5, since there are only eight: 0, 3, 5.
        for (size_t byte = 0; byte < chunk->weight_bytes; byte += PASS_BYTES) {
            size_t first_byte = byte > 5 ? 5 : byte;
            __m512i parts[4][PASS_BYTES + 1];
            add_level(chunk, level, first_byte, vectors, parts);
            for (int vector = 0; vector < vectors; vector++) {
                size_t question = 16 * (size_t)vector;
                if (question >= width) break;
                uint64_t present = low_bits(width - question < 16 ? width - question : 16);
                uint32_t *count_out = counts + level * questions + question;
                if (byte == 0) {
                    __m512i before = _mm512_maskz_loadu_epi32((__mmask16)present, count_out);
                    _mm512_mask_storeu_epi32(
                        count_out, (__mmask16)present, _mm512_add_epi32(before, parts[vector][PASS_BYTES]));
                }
                for (int half = 0; half < 2; half++) {
                    int64_t *sum_out = sums + level * questions + question + 8 * (size_t)half;
                    __mmask8 kept = (__mmask8)(present >> 8 * half);
                    __m512i total = _mm512_maskz_loadu_epi64(kept, sum_out);
                    for (size_t part = 0; part < PASS_BYTES; part++) {
                        // The previous pass included this byte.
                        if (first_byte + part < byte) continue;
                        __m512i narrow = parts[vector][part];
                        __m512i wide = _mm512_cvtepu32_epi64(
                            half == 0 ? _mm512_castsi512_si256(narrow) : _mm512_extracti64x4_epi64(narrow, 1));
                        total = _mm512_add_epi64(
                            total, _mm512_sll_epi64(wide, _mm_cvtsi64_si128((long long)(8 * (first_byte + part)))));
                    }
                    _mm512_mask_storeu_epi64(sum_out, kept, total);
                }
            }
        }
    }
}

WIDE void answer_rows_add_wide(
    const uint8_t *rows, size_t row_size, size_t weight_offset, size_t row_count, size_t questions, size_t level_count,
    uint32_t *counts, int64_t *sums) {
    answer_chunk chunk;
    for (size_t done = 0; done < row_count; done += CHUNK) {
        size_t taken = row_count - done < CHUNK ? row_count - done : CHUNK;
        for (size_t first = 0; first < questions; first += 64) {
            size_t width = questions - first < 64 ? questions - first : 64;
            turn_rows(&chunk, rows + done * row_size, row_size, weight_offset, taken, first);
            uint32_t *count_out = counts + first;
            int64_t *sum_out = sums + first;
            switch ((width + 15) / 16) {
            case 1: add_chunk(&chunk, width, questions, level_count, 1, count_out, sum_out); break;
            case 2: add_chunk(&chunk, width, questions, level_count, 2, count_out, sum_out); break;
            case 3: add_chunk(&chunk, width, questions, level_count, 3, count_out, sum_out); break;
            default: add_chunk(&chunk, width, questions, level_count, 4, count_out, sum_out); break;
            }
        }
    }
}

WIDE void answer_products_add_wide(
    const answer_measures *measures, const uint8_t *rows, size_t row_size, size_t row_count, uint32_t *values,
    uint64_t *sums) {
    add_products(measures, rows, row_size, row_count, values, sums);
}

#endif
