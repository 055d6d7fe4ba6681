import ScoreNumerics
import TestSupport
import Testing

@testable import Survey

/// The register of forms against a dictionary that keeps every form of every file.
@Suite("Forms by their numbers")
struct RowRegisterTests {
    @Test("what stands twice, and where it stood first, is what a dictionary says", arguments: 1...40)
    func agrees(seed: UInt64) {
        var dice = SeededRandom(seed: seed)
        let register = RowRegister(hasNumbers: true)
        var first: [UInt64: RowRegister.Place] = [:]
        let numbers = Int.random(in: 1...3_000, using: &dice)
        for file in 0..<Int.random(in: 1...4, using: &dice) {
            // Two workers take blocks in turn; a number may stand in both, in one of them or in an earlier file. Some
            // keys have the same slot, and some only differ in what a slot does not hold.
            var marks: [RowRegister.Mark] = []
            for row in 0..<Int.random(in: 0...4_000, using: &dice) {
                let number = UInt64.random(in: 0..<UInt64(numbers), using: &dice)
                let key = Bool.random(using: &dice) ? number &* 0x9E37_79B9_7F4A_7C15 : number &<< 20
                marks.append(RowRegister.Mark(key: key, hash: number, block: row / 100, row: row % 100))
            }
            var parts = [RowMarks(), RowMarks()]
            var (repeats, across) = (0, 0)
            var inFile: [UInt64: [RowRegister.Place]] = [:]
            for mark in marks {
                let place = RowRegister.Place(file: file, block: mark.block, row: mark.row)
                #expect(register.place(of: mark)?.place == first[mark.key])
                if first[mark.key] == nil, inFile[mark.key] != nil { repeats += 1 }
                if first[mark.key] != nil { across += 1 }
                inFile[mark.key, default: []].append(place)
                parts[mark.block % 2].append(mark, hasNumbers: true)
            }
            let found = register.add(parts.reversed(), file: file)
            #expect(found.inside.count == repeats)
            #expect(found.across.count == across)
            for (key, places) in inFile where first[key] == nil { first[key] = places.first }
        }
        for (key, place) in first {
            #expect(register.place(of: RowRegister.Mark(key: key, hash: 0, block: 0, row: 0))?.place == place)
        }
    }
}
