import Assessment
import Reporting
import Scoring
import Testing
import Values

/// A page has the totals of its folder, whatever it knows of other units.
@Suite("an opened page has the totals of the assessment")
struct OpeningTests {
    @Test("all units together, and each alone beside the totals of the others", arguments: OpenedPage.folders)
    func together(folder: String) throws {
        let page = try OpenedPage(folder, peers: .all)
        let scores = page.assessment.scores
        let totals = try #require(page.opened["totals"]).elements
        #expect(totals.map { $0["unit"]?.text } == page.assessment.units.map { $0.code })
        for (unit, total) in totals.enumerated() {
            #expect(AnsweredState(total) == AnsweredState(scores[unit], scores.groupRank(of: unit)), "\(unit)")
        }
        #expect(page.opened["scalesFixed"]?.text == "false")
        #expect(page.opened["units"]?.text == "\(totals.count)")
        for unit in [0, totals.count / 2, totals.count - 1] where totals.count > 1 {
            let alone = try OpenedPage(page.assessment, units: [unit], peers: .totals)
            let own = try #require(alone.opened["totals"]).elements
            #expect(own.count == 1)
            #expect(AnsweredState(own.first) == AnsweredState(totals[unit]), "\(unit)")
        }
    }

    @Test("without others there is no place")
    func alone() throws {
        let page = try OpenedPage("tuy-phuoc-2024", units: [2], peers: .none)
        let scores = page.assessment.scores
        #expect(AnsweredState(page.opened["totals"]?.elements.first) == AnsweredState(scores[2], nil))
        #expect(page.opened["others"]?.text == "0")
    }

    @Test("where classes are parts of units, nothing known of these is no class")
    func unknownClasses() throws {
        let page = try OpenedPage("papi-2021", units: [0], peers: .none)
        #expect(page.assessment.scores[0].classification?.unitClass != nil)
        #expect(page.opened["classesKnown"]?.text == "false")
        #expect(page.opened["totals"]?.elements.first?["class"]?.text == nil)
    }

    @Test("a page about all units knows all of them")
    func everyUnit() throws {
        let page = try OpenedPage("papi-2021", peers: .totals)
        #expect(page.opened["peers"]?.text == "all")
    }
}
