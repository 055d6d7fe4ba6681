import Scoring
internal import Tables
package import Values

/// A publication computed again from the files that it keeps, and everything in which something differs.
package struct Verification: Sendable {
    /// The publication; nil where there is no such one.
    package private(set) var publication: StageRecord?
    /// How many publications there are.
    package let count: Int
    /// How many files were held against their sums.
    package private(set) var fileCount = 0
    /// The name of the publication's stage, once it is known.
    package private(set) var stageName: LocalizedText?
    /// What was computed again; nil where it could not be.
    package private(set) var results: PublishedResults?
    package private(set) var findings: [Finding] = []

    private let folder: String
    private let options: AssessmentOptions

    /// Verifies the last publication of a folder, or another by its number.
    package init(_ folder: String, number: Int?, options: AssessmentOptions) {
        self.folder = FilePath.folder(folder)
        self.options = options
        let reading = StageLedger.read(self.folder)
        let publications = reading.ledger.publications
        count = publications.count
        findings = reading.findings
        if findings.containsError { return }
        if publications.isEmpty {
            findings.append(
                Finding(
                    LedgerFinding.tooFewPublications, at: Location(file: self.folder),
                    [.count: .count(0), .expected: .count(1)]))
            return
        }
        let record: StageRecord
        do throws(FindingsError) {
            record = try reading.ledger.publication(number, of: self.folder)
        } catch {
            findings += error.findings
            return
        }
        publication = record
        let before = Array(reading.ledger.records.prefix(record.number - 1))
        if let list = kept(by: record) { verify(list, record, before) }
        // Whatever is locked now is held against what it was, as by every command.
        var own = AssessmentOptions()
        own.criteriaPlaces = options.criteriaPlaces
        findings += Assessment.read(self.folder, options: own).findings.filter { $0.code.hasPrefix("ledger.") }
    }

    private mutating func report(_ code: LedgerFinding, at path: String, _ details: FindingDetails) {
        findings.append(Finding(code, at: Location(file: path), details))
    }

    /// The list of the files of a publication, if nobody changed it.
    private mutating func kept(by record: StageRecord) -> KeptFiles? {
        fileCount += 1
        if let list = record.keptFiles(in: folder) { return list }
        report(.keptFileChanged, at: folder + "/" + record.files, [.code: .text(String(record.number))])
        return nil
    }

    private mutating func verify(_ list: KeptFiles, _ record: StageRecord, _ before: [StageRecord]) {
        let number = record.publication ?? 0
        var isWhole = true
        for file in list.files {
            guard let copy = file.copy else { continue }
            fileCount += 1
            if FileSum.of(folder + "/" + copy) == file.sum { continue }
            isWhole = false
            report(.keptFileChanged, at: folder + "/" + copy, [.code: .text(String(record.number))])
        }
        let current = CurrentFiles(folder, options.criteriaPlaces)
        let changed = list.files.filter { $0.role != .result && current.file(for: $0)?.sum != $0.sum }
        if !changed.isEmpty {
            report(
                .changedSincePublication, at: folder,
                [.count: .count(number), .found: .names(changed.map { $0.path })])
        }
        if !isWhole { return }
        guard let source = source(list, isUnchanged: changed.isEmpty, number) else { return }
        recompute(source, record, before)
    }

    /// The folder from which the publication is computed: that of its copies or, where some are not kept, the folder
    /// itself as long as nothing in it changed. Nil, with a finding, where there is neither.
    private mutating func source(_ list: KeptFiles, isUnchanged: Bool, _ number: Int) -> String? {
        let files = list.files.filter { $0.role != .result }
        let sums = Set(files.map { $0.sum })
        if let settings = files.first(where: { $0.role == .settings })?.copy, files.allSatisfy({ $0.copy != nil }) {
            let copies = folder + "/" + settings.split(separator: "/").dropLast().joined(separator: "/")
            // An absolute path leads out of the copies: what is read must be what was kept.
            let read = FolderFile.all(of: copies, options.criteriaPlaces)
            if read.count == files.count, read.allSatisfy({ FileSum.of($0.path).map(sums.contains) ?? false }) {
                return copies
            }
        }
        if isUnchanged { return folder }
        let missing = files.filter { $0.copy == nil }.map { $0.path }
        report(
            .notRecomputable, at: folder,
            [.count: .count(number), .found: .names(missing.isEmpty ? files.map({ $0.path }) : missing)])
        return nil
    }

    private mutating func recompute(_ source: String, _ record: StageRecord, _ before: [StageRecord]) {
        var own = AssessmentOptions()
        own.criteriaPlaces = options.criteriaPlaces
        own.isWithoutLedger = true
        let reading = Assessment.read(source, options: own)
        guard let assessment = reading.assessment, let stage = assessment.settings.stages[record.stage] else {
            findings += reading.findings.filter { $0.severity == .error }
            return
        }
        let place = folder + "/" + record.keptPlace
        stageName = stage.name
        let computed = PublishedResults(assessment, at: stage, before)
        results = computed
        do throws(FindingsError) {
            for difference in computed.differences(from: try PublishedResults(in: place)) {
                let file = difference.subject.count == 1 ? PublishedResults.unitFile : PublishedResults.criterionFile
                report(
                    .publishedDiffers, at: place + "/" + file,
                    [
                        .count: .count(record.publication ?? 0), .text: .names(difference.subject),
                        .key: .text(difference.column), .found: .text(difference.other),
                        .expected: .text(difference.own),
                    ])
            }
        } catch {
            findings += error.findings
        }
    }
}
