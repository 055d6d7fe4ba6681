// What the page's module needs from a C library, which WebAssembly has not: memory, copying, and arithmetic of 128 bits.
// Compiled by checks/page-engine/build with the same clang as the Swift modules.
#include <stddef.h>
#include <stdint.h>

// MARK: - Memory

// Blocks of some sizes, four to each power of two; a freed block waits for the next one of its size. In front of each
// stands the number of its size, in as many bytes as keep it aligned.
enum { alignment = 16, least = 64, sizes = 120, page = 65536 };

extern unsigned char __heap_base;
static uintptr_t next_free, end_of_memory;
static void *waiting[sizes];

static size_t size_of(int number) { return (size_t)(4 + (number & 3)) << (4 + (number >> 2)); }

static int number_of(size_t bytes) {
    if (bytes <= least) return 0;
    // The power of two below, then which quarter above it.
    int power = 31 - __builtin_clz((unsigned)(bytes - 1));
    return (power - 6) * 4 + (int)(((bytes - 1) >> (power - 2)) & 3) + 1;
}

static void *reserve_memory(size_t bytes) {
    if (next_free == 0) {
        next_free = ((uintptr_t)&__heap_base + alignment - 1) & ~(uintptr_t)(alignment - 1);
        end_of_memory = (uintptr_t)__builtin_wasm_memory_size(0) * page;
    }
    if (bytes > end_of_memory - next_free) {
        size_t pages = (bytes - (end_of_memory - next_free) + page - 1) / page;
        // More at once than is needed: growing costs the page a new view each time.
        size_t wanted = pages + 16 + end_of_memory / page / 4;
        if (__builtin_wasm_memory_grow(0, wanted) == (size_t)-1) {
            wanted = pages;
            if (__builtin_wasm_memory_grow(0, wanted) == (size_t)-1) __builtin_trap();
        }
        end_of_memory += wanted * page;
    }
    void *found = (void *)next_free;
    next_free += bytes;
    return found;
}

void *malloc(size_t bytes) {
    if (bytes > 0x40000000) __builtin_trap();
    int number = number_of(bytes + alignment);
    void *block = waiting[number];
    if (block) {
        waiting[number] = *(void **)((char *)block + alignment);
    } else {
        block = reserve_memory(size_of(number));
        *(int *)block = number;
    }
    return (char *)block + alignment;
}

void free(void *given) {
    if (!given) return;
    void *block = (char *)given - alignment;
    int number = *(int *)block;
    *(void **)given = waiting[number];
    waiting[number] = block;
}

int posix_memalign(void **found, size_t wanted, size_t bytes) {
    // Swift asks for no more than this.
    if (wanted > alignment) __builtin_trap();
    *found = malloc(bytes);
    return 0;
}

// MARK: - Copying and comparing

void *memcpy(void *restrict to, const void *restrict from, size_t count) { return __builtin_memcpy(to, from, count); }
void *memmove(void *to, const void *from, size_t count) { return __builtin_memmove(to, from, count); }
void *memset(void *to, int byte, size_t count) { return __builtin_memset(to, byte, count); }

int memcmp(const void *left, const void *right, size_t count) {
    const unsigned char *one = left, *other = right;
    for (size_t at = 0; at < count; at++) {
        if (one[at] != other[at]) return one[at] < other[at] ? -1 : 1;
    }
    return 0;
}

size_t strlen(const char *text) {
    size_t length = 0;
    while (text[length]) length++;
    return length;
}

// The same numbers each time: hashing must not make results differ.
void arc4random_buf(void *to, size_t count) {
    for (size_t at = 0; at < count; at++) ((unsigned char *)to)[at] = (unsigned char)(at * 37 + 11);
}

uintptr_t __stack_chk_guard = 0x5ca1ab1e;
_Noreturn void __stack_chk_fail(void) { __builtin_trap(); }

// MARK: - 128 bits

typedef unsigned __int128 wide;
typedef __int128 signed_wide;
typedef union {
    wide all;
    struct {
        uint64_t low, high;
    } part;
} halves;

static wide of(uint64_t high, uint64_t low) {
    halves number;
    number.part.low = low;
    number.part.high = high;
    return number.all;
}

static uint64_t high_of(wide number) { return ((halves){.all = number}).part.high; }
static uint64_t low_of(wide number) { return ((halves){.all = number}).part.low; }

signed_wide __multi3(signed_wide left, signed_wide right) {
    uint64_t a = low_of((wide)left), b = low_of((wide)right);
    uint64_t a0 = (uint32_t)a, a1 = a >> 32, b0 = (uint32_t)b, b1 = b >> 32;
    uint64_t low = a0 * b0, middle = a1 * b0 + (low >> 32), other = a0 * b1 + (uint32_t)middle;
    uint64_t high = a1 * b1 + (middle >> 32) + (other >> 32);
    high += a * high_of((wide)right) + high_of((wide)left) * b;
    return (signed_wide)of(high, (other << 32) | (uint32_t)low);
}

