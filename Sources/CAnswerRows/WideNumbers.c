#include "Wide.h"

#if defined(__x86_64__)

/// Reads eight numbers at once, each in 64 bits.
///
/// `97.25`: the byte that equals the decimal separator is located, and the bytes after it move down by one: `9725` with
/// two decimals. The last digit moves to the highest byte, with zeros before the first, and neighbours are combined:
/// digits to pairs, pairs to fours, fours to eight.
static inline WIDE __m512i read_eight(__m512i word, __m512i length, __m512i decimal) {
    const __m512i zero = _mm512_setzero_si512(), one = _mm512_set1_epi64(1), eight = _mm512_set1_epi64(8);
    const __m512i powers = _mm512_setr_epi64(1000000, 100000, 10000, 1000, 100, 10, 1, 0);
    __mmask8 is_number = _mm512_cmplt_epu64_mask(_mm512_sub_epi64(length, one), eight);
    __m512i bits = _mm512_slli_epi64(_mm512_sub_epi64(eight, length), 3);
    word = _mm512_and_si512(word, _mm512_srlv_epi64(_mm512_set1_epi64(-1), bits));

    __m512i signs = _mm512_movm_epi8(_mm512_cmpeq_epi8_mask(word, decimal));
    __mmask8 has_sign = _mm512_test_epi64_mask(signs, signs);
    __m512i lowest = _mm512_and_si512(signs, _mm512_sub_epi64(zero, signs));
    __m512i below = _mm512_sub_epi64(lowest, one);
    __m512i place = _mm512_srli_epi64(_mm512_sub_epi64(_mm512_set1_epi64(63), _mm512_lzcnt_epi64(lowest)), 3);
    __m512i digits = _mm512_mask_sub_epi64(length, has_sign, length, one);
    __m512i fraction = _mm512_maskz_sub_epi64(has_sign, digits, place);
    // There must be digits on both sides of the separator.
    is_number &= ~(has_sign & (_mm512_cmpeq_epi64_mask(lowest, one) | _mm512_cmpeq_epi64_mask(fraction, zero)));
    word = _mm512_mask_or_epi64(
        word, has_sign, _mm512_and_si512(word, below), _mm512_andnot_si512(below, _mm512_srli_epi64(word, 8)));

    word = _mm512_sllv_epi64(
        _mm512_xor_si512(word, _mm512_set1_epi8(0x30)), _mm512_slli_epi64(_mm512_sub_epi64(eight, digits), 3));
    __m512i others = _mm512_movm_epi8(_mm512_cmpgt_epu8_mask(word, _mm512_set1_epi8(9)));
    is_number &= _mm512_testn_epi64_mask(others, others);
    __m512i pairs = _mm512_maddubs_epi16(word, _mm512_set1_epi16(0x010A));
    __m512i fours = _mm512_madd_epi16(pairs, _mm512_set1_epi32(0x00010064));
    __m512i number = _mm512_add_epi64(
        _mm512_mul_epu32(fours, _mm512_set1_epi64(10000)), _mm512_srli_epi64(fours, 32));
    return _mm512_maskz_mullo_epi64(is_number, number, _mm512_permutexvar_epi64(fraction, powers));
}

WIDE void answer_numbers_read_wide(
    const uint64_t *words, const uint8_t *lengths, size_t count, uint8_t decimal, int64_t *numbers) {
    const __m512i sign = _mm512_set1_epi8((char)decimal);
    for (size_t first = 0; first < count; first += 8) {
        size_t left = count - first;
        __mmask8 present = (__mmask8)low_bits(left < 8 ? left : 8);
        __m512i length = _mm512_cvtepu8_epi64(_mm_maskz_loadu_epi8(present, lengths + first));
        __m512i word = _mm512_maskz_loadu_epi64(present, words + first);
        _mm512_mask_storeu_epi64(numbers + first, present, read_eight(word, length, sign));
    }
}

#endif
