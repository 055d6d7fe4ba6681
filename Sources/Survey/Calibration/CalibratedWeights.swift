internal import ScoreNumerics
internal import Values

/// The weights of a tally's cells after adjusting them for those who did not answer, to known margins, and between bounds,
/// in this order.
struct CalibratedWeights: Sendable {
    /// What is known of a cell, whose forms all weigh the same.
    struct Cell: Sendable {
        /// The forms that take part: all, or with classes of response those with an answer.
        var rows: Int
        /// What a form weighs in the tally.
        let original: Double
        /// What one that takes part weighs before calibration.
        var base: Double
        /// What it weighs after calibration, and in the end.
        var calibrated, final: Double
        /// The group whose margins it belongs to, and its pattern there.
        var group = 0
        var pattern = 0

        /// What sums of the tally's weights are multiplied by.
        var factor: Double { original > 0 ? final / original : 0 }
        /// How trimming changed the weight.
        var trimming: Double { calibrated > 0 ? final / calibrated : 1 }
    }

    private(set) var cells: [Cell]
    /// The calibration of each group: of each unit, or of all; empty without margins.
    private(set) var groups: [Calibration] = []
    /// The cells of each group, in ascending order.
    private(set) var cellsOfGroup: [[Int]] = []
    private(set) var summary: CalibrationSummary

    private let tally: SurveyTally
    private let plan: CalibrationPlan
    private let file: String

    /// The most names that a finding lists.
    private static let mostNames = 20

    /// - Parameters:
    ///   - tally: Divided by ``Questionnaire/cellDomains(_:)``.
    ///   - populations: Nil where there are none.
    ///   - file: What findings name.
    /// - Throws: `FindingsError` with everything that keeps the weights from being calibrated.
    init(
        _ tally: SurveyTally, _ plan: CalibrationPlan, to populations: SurveyPopulations?, file: String
    ) throws(FindingsError) {
        (self.tally, self.plan, self.file) = (tally, plan, file)
        summary = CalibrationSummary(method: plan.margins.isEmpty ? nil : plan.method)
        cells = tally.cells.map { cell in
            let weight = Double(cell.weight) / Double(tally.weightUnit.one) / Double(cell.rows)
            return Cell(rows: cell.rows, original: weight, base: weight, calibrated: weight, final: weight)
        }
        for cell in cells { summary.before.add(cell.original, rows: cell.rows) }
        if let response = plan.response { try adjust(forResponse: response) }
        if !plan.margins.isEmpty {
            guard let populations else {
                throw FindingsError(
                    SurveyFinding.noPopulations, at: Location(file: file),
                    [.expected: .names(plan.margins.map(CalibrationPlan.variable))])
            }
            try calibrate(to: populations)
        }
        if let trim = plan.trim { try hold(between: trim) }
        for cell in cells { summary.after.add(cell.final, rows: cell.rows) }
        describe(populations)
    }

    /// The final weights of some answers of a cell, in the unit of the tally.
    func sum(over places: Range<Int>, of cell: Int, _ numbers: CellNumbers) -> Int128 {
        let weight = numbers.sum(over: places).approximation * cells[cell].factor
        return Int128(exactly: weight.rounded()) ?? 0
    }

    private func values(of codes: [String], in key: CellKey) -> [String] {
        codes.map { code in
            code == CalibrationPlan.unit ? key.unit : tally.domains.firstIndex(of: code).map { key.domains[$0] } ?? ""
        }
    }

    // MARK: - Response