signed_wide __ashlti3(signed_wide number, int by) {
    uint64_t high = high_of((wide)number), low = low_of((wide)number);
    if (by & 64) return (signed_wide)of(low << (by & 63), 0);
    if (by == 0) return number;
    return (signed_wide)of(high << by | low >> (64 - by), low << by);
}

wide __lshrti3(wide number, int by) {
    uint64_t high = high_of(number), low = low_of(number);
    if (by & 64) return of(0, high >> (by & 63));
    if (by == 0) return number;
    return of(high >> by, low >> by | high << (64 - by));
}

signed_wide __ashrti3(signed_wide number, int by) {
    int64_t high = (int64_t)high_of((wide)number);
    uint64_t low = low_of((wide)number);
    if (by & 64) return (signed_wide)of((uint64_t)(high >> 63), (uint64_t)(high >> (by & 63)));
    if (by == 0) return number;
    return (signed_wide)of((uint64_t)(high >> by), low >> by | (uint64_t)high << (64 - by));
}

// 128 bits ÷ 64 bits where the quotient has 64 bits, in two digits of 32 (Knuth, algorithm D; after Hacker's Delight).
static uint64_t divide_narrow(uint64_t high, uint64_t low, uint64_t divisor, uint64_t *rest) {
    int shift = __builtin_clzll(divisor);
    divisor <<= shift;
    uint64_t upper = shift == 0 ? high : high << shift | low >> (64 - shift);
    low <<= shift;
    uint64_t d1 = divisor >> 32, d0 = (uint32_t)divisor, l1 = low >> 32, l0 = (uint32_t)low;
    uint64_t q1 = upper / d1, r = upper - q1 * d1;
    while (q1 >> 32 || q1 * d0 > (r << 32 | l1)) {
        q1--;
        r += d1;
        if (r >> 32) break;
    }
    uint64_t middle = (upper << 32 | l1) - q1 * divisor;
    uint64_t q0 = middle / d1;
    r = middle - q0 * d1;
    while (q0 >> 32 || q0 * d0 > (r << 32 | l0)) {
        q0--;
        r += d1;
        if (r >> 32) break;
    }
    *rest = ((middle << 32 | l0) - q0 * divisor) >> shift;
    return q1 << 32 | q0;
}

static wide divide(wide number, wide divisor, wide *rest) {
    uint64_t n1 = high_of(number), n0 = low_of(number), d1 = high_of(divisor), d0 = low_of(divisor);
    if (n1 == 0 && d1 == 0) {
        *rest = of(0, n0 % d0);
        return of(0, n0 / d0);
    }
    if (d1 == 0) {
        uint64_t q1 = n1 / d0, left, q0 = divide_narrow(n1 % d0, n0, d0, &left);
        *rest = of(0, left);
        return of(q1, q0);
    }
    if (number < divisor) {
        *rest = number;
        return 0;
    }
    // The divisor's 64 leading bits give the quotient, or one more.
    int shift = __builtin_clzll(d1);
    uint64_t leading = shift == 0 ? d1 : d1 << shift | d0 >> (64 - shift), ignored;
    uint64_t quotient = divide_narrow(n1 >> 1, n1 << 63 | n0 >> 1, leading, &ignored);
    quotient = quotient >> (63 - shift);
    if (quotient > 0) quotient--;
    wide left = number - (wide)__multi3((signed_wide)divisor, (signed_wide)of(0, quotient));
    if (left >= divisor) {
        quotient++;
        left -= divisor;
    }
    *rest = left;
    return of(0, quotient);
}

wide __udivti3(wide number, wide divisor) {
    wide rest;
    return divide(number, divisor, &rest);
}

wide __umodti3(wide number, wide divisor) {
    wide rest;
    (void)divide(number, divisor, &rest);
    return rest;
}

signed_wide __divti3(signed_wide number, signed_wide divisor) {
    wide rest, quotient = divide(number < 0 ? -(wide)number : (wide)number,
                                 divisor < 0 ? -(wide)divisor : (wide)divisor, &rest);
    return (number < 0) == (divisor < 0) ? (signed_wide)quotient : (signed_wide)-quotient;
}

signed_wide __modti3(signed_wide number, signed_wide divisor) {
    wide rest;
    (void)divide(number < 0 ? -(wide)number : (wide)number, divisor < 0 ? -(wide)divisor : (wide)divisor, &rest);
    return number < 0 ? (signed_wide)-rest : (signed_wide)rest;
}
