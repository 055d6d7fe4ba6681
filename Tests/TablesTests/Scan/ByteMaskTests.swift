import CByteScan
import ScoreNumerics
import Testing

/// The fast masks equal the scalar ones.
@Suite struct ByteMaskTests {
    @Test func everyByteInEveryPlace() {
        for byte in UInt8.min ... .max {
            for location in 0..<64 {
                var block = [UInt8](repeating: UInt8(ascii: "x"), count: 64)
                block[location] = byte
                #expect(masks(byte_scan_block(block, 0xFE)) == masks(byte_scan_block_scalar(block, 0xFE)))
            }
        }
    }

    @Test(arguments: [",", ";", "\t", "|"] as [Character])
    func randomBlocks(delimiter: Character) throws {
        var generator = SeededRandom(seed: 7)
        let sign = try #require(delimiter.asciiValue)
        let alphabet: [UInt8] = [sign, 34, 10, 13, 0, 65, 0xE1, sign ^ 0x80]
        for _ in 0..<2000 {
            let block = (0..<64).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            let found = masks(byte_scan_block(block, sign))
            #expect(found == masks(byte_scan_block_scalar(block, sign)))
            // The scalar form itself, by an independent definition.
            #expect(found[0] == bits(of: sign, in: block))
            #expect(found[1] == bits(of: 34, in: block))
            #expect(found[2] == bits(of: 13, in: block))
            #expect(found[3] == bits(of: 10, in: block))
        }
    }

    @Test func plainPrefixStopsAtTheFirstOtherByte() {
        for count in [0, 1, 15, 16, 17, 63, 64, 65, 200] {
            for location in 0...count {
                for byte: UInt8 in [0, 0x80, 0xFF] {
                    var bytes = [UInt8](repeating: 0x7F, count: count)
                    if location < count { bytes[location] = byte }
                    #expect(byte_scan_plain_prefix(bytes, count) == location)
                    #expect(byte_scan_plain_prefix_scalar(bytes, count) == location)
                }
            }
        }
    }

    private func masks(_ masks: byte_scan_masks) -> [UInt64] {
        [masks.delimiter, masks.quote, masks.carriage_return, masks.line_feed]
    }

    private func bits(of byte: UInt8, in block: [UInt8]) -> UInt64 {
        block.enumerated().reduce(0) { $1.element == byte ? $0 | 1 << UInt64($1.offset) : $0 }
    }
}
