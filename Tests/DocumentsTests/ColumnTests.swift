import Documents
import Testing
import Values

/// Columns derived from others: what changes, and what stays.
struct ColumnTests {
    private let column = Column<String>("k", Phrase(verbatim: "K"), full: Phrase(verbatim: "Full"), .wrapped(3)) {
        .text($0)
    }

    private func described(_ column: Column<String>, _ row: String = "x") -> [String] {
        [column.key, column.title.text(.vi), column.fullTitle.text(.vi), column.value(row).text(.vi)]
    }

    @Test func headingAndLayoutChange() {
        #expect(described(column.titled(Phrase(verbatim: "T"))) == ["k", "T", "T", "x"])
        #expect(described(column.titled(nil, .trailing)) == ["k", "K", "Full", "x"])
        #expect(column.titled(nil, .trailing).layout == .trailing && column.titled().layout == .wrapped(3))
        #expect(described(column.mapped { .text($0 + "!") }) == ["k", "K", "Full", "x!"])
    }

    @Test func textsAreCutOnOneLine() {
        #expect(described(column.cut(at: 4), "a\nbcdef") == ["k", "K", "Full", "a b…"])
        #expect(described(column.cut(at: nil), "a\nb")[3] == "a b")
        let nothing = Column<Int>("n") { _ in .none }
        if case .none = nothing.cut(at: 4).value(1) {
        } else {
            Issue.record("nothing became something")
        }
    }

    @Test func rowsThatHoldNoSuchRowHaveNothing() {
        let outer = column.on { (row: String?) in row }
        #expect(outer.value("x").text(.vi) == "x")
        if case .none = outer.value(nil) {} else { Issue.record("nothing became something") }
        #expect(outer.key == "k" && outer.layout == .wrapped(3) && outer.fullTitle.text(.vi) == "Full")
    }

    @Test func layoutsAddUp() {
        let layout = ColumnLayout.wrapped(5).dispensable.blank("–")
        #expect(layout.alignment == .leading && layout.wrapsFrom == 5)
        #expect(layout.isDispensable && layout.blank == "–")
        #expect(ColumnLayout.decimal.blank("").dispensable.blank("x").blank == "x")
    }
}
