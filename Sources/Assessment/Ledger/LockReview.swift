import Scoring
internal import Tables
internal import Values

/// Holds the files of a folder against what they were when stages were locked, and names whatever changed.
struct LockReview {
    private let folder: String
    private let places: CriteriaPlaces
    private let ledger: StageLedger
    private let set: CriteriaSet
    private let settings: AssessmentSettings
    private let units: UnitList
    private let known: TableKnowledge
    private let sink: FindingSink
    /// What was reported: what several locks hold is one fault.
    private let reported = Reported()

    init(
        folder: String, places: CriteriaPlaces, ledger: StageLedger, set: CriteriaSet, settings: AssessmentSettings,
        units: UnitList, options: TableOptions, sink: FindingSink
    ) {
        (self.folder, self.places, self.ledger, self.set) = (folder, places, ledger, set)
        (self.settings, self.units, self.sink) = (settings, units, sink)
        known = TableKnowledge(set, units, settings, options)
    }

    /// Reports every change of what is locked, and returns what is.
    func report() -> StageLocks? {
        guard ledger.isSound else { return nil }
        let locks = ledger.records.filter { !$0.files.isEmpty && ($0.action == .lock || $0.action == .confirm) }
        var lists: [Int: KeptFiles] = [:]
        for record in locks { lists[record.number] = Self.list(of: record, in: folder, into: sink) }
        let states = StageLocks(ledger.records, set, units.units, settings.stages) { record in
            lists[record.number].map { unitsOfGroup(record, $0) } ?? []
        }
        let active = locks.filter { lists[$0.number] != nil && isActive($0, states) }
        if active.isEmpty { return states }
        let current = CurrentFiles(folder, places)
        for record in active {
            if let list = lists[record.number] { compare(list, of: record, states, current) }
        }
        return states
    }

    /// Reports which files are not those that were locked, where nothing else of a folder can be told.
    static func reportFiles(of folder: String, _ places: CriteriaPlaces, into sink: FindingSink) {
        let ledger = StageLedger(of: folder, isVietnamese: true, into: sink)
        // Points come in while earlier stages are locked, and after an unlock nobody knows what may change.
        guard ledger.isSound, let record = ledger.records.last(where: { $0.action != .publish }),
            record.action != .unlock, let list = list(of: record, in: folder, into: sink)
        else { return }
        for file in list.files where file.role.decidesPoints && file.role != .points {
            let path = folder + "/" + file.path
            if FileSum.of(path) == file.sum { continue }
            sink.report(
                FileInput.exists(path) ? LedgerFinding.lockedFileChanged : .lockedFileMissing,
                at: Location(file: path), [.code: .text(String(record.number)), .stage: .text(record.stage)])
        }
    }

    /// The list of files of a record, which nobody may have changed.
    private static func list(of record: StageRecord, in folder: String, into sink: FindingSink) -> KeptFiles? {
        if let list = record.keptFiles(in: folder) { return list }
        sink.report(
            LedgerFinding.keptFileChanged, at: Location(file: folder + "/" + record.files),
            [.code: .text(String(record.number))])
        return nil
    }

    /// Whether anything is still locked by a record.
    private func isActive(_ record: StageRecord, _ states: StageLocks) -> Bool {
        guard let stage = settings.stages.stages.firstIndex(where: { $0.code == record.stage }) else { return true }
        // Units that have left the table stay locked; what is locked for all is so for units that nobody knows yet.
        let codes = states.units(of: record).map(Array.init) ?? units.codes + [""]
        return codes.contains { unit in
            states.leaves.contains { states.state(of: stage, unit: unit, leaf: $0) == .locked(record.number) }
        }
    }

    /// The units that were in the group of a record when it was made.
    private func unitsOfGroup(_ record: StageRecord, _ list: KeptFiles) -> Set<String> {
        guard let group = record.scope.group, let file = list.files.first(where: { $0.role == .units }),
            let bytes = bytes(of: file, record), let table = table(file, bytes)
        else { return [] }
        let named = settings.groups.first { $0.code == group }
        let words = Set(([group, named?.name.vi, named?.name.en].compactMap({ $0 })).map { VietnameseText.word($0) })
        return Set(
            table.rows.filter { row in row.cells.contains { words.contains(VietnameseText.word($0.text)) } }
                .compactMap({ $0.subject.unit }))
    }

    // MARK: - Files

    private func table(_ file: KeptFile, _ bytes: [UInt8], path: String? = nil) -> KeyedTable? {
        try? KeyedTable(
            file.role, path: path ?? file.copy ?? file.path, sheet: file.sheet, bytes: bytes, known)
    }

