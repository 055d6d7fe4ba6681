import Assessment
import Foundation
import TestSupport
import Testing

@testable import score_cli

/// What a lock holds of workbooks: each table in them, and whether a cell is a number.
@Suite struct WorkbookLockTests {
    private typealias Rows = [Int: [TestBook.Cell]]

    private static let units: Rows = [
        1: [.text("mã đơn vị"), .text("tên đơn vị"), .text("cấp"), .text("khối")],
        2: [.text("u1"), .text("Xã Một"), .text("xa"), .text("a")],
        3: [.text("u2"), .text("Xã Hai"), .text("xa"), .text("b")],
    ]

    private static func metrics(_ first: TestBook.Cell, _ second: TestBook.Cell = .text("0,5")) -> Rows {
        [
            1: [.text("mã đơn vị"), .text("mã số liệu"), .text("tử số"), .text("mẫu số")],
            2: [.text("u1"), .text("1.1"), first, .number("4")],
            3: [.text("u2"), .text("1.1"), second, .number("4")],
        ]
    }

    /// A folder with its figures in a workbook, locked at the self-assessment.
    private func locked(_ book: TestBook) -> FlowFolder {
        let folder = FlowFolder()
        try? FileManager.default.removeItem(atPath: folder.path + "/metrics.csv")
        folder.files.add(book.bytes, "đợt/metrics.xlsx")
        #expect(folder.run("stage", "lock", "--stage", "self") == .done)
        #expect(folder.errors().isEmpty)
        return folder
    }

    @Test("a number that is typed as text is another: 1.234 beside «0,5» is one thousand two hundred and thirty-four")
    func numbersAsText() {
        let folder = locked(TestBook(("Số liệu", Self.metrics(.number("1.234")))))
        folder.files.add(TestBook(("Số liệu", Self.metrics(.text("1.234")))).bytes, "đợt/metrics.xlsx")
        let found = folder.errors().filter { $0.code.hasPrefix("ledger.") }
        #expect(found.map(\.code) == ["ledger.lockedReading"])
        #expect(found.allSatisfy { $0.text.contains("«u1, 1.1», cột «tử số» vẫn ghi «1.234»") }, "\(found)")
    }

    @Test("what is read as the same number is the same")
    func sameNumber() {
        let folder = locked(TestBook(("Số liệu", Self.metrics(.number("3")))))
        folder.files.add(TestBook(("Số liệu", Self.metrics(.text("3")))).bytes, "đợt/metrics.xlsx")
        #expect(folder.errors().isEmpty)
        folder.files.add(TestBook(("Số liệu", Self.metrics(.text("2")))).bytes, "đợt/metrics.xlsx")
        #expect(folder.errors().map(\.code) == ["ledger.lockedCell"])
    }

    @Test("one workbook holds several tables, named or not", arguments: [["#Đơn vị", "#Số liệu"], ["", ""]])
    func oneWorkbook(sheets: [String]) {
        func book(_ name: String, _ figure: String) -> [UInt8] {
            var units = Self.units
            units[2] = [.text("u1"), .text(name), .text("xa"), .text("a")]
            return TestBook(("Đơn vị", units), ("Số liệu", Self.metrics(.number(figure), .number("1")))).bytes
        }
        let folder = FlowFolder(
            settings: #", "files": {"units": "a.xlsx\#(sheets[0])", "metrics": ["a.xlsx\#(sheets[1])"]}"#)
        folder.files.add(book("Xã Một", "3"), "đợt/a.xlsx")
        #expect(folder.run("stage", "lock", "--stage", "self") == .done)
        #expect(folder.errors().isEmpty)
        folder.files.add(book("Xã Một", "2"), "đợt/a.xlsx")
        #expect(folder.errors().map(\.code) == ["ledger.lockedCell"])
        folder.files.add(book("Xã Mới", "3"), "đợt/a.xlsx")
        #expect(folder.errors().map(\.code) == ["ledger.lockedCell"])
        folder.files.add(book("Xã Một", "3"), "đợt/a.xlsx")
        #expect(folder.run("stage", "lock", "--stage", "appraisal", "--accept-open", "B") == .done)
        #expect(folder.run("stage", "publish", "--stage", "appraisal") == .done)
        #expect(folder.run("verify") == .done)
    }
}
