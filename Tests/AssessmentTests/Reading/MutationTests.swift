import ScoreNumerics
import Scoring
import Tables
import TestSupport
import Testing
import Values

@testable import Assessment

/// Nothing is dropped silently: whatever happens to a table, each of its rows is read as it is, or is in the findings.
@Suite struct MutationTests {
    private let criteria: CriteriaSet
    private let units: UnitList
    private let text: [UInt8]
    private let metrics: [String: Metric]

    init() throws {
        criteria = try Repository.criteria("criteria/tuy-phuoc/2023-2025.json")
        metrics = Dictionary(criteria.metrics.map { ($0.code, $0) }) { first, _ in first }
        let folder = Repository.path("datasets/tuy-phuoc-2024")
        let settings = try #require(Repository.sample.assessment?.settings)
        let sink = FindingSink()
        var table = try Table(contentsOf: folder + "/units.csv")
        units = UnitList(reading: &table, levels: criteria.levels, groups: settings.groups, into: sink)
        // The rows of the district and two communes are enough.
        let rows = try Repository.text("datasets/tuy-phuoc-2024/metrics.csv").split(separator: "\n").filter { row in
            ["mã", "tuy-phuoc;", "phuoc-an;", "phuoc-thang;"].contains { row.hasPrefix($0) }
        }
        text = Array((rows.joined(separator: "\n") + "\n").utf8)
    }

    private func read(_ text: [UInt8]) -> (FigureReader, FindingSink) {
        var reader = FigureReader(metrics: criteria.metrics, units: units, years: 2015...2035)
        let sink = FindingSink()
        do throws(FindingsError) {
            var table = try Table(file: "metrics.csv", bytes: text)
            reader.read(&table, into: sink)
        } catch {
            sink.add(error.findings)
        }
        return (reader, sink)
    }

    /// The unit with a code, or the only one with a name.
    private func unit(named text: String) -> Int? {
        let all = units.units
        let found = { (isMeant: (Unit) -> Bool) -> Int? in
            let positions = all.indices.filter { isMeant(all[$0]) }
            return positions.count == 1 ? positions[0] : nil
        }
        let key = VietnameseText.folded(text)
        return found { $0.code == text } ?? found { $0.name == text }
            ?? (text.contains(where: \.isLetter)
                ? found { [$0.code, $0.name].map { VietnameseText.folded($0) }.contains(key) } : nil)
    }

    /// What is wrong with how a table was read; nil when nothing is.
    private func fault(of text: [UInt8]) -> String? {
        let (reader, sink) = read(text)
        if sink.isFatal { return sink.findings.containsError ? nil : "fatal without a finding" }
        if sink.findings.contains(where: { $0.code == TableFinding.moreFindings.rawValue }) {
            // Findings beyond a hundred are only counted, but their units are left out like the others.
            return sink.spoiltUnits.count == 3 ? nil : "\(sink.spoiltUnits) are left out alone"
        }
        // The slow reader knows decimal commas only, and nothing in these rows but a mutation shows a decimal point.
        if reader.tables.last?.decimalSeparator == "." { return nil }
        let wrongRows = Set(sink.findings.filter { $0.severity == .error }.compactMap(\.location.line))
        var stated: [String: Figure] = [:]
        for row in SlowReader.rows(of: text).dropFirst() where !wrongRows.contains(row.number) {
            guard var cells = row.cells else { return "row \(row.number): broken quotes" }
            while cells.count > 8, cells.last == "" { cells.removeLast() }
            // What a row lacks at its end is blank.
            while cells.count < 8 { cells.append("") }
            guard cells.count == 8 else { return "row \(row.number): \(cells.count) cells" }
            guard let unit = unit(named: cells[0]), let metric = metrics[cells[1]] else {
                return "row \(row.number): unknown unit or metric"
            }
            guard let figure = SlowReader.figure(cells, metric) else { return "row \(row.number): accepted \(cells)" }
            let key = units.units[unit].code + ";" + cells[1]
            guard stated[key] == nil else { return "row \(row.number): accepted twice" }
            stated[key] = figure
            let found = reader.figures[unit, metric.code]
            guard found == figure else { return "row \(row.number): \(cells) read as \(found), not \(figure)" }
        }
        var reported = 0
        for unit in units.units.indices {
            reported += reader.figures.metrics.count { reader.figures[unit, $0] != .notReported }
        }
        let expected = stated.values.count { $0 != .notReported }
        // A row with a finding may have been the second one for a figure, so it cannot hide a figure of the first.
        return reported == expected ? nil : "\(reported) figures, not \(expected)"
    }

