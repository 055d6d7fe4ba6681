package import Assessment
package import Documents
internal import Scoring
internal import Tables
package import Values
internal import Words
internal import Workbooks

/// The files of the evidence register, numbered and packed by criterion, with an index.
package struct EvidencePack: OfficialReport {
    package static let recordFormat = "evidence-pack/1"

    /// A file of the pack.
    private struct Entry: Sendable {
        let number: Int
        let file: PackedFile
        /// Where it is in the pack.
        let path: String
    }

    private let header: ReportHeader
    private let units: [Int]
    private let entries: [Entry]
    /// How many files are packed.
    package var count: Int { entries.count }

    /// The largest archive of the format without extensions, and the most parts.
    private static let limits = (bytes: Int(clamping: UInt32.max), parts: 65_000)

    /// Packs the files of units at some positions, or of all.
    package init(_ assessment: Assessment, units: [Int]? = nil) {
        header = ReportHeader(assessment.atOwnStage)
        self.units = units ?? Array(assessment.units.indices)
        let files = PackedFile.all(of: assessment, units: units)
        let digits = max(3, String(files.count).count)
        let hasUnits = Set(files.map { $0.unit }).count > 1
        var folders = FolderNames()
        entries = files.enumerated().map { position, file in
            let item = assessment.evidence?.items[file.item]
            let number = position + 1
            let unit = hasUnits ? folders.name(of: assessment.units[file.unit].code) + "/" : ""
            let criterion = folders.name(of: assessment.criteria.set.criteria[file.node].code)
            // The number in front tells two files of one name apart.
            let name = FolderNames.safe(FilePath.name(of: item?.name ?? ""))
            return Entry(
                number: number, file: file,
                path: "\(unit)\(criterion)/\(String(number, digits: digits))-\(name)")
        }
    }

    private var columns: [Column<Entry>] {
        let assessment = header.assessment
        let items = assessment.evidence?.items ?? []
        return [
            Column("number", EvidenceWords.number, .trailing) { .count($0.number) },
            .text("unit", .unit, full: .unitCode) { assessment.units[$0.file.unit].code },
            .text("criterion", .code, full: .criterionCode) { assessment.criteria.set.criteria[$0.file.node].code },
            Column("name", .criterion, full: .criterionName, .wrapped(20)) {
                .name(assessment.criteria.set.criteria[$0.file.node].name)
            },
            Column("kind", EvidenceWords.kind, .wrapped(16)) { entry in
                let item = items[entry.file.item]
                let required = assessment.criteria.set.criteria[entry.file.node].leaf?.evidence ?? []
                guard let kind = item.kind else { return .text(item.kindText) }
                return .name(required[kind])
            },
            .text("path", EvidenceWords.inPack, .wrapped(24)) { $0.path },
            .text("file", EvidenceWords.file, .wrapped(20)) { items[$0.file.item].name },
            Column("day", EvidenceWords.day) { .day(items[$0.file.item].day) },
            .text("note", .notes, .wrapped(16)) { items[$0.file.item].note },
        ]
    }

    /// What stands around the index: of one unit it is that unit's document, of several the council's.
    package var frame: OfficialFrame {
        let (assessment, subject) = (header.assessment, EvidenceWords.subject(header.settings.period.phrase))
        var frame =
            units.count == 1
            ? OfficialFrame(
                of: assessment.units[units[0]], in: assessment, EvidenceWords.indexKind,
                number: PublicationWords.documentNumber, subject: subject)
            : OfficialFrame(
                ofCouncil: EvidenceWords.indexKind, PublicationWords.documentNumber, subject: subject,
                recipients: AppraisalWords.recipients)
        frame.isLandscape = true
        return frame
    }

    /// The index.
    package var sections: [OfficialSection] {
        [
            OfficialSection(EvidenceWords.index) { document in
                // On paper the place in the pack says what the file is called, and the heading whose one unit's files are.
                let shown = columns.filter { $0.key != "file" && ($0.key != "unit" || units.count > 1) }
                document.table(entries, shown)
            }
        ]
    }

    /// What people read: the index.
    package func write(to document: inout Document) {
        document.heading(Phrase("\(EvidenceWords.index): \(header.name)"), level: 1)
        document.facts(header.facts)
        document.table(entries, columns)
        header.writeNotices(to: &document, withAssumptions: false)
    }

    /// A row a file.
    package var data: DataTable? { DataTable(entries, columns) }

    /// What programs read.
    package func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.list("files", entries, columns)
    }

    /// Writes the archive: the index as a page and as a table, then the files in the order of their numbers.
    /// - Throws: ``FindingsError`` for a file that cannot be read any more, and where there is more than an archive holds.
    package func write(in language: Language, to sink: @escaping (_ bytes: [UInt8]) -> Void) throws(FindingsError) {
        let assessment = header.assessment
        let items = assessment.evidence?.items ?? []
        let total = entries.reduce(0) { sum, entry in
            if case .file(_, .sound(let size), _) = items[entry.file.item].source { sum + size + 1024 } else { sum }
        }
        guard total < Self.limits.bytes, entries.count < Self.limits.parts else {
            throw FindingsError(
                EvidenceFinding.packTooLarge, at: Location(file: assessment.folder),
                [.count: .count(entries.count), .found: .count(total >> 20)])
        }
        var zip = ZipWriter(sink)
        for (format, suffix) in [(ReportFormat.html, "html"), (.csv, "csv")] {
            if let bytes = written(as: format, in: language) { zip.add("muc-luc." + suffix, bytes) }
        }
        for entry in entries {
            guard let path = items[entry.file.item].readablePath else { continue }
            zip.add(entry.path, try FileInput.bytes(of: path, limit: assessment.settings.evidenceLimit, .regular))
        }
        zip.finish()
    }
}

/// Names of folders and files in a pack that every system takes.
private struct FolderNames {
    private var names: [String: String] = [:]
    private var folders = FileNames()

    /// The folder of a code; of two codes that make the same name the second has a number.
    mutating func name(of code: String) -> String {
        if let known = names[code] { return known }
        let name = folders.unused(Self.safe(code))
        names[code] = name
        return name
    }

    /// The name with every sign replaced that some system refuses, its letters composed.
    static func safe(_ name: String) -> String {
        var text = String(
            VietnameseText.composed(name).map { sign in
                "/\\:*?\"<>|".contains(sign) || sign.unicodeScalars.contains { $0.value < 0x20 } ? "_" : sign
            })
        while text.hasPrefix(".") { text.removeFirst() }
        while text.hasSuffix(".") || text.hasSuffix(" ") { text.removeLast() }
        return text.isEmpty ? "_" : text
    }
}
