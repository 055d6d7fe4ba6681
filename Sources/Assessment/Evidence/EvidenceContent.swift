internal import Scoring
internal import Tables
package import Values

/// What the files of an evidence register hold: which are the same, and who signed them when.
///
/// Unlike the register itself this reads every file whole, so that it is made where somebody asks for it.
package struct EvidenceContent: Sendable {
    /// A file with the same content as one before it.
    package struct Duplicate: Hashable, Sendable {
        /// What the two do not share.
        package enum Kind: String, CaseIterable, Hashable, Sendable {
            case units, criteria, names
        }

        /// The position of the row, and that of the first row with the content.
        package let item: Int
        package let first: Int
        package let kind: Kind
    }

    /// A day of a document or of a signature that is outside its bounds.
    package struct DayFault: Hashable, Sendable {
        package let item: Int
        package let day: CalendarDay
        /// Whether it is the day of a signature.
        package let isSignature: Bool
        /// The last day of the criterion's task; nil where the day lies outside the period.
        package let deadline: CalendarDay?
    }

    /// The sums of the files, by the positions of their rows.
    package private(set) var sums: [Int: String] = [:]
    /// The signatures of those that are PDFs.
    package private(set) var signatures: [Int: [PDFSignature]] = [:]
    package private(set) var duplicates: [Duplicate] = []
    package private(set) var days: [DayFault] = []
    /// The rows whose files could not be read after all, with the reason.
    package private(set) var failures: [(item: Int, findings: [Finding])] = []

    private let assessment: Assessment
    private let items: [EvidenceItem]
    private let stakes: EvidencePoints

    /// Reads the files of all rows, or of those of some units.
    package init(_ assessment: Assessment, units: [Int]? = nil) {
        (self.assessment, stakes) = (assessment, EvidencePoints(assessment))
        items = assessment.evidence?.items ?? []
        let wanted = units.map { Set($0.map { assessment.units[$0].code }) }
        // Of other units' files only those of the same length can be the same.
        let lengths = wanted.map { wanted in
            Set(items.filter { wanted.contains($0.unit) }.compactMap { $0.readableLength })
        }
        var read: [String: (sum: String, signatures: [PDFSignature]?)] = [:]
        var first: [String: Int] = [:]
        for (position, item) in items.enumerated() {
            guard let path = item.readablePath else { continue }
            let isWanted = wanted?.contains(item.unit) ?? true
            if !isWanted, let lengths, !(item.readableLength.map(lengths.contains) ?? false) { continue }
            do throws(FindingsError) {
                let known: (sum: String, signatures: [PDFSignature]?)
                if let before = read[path] {
                    known = before
                } else {
                    let bytes = try FileInput.bytes(
                        of: path, limit: assessment.settings.evidenceLimit, .regular)
                    known = (SHA256.hex(of: bytes), PDFSignature.all(in: bytes))
                    read[path] = known
                }
                sums[position] = known.sum
                if isWanted, let found = known.signatures, !found.isEmpty { signatures[position] = found }
                if let before = first[known.sum] {
                    let isOther = wanted?.contains(items[before].unit) ?? true
                    if isWanted || isOther { compare(position, with: before) }
                } else {
                    first[known.sum] = position
                }
            } catch {
                if isWanted { failures.append((position, error.findings)) }
            }
        }
        for (position, item) in items.enumerated() where wanted?.contains(item.unit) ?? true { hold(position, item) }
    }

    private mutating func compare(_ item: Int, with first: Int) {
        let (own, other) = (items[item], items[first])
        let kind: Duplicate.Kind
        if own.unit != other.unit {
            kind = .units
        } else if own.criterion != other.criterion {
            kind = .criteria
        } else if own.name != other.name {
            kind = .names
        } else {
            // One file for two kinds of one criterion, such as a plan with its annex.
            return
        }
        duplicates.append(Duplicate(item: item, first: first, kind: kind))
    }

    /// Holds the days of a row against the period and the last day of the criterion's task.
    private mutating func hold(_ position: Int, _ item: EvidenceItem) {
        guard item.isGiven, let node = assessment.criteria.set.index(of: item.criterion) else { return }
        let (period, due) = (assessment.settings.period, assessment.criteria.set.criteria[node].leaf?.deadline?.due)
        var dated: [(CalendarDay, Bool)] = []
        if let day = item.day { dated.append((day, false)) }
        for signature in signatures[position] ?? [] {
            if let day = signature.day { dated.append((day, true)) }
        }
        for (day, isSignature) in dated {
            if let due, day > due, due >= period.first {
                days.append(DayFault(item: position, day: day, isSignature: isSignature, deadline: due))
            } else if day < period.first || day > period.last {
                days.append(DayFault(item: position, day: day, isSignature: isSignature, deadline: nil))
            }
        }
    }

    /// How many points rest on a row.
    package func points(of item: Int) -> FixedDecimal { stakes.points(of: items[item]) }

    /// What `check` says of it.
    package var findings: [Finding] {
        let sink = FindingSink()
        for failure in failures { sink.add(failure.findings) }
        func add(_ code: EvidenceFinding, _ item: Int, _ details: FindingDetails) {
            let own = items[item]
            let subject: FindingDetails = [
                .criterion: .text(own.criterion), .other: .number(points(of: item)),
            ]
            sink.report(code, at: own.place, unit: own.unit, subject.merging(details) { $1 })
        }
        for duplicate in duplicates {
            let (own, other) = (items[duplicate.item], items[duplicate.first])
            let code: EvidenceFinding =
                switch duplicate.kind {
                case .units: .sameForUnits
                case .criteria: .sameForCriteria
                case .names: .sameContent
                }
            add(
                code, duplicate.item,
                [
                    .found: .text(own.name ?? ""), .expected: .text(other.name ?? ""), .first: .location(other.place),
                ])
        }
        for fault in days {
            let details: FindingDetails = [
                .found: .day(fault.day), .text: .text(items[fault.item].name ?? ""),
            ]
            if let deadline = fault.deadline {
                add(.afterDeadline, fault.item, details.merging([.expected: .day(deadline)]) { $1 })
            } else {
                add(.outsidePeriod, fault.item, details)
            }
        }
        return sink.findings
    }
}

