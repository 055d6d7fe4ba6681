import Assessment
import PageEngine
import Reporting
import Scoring
import TestSupport
import Testing
import Values

/// A folder, and the engine opened for units of it.
struct OpenedPage {
    static let folders = [
        "binh-duong-2017", "hung-yen-papi-2023", "hung-yen-par-2022", "papi-2016", "papi-2021", "phu-tho-2026-08",
        "sipas-2024", "tan-quang-papi-2023", "tinh-mau-2024", "tinh-mau-2026/so", "tuy-phuoc-2023", "tuy-phuoc-2024",
    ]

    /// Some that have all kinds of rules, stages, classes and rankings.
    static let varied = ["sipas-2024", "papi-2021", "phu-tho-2026-08", "tinh-mau-2026/so", "tuy-phuoc-2024"]

    let assessment: Assessment
    var engine = PageEngine()
    let opened: Answer

    /// - Parameter units: the positions of the page's units; nil for all.
    init(_ folder: String, units: [Int]? = nil, peers: EngineInput.Peers) throws {
        let reading = Assessment.read(Repository.path("datasets/" + folder))
        try self.init(try #require(reading.assessment), units: units, peers: peers)
    }

    init(_ assessment: Assessment, units: [Int]?, peers: EngineInput.Peers) throws {
        self.assessment = assessment
        let input = try #require(
            try EngineInput(assessment, units: units ?? Array(assessment.units.indices), peers: peers))
        opened = try Answer(engine.answer(input.bytes))
        try #require(opened["error"] == nil, "\(opened)")
    }

    mutating func ask(_ request: String) throws -> Answer { try Answer(engine.answer(Array(request.utf8))) }

    func code(_ unit: Int) -> String { JSONWriter.quoted(assessment.units[unit].code) }
}

extension AnsweredState {
    /// What the library says.
    init(_ score: UnitScore, _ rank: GroupRank?) {
        self.init([
            score.total.points.text(), score.total.maximum.text(), score.index?.text(), score.coverage?.text(),
            score.total.unmeasured.text(), score.classification?.unitClass?.code, rank?.rank.decimal.text(),
            rank.map { "\($0.count)" }, rank.map { "\($0.tied)" },
        ])
    }
}
