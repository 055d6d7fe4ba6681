import Scoring
import Survey
import TestSupport
import Testing
import Values

@testable import Assessment

/// Short forms of names, where there is little room.
@Suite struct ShortNameTests {
    private static let files =
        Repository.paths(below: "criteria", ending: ".json").map { "criteria/" + $0 }
        + Repository.paths(below: "datasets", ending: ".json").map { "datasets/" + $0 }
    private static let sets = files.filter { file in
        file.hasPrefix("criteria/") && !file.hasSuffix(".schema.json") && !file.contains("questionnaire")
    }
    private static let questionnaires = files.filter { $0.contains("/questionnaire") && !$0.hasSuffix(".schema.json") }

    /// Every sibling has a short form, in every language of its name and unlike those of the others.
    private func check(_ siblings: [(name: LocalizedText, short: LocalizedText?)], _ file: String) {
        for name in siblings {
            #expect(name.short != nil, "\(file): \(name.name.vi)")
            #expect((name.name.en == nil) == (name.short?.en == nil), "\(file): \(name.name.vi)")
            for text in [name.short?.vi, name.short?.en].compactMap(\.self) {
                #expect(text.count <= 28 && !text.contains("…") && !text.contains("..."), "\(file): \(text)")
            }
        }
        for texts in [siblings.map { $0.short?.vi }, siblings.map { $0.short?.en }] {
            let stated = texts.compactMap { $0?.lowercased() }
            #expect(Set(stated).count == stated.count, "\(file): \(stated)")
        }
    }

    @Test(arguments: sets)
    func everyNodeOfASetHasOne(file: String) throws {
        let set = try CriteriaSet.read(Repository.path(file))
        let groups = [set.criteria.indices.filter { set.criteria[$0].parent == nil }] + set.criteria.map(\.children)
        #expect(groups.reduce(0) { $0 + $1.count } == set.criteria.count)
        for group in groups { check(group.map { (set.criteria[$0].name, set.criteria[$0].shortForm) }, file) }
    }

    @Test(arguments: questionnaires)
    func everyFactorOfAQuestionnaireHasOne(file: String) throws {
        let questionnaire = try #require(Questionnaire.read(contentsOf: Repository.path(file)).questionnaire)
        check(questionnaire.blocks.map { ($0.name, $0.name.shortForm($0.shortName)) }, file)
        for block in questionnaire.blocks {
            check(block.factors.map { ($0.name, $0.name.shortForm($0.shortName)) }, file)
        }
    }

    @Test func thereAreSetsAndQuestionnaires() {
        #expect(Self.sets.count >= 13 && Self.questionnaires.count >= 3)
    }

    /// 28 letters are short, 29 are not; letters with marks are one each, however they are written.
    @Test(arguments: [
        (String(repeating: "ệ", count: 28), true), (String(repeating: "ệ", count: 29), false),
        (String(repeating: "e\u{323}\u{302}", count: 28), true), ("Hồ sơ", true),
    ])
    func aShortNameStandsForItself(name: String, isShort: Bool) {
        #expect(LocalizedText(vi: name).shortForm(nil)?.vi == (isShort ? name : nil))
    }

    /// What is stated comes before the name; English only where it is stated or short.
    @Test func theStatedFormComesFirst() {
        let long = "A name of more than twenty-eight letters"
        #expect(
            LocalizedText(vi: "Tên", en: "Name").shortForm(LocalizedText(vi: "T")) == LocalizedText(vi: "T", en: "Name")
        )
        #expect(LocalizedText(vi: "Tên", en: long).shortForm(nil) == LocalizedText(vi: "Tên"))
        #expect(LocalizedText(vi: "Tên", en: long).shortForm(LocalizedText(vi: "T", en: "N"))?.en == "N")
        #expect(LocalizedText(vi: long, en: "Name").shortForm(nil) == nil)
    }

    /// Records that list nodes have the form once: names, or nothing where a name is long.
    @Test func recordsHaveThem() throws {
        let text = commandOutput(["criteria", "show", Repository.path("criteria/qd766/2026.json"), "--format", "json"])
            .text
        let nodes = try #require(jsonRecord(text)["criteria"] as? [[String: Any]])
        #expect(nodes.first { $0["code"] as? String == "2.1" }?["shortName"] as? String == "Hồ sơ xử lý đúng hạn")
        #expect(
            nodes.first { $0["code"] as? String == "1.1" }?["shortName"] as? String == "Tỷ lệ TTHC công bố đúng hạn")
        let survey = try commandJSON(["survey", Repository.path("datasets/tuy-phuoc-2024")])
        let factors = try #require((survey["survey"] as? [String: Any])?["factors"] as? [[String: Any]])
        #expect(
            factors.map { $0["code"] as? String } == [
                "1", "1.1", "1.2", "1.3", "1.4", "2", "2.1", "2.2", "2.3", "2.4", "2.5",
            ])
        #expect(
            factors[8]["shortName"] as? String == "Công chức giải quyết việc"
                && factors[8]["kind"] as? String == "factor")
    }
}
