import TestSupport
import Testing

@testable import Values

/// Places in JSON: those of a slow way, at once.
@Suite struct JSONLinesTests {
    /// Lines and characters counted from the beginning.
    private static func slowPlace(of offset: Int, in bytes: [UInt8]) -> [Int] {
        let before = bytes.prefix(offset)
        let line = before.count { $0 == 10 } + 1
        let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
        var text = String(decoding: before[start...], as: UTF8.self)
        if start == 0, text.first == "\u{FEFF}" { text.removeFirst() }
        return [line, text.count + 1]
    }

    private static let pieces: [String] = [
        "\"khoá\": 1, ", "\n", "\r\n", "\r", String(repeating: "x", count: 900), "Phước Ấn ", "e\u{302}\u{301}", "👩‍👩‍👧",
        "\u{FEFF}", "\t", String(repeating: "ệ", count: 2_500), " \u{301}", "]", "",
    ]

    @Test(arguments: 0..<40) func areThoseOfASlowWay(seed: Int) {
        var state = UInt64(seed) + 11
        func drawn(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        var text = seed % 5 == 0 ? "\u{FEFF}" : ""
        for _ in 0..<40 { text += Self.pieces[drawn(Self.pieces.count)] }
        let bytes = Array(text.utf8)
        let lines = JSONLines(bytes)
        for _ in 0..<60 {
            let offset = drawn(bytes.count + 1)
            let (line, column) = lines.place(of: offset, in: bytes)
            #expect([line, column] == Self.slowPlace(of: offset, in: bytes), "\(seed) \(offset)")
        }
    }

    @Test func bytesThatAreNoTextHavePlaces() {
        let bytes = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
        let lines = JSONLines(bytes)
        for offset in stride(from: 0, through: bytes.count, by: 997) {
            let (line, column) = lines.place(of: offset, in: bytes)
            #expect([line, column] == Self.slowPlace(of: offset, in: bytes))
        }
    }

    /// Twice the entries, all on one line, take at most three times as long: it was four.
    @Test func placesOfAllEntriesAreLinear() throws {
        func seconds(_ count: Int) throws -> Double {
            let text = "{" + (0..<count).map { "\"k\($0)\": \"Phước Ấn\"" }.joined(separator: ", ") + "}"
            let document = try JSONDocument(file: "a.json", bytes: Array(text.utf8))
            guard case .object(let members) = document.root.content else { return 0 }
            return ThreadTime.least { for member in members { _ = document.location(of: member.keyOffset) } }
        }
        let (half, whole) = (try seconds(1_000), try seconds(2_000))
        #expect(whole <= 3 * half + 0.02, "\(half) s, \(whole) s")
    }
}
