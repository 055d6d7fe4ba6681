import Testing

@testable import Assessment

/// Which earlier units a later unit is compared with.
@Suite struct UnitPairingTests {
    private func units(_ codes: [(String, [String])], level: String = "commune") -> [Unit] {
        codes.map { code, sources in
            Unit(code: code, name: "Xã \(code)", level: level, parent: nil, group: nil, successorOf: sources)
        }
    }

    @Test func unitsGoOnUnderTheirCodesInAnyOrder() {
        let pairing = UnitPairing(from: units([("a", []), ("b", [])]), to: units([("b", []), ("a", [])]))
        #expect(pairing.pairs.map(\.before) == [[1], [0]])
        #expect(pairing.pairs.allSatisfy { !$0.isSuccession })
        #expect(pairing.gaps.isEmpty)
    }

    @Test func aMergedUnitHasAllItsPredecessorsOnce() {
        let pairing = UnitPairing(from: units([("a", []), ("b", []), ("c", [])]), to: units([("a", ["a", "c", "a"])]))
        #expect(pairing.pairs.map(\.before) == [[0, 2]])
        #expect(pairing.pairs.map(\.isSuccession) == [true])
        #expect(pairing.gaps == [.noSuccessor(before: 1)])
    }

    @Test func predecessorsMayBeNamedByName() {
        let before = units([("a", []), ("b", [])])
        let pairing = UnitPairing(from: before, to: units([("n", ["xa a", "b", "Xã b"])]))
        #expect(pairing.pairs.map(\.before) == [[0, 1]])
        #expect(pairing.gaps.isEmpty)
    }

    @Test func onceTheMergerIsOverAUnitIsItself() {
        let merged = units([("n", ["a", "b"]), ("a1", ["c"])])
        let pairing = UnitPairing(from: merged, to: merged)
        #expect(pairing.pairs.map(\.before) == [[0], [1]])
        #expect(pairing.pairs.allSatisfy { !$0.isSuccession })
        #expect(pairing.gaps.isEmpty)
    }

    @Test func aDividedUnitIsNamedAtEveryPart() {
        let pairing = UnitPairing(
            from: units([("a", []), ("b", [])]), to: units([("x", ["a"]), ("y", ["a", "b"]), ("b2", ["b"])]))
        #expect(pairing.pairs.isEmpty)
        #expect(
            pairing.gaps == [
                .divided(after: 0, before: 0, successors: [0, 1]), .divided(after: 1, before: 0, successors: [0, 1]),
                .divided(after: 2, before: 1, successors: [1, 2]),
            ])
    }

    @Test func aUnitThatGaveAPartAwayWasDividedToo() {
        let pairing = UnitPairing(from: units([("a", []), ("b", [])]), to: units([("a", []), ("n", ["a", "b"])]))
        #expect(pairing.pairs.isEmpty)
        #expect(pairing.gaps.count == 2)
    }

    @Test func whatIsNotThereIsNamed() {
        let pairing = UnitPairing(from: units([("a", [])]), to: units([("a", ["a", "q"]), ("n", [])]))
        #expect(pairing.pairs.isEmpty)
        #expect(pairing.gaps == [.unknownPredecessors(after: 0, codes: ["q"]), .noPredecessor(after: 1)])
    }

    @Test func predecessorsOfTwoLevelsAreNotOne() {
        let before = units([("a", [])]) + units([("t", [])], level: "district")
        #expect(UnitPairing(from: before, to: units([("n", ["a", "t"])])).gaps == [.levelsDiffer(after: 0)])
    }

    @Test func oneUnitOfEitherSideBringsWhatConcernsIt() {
        let pairing = UnitPairing(
            from: units([("a", []), ("b", []), ("c", [])]), to: units([("x", ["a", "b"]), ("y", [])]))
        #expect(pairing.narrowed(toAfter: 0).pairs.count == 1)
        #expect(pairing.narrowed(toAfter: 1).gaps == [.noPredecessor(after: 1)])
        #expect(pairing.narrowed(toBefore: 1).pairs.map(\.after) == [0])
        #expect(pairing.narrowed(toBefore: 2).gaps == [.noSuccessor(before: 2)])
    }
}
