import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment
@testable import Tables
@testable import score_cli

/// Locking and publishing the stage of explanation: it asks about answers, and never hides what nobody looked at.
@Suite struct AnswerLockTests {
    private static let head = "mã đơn vị;mã tiêu chí;nội dung yêu cầu;ngày yêu cầu;trả lời;ngày trả lời\n"
    private static let decided =
        "u1;1.1;appraisal;1;;Thiếu\nu1;1.2;appraisal;;đồng ý;\nu2;1.1;appraisal;;đồng ý;\n"

    private func folder(_ scores: String? = nil, requests: String? = nil) -> FlowFolder {
        let folder = FlowFolder(scores: scores)
        if let requests { folder.files.add(Self.head + requests, "đợt/requests.csv") }
        return folder
    }

    /// Locks the explanation, in part if units are named: what speaks against it, or how many lines somebody accepted.
    private func lock(_ folder: FlowFolder, units: [String] = [], acceptedBy name: String? = nil) throws -> String {
        let assessment = try #require(Assessment.read(folder.path).assessment)
        var order = StageOrder(.lock, .explanation)
        (order.scope, order.acceptsOpen) = (StageScope(units: units), name)
        let time = try #require(VietnamMoment(secondsSince1970: 0))
        let change = StageChange(
            [order], in: assessment, CriteriaPlaces(), by: Signature(by: "A", time: time), isVietnamese: true)
        try FileOutput.write(change.files)
        let accepted = change.records.map { "\($0.openLines) \($0.openAcceptedBy)" }
        return (change.findings.map(\.code) + accepted).joined(separator: ", ")
    }

    @Test("nobody has to accept lines about which nothing was asked")
    func nothingAsked() throws {
        #expect(try lock(folder()) == "0 ")
    }

    @Test("a question without an answer needs somebody who accepts that")
    func unanswered() throws {
        let folder = folder(requests: "u1;1.1;Nguồn?;2026-11-01;;\n")
        #expect(try lock(folder) == "ledger.unanswered")
        #expect(try lock(folder, units: ["u2"]) == "0 ")
        #expect(try lock(folder, acceptedBy: "Hội đồng") == "1 Hội đồng")
    }

    @Test("a question that was answered needs nobody")
    func answered() throws {
        #expect(try lock(folder(requests: "u1;1.1;Nguồn?;2026-11-01;Sổ A;2026-11-05\n")) == "0 ")
    }

    @Test(
        "a line that was returned is a question",
        arguments: [(nil, "ledger.unanswered"), ("u2;1.2;Số nào?;;Sổ A;\n", "0 ")])
    func returned(answer: String?, expected: String) throws {
        let folder = folder(Self.decided + "u2;1.2;appraisal;;trả lại;Số nào?\n", requests: answer)
        #expect(try lock(folder) == expected)
    }

    @Test("what nobody looked at is published only once a lock of the appraisal says who accepts it")
    func published() throws {
        let folder = folder(Self.decided)
        #expect(try lock(folder) == "0 ")
        #expect(folder.run("stage", "publish", "--stage", "explanation") == .failed)
        #expect(folder.run("stage", "lock", "--stage", "appraisal") == .failed)
        folder.run("stage", "lock", "--stage", "appraisal", "--accept-open", "Hội đồng")
        #expect(folder.run("stage", "publish", "--stage", "explanation") == .done)
        // u1 was looked at in the appraisal, one line of u2 was not.
        #expect(folder.rows("published/1/results.csv").map { Array($0[10...]) } == [["0", ""], ["1", "Hội đồng"]])
        #expect(commandOutput(["verify", folder.path]).exit == .done)
    }

    @Test("a field that was accepted as a whole was looked at")
    func wholeField() throws {
        let folder = folder("u1;1;appraisal;;đồng ý;\nu2;1;appraisal;;đồng ý;\n")
        folder.run("stage", "lock", "--stage", "appraisal")
        #expect(try lock(folder) == "0 ")
        #expect(folder.run("stage", "publish", "--stage", "explanation") == .done)
        #expect(folder.rows("published/1/results.csv").map { Array($0[10...]) } == [["0", ""], ["0", ""]])
    }
}