    /// Those who answered stand for all of their class: weights times Σ w of all ÷ Σ w of those who answered (Kalton and
    /// Flores-Cervantes 2003, Journal of Official Statistics 19, section 3.1).
    private mutating func adjust(forResponse codes: [String]) throws(FindingsError) {
        guard let place = tally.layout.answeredOfAll else { return }
        typealias Class = (forms: Int, answered: Int, all: Double, weight: Double)
        var classes: [[String]: Class] = [:]
        let classOfCell = tally.cells.map { values(of: codes, in: $0.key) }
        for position in cells.indices {
            let answered = Int(tally.cells[position].numbers.number(at: place))
            var own = classes[classOfCell[position]] ?? (0, 0, 0, 0)
            own.forms += cells[position].rows
            own.answered += answered
            own.all += cells[position].base * Double(cells[position].rows)
            own.weight += cells[position].base * Double(answered)
            classes[classOfCell[position]] = own
            cells[position].rows = answered
        }
        let ordered = classes.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        let empty = ordered.filter { $0.value.weight == 0 && $0.value.all > 0 }
        if !empty.isEmpty {
            throw FindingsError(
                empty.prefix(Self.mostNames).map { entry in
                    Finding(
                        SurveyFinding.classWithoutAnswers, at: Location(file: file),
                        [.found: .names(entry.key), .count: .count(entry.value.forms)])
                })
        }
        for position in cells.indices {
            guard let own = classes[classOfCell[position]], own.weight > 0 else { continue }
            cells[position].base *= own.all / own.weight
            (cells[position].calibrated, cells[position].final) = (cells[position].base, cells[position].base)
        }
        summary.classes = ordered.map { values, own in
            CalibrationSummary.ResponseClass(
                values: values, forms: own.forms, answered: own.answered,
                factor: own.weight > 0 ? own.all / own.weight : 1)
        }
    }

    // MARK: - Margins

    private mutating func calibrate(to populations: SurveyPopulations) throws(FindingsError) {
        var cellsOfUnit: [String: [Int]] = [:]
        for (position, cell) in tally.cells.enumerated() {
            cellsOfUnit[populations.isPerUnit ? cell.key.unit : "", default: []].append(position)
        }
        let units = cellsOfUnit.keys.sorted()
        var findings: [Finding] = []
        let missing = units.filter { unit in populations.categories[unit] == nil }
        if !missing.isEmpty {
            findings.append(
                Finding(
                    SurveyFinding.unitWithoutPopulations, at: Location(file: populations.file),
                    [.found: .names(Array(missing.prefix(Self.mostNames))), .count: .count(missing.count)]))
        }
        for unit in units {
            guard let positions = cellsOfUnit[unit], populations.categories[unit] != nil else { continue }
            do throws(FindingsError) {
                try calibrate(positions, of: unit, to: populations)
            } catch {
                findings += error.findings
            }
        }
        if !findings.isEmpty { throw FindingsError(findings) }
    }

