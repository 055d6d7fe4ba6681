import Assessment
import Scoring
import Tables
import TestSupport
import Testing
import Values

/// The criteria of Tuy Phước against the checked-in list of the annex's rows.
@Suite struct TuyPhuocAnnexTests {
    private let edition: CriteriaSet
    private let annex: Table

    init() throws {
        edition = try Repository.criteria("criteria/tuy-phuoc/2023-2025.json")
        annex = try Table(
            contentsOf: Repository.path("Tests/ScoringTests/Seeds/tuy-phuoc-annex.csv"),
            options: TableOptions(delimiter: .comma))
    }

    private func column(_ name: String) throws -> [String] {
        let column = try #require(annex.column(named: [name]))
        return annex.usableRows.map { annex.text($0, column) }
    }

    private var leaves: [Criterion] { edition.criteria.filter { $0.leaf != nil } }

    @Test func codesStandInTheAnnexsOrder() throws {
        let codes = try column("code")
        #expect(edition.criteria.map(\.code) == codes)
    }

    @Test func namesAreTheAnnexs() throws {
        let names = try column("name")
        #expect(edition.criteria.map(\.name.vi) == names)
    }

    @Test func leavesAreTheAnnexs() throws {
        let flags = try column("isLeaf")
        #expect(edition.criteria.map { $0.leaf == nil ? "false" : "true" } == flags)
    }

    @Test func leadAgenciesAreTheAnnexs() throws {
        let leads = try column("leadAgency")
        #expect(edition.criteria.map { $0.agencies.lead ?? "" } == leads)
    }

    @Test func kindsFollowTheDepth() throws {
        let kinds = try column("kind")
        let names = ["field", "criterion", "sub-criterion"]
        #expect(edition.criteria.map { names[$0.depth] } == kinds)
    }

    @Test func thereAreEightFieldsAnd34CriteriaAnd57SubCriteria() {
        #expect([0, 1, 2].map { depth in edition.criteria.count { $0.depth == depth } } == [8, 34, 57])
        #expect(leaves.count == 69)
    }

    private func byField(_ leaves: [Criterion]) -> [Int] {
        edition.fields.map { field in leaves.count { $0.code.hasPrefix(field.code + ".") } }
    }

    @Test func leavesByField() {
        #expect(byField(leaves) == [8, 5, 13, 8, 9, 10, 11, 5])
    }

    @Test func communesAnswerFor34Leaves() {
        let communes = leaves.filter { $0.leaf?.levels.contains("commune") == true }
        #expect(byField(communes) == [4, 0, 10, 4, 4, 4, 6, 2])
        #expect(communes.count == 34)
    }

    @Test func theDistrictAnswersForAllLeaves() {
        #expect(leaves.allSatisfy { $0.leaf?.levels.contains("district") == true })
    }

    @Test func levelsLeftOutHaveAReason() {
        #expect(leaves.allSatisfy { $0.leaf?.levels.count == 2 || $0.leaf?.levelsReason?.vi.isEmpty == false })
    }

    /// Leads that name localities or communes; 4.2.1 and 8.4 concern only the district by their wording.
    @Test func communesAnswerWhereTheLeadNamesThem() throws {
        let codes = try column("code")
        let leads = try column("leadAgency")
        let named = zip(codes, leads).filter { code, lead in
            edition.index(of: code).map { edition.criteria[$0].leaf != nil } == true
                && ["địa phương", "xã"].contains { lead.contains($0) }
        }.map(\.0)
        #expect(named.count == 36)
        let communes = leaves.filter { $0.leaf?.levels.contains("commune") == true }.map(\.code)
        #expect(communes == named.filter { $0 != "4.2.1" && $0 != "8.4" })
    }

    @Test func everyLeafHasSourceRowEvidenceAndAgencies() {
        for criterion in leaves {
            #expect(criterion.source?.row == criterion.code, "\(criterion.code)")
            #expect(criterion.leaf?.evidence.isEmpty == false, "\(criterion.code)")
            #expect(criterion.agencies.lead?.isEmpty == false, "\(criterion.code)")
            #expect(criterion.agencies.monitoring?.isEmpty == false, "\(criterion.code)")
        }
    }
}
