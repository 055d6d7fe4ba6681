// Measures scoring on one core, and checks every answer against plain arithmetic:
//
//     swift run -c release score-bench scoring
//     swift run -c release score-bench rank                     ranks after scoring, and 1,000 draws of varied points
//     swift run -c release score-bench relative                 10 000 units × 100 leaves measured against all units
//     swift run -c release score-bench ranks FILE               checks places against a file (checks/rank-functions)
//     swift run -c release score-bench rank-coverage            how often confidence sets hold (checks/rank-coverage)
//     swift run -c release score-bench table FOLDER     writes an assessment of 10 600 units into FOLDER
//     swift run -c release score-bench check RESULT.csv         checks what score-cli wrote for it
//     swift run -c release score-bench survey-file FILE [ROWS] [COMMUNES] [shuffled] writes a respondents' file
//     swift run -c release score-bench survey-questionnaire FILE                    writes its questionnaire
//     swift run -c release score-bench survey FILE [THREADS] [RUNS] [TALLY]         reads it, and writes the tally
//
// docs/benchmarks.md has the results and what they are compared with.

import Assessment
import Scoring
import Tables
import Values

let unitCount = 10_600
let leafCount = 100

func measureScoring() throws {
    let criteria = try BenchCriteria.compiled()
    var figures = criteria.emptyFigures(unitCount: unitCount)
    var source = BenchFigures()
    var expected = [Int](repeating: 0, count: unitCount)
    for unit in 0..<unitCount {
        for leaf in 0..<leafCount {
            let figure = source.next(leaf)
            let millionths = Int64(figure) * (BenchCriteria.isYesNo(leaf) ? FixedDecimal.scale : 10_000)
            figures[unit, leaf] = .value(FixedDecimal(mantissa: millionths))
            expected[unit] += BenchCriteria.expected(leaf, figure)
        }
    }
    let units = (0..<unitCount).map { ScoredUnit(code: String($0), level: "commune") }
    var times: [Double] = []
    let clock = ContinuousClock()
    for _ in 0..<21 {
        let start = clock.now
        let table = try criteria.score(figures, units: units)
        let elapsed = clock.now - start
        times.append(Double(elapsed.components.attoseconds) / 1e15 + Double(elapsed.components.seconds) * 1e3)
        for unit in 0..<unitCount {
            guard table[unit].total.points.mantissa == Int64(expected[unit]) * 10_000 else {
                print("wrong: unit \(unit): \(table[unit].total.points), expected \(expected[unit]) hundredths")
                return
            }
        }
    }
    times.sort()
    func shown(_ time: Double) -> String { String(Double(Int(time * 100)) / 100) }
    print(
        "\(unitCount) units × \(leafCount) leaves: min \(shown(times[0])) ms, median \(shown(times[10])) ms,",
        "max \(shown(times[20])) ms; all \(unitCount) totals right in every run")
}

func writeTable(_ folder: String) throws {
    let criteria = try BenchCriteria.compiled()
    var source = BenchFigures()
    var metrics = "unit," + criteria.metrics.joined(separator: ",") + "\n"
    var units = "code,name,level\n"
    for unit in 0..<unitCount {
        units += "u\(unit),Unit \(unit),commune\n"
        metrics += "u\(unit)"
        for leaf in 0..<leafCount {
            let figure = source.next(leaf)
            let millionths = Int64(figure) * (BenchCriteria.isYesNo(leaf) ? FixedDecimal.scale : 10_000)
            metrics += "," + FixedDecimal(mantissa: millionths).text(minimumDigits: BenchCriteria.isYesNo(leaf) ? 0 : 2)
        }
        metrics += "\n"
    }
    let settings =
        #"{"format": 1, "name": "Bench", "criteria": "criteria.json", "year": 2024, "stage": "self", "synthetic": true}"#
    try FileOutput.write(Array(settings.utf8), to: folder + "/assessment.json")
    try FileOutput.write(Array(BenchCriteria.text().utf8), to: folder + "/criteria.json")
    try FileOutput.write(Array(units.utf8), to: folder + "/units.csv")
    try FileOutput.write(Array(metrics.utf8), to: folder + "/metrics.csv")
    print("\(folder)/metrics.csv: \(metrics.utf8.count) bytes")
}

func checkTable(_ path: String) throws {
    let table = try Table(contentsOf: path)
    guard let points = table.column(named: ["points", "điểm"]), table.rowCount == unitCount else {
        print("wrong: \(table.rowCount) rows")
        return
    }
    var settled = table
    settled.settleNumbers(in: [points])
    var source = BenchFigures()
    for unit in 0..<unitCount {
        var expected = 0
        for leaf in 0..<leafCount { expected += BenchCriteria.expected(leaf, source.next(leaf)) }
        guard settled.number(unit, points).value?.mantissa == Int64(expected) * 10_000 else {
            print("wrong: unit \(unit): \(settled.text(unit, points)), expected \(expected) hundredths")
            return
        }
    }
    print("all \(unitCount) totals right")
}

let arguments = CommandLine.arguments.dropFirst()
let rest = Array(arguments.dropFirst(2))
switch (arguments.first, arguments.dropFirst().first) {
case ("survey-file", let path?):
    let numbers = rest.compactMap { Int($0) }
    try BenchSurvey.write(
        rows: numbers.first ?? 8_000_000, communes: numbers.dropFirst().first ?? BenchSurvey.communes,
        shuffled: rest.contains("shuffled"), to: path)
case ("survey", let path?):
    try BenchSurvey.measure(
        path, threads: rest.first.flatMap { Int($0) } ?? 1, runs: rest.dropFirst().first.flatMap { Int($0) } ?? 5,
        tallyPath: rest.dropFirst(2).first)
case ("survey-questionnaire", let path?):
    try FileOutput.write(Array(BenchSurvey.questionnaire.utf8), to: path)
case ("scoring", nil): try measureScoring()
case ("rank", nil): try BenchRank.measure()
case ("relative", nil): try BenchRelative.measure()
case ("ranks", let path?): try BenchRank.checkRanks(path)
case ("rank-coverage", nil): BenchCoverage.run()
case ("table", let folder?): try writeTable(folder)
case ("check", let path?): try checkTable(path)
case ("sheets", let path?): try BenchSheets.show(path)
case ("workbook", let path?): try BenchSheets.measure(path)
default:
    print(
        "usage: score-bench scoring | rank | relative | ranks FILE | rank-coverage | table FOLDER | check RESULT.csv | sheets WORKBOOK | workbook WORKBOOK | survey-file FILE [ROWS] [COMMUNES] "
            + "[shuffled] | survey-questionnaire FILE | survey FILE [THREADS] [RUNS] [TALLY]")
}
