import Scoring
import Tables
import Values

/// Reads the evidence register, and looks at what stands at the paths that it names.
struct EvidenceReader {
    let set: CriteriaSet
    let units: UnitList
    /// What is assigned to units, by their positions, where that is not everything.
    let assignments: [Int: UnitAssignment]
    let years: ClosedRange<Int>
    let files: EvidenceFiles
    let sink: FindingSink

    /// Reads the table; the rows in its order.
    func read(_ table: inout Table) -> [EvidenceItem] {
        let unit = table.unitOfRows(among: units)?.column
        let criterion = table.requiredColumn(ColumnNames.criterion)
        let kind = table.optionalColumn(ColumnNames.evidenceKind)
        let (file, number) = (
            table.optionalColumn(ColumnNames.evidenceFile), table.optionalColumn(ColumnNames.documentNumber)
        )
        let day = table.optionalColumn(ColumnNames.documentDay)
        let (reason, note) = (
            table.optionalColumn(ColumnNames.missingBecause), table.optionalColumn(ColumnNames.note)
        )
        table.allowColumns(ColumnNames.criterionName)
        table.reportUnknownColumns(but: ColumnNames.ordinal)
        sink.add(findingsOf: table, unit: unit) { units.position(of: $0) != nil }
        guard let unit, let criterion else { return [] }
        let codes = set.criteria.map { $0.code }
        let nodes = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var others = OfficeRows()
        defer { others.report(for: table, into: sink) }
        var items: [EvidenceItem] = []
        var first: [Key: Location] = [:]
        let row = TableRow<AssessmentFinding>(table, into: sink)
        while row.next() {
            let figures = [criterion, file, number].compactMap { $0 }
            guard case .one(let position) = row.unit(unit, in: units, passingOver: &others, figures: figures),
                let node = row.code(criterion, among: nodes, suggesting: codes, orElse: .unknownCriterion)
            else { continue }
            row.subject.criterion = codes[node]
            let owner = units.units[position]
            func report(_ code: EvidenceFinding, at column: Int?, _ details: FindingDetails = [:]) {
                let subject: FindingDetails = [.unit: .text(owner.code), .criterion: .text(codes[node])]
                sink.report(code, at: row.location(column), unit: owner.code, subject.merging(details) { $1 })
            }
            let isLine = set.criteria[node].leaf.map { $0.levels.contains(owner.level) && $0.role != .watched } ?? false
            guard isLine, assignments[position]?.notAssigned.contains(node) != true else {
                report(.ofNoLine, at: criterion)
                continue
            }
            let date = row.day(day, in: years, orElse: .badDay)
            let (path, document, explanation) = (row.text(file), row.text(number), row.text(reason))
            guard row.isSound else { continue }
            if path != nil, document != nil { report(.twoSources, at: number) }
            if path == nil, document == nil, explanation == nil { report(.nothingGiven, at: file ?? number) }
            if path != nil || document != nil, explanation != nil { report(.givenAndExplained, at: reason) }
            let (stated, which) = (row.text(kind), self.kind(row.text(kind), of: node))
            if let stated, which == nil, let required = set.criteria[node].leaf?.evidence, !required.isEmpty {
                report(
                    .unknownKind, at: kind, [.found: .text(stated), .expected: .names(required.map { $0.vi })])
            }
            var source = document.map { EvidenceItem.Source.document($0) } ?? .nothing
            if let path {
                let (state, actual) = files.state(of: path)
                source = .file(EvidenceFiles.name(path), state, path: actual)
                if state == .outside { report(.outsideFolder, at: file, [.found: .text(path)]) }
                if state == .link { report(.link, at: file, [.found: .text(path)]) }
            }
            let key = Key(
                unit: owner.code, node: node, kind: stated.map { VietnameseText.word($0) },
                name: path.map(EvidenceFiles.name) ?? document.map { VietnameseText.word($0) })
            if let before = first[key] {
                report(.repeated, at: criterion, [.first: .location(before)])
                continue
            }
            first[key] = row.location(criterion)
            items.append(
                EvidenceItem(
                    unit: owner.code, criterion: codes[node], kind: which, kindText: stated, source: source,
                    day: date, explanation: explanation, note: row.text(note), place: row.location(file ?? criterion)))
        }
        return items
    }

    private struct Key: Hashable {
        let unit: String
        let node: Int
        let kind: String?
        let name: String?
    }

    /// Which of the required kinds a cell means, by its words or its number; the only one where it is blank.
    private func kind(_ text: String?, of node: Int) -> Int? {
        let required = set.criteria[node].leaf?.evidence ?? []
        guard let text else { return required.count == 1 ? 0 : nil }
        if let number = Int(text), number > 0, number <= required.count { return number - 1 }
        let word = VietnameseText.word(text)
        return required.firstIndex { kind in
            [kind.vi, kind.en].compactMap { $0 }.contains { VietnameseText.word($0) == word }
        }
    }
}
