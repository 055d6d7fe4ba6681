import Foundation
import TestSupport
import Testing
import Values

@testable import Assessment

/// The examples of docs/lists-format.md are read as they stand there.
@Suite struct ListDocumentationTests {
    private static func blocks() throws -> [String] {
        let parts = try Repository.text("docs/lists-format.md").components(separatedBy: "```json\n")
        return parts.dropFirst().map { $0.components(separatedBy: "```")[0] }
    }

    @Test func schemasKnowWhatIsRead() throws {
        let blocks = try Self.blocks()
        let profile = try SchemaCheck.parsed(Data(blocks[1].utf8))
        #expect(try SchemaCheck("criteria/list-profile.schema.json").faults(of: profile) == [])
        let settings =
            #"{"format": 1, "name": "x", "criteria": "c.json", "year": 2026, "stage": "self", \#(blocks[0])}"#
        let parsed = try SchemaCheck.parsed(Data(settings.utf8))
        #expect(try SchemaCheck("criteria/assessment.schema.json").faults(of: parsed) == [])
        // Every kind of condition that the tests of conditions use is one that the schema knows.
        let folder = ListFolder(rows: [])
        let usual = try SchemaCheck.parsed(Data((folder.folder.text("profile.json") ?? "").utf8))
        #expect(try SchemaCheck("criteria/list-profile.schema.json").faults(of: usual) == [])
    }

    /// Four dossiers of the ward: three were finished in the year, of which two on time and one supplemented twice; two of
    /// four were submitted online. The dossier of the department is not the ward's.
    @Test func examplesCountWhatTheySay() throws {
        let blocks = try Self.blocks()
        #expect(blocks.count == 2)
        let folder = TemporaryFolder()
        folder.add(blocks[1], "mot-cua.json")
        #expect(ListProfiles.findings(of: folder.path("mot-cua.json")) == [])
        folder.add(
            #"{"format": 1, "name": "Thử", "criteria": "\#(Repository.path("criteria/mau/xa-2026.json"))", "#
                + #""year": 2026, "stage": "computed", \#(blocks[0])}"#, "assessment.json")
        folder.add("mã đơn vị;tên đơn vị;cấp\ngia-xa;Phường Gia Xá;xa\n", "units.csv")
        folder.add(
            """
            Mã hồ sơ;Đơn vị tiếp nhận;Tên thủ tục;Hình thức nộp;Số lần bổ sung;Ngày tiếp nhận;Hạn xử lý;Ngày trả kết quả
            1;UBND phường Gia Xá;Khai sinh;Trực tuyến;0;05/01/2026;10/01/2026;10/01/2026 16:30
            2;gia-xa;Khai sinh;Trực tiếp;2;05/01/2026;10/01/2026;12/01/2026 08:00
            3;Phường Gia Xá;Kết hôn;trực tuyến toàn trình;1;01/12/2026;31/12/2026;31/12/2026
            4;Phường Gia Xá;Kết hôn;Trực tiếp;;20/12/2026;05/01/2027;04/01/2027
            5;Sở Tài chính;Giá đất;Trực tiếp;;20/12/2026;05/01/2027;04/01/2027

            """, "mot-cua.csv")
        let reading = Assessment.read(folder.path)
        let assessment = try #require(reading.assessment, "\(reading.findings)")
        #expect(ListFolder.figures(of: assessment) == ["gia-xa 3.2.1: 2/3", "gia-xa 3.2.4: 1/3", "gia-xa 7.2: 2/4"])
        let procedures = assessment.listFigure(unit: 0, metric: "3.2.1")?.groupings.first?.parts
        #expect(procedures?.map { "\($0.name) \($0.failed)/\($0.all)" } == ["Khai sinh 1/2", "Kết hôn 0/1"])
    }
}
