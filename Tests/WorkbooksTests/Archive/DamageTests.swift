import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Workbooks

/// Whatever happens to the bytes of a workbook, it is read or refused.
@Suite struct DamageTests {
    private static let rounds = 200
    private static let files = ["openpyxl.xlsx", "xlsxwriter.xlsx", "libreoffice.xlsx", "libreoffice.ods", "wide.xlsx"]

    @Test(arguments: files)
    func damagedArchives(_ file: String) throws {
        let sound = try Fixtures.bytes(file)
        var random = SeededRandom(seed: 3)
        var refused = 0
        for _ in 0..<Self.rounds {
            var bytes = sound
            for _ in 0..<random.int(1...4) { damage(&bytes, &random) }
            if BookMaker.refusal(bytes) != nil { refused += 1 }
        }
        #expect(refused > Self.rounds / 2)
    }

    /// With the parts unpacked, damaged, and packed again, so that the damage gets behind the checksums.
    @Test(arguments: files)
    func damagedParts(_ file: String) throws {
        let archive = try ZipArchive(Fixtures.bytes(file))
        let parts = try archive.entries.map { entry in
            ZipMaker.Part(entry.name, try archive.bytes(of: entry), isStored: true)
        }
        var random = SeededRandom(seed: 4)
        var refused = 0
        for _ in 0..<Self.rounds {
            var maker = ZipMaker(parts)
            let position = random.int(0...parts.count - 1)
            for _ in 0..<random.int(1...3) { damage(&maker.parts[position].data, &random) }
            if BookMaker.refusal(maker.bytes) != nil { refused += 1 }
        }
        #expect(refused > Self.rounds / 10)
        #expect(refused < Self.rounds)
    }

    private func damage(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
        guard bytes.count > 8 else { return }
        let place = random.int(0...bytes.count - 5)
        switch random.int(0...5) {
        case 0: bytes[place] = UInt8(random.int(0...255))
        case 1: bytes[place] ^= 1 << UInt8(random.int(0...7))
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + random.int(1...20)))
        case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + random.int(1...40))], at: place)
        case 4:
            bytes.replaceSubrange(
                place..<place + 1, with: Array(random.pick(["<", ">", "&", "\"", "0", "9", "-", ";"]).utf8))
        default: for step in 0..<4 { bytes[place + step] = random.pick([0, 0xFF, 0x7F, 0x80]) }
        }
    }
}
