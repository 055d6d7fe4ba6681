/// SHA-256 (FIPS 180-4) of bytes that come piece by piece.
///
///     var sum = SHA256()
///     sum.update(bytes)
///     let text = sum.hex
package struct SHA256: Sendable {
    private var state: SIMD8<UInt32> = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    /// Bytes that do not fill a block yet.
    private var rest: [UInt8] = []
    private var count: UInt64 = 0
    private static let blockSize = 64

    /// Starts with no bytes.
    package init() {}

    /// The sum of some bytes as 64 hexadecimal letters.
    ///
    /// Complexity: O(bytes).
    package static func hex(of bytes: [UInt8]) -> String {
        var sum = SHA256()
        sum.update(bytes)
        return sum.hex
    }

    /// Adds bytes.
    // In bounds: whole blocks are handed to `take`, which reads 64 bytes from each multiple of 64.
    package mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { update($0) } }

    /// Adds the bytes of a text in UTF-8.
    package mutating func update(_ text: String) { update(Array(text.utf8)) }

    /// Adds bytes.
    package mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
        count &+= UInt64(bytes.count)
        var next = 0
        if !rest.isEmpty {
            next = min(Self.blockSize - rest.count, bytes.count)
            rest += bytes[..<next]
            if rest.count < Self.blockSize { return }
            rest.withUnsafeBufferPointer { Self.take($0, into: &state) }
            rest = []
        }
        let whole = (bytes.count - next) / Self.blockSize * Self.blockSize
        if whole > 0 { Self.take(UnsafeBufferPointer(rebasing: bytes[next..<next + whole]), into: &state) }
        rest = Array(bytes[(next + whole)...])
    }

    /// The sum of the bytes so far; more may follow.
    package var digest: [UInt8] {
        var end = rest + [0x80]
        let zeros = (Self.blockSize * 2 - 8 - end.count) % Self.blockSize
        end += Array(repeating: 0, count: zeros)
        let bits = count &* 8
        for shift in [56, 48, 40, 32, 24, 16, 8, 0] as [UInt64] { end.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        var last = state
        end.withUnsafeBufferPointer { Self.take($0, into: &last) }
        var digest: [UInt8] = []
        for index in 0..<8 {
            for shift in [24, 16, 8, 0] as [UInt32] { digest.append(UInt8(truncatingIfNeeded: last[index] >> shift)) }
        }
        return digest
    }

    /// The sum of the bytes so far as 64 hexadecimal letters.
    package var hex: String {
        let letters: [UInt8] = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in digest {
            text.append(letters[Int(byte >> 4)])
            text.append(letters[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Takes whole blocks.
    private static func take(_ bytes: UnsafeBufferPointer<UInt8>, into state: inout SIMD8<UInt32>) {
        // In bounds: the count of bytes is a multiple of the block size; words and constants are 64 each.
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
            words.initialize(repeating: 0)
            constants.withUnsafeBufferPointer { constants in
                var start = 0
                while start < bytes.count {
                    take(bytes, from: start, words, constants, into: &state)
                    start += blockSize
                }
            }
        }
    }

    private static func take(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ words: UnsafeMutableBufferPointer<UInt32>,
        _ constants: UnsafeBufferPointer<UInt32>, into state: inout SIMD8<UInt32>
    ) {
        for index in 0..<16 {
            let at = start + index * 4
            let (high, low) = (
                UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16,
                UInt32(bytes[at + 2]) << 8 | UInt32(bytes[at + 3])
            )
            words[index] = high | low
        }
        for index in 16..<64 {
            let (early, late) = (words[index - 15], words[index - 2])
            let first = turned(early, 7) ^ turned(early, 18) ^ (early >> 3)
            let second = turned(late, 17) ^ turned(late, 19) ^ (late >> 10)
            words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for index in 0..<64 {
            let choice = (e & f) ^ (~e & g)
            let majority = (a & b) ^ (a & c) ^ (b & c)
            let upper = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
            let lower = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
            let first = h &+ upper &+ choice &+ constants[index] &+ words[index]
            (h, g, f, e) = (g, f, e, d &+ first)
            (d, c, b, a) = (c, b, a, first &+ lower &+ majority)
        }
        state = state &+ SIMD8(a, b, c, d, e, f, g, h)
    }

    private static func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 { word >> bits | word << (32 - bits) }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
