import Foundation
import TestSupport
import Testing
import Values

@testable import Workbooks
@testable import score_cli

/// Minutes, points by stage and notices of an appraisal of which one line was agreed with, one cut, one returned and one
/// not looked at.
///
/// | | 1.1 | 1.2 | before | after |
/// |---|---|---|---|---|
/// | u1 | 1.5 → 1 | 1, agreed | 2.5 | 2 |
/// | u2 | 0.5, returned | 2, open | 2.5 | 2.5 |
@Suite struct AppraisalDocumentTests {
    private typealias Object = [String: Any]

    private static let given = """
        u1;1.1;appraisal;1;;Thiếu báo cáo
        u1;1.2;appraisal;;đồng ý;
        u2;1.1;appraisal;;trả lại;Chưa rõ mẫu số

        """
    private static let stages =
        #", "stages": [{"code": "self"}, {"code": "appraisal"}, {"code": "explanation", "closes": "2026-12-10"}]"#

    private static func folder(_ given: String = given, settings: String = stages) -> FlowFolder {
        let folder = FlowFolder(scores: given, settings: settings)
        folder.replace("u2;Xã Hai;xa;b", by: "u2;Xã Hai;xa;a", in: "units.csv")
        return folder
    }

    private func json(_ folder: FlowFolder, _ document: String, _ words: String...) throws -> Object {
        try commandJSON(["report", folder.path, "--document", document] + words)
    }

    @Test("the minutes count lines, cuts and reasons, and have no place for what is open")
    func minutes() throws {
        let record = try json(Self.folder(), "appraisal")
        let lines = try #require(record["lines"] as? [String: Object])
        for (state, count, points) in [
            ("all", 4, 5.5 - 1), ("accepted", 1, 1), ("changed", 1, 1), ("returned", 1, 0.5), ("open", 1, 2),
        ] {
            #expect(lines[state]?["count"] as? Int == count && lines[state]?["points"] as? Double == points, "\(state)")
        }
        #expect(record["cut"] as? Double == 0.5 && record["added"] as? Double == 0)
        let units = try #require(record["units"] as? [Object])
        #expect(units.map { $0["before"] as? Double } == [2.5, 2.5])
        #expect(units.map { $0["after"] as? Double } == [2, 2.5])
        #expect(units.map { $0["change"] as? Double } == [-0.5, 0])
        #expect(units.map { $0["indexBefore"] as? Double } == [62.5, 62.5])
        #expect(units.map { $0["placeBefore"] as? Int } == [1, 1])
        // u1 is second; u2 has an open line, and so no place yet.
        #expect(units.map { $0["placeAfter"] as? Int } == [2, nil])
        #expect(units.map { $0["openPoints"] as? Double } == [0, 2])
        // u1's place rests on the open line of u2.
        #expect(units.map { $0["unsettledUnits"] as? Int } == [1, 0])
        for (key, name) in [
            ("fields", "Lĩnh vực"), ("agencies", "Sở Nội vụ"), ("changedUnits", "Xã Một"),
            ("changedCriteria", "Tiêu chí 1.1"),
        ] {
            let rows = try #require(record[key] as? [Object])
            #expect(rows.map { $0["name"] as? String } == [name] && rows[0]["cut"] as? Double == 0.5)
            let reasons = try #require(rows[0]["reasons"] as? [Object])
            #expect(reasons.map { $0["reason"] as? String } == ["Thiếu báo cáo"])
        }
        let changes = try #require(record["changes"] as? [Object])
        #expect(changes.map { $0["state"] as? String } == ["changed", "returned"])
        #expect(changes.map { $0["reason"] as? String } == ["Thiếu báo cáo", "Chưa rõ mẫu số"])
    }

    @Test("points before and after are those of score")
    func asScore() throws {
        let folder = Self.folder()
        let units = try #require(try json(folder, "appraisal")["units"] as? [Object])
        for (stage, key) in [("self", "before"), ("appraisal", "after")] {
            let scored = try #require(try commandJSON(["score", folder.path, "--stage", stage])["units"] as? [Object])
            #expect(scored.map { $0["points"] as? Double } == units.map { $0[key] as? Double })
        }
    }

