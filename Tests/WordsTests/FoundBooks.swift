import Annexes
import Scoring
import Values
import Workbooks

extension FoundFindings {
    static var annexes: [Finding] {
        let places = [
            Location(file: "a.docx", line: 7, column: 2, isTable: true, table: 3), Location(file: "a.txt", line: 12),
            Location(file: "a.docx", line: 7, isTable: true, table: 3),
        ]
        let reasons = OpenPoint.Reason.allCases.flatMap { reason in
            [
                Finding(
                    AnnexFinding.open, at: places[0],
                    [.code: "1.2", .text: "Tùy mức độ: 0,5", .reason: .code(reason.rawValue)]),
                Finding(
                    CriteriaFinding.toSettle, at: places[1],
                    [.code: "1.2", .text: "Tùy mức độ: 0,5", .reason: .code(reason.rawValue)]),
            ]
        }
        return reasons + [
            Finding(AnnexFinding.noHeading, at: places[1]), Finding(AnnexFinding.noYear, at: places[1]),
            Finding(AnnexFinding.open, at: places[2], [.code: "1.2"]),
            Finding(AnnexFinding.strangeRow, at: places[1], [.found: "Nơi nhận:"]),
            Finding(AnnexFinding.unreadColumn, at: places[0], [.found: "Điểm tự chấm"]),
            Finding(AnnexFinding.withoutCode, at: places[0], [.code: "1.2.1"]),
            Finding(AnnexFinding.otherTotal, at: places[0], [.found: .number(100), .expected: .number(99)]),
            Finding(AnnexFinding.changedCell, at: places[0], [.key: "Điểm tối đa"]),
            Finding(AnnexFinding.brokenRecord, at: places[0], [.found: "criterion {"]),
        ]
    }

    static var workbooks: [Finding] {
        let place = Location(file: "a.xlsx", line: 7, column: 2, isTable: true, sheet: "Quý 1")
        let part: FindingDetails = [.key: "xl/workbook.xml"]
        let sizes: FindingDetails = [.found: .count(2 << 30), .expected: .count(1 << 30)]
        func all<Reason: CaseIterable & RawRepresentable<String>>(
            _ code: WorkbookFinding, _ type: Reason.Type, as key: FindingKey = .reason, _ details: FindingDetails = [:]
        ) -> [Finding] {
            type.allCases.map { reason in
                Finding(code, at: place, details.merging([key: .code(reason.rawValue)]) { first, _ in first })
            }
        }
        let plain: [WorkbookFinding] = [.legacyFormat, .binaryFormat, .macros, .encrypted, .cutOff, .empty]
        let named: [WorkbookFinding] = [.unsafeName, .duplicateName, .missingPart, .documentType]
        return plain.map { Finding($0, at: place) } + named.map { Finding($0, at: place, part) }
            + all(.notAWorkbook, DocumentKind.self, as: .found) + all(.damaged, ArchiveFault.self)
            + all(.damaged, ArchiveFault.self, part)
            + all(.brokenXML, XMLFault.self, [.key: "xl/a.xml", .offset: .count(12)])
            + all(.badCell, CellFault.self, [.found: "x"])
            + [
                Finding(WorkbookFinding.overlap, at: place, [.key: "a.xml", .other: "b.xml"]),
                Finding(WorkbookFinding.tooLarge, at: place, sizes),
                Finding(WorkbookFinding.tooLarge, at: place, sizes.merging(part) { first, _ in first }),
                Finding(WorkbookFinding.textTooLong, at: place, [.found: .count(40_000), .expected: .count(32_767)]),
                Finding(WorkbookFinding.bomb, at: place, [.key: "a.xml", .found: .count(1000)]),
                Finding(WorkbookFinding.tooManyCells, at: place, [.expected: .count(8_000_000)]),
                Finding(
                    WorkbookFinding.unknownSheet, at: place, [.found: "Quy 1", .expected: .names(["Quý 1", "Quý 2"])],
                    suggestion: "Quý 1"),
                Finding(WorkbookFinding.severalSheets, at: place, [.found: .names(["Quý 1", "Quý 2"])]),
                Finding(WorkbookFinding.otherSheets, at: place, [.found: "Quý 1", .other: .names(["Quý 2"])]),
                Finding(WorkbookFinding.hiddenSheet, at: place, [.found: "Quý 1"]),
                Finding(WorkbookFinding.hiddenRows, at: place, [.count: .count(12)]),
                Finding(WorkbookFinding.hiddenColumns, at: place, [.count: .count(3)]),
            ]
    }
}
