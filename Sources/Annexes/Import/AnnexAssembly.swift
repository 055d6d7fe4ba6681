internal import Scoring
internal import Values

/// Puts the rows of an annex together into a criteria file: each row says its own line of the file, an exported one
/// word for word.
struct AnnexAssembly {
    private let reading: AnnexReading
    private let table: AnnexTable
    private let settings: AnnexSettings
    private let title: AnnexTitle
    private let records: [AnnexRecord?]
    private let edition: AnnexRecord?
    /// The maxima of leaves, and the sums of those below others; what is missing counts nothing.
    private let maxima: [String: FixedDecimal]
    private(set) var findings: [Finding] = []

    /// Whether an export has written the annex.
    var isExported: Bool { edition != nil }

    init(_ reading: AnnexReading, _ table: AnnexTable, _ settings: AnnexSettings) {
        (self.reading, self.table, self.settings) = (reading, table, settings)
        title = AnnexTitle(reading.titles)
        records = reading.nodes.map { AnnexRecord($0.record) }
        edition = AnnexRecord(reading.editionRecord)
        maxima = Self.maxima(of: reading.nodes)
    }

    private static func maxima(of nodes: [AnnexNode]) -> [String: FixedDecimal] {
        let parents = Set(nodes.compactMap { $0.parent })
        var maxima: [String: FixedDecimal] = [:]
        // Children come after their parents.
        for node in nodes.reversed() {
            let own = parents.contains(node.code) ? maxima[node.code] ?? 0 : node.maximum ?? 0
            maxima[node.code] = own
            if let parent = node.parent { maxima[parent] = Self.sum(maxima[parent] ?? 0, own) }
        }
        return maxima
    }

    /// More points than any set may have: what the cells of an annex state is not bounded yet, and its sum is refused from
    /// here on, however large it is.
    private static let tooMany: FixedDecimal = 2_000_000

    private static func sum(_ first: FixedDecimal, _ second: FixedDecimal) -> FixedDecimal {
        min(min(first, tooMany) + min(second, tooMany), tooMany)
    }

    /// The set of all rows.
    mutating func criteria() throws(FindingsError) -> CriteriaSet {
        try checkRecords()
        noteRows()
        // The first line is the edition's, then each node has one.
        let edition = try editionDraft()
        let head = self.edition?.json ?? edition.records.edition
        let lines = nodes(edition).joined(separator: ",\n")
        let text = "\(head.dropLast()), \"criteria\": [\n\(lines)\n]}\n"
        do throws(FindingsError) {
            let document = try JSONDocument(file: table.file, bytes: Array(text.utf8))
            return try renamed(CriteriaSet(reading: document, allowingOpenPoints: true))
        } catch {
            throw FindingsError(error.findings.map(placed))
        }
    }

    /// What the user states comes before what the annex says.
    private func renamed(_ set: CriteriaSet) throws(FindingsError) -> CriteriaSet {
        var draft = CriteriaDraft(set)
        if let code = settings.set { draft.set = code }
        if let name = settings.name { draft.name = LocalizedText(vi: name) }
        if let edition = settings.edition {
            draft.edition = edition
            if let years = AnnexTitle.years(edition) { draft.years = years }
        }
        let document = try JSONDocument(file: table.file, bytes: Array(draft.json.utf8))
        return try CriteriaSet(reading: document, allowingOpenPoints: true)
    }

    /// A finding of the file at the row that says it.
    private func placed(_ finding: Finding) -> Finding {
        var finding = finding
        let index = (finding.location.line ?? 1) - 2
        finding.location =
            reading.nodes.indices.contains(index)
            ? table.location(reading.nodes[index].place) : Location(file: table.file)
        return finding
    }

    // MARK: - Findings

    /// What rows say for programs must be readable, and what people read beside it must be what was exported.
    private func checkRecords() throws(FindingsError) {
        var faults: [Finding] = []
        for (node, record) in zip(reading.nodes, records) where !node.record.isEmpty {
            guard let record, record.kind == .criterion else {
                faults.append(
                    Finding(
                        AnnexFinding.brokenRecord, at: table.location(node.place),
                        [.found: .text(String(node.record.prefix(80)))]))
                continue
            }
            for cell in record.changed(node.cells) {
                var place = node.place
                place.column = cell.column
                faults.append(
                    Finding(AnnexFinding.changedCell, at: table.location(place), [.key: .text(cell.heading)]))
            }
        }
        if !reading.editionRecord.isEmpty, edition?.kind != .edition {
            let place = reading.totalPlace.map(table.location) ?? Location(file: table.file)
            faults.append(
                Finding(
                    AnnexFinding.brokenRecord, at: place, [.found: .text(String(reading.editionRecord.prefix(80)))]))
        }
        if !faults.isEmpty { throw FindingsError(faults) }
    }

