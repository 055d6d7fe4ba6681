import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// A row is passed over only if it cannot be data: what the folder knows is data, whatever its name.
@Suite struct RowsPassedOverTests {
    @Test func aUnitNamedLikeASumIsAUnit() throws {
        let reading = try SmallAssessment([
            "units.csv": "code;name;level\nh;Huyện H;district\ntk;Tổng kho;commune\nTổng cộng;Cộng;commune\n",
            "metrics.csv": "unit;1.1;1.3\nh;90;3\nTổng kho;80;4\nTổng cộng;70;5\n",
        ]).read()
        #expect(reading.briefs == [])
        #expect(reading.figure("tk", "1.1") == .value(80))
        #expect(reading.figure("Tổng cộng", "1.1") == .value(70))
    }

    @Test func theListOfUnitsIsKeptTheSameWay() throws {
        let reading = try SmallAssessment([
            "units.csv": """
            DANH SÁCH ĐƠN VỊ;;;
            STT;Mã đơn vị;Tên đơn vị;Cấp
            (1);(2);(3);(4)
            I;Khối huyện;;
            1;h;Huyện H;Cấp huyện
            II;Khối xã;;
            2;xa-1;Xã Một;Cấp xã
            3;xa-2;Xã Hai;Cấp xã
            ;Tổng số: 3;;
            ;;Người lập;

            """
        ]).read()
        #expect(
            reading.briefs == ["table.headingFound units.csv:2 «2»", "table.rowsPassedOver units.csv:3"])
        #expect(reading.assessment?.units.map(\.code) == ["h", "xa-1", "xa-2"])
        let rows = try #require(reading.findings.first { $0.code == "table.rowsPassedOver" })
        #expect(
            rows.details == [
                .count: .count(5), .numberingRows: "3", .sectionRows: "4, 6", .sumRows: "9", .closingRows: "10",
            ])
    }

    /// What could be a unit's figures is an error, as ever.
    @Test(arguments: [
        ("unit;1.1\nh;90\nKhối nào;80\n", ["assessment.unknownUnit metrics.csv:3:1 «Khối nào»"]),
        ("unit;1.1\nh;90\n;80\n", ["assessment.blankCell metrics.csv:3:1"]),
        ("unit;1.1\nh;90\nTổng cục Thuế;80\n", ["assessment.unknownUnit metrics.csv:3:1 «Tổng cục Thuế»"]),
        ("unit;1.1\nh;90\nNơi nhận;80\n", ["assessment.unknownUnit metrics.csv:3:1 «Nơi nhận»"]),
        // A forgotten cell is none of a merged one.
        (
            "unit;metric;value\nxa-1;1.1;80\nxa-1;1.2;70\n;1.3;5\nxa-2;1.1;60\n",
            ["assessment.blankCell metrics.csv:4:1"]
        ),
        (
            "unit;metric;value\nxa-1;1.1;80\nxa-2;1.2;70\nh;1.1;5\n;1.3;60\n",
            ["assessment.blankCell metrics.csv:5:1"]
        ),
    ])
    func whatCouldBeDataIsAnError(metrics: String, errors: [String]) throws {
        #expect(try SmallAssessment(["metrics.csv": metrics]).read().errors == errors)
    }

    /// What is merged below a sum would be nobody's.
    @Test func sumsAreNoSources() throws {
        let reading = try SmallAssessment([
            "metrics.csv": "Đơn vị;Mã số liệu;Giá trị\nxa-1;1.1;80\n;1.2;70\nCộng;;150\n;1.3;5\n;1.4;1\n"
        ]).read()
        #expect(
            reading.errors == ["assessment.blankCell metrics.csv:5:1", "assessment.blankCell metrics.csv:6:1"])
    }

    @Test func unitsAreNamedAsPeopleWriteThem() throws {
        let units = "code;name;level\nu1;Xã Phước Hưng;commune\nu2;Xã Phước Hừng;commune\nu3;Xã Một;commune\n"
        let reading = try SmallAssessment([
            "units.csv": units,
            "metrics.csv": "Đơn vị;1.1\nXÃ  PHƯỚC HƯNG;90\nxã phước hừng;80\nUBND xã Một;70\n",
        ]).read()
        #expect(reading.briefs == [])
        #expect(["u1", "u2", "u3"].map { reading.figure($0, "1.1") } == [.value(90), .value(80), .value(70)])
        let ambiguous = try SmallAssessment(["units.csv": units, "metrics.csv": "Đơn vị;1.1\nXa Phuoc Hung;90\n"])
            .read()
        #expect(ambiguous.errors == ["assessment.ambiguousUnit metrics.csv:2:1 «Xa Phuoc Hung»"])
        #expect(
            ambiguous.findings.first { $0.severity == .error }?.details[.expected] == .names(["u1", "u2"]))
    }
}