    private mutating func calibrate(
        _ positions: [Int], of unit: String, to populations: SurveyPopulations
    ) throws(FindingsError) {
        var forms = Calibration.Forms(
            categories: [], rows: positions.map { cells[$0].rows }, weights: positions.map { cells[$0].base })
        var people: [[Double]] = []
        var findings: [Finding] = []
        func report(_ code: SurveyFinding, _ details: FindingDetails) {
            var details = details
            if !unit.isEmpty { details[.unit] = .text(unit) }
            findings.append(Finding(code, at: Location(file: populations.file), details))
        }
        for margin in plan.margins {
            let variable = CalibrationPlan.variable(of: margin)
            let known = populations.categories(of: variable, unit: unit) ?? []
            var places: [String: Int] = [:]
            for (place, category) in known.enumerated() {
                places[category.value] = place
                places[VietnameseText.folded(category.value)] = places[VietnameseText.folded(category.value)] ?? place
            }
            var lost: [String: Int] = [:]
            var weights = Array(repeating: 0.0, count: known.count)
            let categories = positions.map { position in
                let value = values(of: margin, in: tally.cells[position].key).joined(separator: "*")
                guard let place = places[value] ?? places[VietnameseText.folded(value)] else {
                    lost[value, default: 0] += tally.cells[position].rows
                    return 0
                }
                weights[place] += cells[position].base * Double(cells[position].rows)
                return place
            }
            for (value, count) in lost.sorted(by: { $0.key < $1.key }).prefix(Self.mostNames) {
                report(
                    .categoryWithoutPopulation, [.found: .text(value), .key: .text(variable), .count: .count(count)])
            }
            for (place, category) in known.enumerated() where weights[place] == 0 {
                report(
                    .categoryWithoutForms,
                    [.found: .text(category.value), .key: .text(variable), .count: .count(Int(category.people))])
            }
            forms.categories.append(categories)
            people.append(known.map({ $0.people }))
        }
        if !findings.isEmpty { throw FindingsError(findings) }
        let calibration: Calibration
        do throws(CalibrationError) {
            calibration = try Calibration(forms, to: people, by: plan.method)
        } catch {
            report(.marginsNotMet, [.key: .text(CalibrationPlan.variable(of: plan.margins[error.margin]))])
            throw FindingsError(findings)
        }
        var negative = 0
        for (place, position) in positions.enumerated() {
            let pattern = calibration.patterns.patternOfCell[place]
            let weight = cells[position].base * calibration.factors[pattern]
            if weight < 0 { negative += cells[position].rows }
            (cells[position].calibrated, cells[position].final) = (weight, weight)
            (cells[position].group, cells[position].pattern) = (groups.count, pattern)
        }
        if negative > 0 {
            report(.negativeWeights, [.count: .count(negative)])
            throw FindingsError(findings)
        }
        summary.rounds = max(summary.rounds, calibration.rounds)
        groups.append(calibration)
        cellsOfGroup.append(positions)
    }

    // MARK: - Bounds

    private mutating func hold(between trim: ClosedRange<FixedDecimal>) throws(FindingsError) {
        for positions in cellsOfGroup.isEmpty ? [Array(cells.indices)] : cellsOfGroup {
            var spread = CalibrationSummary.Spread()
            for position in positions { spread.add(cells[position].calibrated, rows: cells[position].rows) }
            guard spread.forms > 0 else { continue }
            let mean = spread.sum / spread.forms
            let bounds = mean * trim.lowerBound.approximation...mean * trim.upperBound.approximation
            let trimming = WeightTrimming(
                positions.map { cells[$0].calibrated }, rows: positions.map { cells[$0].rows }, bounds: bounds)
            guard let trimming else {
                var details: FindingDetails = [:]
                if cellsOfGroup.count > 1, let first = positions.first {
                    details[.unit] = .text(tally.cells[first].key.unit)
                }
                throw FindingsError(SurveyFinding.noRoomForWeights, at: Location(file: file), details)
            }
            for (place, position) in positions.enumerated() { cells[position].final = trimming.weights[place] }
            summary.trimmed += trimming.trimmed
        }
    }

    // MARK: - Summary

    private mutating func describe(_ populations: SurveyPopulations?) {
        guard let populations else { return }
        for (group, positions) in cellsOfGroup.enumerated() {
            let unit = populations.isPerUnit ? positions.first.map { tally.cells[$0].key.unit } ?? "" : ""
            var final = Array(repeating: 0.0, count: groups[group].patterns.count)
            for position in positions {
                final[cells[position].pattern] += cells[position].final * Double(cells[position].rows)
            }
            for (margin, codes) in plan.margins.enumerated() {
                let variable = CalibrationPlan.variable(of: codes)
                let known = populations.categories(of: variable, unit: unit) ?? []
                let before = groups[group].sums(ofMargin: margin)
                let after = groups[group].patterns.sums(of: final, margin: margin, categories: known.count)
                summary.categories += known.indices.map { place in
                    CalibrationSummary.Category(
                        unit: populations.isPerUnit ? unit : nil, variable: variable, value: known[place].value,
                        population: known[place].people, before: before[place], after: after[place])
                }
            }
        }
    }
}
