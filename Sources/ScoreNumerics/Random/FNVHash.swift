/// 64-bit FNV-1a: a hash of bytes that is the same on every machine.
package struct FNVHash: Sendable {
    /// The hash of the bytes so far.
    package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Starts a hash; different seeds give different hashes of the same bytes.
    package init(seed: UInt64 = 0) { value ^= seed }

    package mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
}
