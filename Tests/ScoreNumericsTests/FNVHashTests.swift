import ScoreNumerics
import Testing

/// Expected values from the authors' published test vectors (Fowler, Noll and Vo, 64-bit FNV-1a).
struct FNVHashTests {
    @Test(
        arguments: [
            ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
        ] as [(String, UInt64)])
    func valuesAreThosePublished(text: String, expected: UInt64) {
        var hash = FNVHash()
        for byte in text.utf8 { hash.add([byte]) }
        #expect(hash.value == expected)
    }
}