    private mutating func noteRows() {
        func note(_ code: AnnexFinding, _ place: AnnexPlace, _ details: FindingDetails) {
            findings.append(Finding(code, at: table.location(place), details))
        }
        // What an exported annex has beside is known.
        guard edition == nil else { return }
        for column in reading.unreadColumns {
            note(.unreadColumn, column.place, [.found: .text(String(column.text.prefix(80)))])
        }
        for row in reading.strange { note(.strangeRow, row.place, [.found: .text(String(row.text.prefix(80)))]) }
        for node in reading.nodes where !node.hasOwnCode { note(.withoutCode, node.place, [.code: .text(node.code)]) }
        let total = reading.nodes.filter { $0.parent == nil }.reduce(FixedDecimal.zero) {
            Self.sum($0, maxima[$1.code] ?? 0)
        }
        for sum in reading.sums {
            guard let printed = sum.maximum, printed != total, let place = reading.totalPlace, place.line == sum.line
            else { continue }
            note(.otherTotal, place, [.found: .number(printed), .expected: .number(total)])
        }
    }

    // MARK: - Nodes

    private mutating func nodes(_ edition: CriteriaDraft) -> [String] {
        let parents = Set(reading.nodes.compactMap { $0.parent })
        let levels = edition.levels.map { $0.code }
        return zip(reading.nodes, records).map { node, record in
            if let record { return record.json }
            var builder = NodeBuilder(
                node, maximum: maxima[node.code] ?? 0, isLeaf: !parents.contains(node.code), levels: levels,
                document: edition.source.document, texts: settings.texts)
            let draft = builder.draft()
            for (point, place) in builder.open {
                var details: FindingDetails = [.code: .text(node.code)]
                if let text = point.text { details[.text] = .text(text) }
                if let reason = point.reason { details[.reason] = .code(reason.rawValue) }
                findings.append(Finding(AnnexFinding.open, at: table.location(place), details))
            }
            return draft.record(under: node.parent)
        }
    }

    // MARK: - The edition

    /// The edition as an exported annex says it as far as rows need it, or as it is taken where it does not.
    private func editionDraft() throws(FindingsError) -> CriteriaDraft {
        // What is wrong with an exported edition is found with the criteria.
        if let edition, let levels = Self.levels(of: edition.json, file: table.file) {
            return draft(years: 2000...2000, levels: levels)
        }
        let stated = settings.edition.flatMap(AnnexTitle.years)
        guard let years = stated ?? title.years ?? AnnexTitle.years(Self.baseName(of: table.file)) else {
            throw FindingsError(AnnexFinding.noYear, at: Location(file: table.file))
        }
        return draft(years: years, levels: [Level(code: "don-vi", name: settings.texts.level)])
    }

    private static func levels(of edition: String, file: String) -> [Level]? {
        guard let document = try? JSONDocument(file: file, bytes: Array(edition.utf8)),
            let root = JSONReader(document).root()
        else { return nil }
        let levels = root.objects("levels").compactMap { $0.text("code") }.map { Level(code: $0, name: "-") }
        return levels.isEmpty ? nil : levels
    }

    private func draft(years: ClosedRange<Int>, levels: [Level]) -> CriteriaDraft {
        let base = Self.baseName(of: table.file)
        let source = LegalSource(document: title.document ?? title.name ?? base)
        let edition = years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)-\(years.upperBound)"
        let code = VietnameseText.code(from: base)
        var draft = CriteriaDraft(
            set: settings.set ?? (code.isEmpty ? "phu-luc" : code), edition: settings.edition ?? edition,
            name: LocalizedText(vi: settings.name ?? title.name ?? base), source: source, years: years, levels: levels)
        draft.assumptions = settings.texts.assumptions
        if !reading.hasMaxima {
            draft.points = PointsOrigin(basis: .assumed, source: source, reason: settings.texts.withoutPoints)
        }
        let digits = reading.nodes.compactMap({ $0.maximum }).map(Self.digits).max() ?? 0
        if digits > draft.rounding.points.digits {
            draft.rounding = RoundingPolicy(
                points: Rounding(draft.rounding.points.mode, digits: digits), stage: draft.rounding.stage,
                index: draft.rounding.index)
        }
        return draft
    }

    private static func digits(_ number: FixedDecimal) -> Int {
        let text = number.text()
        return text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    }

    private static func baseName(of file: String) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }
}
