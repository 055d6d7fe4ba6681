import TestSupport
import Testing
import Values

@testable import Scoring

/// What a stage did about a line: nobody looked, agreed, changed, returned.
@Suite struct LineStateTests {
    @Test("a line without a row is open, whatever stands")
    func open() {
        #expect(LineState(nil, before: 2) == .open)
        #expect(LineState(nil, before: nil) == .open)
    }

    @Test("agreement is said in words, or by the same points")
    func accepted() {
        #expect(LineState(LineEntry(opinion: .accepted), before: 2) == .accepted)
        #expect(LineState(LineEntry(points: 2), before: 2) == .accepted)
        #expect(LineState(LineEntry(points: 2, opinion: .accepted), before: 2) == .accepted)
        #expect(LineState(LineEntry(points: exact("1.999999")), before: 2) == .changed)
    }

    @Test("a zero is a score: it changes what stood, agrees with a zero, and is a change where nothing stood")
    func zero() {
        #expect(LineState(LineEntry(points: 0), before: 2) == .changed)
        #expect(LineState(LineEntry(points: 0), before: 0) == .accepted)
        #expect(LineState(LineEntry(points: 0), before: nil) == .changed)
    }

    @Test("a returned line stays returned, also with points; points count more than agreement")
    func returned() {
        #expect(LineState(LineEntry(opinion: .returned), before: 2) == .returned)
        #expect(LineState(LineEntry(points: 2, opinion: .returned), before: 2) == .returned)
        #expect(LineState(LineEntry(points: 1, opinion: .accepted), before: 2) == .changed)
    }
}