    @Test("a unit of which nobody looked at a line has no appraised points, and no place")
    func untouched() throws {
        let folder = Self.folder("u1;1.1;appraisal;;đồng ý;\nu1;1.2;appraisal;;đồng ý;\nu2;1.1;self;2;;\n")
        let unit = try #require((try json(folder, "appraisal")["units"] as? [Object])?.last)
        #expect(unit["before"] as? Double == 4)
        for key in ["after", "change", "indexAfter", "placeAfter"] { #expect(unit[key] is NSNull, "\(key)") }
        let letter = try json(folder, "notices", "--unit", "u2")
        for key in ["points", "index", "class", "place"] { #expect(letter[key] is NSNull, "\(key)") }
        let matrix = try #require((try json(folder, "matrix")["units"] as? [Object])?.last)
        #expect((matrix["total"] as? [Any])?.map { $0 as? Double } == [4, nil])
    }

    @Test("what somebody accepts by name has a place")
    func acceptedByName() throws {
        let folder = Self.folder()
        #expect(folder.run("stage", "lock", "--stage", "self") == .done)
        #expect(folder.run("stage", "lock", "--stage", "appraisal", "--accept-open", "Hội đồng") == .done)
        let units = try #require(try json(folder, "appraisal")["units"] as? [Object])
        #expect(units.map { $0["placeAfter"] as? Int } == [2, 1])
    }

    @Test("the sum of a stage counts what was accepted by name, and not what waits for an explanation")
    func acceptedSums() throws {
        for (given, sum) in [(Self.given, nil), ("u1;1.1;appraisal;1;;Thiếu\nu2;1.1;appraisal;;đồng ý;\n", 2.5)] {
            let folder = Self.folder(given)
            #expect(folder.run("stage", "lock", "--stage", "self") == .done)
            func total() throws -> [Double?]? {
                let unit = try #require((try json(folder, "matrix")["units"] as? [Object])?.last)
                return (unit["total"] as? [Any])?.map { $0 as? Double }
            }
            #expect(try total() == [2.5, nil])
            #expect(folder.run("stage", "lock", "--stage", "appraisal", "--accept-open", "Hội đồng") == .done)
            #expect(try total() == [2.5, sum])
        }
    }

    @Test("a place says how many units have open lines, as long as there are some")
    func mayChange() throws {
        let folder = Self.folder()
        func text(_ document: String, _ language: String) -> String {
            commandOutput(
                ["report", folder.path, "--document", document, "--unit", "u1", "--format", "md", "--lang", language]
            ).text
        }
        #expect(
            text("notices", "vi").contains(
                "Hạng: 2/2 đơn vị (Khối A; còn 1 đơn vị có dòng chưa xem xét, hạng có thể thay đổi)."))
        #expect(text("notices", "en").contains("1 other unit has open lines, and the place may change)."))
        // Only u1 is shown, and u2 is what its place rests on.
        #expect(text("appraisal", "vi").contains("Còn 1 đơn vị có dòng chưa xem xét; hạng"))
        #expect(folder.run("stage", "lock", "--stage", "self") == .done)
        #expect(folder.run("stage", "lock", "--stage", "appraisal", "--accept-open", "Hội đồng") == .done)
        #expect(text("notices", "vi").contains("Hạng: 2/2 đơn vị (Khối A)."))
        #expect(!text("appraisal", "vi").contains("có thể thay đổi"))
    }

    @Test("open lines of a unit that has no place move nobody's")
    func notRanked() throws {
        let folder = Self.folder()
        folder.files.add(
            "mã đơn vị;tên đơn vị;cấp;khối;xếp hạng\nu1;Xã Một;xa;a;có\nu2;Xã Hai;xa;a;không\n", "đợt/units.csv")
        let units = try #require(try json(folder, "appraisal")["units"] as? [Object])
        #expect(units.map { $0["placeAfter"] as? Int } == [1, nil])
        #expect(units.map { $0["unsettledUnits"] as? Int } == [0, 0])
    }

    @Test("units without a line get no notice, and no empty folder is left behind")
    func nobodyToNotify() throws {
        let folder = FlowFolder(scores: "u1;1.1;appraisal;1;;Thiếu báo cáo\n", settings: Self.stages)
        folder.files.add("tiêu chí;a;b\n1;x;\n", "đợt/assignments.csv")
        let out = folder.files.path("thông-báo")
        func write(_ words: String...) -> ExitCode {
            CommandLineTool.run(
                ["report", folder.path, "--document", "notices", "--output", out, "--quiet"] + words)
        }
        #expect(write("--unit", "u2") == .failed && !FileManager.default.fileExists(atPath: out))
        #expect(write() == .done)
        #expect(try FileManager.default.contentsOfDirectory(atPath: out) == ["u1.docx"])
    }

    @Test("points by stage: what was returned or not looked at is blank, and so are sums of it")
    func matrix() throws {
        let record = try json(Self.folder(), "matrix")
        #expect(record["columns"] as? [String] == ["self", "appraisal"])
        let units = try #require(record["units"] as? [Object])
        func points(_ unit: Int, _ code: String) -> [Double?]? {
            let nodes = units[unit]["criteria"] as? [Object]
            let node = nodes?.first { $0["code"] as? String == code }
            return (node?["points"] as? [Any])?.map { $0 as? Double }
        }
        #expect(points(0, "1.1") == [1.5, 1] && points(0, "1.2") == [1, 1])
        #expect(points(1, "1.1") == [0.5, nil] && points(1, "1.2") == [2, nil])
        #expect(units.map { ($0["total"] as? [Any])?.map { $0 as? Double } } == [[2.5, 2], [2.5, nil]])
        // Points beside the question are an answer.
        let answered = Self.given.replacing("u2;1.1;appraisal;;trả lại", with: "u2;1.1;appraisal;0;trả lại")
        let found = try #require(try json(Self.folder(answered), "matrix")["units"] as? [Object])
        let first = (found[1]["criteria"] as? [Object])?.first?["points"] as? [Any]
        #expect(first?.map { $0 as? Double } == [0.5, 0])
    }

    @Test("a whole that was agreed with decides its parts; one with points of its own does not")
    func wholes() throws {
        let agreed = try #require(
            try json(Self.folder("u1;1;appraisal;;đồng ý;\nu2;1;appraisal;3;;\n"), "matrix")["units"] as? [Object])
        func cells(_ unit: Int) -> [String: [Double?]] {
            let nodes = agreed[unit]["criteria"] as? [Object] ?? []
            return Dictionary(
                uniqueKeysWithValues: nodes.map { node in
                    (node["code"] as? String ?? "", (node["points"] as? [Any] ?? []).map { $0 as? Double })
                })
        }
        #expect(cells(0) == ["1": [nil, nil], "1.1": [1.5, 1.5], "1.2": [1, 1]])
        #expect(cells(1) == ["1": [nil, 3], "1.1": [0.5, nil], "1.2": [2, nil]])
        #expect(agreed.map { ($0["total"] as? [Any])?.map { $0 as? Double } } == [[2.5, 2.5], [2.5, 3]])
    }

