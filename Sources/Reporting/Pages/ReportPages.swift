internal import Assessment
public import Documents
internal import Tables
public import Values
internal import Words

/// A report as pages for a browser: one of all units and one of each, every one of which stands for itself.
///
///     try ReportPages(model, in: .vi, version: "0.1.0").write(to: "bao-cao")
public struct ReportPages: Sendable {
    private let frame: PageFrame
    private let peers: EngineInput.Peers
    /// What the engine of the page of all units is given; nil where the criteria are in no file.
    private let engine: EngineInput?

    /// The pages of a report.
    ///
    /// - Parameters:
    ///   - model: what they show.
    ///   - language: their language.
    ///   - version: the program's version, which they name.
    ///   - peers: what a unit's page knows of other units' points.
    public init(_ model: ReportModel, in language: Language, version: String, peers: EngineInput.Peers = .totals) {
        var names = FileNames()
        _ = names.unused("index")
        var files: [Int: String] = [:]
        for unit in model.units { files[unit] = names.name(ofUnit: model.assessment.units[unit].code) + ".html" }
        frame = PageFrame(model: model, language: language, files: files, version: version)
        self.peers = peers
        let all = Array(model.assessment.units.indices)
        engine = (try? EngineInput(model.assessment, units: all, peers: .all)) ?? nil
    }

    /// How many files there are.
    public var count: Int { frame.model.units.count + 1 }

    /// The name of the file of the unit at a position; nil for one that is not shown.
    public func file(ofUnit position: Int) -> String? { frame.files[position] }

    /// Writes the folder, whole or not at all. A folder that holds nothing but pages of a report is replaced.
    ///
    /// - Throws: `FindingsError` with `file.folderNotEmpty` where it holds anything else, and where it cannot be written.
    public func write(to folder: String) throws(FindingsError) {
        try FolderOutput.write(to: folder, replacing: Self.isPage) { (take) throws(FindingsError) in
            let units = frame.model.units
            // The page of all units takes longest and is begun first; whoever has ended a page takes the next.
            let failures = Parallel.map(count, minimum: 1, partsPerProcessor: count) { part -> FindingsError? in
                do throws(FindingsError) {
                    for position in part {
                        if position == 0 {
                            try take("index.html", Array(groupPage().utf8))
                        } else {
                            let unit = units[position - 1]
                            try take(frame.files[unit] ?? "", Array(page(ofUnit: unit).utf8))
                        }
                    }
                    return nil
                } catch {
                    return error
                }
            }
            if let failure = failures.lazy.compactMap({ $0 }).first { throw failure }
        }
    }

    /// The page of all units.
    package func groupPage() -> String { GroupPage(frame, engine: Self.text(engine)).text() }

    /// The page of the unit at a position.
    package func page(ofUnit position: Int) -> String {
        UnitPage(frame, frame.model.unit(position), engine: Self.text(engine?.about([position], peers: peers))).text()
    }

    private static func text(_ input: EngineInput?) -> String? {
        input.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// Whether a file is a page that was made here: what else is in a folder is not replaced.
    private static func isPage(_ path: String) -> Bool {
        guard path.hasSuffix(".html"), let bytes = try? FileInput.bytes(of: path, .regular) else { return false }
        return String(decoding: bytes.prefix(4_096), as: UTF8.self).contains("name=\"generator\" content=\"score-cli ")
    }
}