    @Test func theSampleItselfIsRead() {
        #expect(fault(of: text) == nil)
        #expect(read(text).1.findings.isEmpty)
    }

    /// Each seed gives a hundred tables with one mutation and twenty with several.
    @Test(arguments: Draws.seeds(3, of: 6).map { UInt64($0) + 1 })
    func aMutatedTableIsReadAsItStandsOrIsInTheFindings(_ seed: UInt64) {
        var generator = SeededRandom(seed: seed)
        for round in 0..<120 {
            var mutated = text
            for _ in 0..<(round < 100 ? 1 : 4) { mutated = TableMutation.mutated(mutated, &generator) }
            let fault = fault(of: mutated)
            #expect(fault == nil, "seed \(seed), round \(round)")
        }
    }

    /// With `--keep-going`, units with no changed rows keep all their points, or nothing is scored.
    @Test(arguments: Draws.seeds(8, of: 24).map { UInt64($0) + 1 })
    func untouchedUnitsKeepTheirPoints(_ seed: UInt64) throws {
        var generator = SeededRandom(seed: 1000 + seed)
        let folder = "datasets/tuy-phuoc-2023/"
        let original = Array(try Repository.text(folder + "metrics.csv").utf8)
        var files = ["../criteria.json": try Repository.text("criteria/tuy-phuoc/2023-2025.json")]
        for name in ["assessment.json", "units.csv", "metrics.csv"] {
            files[name] = try Repository.text(folder + name).replacing(
                "../../criteria/tuy-phuoc/2023-2025.json", with: "../criteria.json")
        }
        var small = SmallAssessment(files)
        let sound = try small.read()
        let mutated = TableMutation.mutated(original, &generator)
        small.files["metrics.csv"] = mutated
        let reading = try small.read { $0.keepGoing = true }
        guard let assessment = reading.assessment else {
            #expect(reading.findings.containsError)
            return
        }
        #expect(assessment.leftOut.isEmpty != reading.findings.containsError)
        func rows(_ text: [UInt8], _ unit: String) -> [[UInt8]] {
            text.split(separator: 0x0A).filter { $0.starts(with: Array((unit + ";").utf8)) }.map(Array.init)
        }
        for unit in assessment.units.map(\.code) where Set(rows(original, unit)) == Set(rows(mutated, unit)) {
            #expect(reading.points(unit) == sound.points(unit), "\(unit)")
        }
    }

    /// Whatever happens to the other files: an assessment, or an error; never both, never neither.
    @Test(arguments: ["assessment.json", "units.csv", "scores.csv", "metrics.csv", "../criteria.json"])
    func anyFileMayBeTorn(_ name: String) throws {
        var generator = SeededRandom(seed: 77)
        let sound = SmallAssessment(["scores.csv": "unit;criterion;stage;points\nh;1.1;self;1,5\nxa-1;1.2;self;1\n"])
        let text = try #require(sound.files[name])
        for round in 0..<80 {
            var small = sound
            small.files[name] = TableMutation.mutated(text, &generator)
            let reading = try small.read()
            #expect((reading.assessment == nil) == reading.findings.containsError, "round \(round)")
        }
    }
}
