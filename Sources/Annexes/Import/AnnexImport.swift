public import Scoring
public import Values
internal import Workbooks

/// A criteria set read from an annex.
///
///     let table = try AnnexTable(file: "phu-luc.docx", bytes: bytes)
///     let read = try AnnexImport(table, AnnexSettings(texts: texts))
///     print(read.json)  // an ordinary criteria file
///
/// Scoring words become rules where a small grammar understands all of them (``ScoringWords``). Whatever is not clear is an
/// open point of its criterion: the file can be shown and exported, and refuses to score until people have settled it.
public struct AnnexImport: Sendable {
    /// The criteria file.
    public let json: String
    /// The set that the file describes, which may have open points.
    public let criteria: CriteriaSet
    /// What was noticed, with places in the annex.
    public let findings: [Finding]

    /// The criteria that are scored themselves.
    public var leafCount: Int { criteria.criteria.count { $0.leaf != nil } }
    /// Those of them whose rule is read.
    public var ruleCount: Int {
        criteria.criteria.count { $0.leaf.map { leaf in !leaf.measures.contains { $0.isOpen } } ?? false }
    }
    /// The criteria, fields and others, about which something is open.
    public var openCount: Int { criteria.criteria.count { !$0.openPoints.isEmpty } }

    /// Reads an annex.
    ///
    /// - Throws: ``FindingsError`` where no heading is found, or a row that an export has written for programs was changed.
    ///
    /// Complexity: linear in the annex's size.
    public init(_ table: AnnexTable, _ settings: AnnexSettings) throws(FindingsError) {
        let reading = AnnexReader.read(table.rows)
        guard !reading.nodes.isEmpty else {
            throw FindingsError(AnnexFinding.noHeading, at: Location(file: table.file))
        }
        var assembly = AnnexAssembly(reading, table, settings)
        criteria = try assembly.criteria()
        json = CriteriaDraft(criteria).json
        // The column that an export hides is meant to be read.
        let hidden = assembly.isExported ? WorkbookFinding.hiddenColumns.rawValue : nil
        findings = table.warnings.filter { $0.code != hidden } + assembly.findings
    }
}
