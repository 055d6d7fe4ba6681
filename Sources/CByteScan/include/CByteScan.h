#ifndef C_BYTE_SCAN_H
#define C_BYTE_SCAN_H

// Finds the bytes that structure a table, 64 at a time.
//
// Header only: Swift inlines these functions into its own loops. Bit n of a mask stands for byte n of the block.
// The scalar forms are always available, so that tests can compare the fast ones with them.

#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>
#endif

/// The positions of delimiters, quotes and line endings in a block of 64 bytes.
typedef struct {
    uint64_t delimiter;
    uint64_t quote;
    uint64_t carriage_return;
    uint64_t line_feed;
} byte_scan_masks;

/// The masks of the 64 bytes at `bytes`, computed byte by byte.
static inline byte_scan_masks byte_scan_block_scalar(const uint8_t *bytes, uint8_t delimiter) {
    byte_scan_masks masks = {0, 0, 0, 0};
    for (int index = 0; index < 64; index++) {
        uint64_t bit = (uint64_t)1 << index;
        if (bytes[index] == delimiter) masks.delimiter |= bit;
        if (bytes[index] == '"') masks.quote |= bit;
        if (bytes[index] == '\r') masks.carriage_return |= bit;
        if (bytes[index] == '\n') masks.line_feed |= bit;
    }
    return masks;
}

/// How many bytes from `bytes` on are ASCII and not NUL, checked byte by byte.
static inline size_t byte_scan_plain_prefix_scalar(const uint8_t *bytes, size_t count) {
    size_t index = 0;
    while (index < count && bytes[index] != 0 && bytes[index] < 0x80) index++;
    return index;
}

#if defined(__SSE2__)

static inline uint64_t byte_scan_equal(__m128i a, __m128i b, __m128i c, __m128i d, char sign) {
    __m128i wanted = _mm_set1_epi8(sign);
    uint64_t first = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(a, wanted));
    uint64_t second = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(b, wanted));
    uint64_t third = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(c, wanted));
    uint64_t fourth = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(d, wanted));
    return first | second << 16 | third << 32 | fourth << 48;
}

/// The masks of the 64 bytes at `bytes`.
static inline byte_scan_masks byte_scan_block(const uint8_t *bytes, uint8_t delimiter) {
    const __m128i *vectors = (const __m128i *)bytes;
    __m128i a = _mm_loadu_si128(vectors);
    __m128i b = _mm_loadu_si128(vectors + 1);
    __m128i c = _mm_loadu_si128(vectors + 2);
    __m128i d = _mm_loadu_si128(vectors + 3);
    byte_scan_masks masks = {
        byte_scan_equal(a, b, c, d, (char)delimiter), byte_scan_equal(a, b, c, d, '"'),
        byte_scan_equal(a, b, c, d, '\r'), byte_scan_equal(a, b, c, d, '\n')};
    return masks;
}

/// How many bytes from `bytes` on are ASCII and not NUL.
static inline size_t byte_scan_plain_prefix(const uint8_t *bytes, size_t count) {
    size_t index = 0;
    __m128i zero = _mm_setzero_si128();
    for (; index + 16 <= count; index += 16) {
        // As signed bytes, exactly the plain ones are positive.
        __m128i vector = _mm_loadu_si128((const __m128i *)(bytes + index));
        if (_mm_movemask_epi8(_mm_cmpgt_epi8(vector, zero)) != 0xFFFF) break;
    }
    return index + byte_scan_plain_prefix_scalar(bytes + index, count - index);
}

#elif defined(__aarch64__) && defined(__ARM_NEON)

static inline uint64_t byte_scan_equal(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d, uint8_t sign) {
    const uint8x16_t bits = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t wanted = vdupq_n_u8(sign);
    uint8x16_t first = vpaddq_u8(vandq_u8(vceqq_u8(a, wanted), bits), vandq_u8(vceqq_u8(b, wanted), bits));
    uint8x16_t second = vpaddq_u8(vandq_u8(vceqq_u8(c, wanted), bits), vandq_u8(vceqq_u8(d, wanted), bits));
    first = vpaddq_u8(first, second);
    first = vpaddq_u8(first, first);
    return vgetq_lane_u64(vreinterpretq_u64_u8(first), 0);
}

/// The masks of the 64 bytes at `bytes`.
static inline byte_scan_masks byte_scan_block(const uint8_t *bytes, uint8_t delimiter) {
    uint8x16_t a = vld1q_u8(bytes);
    uint8x16_t b = vld1q_u8(bytes + 16);
    uint8x16_t c = vld1q_u8(bytes + 32);
    uint8x16_t d = vld1q_u8(bytes + 48);
    byte_scan_masks masks = {
        byte_scan_equal(a, b, c, d, delimiter), byte_scan_equal(a, b, c, d, '"'),
        byte_scan_equal(a, b, c, d, '\r'), byte_scan_equal(a, b, c, d, '\n')};
    return masks;
}

/// How many bytes from `bytes` on are ASCII and not NUL.
static inline size_t byte_scan_plain_prefix(const uint8_t *bytes, size_t count) {
    size_t index = 0;
    for (; index + 16 <= count; index += 16) {
        // As signed bytes, exactly the plain ones are positive.
        int8x16_t vector = vreinterpretq_s8_u8(vld1q_u8(bytes + index));
        if (vminvq_s8(vector) <= 0) break;
    }
    return index + byte_scan_plain_prefix_scalar(bytes + index, count - index);
}

#else

/// The masks of the 64 bytes at `bytes`.
static inline byte_scan_masks byte_scan_block(const uint8_t *bytes, uint8_t delimiter) {
    return byte_scan_block_scalar(bytes, delimiter);
}

/// How many bytes from `bytes` on are ASCII and not NUL.
static inline size_t byte_scan_plain_prefix(const uint8_t *bytes, size_t count) {
    return byte_scan_plain_prefix_scalar(bytes, count);
}

#endif
#endif
