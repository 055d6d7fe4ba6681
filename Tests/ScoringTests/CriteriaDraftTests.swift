import Foundation
import Scoring
import TestSupport
import Testing
import Values

@Suite("Criteria sets built in code")
struct CriteriaDraftTests {
    private static let files = Repository.paths(below: "criteria", ending: ".json")
        .filter { !$0.hasSuffix(".schema.json") && !$0.contains("questionnaire") }

    @Test("a set that is made a draft and a set again is the same set, whatever it holds")
    func roundTrip() throws {
        var sets = try Self.files.map { try SeedRows.edition(at: URL(filePath: Repository.path("criteria/\($0)"))) }
        #expect(sets.count >= 8)
        for file in WorkedExamples.files { sets += try WorkedExamples(file: file).editions() }
        var kinds: Set<ScoringRule.Kind> = []
        for set in sets {
            let again = try CriteriaSet(CriteriaDraft(set))
            #expect(Self.parts(of: again) == Self.parts(of: set), "\(set.set) \(set.edition)")
            kinds.formUnion(set.criteria.compactMap(\.leaf).flatMap(\.measures).map(\.rule.kind))
        }
        #expect(kinds == Set(ScoringRule.Kind.allCases), "every kind of rule was there")
    }

    /// Everything a set contains, as text: every stored property of it and, recursively, of its parts.
    private static func parts(of set: CriteriaSet) -> [String] {
        Mirror(reflecting: set).children.filter { $0.label != "warnings" }.map {
            "\($0.label ?? ""): \(words($0.value))"
        }
    }

    private static func words(_ value: Any) -> String {
        let mirror = Mirror(reflecting: value)
        if mirror.children.isEmpty { return "\(value)" }
        let parts = mirror.children.map { "\($0.label ?? ""): \(words($0.value))" }
        // The order of a dictionary and of a set is arbitrary.
        let isOrdered = mirror.displayStyle != .dictionary && mirror.displayStyle != .set
        return "(\((isOrdered ? parts : parts.sorted()).joined(separator: ", ")))"
    }

    private static let decision = LegalSource(document: "Quyết định 1/QĐ-UBND", place: "Phụ lục", row: "1")

    /// One field with a share of files on time (2 points from 95 %) and a yes-or-no question (1 point).
    private static func draft() -> CriteriaDraft {
        var draft = CriteriaDraft(
            set: "phuong", edition: "2026", name: "Bộ tiêu chí phường", source: decision, years: 2026...2026,
            levels: [Level(code: "xa", name: LocalizedText(vi: "Cấp xã", en: "Commune"))])
        let onTime = Metric(code: "1.1", name: "Tỷ lệ hồ sơ đúng hạn", kind: .percent)
        let plan = Metric(code: "1.2", name: "Có kế hoạch", kind: .yesNo)
        draft.criteria = [
            CriterionDraft(
                code: "1", name: "Thủ tục hành chính",
                children: [
                    CriterionDraft(
                        code: "1.1", name: "Hồ sơ đúng hạn", maximum: 2, source: decision,
                        leaf: Leaf(
                            onTime, .proportional(ProportionalRule(full: Bound(.atLeast, 95))), levels: ["xa"],
                            target: Target(text: "Từ 95 % trở lên", bound: Bound(.atLeast, 95)))),
                    CriterionDraft(
                        code: "1.2", name: "Ban hành kế hoạch", maximum: 1, source: decision,
                        leaf: Leaf(plan, .yesNo(YesNoRule()), levels: ["xa"])),
                ])
        ]
        return draft
    }

    @Test("a set of code scores, and is looked up by code")
    func scores() throws {
        let set = try CriteriaSet(Self.draft())
        #expect(set.warnings.isEmpty)
        #expect(set.maximum == 3)
        #expect(set["1.2"]?.name == "Ban hành kế hoạch")
        #expect(set["1.3"] == nil)
        let criteria = try CompiledCriteria(set, year: 2026)
        var figures = criteria.emptyFigures(unitCount: 2)
        figures[0, "1.1"] = .value(47.5)
        figures[0, "1.2"] = .value(1)
        figures[1, "1.1"] = .ratio(numerator: 96, denominator: 100)
        let table = try criteria.score(
            figures, units: [ScoredUnit(code: "an-phu", level: "xa"), ScoredUnit(code: "binh-hoa", level: "xa")])
        // 2 × 47.5 ÷ 100 = 0.95, and 1 for the plan.
        #expect(table["an-phu"]?.total.points == 1.95)
        #expect(table["an-phu"]?["1.1"]?.points == 0.95)
        #expect(table["binh-hoa"]?["1.1"]?.points == 2)
        #expect(table["binh-hoa"]?["1.2"]?.points == nil, "nothing is reported")
        #expect(table["binh-hoa"]?["9"] == nil)
        #expect(table["an-phú"] == nil)
    }

    @Test("what is wrong in a draft is found as in a file")
    func faults() {
        var draft = Self.draft()
        draft.criteria[0].maximum = 4
        draft.criteria[0].children[0].source = nil
        draft.criteria[0].children[1].code = "1.1"
        let error = #expect(throws: FindingsError.self) { try CriteriaSet(draft) }
        let codes = Set(error?.findings.map(\.code) ?? [])
        #expect(codes.isSuperset(of: ["criteria.missingSource", "criteria.duplicateCode", "criteria.maximumDiffers"]))
        #expect(
            error?.findings.allSatisfy { $0.location.file == "phuong-2026.json" && $0.location.line != nil } == true)
    }
}