    @Test("a notice: points, lines with reasons, the remark, and until when the unit may answer")
    func notice() throws {
        let folder = Self.folder()
        folder.files.add("unit;kind;text\nu1;nhận xét;Cần bổ sung báo cáo\nu1;khó khăn;Khác\n", "đợt/remarks.csv")
        let record = try json(folder, "notices", "--unit", "u1")
        #expect(record["points"] as? Double == 2 && record["place"] as? Int == 2 && record["openLines"] as? Int == 0)
        #expect(record["remarks"] as? [String] == ["Cần bổ sung báo cáo"])
        #expect(record["answeringStage"] as? String == "explanation" && record["atStake"] as? Double == 0.5)
        let lines = try #require(record["lines"] as? [Object])
        #expect(lines.map { $0["criterion"] as? String } == ["1.1"])
        #expect(lines.map { $0["until"] as? String } == ["2026-12-10"])
        let text = commandOutput(
            ["report", folder.path, "--document", "notices", "--unit", "u1", "--format", "md", "--lang", "vi"]
        ).text
        #expect(
            text.contains("về 1 dòng nêu ở mục 2 (liên quan 0,50 điểm) ở bước giải trình, đến hết ngày 10/12/2026."))
        // Without a window nobody can say until when.
        let without = try json(Self.folder(settings: ""), "notices", "--unit", "u2")
        #expect(without["answeringStage"] is NSNull && without["atStake"] as? Double == 0.5)
        #expect(without["openLines"] as? Int == 1 && without["place"] is NSNull)
    }

    /// The numbers of the tables of a document, as people write them in Vietnamese.
    private func numbers(_ folder: FlowFolder, _ words: [String]) throws -> Set<Double> {
        let file = folder.files.path("văn-bản.docx")
        let line = ["report", folder.path] + words + ["--output", file, "--lang", "vi", "--quiet"]
        #expect(CommandLineTool.run(line) == .done)
        let word = try WordDocument(file: file, bytes: [UInt8](try Data(contentsOf: URL(filePath: file))))
        var found: Set<Double> = []
        for case .table(let rows) in word.blocks {
            for text in rows.flatMap(\.cells).map(\.text) where text.contains(",") {
                let plain = text.replacing("−", with: "-").replacing("+", with: "").replacing(",", with: ".")
                if let number = Double(plain) { found.insert(abs(number)) }
            }
        }
        return found
    }

    private func numbers(in value: Any) -> Set<Double> {
        switch value {
        case let object as Object: object.values.reduce(into: []) { $0.formUnion(numbers(in: $1)) }
        case let list as [Any]: list.reduce(into: []) { $0.formUnion(numbers(in: $1)) }
        case let number as Double: [abs(number)]
        default: []
        }
    }

    @Test(
        "every figure of a document is one of its JSON",
        arguments: [
            ["--document", "appraisal"], ["--document", "matrix", "--format", "docx"],
            ["--document", "notices", "--unit", "u1"], ["--document", "notices", "--unit", "u2"],
        ])
    func figures(words: [String]) throws {
        let folder = Self.folder()
        let shown = try numbers(folder, words)
        let format = words.filter { $0 != "--format" && $0 != "docx" }
        let record = try commandJSON(["report", folder.path] + format)
        #expect(shown.count > 2 && shown.subtracting(numbers(in: record)).subtracting([4, 0]).isEmpty, "\(shown)")
    }

    @Test("one file a unit, and stages at which nobody appraises are refused")
    func arguments() throws {
        let folder = Self.folder()
        let out = folder.files.path("thông-báo")
        #expect(
            CommandLineTool.run(["report", folder.path, "--document", "notices", "--output", out, "--quiet"]) == .done)
        #expect(try FileManager.default.contentsOfDirectory(atPath: out).sorted() == ["u1.docx", "u2.docx"])
        for words in [
            ["appraisal", "--stage", "self"], ["notices", "--stage", "computed"], ["publication", "--unit", "u1"],
            ["publication", "--stage", "appraisal"], ["self", "--stage", "appraisal"], ["matrix", "--number", "1"],
        ] {
            #expect(commandOutput(["report", folder.path, "--document"] + words).exit == .usage, "\(words)")
        }
        #expect(commandOutput(["report", folder.path, "--document", "publication"]).exit == .failed)
    }

    @Test("a unit whose figures are those of others gets no notice, and that is said")
    func noNotice() {
        let folder = FlowFolder()
        folder.files.add(
            "mã đơn vị;tên đơn vị;cấp;khối;kế thừa;số liệu gộp từ\nu1;Xã Một;xa;a;;\nu2;Xã Hai;xa;b;u1;đơn vị kế thừa\n",
            "đợt/units.csv")
        folder.files.add("mã đơn vị;mã số liệu;giá trị;tử số;mẫu số\nu1;1.1;;3;4\nu1;1.2;;1;2\n", "đợt/metrics.csv")
        let out = folder.files.path("thông báo")
        #expect(folder.errors().isEmpty)
        func end(_ unit: String) -> ExitCode {
            CommandLineTool.run([
                "report", folder.path, "--document", "notices", "--unit", unit, "--format", "md", "--quiet", "--output",
                out,
            ])
        }
        #expect(end("u2") == .failed && !FileManager.default.fileExists(atPath: out))
        #expect(end("u1") == .done)
    }
}
