import Testing

/// Points that were given, and stand no longer because a figure changed, are named by plans and sweeps in every format.
@Suite struct FreedPointsTests {
    /// 1.1 has 1.6 of 2 and 1.2 1.5 of 3; 2.1 has 4.5 of 5, but field 2 was given 4: 7.1 in all.
    private let sample = SmallFolder(
        [
            SmallFolder.node("1", "5"), SmallFolder.share("1.1", "2"), SmallFolder.share("1.2", "3"),
            SmallFolder.node("2", "5"), SmallFolder.share("2.1", "5"),
        ],
        figures: ["x;1.1;80;;", "x;1.2;50;;", "x;2.1;90;;"], given: ["x;2;appraisal;4"])
    private static let heading = "Điểm đã cho không còn áp dụng vì số liệu thay đổi"
    private static let column = "Điểm đã cho bị bỏ"
    private static let record = #""freed":[{"criterion":"2","stage":"appraisal","points":4}]"#

    private func compact(_ command: String, _ words: [String]) -> String {
        commandOutput([command, sample.path, "--unit", "x"] + words + ["--lang", "vi", "--format", "json"]).text.filter
        {
            !$0.isWhitespace
        }
    }

    private func text(_ command: String, _ words: [String], format: String = "md") -> String {
        commandOutput([command, sample.path, "--unit", "x"] + words + ["--lang", "vi", "--format", format]).text
    }

    /// The rows of a table of data, by the titles of its columns.
    private func rows(_ command: String, _ words: [String]) -> [[String: String]] {
        let lines = text(command, words, format: "csv").split(whereSeparator: \.isNewline).map {
            $0.split(separator: ";", omittingEmptySubsequences: false).map {
                $0.filter { $0 != "\"" && $0 != "\u{FEFF}" }
            }
        }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    /// 2.1 alone reaches 8.1, at 100.
    @Test func aPlanNamesThem() {
        let words = ["--goal-points", "8"]
        #expect(compact("plan", words).contains(Self.record))
        #expect(text("plan", words).contains(Self.heading + "\n\n- 2: 4,00 điểm (Thẩm định)"))
        // The row of the action, and that of the sum.
        #expect(rows("plan", words).map { $0[Self.column] } == ["", "2: 4,00 điểm (Thẩm định)"])
    }

    /// Of 90 the appraisal's 4 stand; 95 and 100 of 100 are 4.75 and 5, and what is just below the edge at 100 rounds to 5.
    @Test func aSweepNamesThem() {
        let words = ["--sweep", "2.1=90..100:5"]
        #expect(compact("whatif", words).contains(Self.record))
        #expect(text("whatif", words).contains(Self.heading + "\n\n- 2: 4,00 điểm (Thẩm định)"))
        let rows = rows("whatif", words)
        #expect(rows.map { $0["Tổng điểm"] } == ["7,1", "7,85", "8,1", "8,1"])
        #expect(rows.map { $0[Self.column] } == [""] + Array(repeating: "2: 4,00 điểm (Thẩm định)", count: 3))
    }

    /// Nothing was given to field 1, and a plan without actions changes nothing.
    @Test(arguments: [("whatif", ["--sweep", "1.1=80..100:10"]), ("plan", ["--budget", "0"])])
    func whereNothingIsFreedNothingIsSaid(command: String, words: [String]) {
        let record = compact(command, words)
        #expect(record.contains(#""freed":[]"#) && !record.contains(#""freed":[{"#))
        #expect(!text(command, words).contains(Self.heading))
        let rows = rows(command, words)
        #expect(!rows.isEmpty && rows.allSatisfy { $0[Self.column] == nil })
    }
}