/// The points that units give themselves where rows of the register are their evidence.
struct EvidencePoints: Sendable {
    private let own: ScoreTable
    private let units: [String: Int]
    private let nodes: [String: Int]

    init(_ assessment: Assessment) {
        own = assessment.ownScores
        (units, nodes) = assessment.positions
    }

    func points(of item: EvidenceItem) -> FixedDecimal {
        guard let unit = units[item.unit], let node = nodes[item.criterion] else { return 0 }
        return max(own[unit].criterion(node).points ?? 0, 0)
    }
}

/// Says what files of the register cannot be used, each with the points that rest on it, and which files nobody registered.
struct EvidenceReview {
    let assessment: Assessment
    let files: EvidenceFiles
    let sink: FindingSink

    /// How many names a finding lists.
    private static let listed = 10

    func report(table: String) {
        guard let register = assessment.evidence else { return }
        let points = EvidencePoints(assessment)
        for item in register.items {
            guard case .file(let path, let state, _) = item.source else { continue }
            let code: EvidenceFinding
            var details: FindingDetails = [
                .unit: .text(item.unit), .criterion: .text(item.criterion), .found: .text(path),
            ]
            switch state {
            // Paths and links were told where they were read.
            case .sound, .outside, .link: continue
            case .missing: code = .missingFile
            case .noFile: code = .noFile
            case .empty: code = .emptyFile
            case .unreadable: code = .unreadableFile
            case .tooLarge(let size):
                code = .fileTooLarge
                details[.count] = .count(size)
                details[.expected] = .count(assessment.settings.evidenceLimit >> 20)
            }
            details[.other] = .number(points.points(of: item))
            sink.report(code, at: item.place, unit: item.unit, details)
        }
        let named = Set(register.items.compactMap({ $0.name }))
        for folder in files.unreadable {
            sink.report(EvidenceFinding.unreadableFolder, at: Location(file: folder), [.found: .text(folder)])
        }
        let others = files.names.filter { !named.contains($0) }
        if !others.isEmpty {
            sink.report(
                EvidenceFinding.unregistered, at: Location(file: table),
                [.count: .count(others.count), .found: .names(Array(others.prefix(Self.listed)))])
        }
    }
}