    /// The bytes of a copy, which nobody may have changed; nil where there is none.
    private func bytes(of file: KeptFile, _ record: StageRecord) -> [UInt8]? {
        guard let copy = file.copy else { return nil }
        let path = folder + "/" + copy
        guard let bytes = try? FileInput.bytes(of: path, .regular), SHA256.hex(of: bytes) == file.sum else {
            sink.report(
                LedgerFinding.keptFileChanged, at: Location(file: path), [.code: .text(String(record.number))])
            return nil
        }
        return bytes
    }

    private func compare(
        _ list: KeptFiles, of record: StageRecord, _ states: StageLocks, _ current: CurrentFiles
    ) {
        let stage = settings.stages.stages.first { $0.code == record.stage }
        let about: FindingDetails = [
            .code: .text(String(record.number)), .stage: stage.map { .name($0.name) } ?? .text(record.stage),
        ]
        var known: Set<CurrentFiles.Key> = []
        for file in list.files {
            guard let now = current.file(for: file) else {
                let code: LedgerFinding = file.role.decidesPoints ? .lockedFileMissing : .besideFileMissing
                sink.report(code, at: Location(file: folder + "/" + file.path), about)
                continue
            }
            if !known.insert(now.key).inserted || now.sum == file.sum { continue }
            compare(file, now, record, states, about)
        }
        for now in current.files where !known.contains(now.key) && now.file.role.decidesPoints {
            if now.file.role == .points {
                // Before, there were no points at all.
                compare(
                    KeptFile(path: now.key.path, sheet: now.key.sheet, role: .points, size: 0, sum: ""), now, record,
                    states, about)
            } else {
                sink.report(LedgerFinding.lockedFileAdded, at: Location(file: now.file.path), about)
            }
        }
    }

    private func compare(
        _ file: KeptFile, _ now: CurrentFiles.Entry, _ record: StageRecord, _ states: StageLocks,
        _ about: FindingDetails
    ) {
        let whole = Location(file: now.file.path)
        func reportWhole() {
            let code: LedgerFinding = file.role.decidesPoints ? .lockedFileChanged : .besideFileChanged
            sink.report(code, at: whole, about)
        }
        if file.sum.isEmpty {
            guard let bytes = try? FileInput.bytes(of: now.file.path, .regular),
                let table = table(file, bytes, path: now.file.path)
            else { return reportWhole() }
            for row in table.rows where !row.isBlank && isLocked(row.about, file.role, record, states) {
                report(TableDifference.Item(kind: .rowAdded, subject: row.about, place: row.place), about)
            }
            return
        }
        guard file.role != .criteria, file.role != .questionnaire, let old = bytes(of: file, record),
            let new = try? FileInput.bytes(of: now.file.path, .regular)
        else { return reportWhole() }
        if file.role == .settings { return compareSettings(old, new, now.file.path, about) }
        guard let before = table(file, old), let after = table(file, new, path: now.file.path) else {
            return reportWhole()
        }
        let difference = TableDifference(from: before, to: after)
        if difference.items.isEmpty {
            sink.report(LedgerFinding.savedAgain, at: whole, about)
            return
        }
        guard file.role.decidesPoints else {
            for item in difference.items { report(item, about, isBeside: true) }
            return
        }
        for item in difference.items {
            if before.hasSubjects, !isLocked(item.subject, file.role, record, states, isWhole: item.isWhole) {
                continue
            }
            report(item, about)
        }
    }

    /// Whether something of a table may not change because of a record.
    ///
    /// - Parameter isWhole: Whether it concerns all rows.
    private func isLocked(
        _ subject: KeyedTable.Subject, _ role: FolderFile.Role, _ record: StageRecord, _ states: StageLocks,
        isWhole: Bool = false
    ) -> Bool {
        if isWhole { return true }
        let concerned: [String]
        if let unit = subject.unit {
            concerned = [unit]
        } else if role == .assignments {
            // A group, or the row and with it whoever has a column.
            concerned = units.units.filter { subject.group == nil || $0.group == subject.group }.map { $0.code }
        } else {
            concerned = []
        }
        // What belongs to nobody is locked with everything.
        if concerned.isEmpty { return record.scope.isAll }
        guard let own = settings.stages.stages.firstIndex(where: { $0.code == record.stage }) else { return true }
        let about = states.leaves(of: role == .units ? nil : subject.code)
        if role == .points, let text = subject.stage, let stage = settings.stages[text],
            let position = settings.stages.position(of: stage), position > own
        {
            return false
        }
        return concerned.contains { unit in
            about.contains { states.state(of: own, unit: unit, leaf: $0) == .locked(record.number) }
        }
    }

    // MARK: - Settings

    /// The keys of the settings that say what is shown, and by when things are due: they may change.
    private static let freeKeys: Set<String> = [
        "stage", "dates", "notice", "costUnit", "size", "alerts", "evidence", "$schema",
    ]
    /// Those of a stage in the list of stages.
    private static let freeKeysOfStages: Set<String> = ["opens", "closes", "windows"]

