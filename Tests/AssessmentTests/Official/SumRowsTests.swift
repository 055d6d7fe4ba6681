import TestSupport
import Testing
import Values

@testable import Assessment
@testable import Tables

/// A sum row is held against the rows that were read, and is only wrong where it is no sum of any of them.
@Suite struct SumRowsTests {
    private static let code = AssessmentFinding.sumDiffers.rawValue

    /// What is said of sums: cell, what stands there, and the sum of the rows.
    private func said(
        _ table: String, file: String = "metrics.csv", settings: String = "", units: String? = nil
    ) throws -> [String] {
        var files = ["assessment.json": SmallAssessment.settings(settings), file: table]
        if let units { files["units.csv"] = units }
        if file != "metrics.csv" { files["metrics.csv"] = "unit;metric;value\n" }
        let reading = try SmallAssessment(files).read()
        #expect(reading.errors == [])
        return reading.findings.filter { $0.code == Self.code }.map { finding in
            guard case .number(let found)? = finding.details[.found],
                case .number(let expected)? = finding.details[.expected]
            else { return "no numbers" }
            let place = finding.location
            return "\(place.line ?? 0):\(place.column ?? 0) \(found.text()) \(expected.text())"
        }
    }

    private static let three = "h;1.1;18;20\nxa-1;1.1;9;10\nxa-2;1.1;7;10\n"
    private func long(_ sums: String, rows: String = three) throws -> [String] {
        try said("Đơn vị;Mã số liệu;Tử số;Mẫu số\n" + rows + sums)
    }

    @Test func aSumIsHeldAgainstItsRows() throws {
        #expect(try long("Tổng cộng;;34;40\n") == [])
        #expect(try long("Tổng cộng;;35;40\n") == ["5:3 35 34"])
        #expect(try long("Cộng;;34;41\n") == ["5:4 41 40"])
        #expect(try long("Tổng số (I+II);;1;2\n") == ["5:3 1 34", "5:4 2 40"])
        // A sum may leave out what it does not add up.
        #expect(try long("Tổng;;34;\n") == [])
    }

    /// A unit that has reported nothing adds nothing.
    @Test func blankCellsAddNothing() throws {
        #expect(try long("Tổng;;27;30\n", rows: "h;1.1;18;20\nxa-1;1.1;9;10\nxa-2;1.1;;\n") == [])
        #expect(try long("Tổng;;28;30\n", rows: "h;1.1;18;20\nxa-1;1.1;9;10\nxa-2;1.1;;\n") == ["5:3 28 27"])
        // Of one row nothing is to be added up.
        #expect(try long("Tổng;;99;99\n", rows: "h;1.1;18;20\nxa-1;1.1;;\n") == [])
    }

    /// Means, shares and sums of a named part are no sums of all rows.
    @Test(arguments: [
        "Bình quân", "Trung bình", "Điểm trung bình", "Cộng khối xã", "Tổng các xã", "Tổng hợp chung", "Toàn tỉnh",
    ])
    func otherRowsAreLeftAlone(label: String) throws { #expect(try long("\(label);;11,3;13,3\n") == []) }

    /// The sum may be that of the units of one level, of a part, or of what stands below it.
    @Test func sumsOfParts() throws {
        #expect(try long("Tổng số;;16;20\n") == [])
        #expect(try said("Đơn vị;Mã số liệu;Tử số;Mẫu số\nTổng số;;34;40\n" + Self.three) == [])
        #expect(try said("Đơn vị;Mã số liệu;Tử số;Mẫu số\nTổng số;;33;40\n" + Self.three) == ["2:3 33 34"])
        let parts = """
            TT;Đơn vị;1.1 tử số;1.1 mẫu số;1.3
            I;Khối huyện;;;
            1;Huyện H;18;20;12
            ;Cộng;18;20;12
            II;Khối xã;;;
            1;Xã Một;9;10;4
            2;Xã Hai;7;10;5
            ;Cộng;16;20;9
            ;Tổng cộng;34;40;21

            """
        #expect(try said(parts) == [])
        #expect(try said(parts.replacing("Cộng;16;20;9", with: "Cộng;15;20;9")) == ["8:3 15 16"])
        #expect(try said(parts.replacing("34;40;21", with: "34;40;22")) == ["9:5 22 21"])
    }

    /// Percentages, answers and amounts do not add up; neither do figures of several metrics.
    @Test func whatDoesNotAddUp() throws {
        #expect(try said("Đơn vị;1.1;1.5\nh;90;1\nxa-1;80;2\nxa-2;70;3\nTổng;999;999\n") == [])
        #expect(try said("Đơn vị;Mã số liệu;Giá trị\nh;1.1;90\nxa-1;1.1;80\nTổng;;999\n") == [])
        #expect(try said("Đơn vị;Mã số liệu;Giá trị\nh;1.3;9\nxa-1;1.3;8\nTổng;;999\n") == ["4:3 999 17"])
        #expect(try said("Đơn vị;Mã số liệu;Giá trị\nh;1.3;9\nxa-1;3.1;8\nTổng;;999\n") == [])
    }

    /// With fewer decimals a sum is a rounded one.
    @Test func roundedSums() throws {
        let rows = "unit;criterion;self\nxa-1;1.1;0,25\nxa-1;1.2;1,5\nxa-1;1.3;0,75\n"
        func points(_ sum: String) throws -> [String] {
            try said(rows.replacing("self", with: "Tự đánh giá") + "Tổng điểm;;\(sum)\n", file: "scores.csv")
        }
        #expect(try points("2,5") == [])
        #expect(try points("3") == [])
        #expect(try points("2,4") == ["5:3 2.4 2.5"])
    }

    /// The points of a unit, and those of leaves or of fields, are sums.
    @Test func sumsOfPoints() throws {
        let heading = "Đơn vị;Mã tiêu chí;Tự đánh giá\n"
        let tree = "xa-1;1;3\nxa-1;1.1;1\nxa-1;1.2;2\nxa-1;2;1\nxa-1;2.1;1\n"
        #expect(try said(heading + tree + "Tổng điểm;;4\n", file: "scores.csv") == [])
        #expect(try said(heading + tree + "Tổng điểm;;5\n", file: "scores.csv") == ["7:3 5 8"])
        let units = "xa-1;1.1;1\nxa-1;1.2;2\nTổng;;3\nxa-2;1.1;2\nxa-2;1.2;2\nTổng;;4\n"
        #expect(try said(heading + units, file: "scores.csv") == [])
        #expect(try said(heading + "xa-1;1.1;1\nxa-2;1.1;2\nxa-2;1.2;2\nTổng;;4\n", file: "scores.csv") == [])
    }

    /// Where a row could not be read nothing is said of the sum.
    @Test func rowsThatAreNotRead() throws {
        let reading = try SmallAssessment([
            "metrics.csv":
                "Đơn vị;Mã số liệu;Tử số;Mẫu số\nh;1.1;18;20\nKhối nào;1.1;9;10\nxa-2;1.1;7;10\nTổng;;34;40\n"
        ]).read()
        #expect(!reading.findings.contains { $0.code == Self.code })
    }
}
