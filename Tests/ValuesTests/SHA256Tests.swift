import Testing
import Values

/// The examples that NIST publishes for FIPS 180-4, and sums of other lengths by `sha256sum` of GNU coreutils.
@Suite struct SHA256Tests {
    private static let published: [(message: String, sum: String)] = [
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ]

    @Test func publishedExamples() {
        for (message, sum) in Self.published { #expect(SHA256.hex(of: Array(message.utf8)) == sum) }
    }

    @Test func aMillionLetters() {
        #expect(
            SHA256.hex(of: Array(repeating: UInt8(ascii: "a"), count: 1_000_000))
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    /// Around the end of a block, and of what has room for the length.
    @Test func lengthsAroundBlocks() {
        let sums: [Int: String] = [
            55: "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318",
            56: "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a",
            63: "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34",
            64: "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb",
            65: "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0",
        ]
        for (length, sum) in sums { #expect(SHA256.hex(of: Array(repeating: 97, count: length)) == sum, "\(length)") }
    }

    @Test func piecesMakeTheSameSum() {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let whole = SHA256.hex(of: bytes)
        for size in [1, 3, 63, 64, 65, 127, 128, 129, 999] {
            var sum = SHA256()
            for start in stride(from: 0, to: bytes.count, by: size) {
                sum.update(Array(bytes[start..<min(start + size, bytes.count)]))
            }
            #expect(sum.hex == whole, "\(size)")
        }
    }

    @Test func moreMayFollow() {
        var sum = SHA256()
        sum.update("ab")
        #expect(sum.hex == "fb8e20fc2e4c3f248c60c39bd652f3c1347298bb977b8b4d5903b85055620603")
        sum.update("c")
        #expect(sum.hex == Self.published[0].sum)
    }
}