    private func compareSettings(_ old: [UInt8], _ new: [UInt8], _ path: String, _ about: FindingDetails) {
        guard let before = try? JSONDocument(file: path, bytes: old),
            let after = try? JSONDocument(file: path, bytes: new)
        else { return sink.report(LedgerFinding.lockedFileChanged, at: Location(file: path), about) }
        var (was, now) = (before.root.texts(), after.root.texts())
        func isFree(_ key: String) -> Bool {
            let parts = key.split { $0 == "." || $0 == "[" || $0 == "]" }.map(String.init)
            if parts.count > 2, parts[0] == "stages", Self.freeKeysOfStages.contains(parts[2]) { return true }
            return Self.freeKeys.contains(parts.first ?? "")
        }
        was = was.filter { !isFree($0.key) }
        now = now.filter { !isFree($0.key) }
        for key in Set(was.keys).union(now.keys).sorted() where was[key]?.text != now[key]?.text {
            let place = now[key].map { after.location(of: $0.offset) } ?? Location(file: path)
            sink.report(
                LedgerFinding.lockedSetting, at: place,
                about.merging([
                    .key: .text(key), .found: Self.value(now[key]?.text ?? ""),
                    .expected: Self.value(was[key]?.text ?? ""),
                ]) { $1 })
        }
    }

    // MARK: - Findings

    private static func value(_ text: String) -> FindingValue { text.isEmpty ? .term(.blank) : .text(text) }

    private func report(_ item: TableDifference.Item, _ about: FindingDetails, isBeside: Bool = false) {
        var details = about
        let names = [item.subject.unit ?? item.subject.group, item.subject.code].compactMap { $0 }
        if !names.isEmpty { details[.text] = .names(names) }
        if let stage = item.subject.stage, !stage.isEmpty {
            details[.other] = settings.stages[stage].map { .name($0.name) } ?? .text(stage)
        }
        if !item.heading.isEmpty { details[.key] = .text(item.heading) }
        if ![.rowRemoved, .columnAdded, .columnRemoved].contains(item.kind) { details[.found] = Self.value(item.new) }
        if ![.reading, .rowAdded, .columnAdded, .columnRemoved].contains(item.kind) {
            details[.expected] = Self.value(item.old)
        }
        let code: LedgerFinding =
            switch item.kind {
            case .cell: isBeside ? .besideCellChanged : .lockedCell
            case .reading: .lockedReading
            case .rowAdded: isBeside ? .besideRowAdded : .lockedRowAdded
            case .rowRemoved: isBeside ? .besideRowMissing : .lockedRowMissing
            case .columnAdded: .lockedColumnAdded
            case .columnRemoved: isBeside ? .besideFileChanged : .lockedColumnMissing
            case .titles: .lockedTitles
            case .separator: .lockedSeparator
            }
        guard reported.takes(item) else { return }
        let unit = item.subject.unit.flatMap { units.position(of: $0) == nil ? nil : $0 }
        sink.report(code, at: item.place, unit: unit, details)
    }
}

/// The differences that were reported.
private final class Reported {
    private struct Key: Hashable {
        let place: Location
        let kind: TableDifference.Item.Kind
        let subject: KeyedTable.Subject
        let heading: String
        let old: String
    }

    private var keys: Set<Key> = []

    /// Whether a difference is a new one.
    func takes(_ item: TableDifference.Item) -> Bool {
        keys.insert(
            Key(place: item.place, kind: item.kind, subject: item.subject, heading: item.heading, old: item.old)
        ).inserted
    }
}

extension TableDifference.Item {
    /// Whether it changes what all rows say.
    fileprivate var isWhole: Bool {
        switch kind {
        case .columnRemoved, .titles, .separator: true
        case .cell, .reading, .rowAdded, .rowRemoved, .columnAdded: false
        }
    }
}

extension JSONNode {
    /// Every value that is no list or object, with where it is: `files.metrics[0].asOf`.
    func texts(_ key: String = "") -> [String: (text: String, offset: Int)] {
        switch content {
        case .null: [key: ("null", offset)]
        case .boolean(let value): [key: (value ? "true" : "false", offset)]
        case .number(let text): [key: (text, offset)]
        case .text(let text): [key: (text, offset)]
        case .array(let nodes):
            nodes.isEmpty
                ? [key: ("[]", offset)]
                : nodes.enumerated().reduce(into: [:]) { found, entry in
                    found.merge(entry.element.texts("\(key)[\(entry.offset)]")) { $1 }
                }
        case .object(let members):
            members.isEmpty
                ? [key: ("{}", offset)]
                : members.reduce(into: [:]) { found, member in
                    found.merge(member.value.texts(key.isEmpty ? member.key : key + "." + member.key)) { $1 }
                }
        }
    }
}
