import Documents
import Testing
import Values

/// How the lines of a calendar are folded: at 75 bytes, between letters.
@Suite struct CalendarWriterTests {
    /// The lines of the event's title as they are written.
    private func lines(_ title: String) throws -> [String] {
        let day = try #require(CalendarDay(year: 2026, month: 11, day: 20))
        let writer = CalendarWriter(name: .none, stamp: day, reminders: [], language: .vi)
        let event = CalendarWriter.Event(uid: "a", day: day, title: Phrase(verbatim: title), text: .none)
        let all = String(decoding: writer.bytes(of: [event]), as: UTF8.self).split(separator: "\r\n").map(String.init)
        let start = try #require(all.firstIndex { $0.hasPrefix("SUMMARY:") })
        return [all[start]] + all[(start + 1)...].prefix { $0.hasPrefix(" ") }
    }

    // `SUMMARY:` has 8 bytes.
    @Test(arguments: [(67, [75]), (68, [75, 2]), (141, [75, 75]), (142, [75, 75, 2])])
    func lettersOfOneByte(count: Int, lengths: [Int]) throws {
        #expect(try lines(String(repeating: "a", count: count)).map(\.utf8.count) == lengths)
    }

    /// `ế` has three bytes: 22 of them come to 74, and the next one would end at 77.
    @Test(arguments: [(22, [74]), (23, [74, 4])])
    func lettersOfThreeBytes(count: Int, lengths: [Int]) throws {
        #expect(try lines(String(repeating: "ế", count: count)).map(\.utf8.count) == lengths)
    }

    @Test func aFlagIsNotDivided() throws {
        // Two signs of four bytes that are one letter; with 60 letters before it does not fit, and goes on as a whole.
        let flag = "🇻🇳"
        #expect(
            try lines(String(repeating: "a", count: 60) + flag) == [
                "SUMMARY:" + String(repeating: "a", count: 60), " " + flag,
            ])
    }

    @Test func signsAreEscapedAndControlCharactersGo() throws {
        #expect(try lines("a,b;c\\d\ne\u{7}") == ["SUMMARY:a\\,b\\;c\\\\d\\ne\u{FFFD}"])
    }
}
