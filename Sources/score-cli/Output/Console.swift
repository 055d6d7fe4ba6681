import Documents
import Words
import Reporting
import Tables
import Values

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How a run ends.
enum ExitCode: Int32, Sendable {
    /// Done.
    case done = 0
    /// There were errors, or something failed.
    case failed = 1
    /// Wrong usage.
    case usage = 64
}

/// What a command writes to: data to standard output or a file, messages to standard error.
struct Console: Sendable {
    /// The language of all output.
    let language: Language
    /// The style of data on standard output.
    let dataStyle: TerminalStyle
    /// The style of messages on standard error.
    let wordStyle: TerminalStyle
    /// The width of the terminal in cells, 40 at least; nil when data goes elsewhere.
    let width: Int?
    /// The same of the terminal that messages go to.
    let wordWidth: Int?
    /// Whether to suppress warnings and side remarks.
    let isQuiet: Bool
    /// Whether each finding is listed, also where others have the same cause or lie beside the question.
    let listsAllFindings: Bool
    /// The file for the data; nil for standard output.
    let output: String?
    /// What records say that they were made by.
    let maker: RecordMaker

    init(_ arguments: ParsedArguments, language: Language) {
        self.language = language
        output = arguments.options[.output]
        maker = RecordMaker(version: CommandLineTool.version, command: arguments.command.name)
        let noColor =
            arguments.has(.noColor) || Environment.value("NO_COLOR")?.isEmpty == false
            || Environment.value("TERM") == "dumb"
        dataStyle = TerminalStyle(isColored: !noColor && output == nil && isatty(STDOUT_FILENO) == 1)
        wordStyle = TerminalStyle(isColored: !noColor && isatty(STDERR_FILENO) == 1)
        width = output == nil ? Self.width(of: STDOUT_FILENO) : nil
        wordWidth = Self.width(of: STDERR_FILENO)
        isQuiet = arguments.has(.quiet)
        listsAllFindings = arguments.has(.allFindings)
    }

    /// The fewest cells of a line for which anything is laid out.
    private static let leastWidth = 40

    private static func width(of descriptor: Int32) -> Int? {
        guard isatty(descriptor) == 1 else { return nil }
        var size = winsize()
        // A terminal that does not know its width says zero.
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return max(Int(size.ws_col), leastWidth)
    }

    /// Writes a report in the requested format; the exit code is that of reading, once the report is written.
    func write(_ report: some Report, as format: String?, _ exit: ExitCode = .done) -> ExitCode {
        // The formats of a command are checked when its arguments are parsed.
        let format = format.flatMap(ReportFormat.init) ?? .table
        let written = write {
            report.write(as: format, in: language, width: width, style: dataStyle, by: maker, to: $0)
        }
        return written == .done ? exit : written
    }

    /// Writes what comes piece by piece; where it cannot be made, nothing is written and the findings are reported.
    func write(
        _ exit: ExitCode, _ make: (@escaping ([UInt8]) -> Void) throws(FindingsError) -> Void
    ) -> ExitCode {
        var bytes: [UInt8] = []
        do throws(FindingsError) {
            try make { bytes += $0 }
        } catch {
            say(error.findings)
            return .failed
        }
        let written = write(bytes)
        return written == .done ? exit : written
    }

    func write(_ data: String) -> ExitCode { write(Array(data.utf8)) }

    func write(_ data: [UInt8]) -> ExitCode { write { _ = $0(data) } }

    /// Writes data as they come; a file is written whole or not at all.
    private func write(_ data: (@escaping ByteSink) -> Void) -> ExitCode {
        guard let output else {
            var outcome = StandardStream.Outcome.written
            data { bytes in
                outcome = StandardStream.write(bytes, to: STDOUT_FILENO)
                return outcome == .written
            }
            // A reader that stopped reading has what it wanted; any other error is a failure.
            if outcome != .failed { return .done }
            say(CommandWords.cannotWrite)
            return .failed
        }
        return write(to: output) { data($0) } ? .done : .failed
    }

    /// Writes a file as its data come, whole or not at all; false, with the findings reported, where that cannot be.
    func write(to path: String, _ make: (@escaping ByteSink) throws(FindingsError) -> Void) -> Bool {
        do throws(FindingsError) {
            let file = try StreamOutput(path: path)
            var failure: FindingsError?
            try make { bytes in
                guard failure == nil else { return false }
                do throws(FindingsError) { try file.write(bytes) } catch { failure = error }
                return failure == nil
            }
            if let failure { throw failure }
            try file.finish()
            return true
        } catch {
            say(error.findings)
            return false
        }
    }

    /// Writes the files that are made into a new folder, all or none; false, with the findings reported, where they cannot
    /// be made or written.
    func write(
        toFolder folder: String, _ make: () throws(FindingsError) -> [(path: String, bytes: [UInt8])]
    ) -> Bool {
        do throws(FindingsError) {
            try FolderOutput.write(try make(), to: folder)
            return true
        } catch {
            say(error.findings)
            return false
        }
    }

    /// Writes a message, on a terminal in lines of its width.
    func say(_ text: String) {
        sayLines(wordWidth.map { TextWidth.wrap(text, to: $0).joined(separator: "\n") } ?? text)
    }

    private func sayLines(_ text: String) {
        _ = StandardStream.write(Array((text + "\n").utf8), to: STDERR_FILENO)
    }

    /// Writes a message in the language.
    func say(_ phrase: Phrase) { say(phrase.text(language)) }

    /// Writes a side remark in the language, unless quiet.
    func remark(_ phrase: Phrase) { remark(phrase.text(language)) }

    /// Writes a side remark, unless quiet.
    func remark(_ text: String) {
        if !isQuiet { say(text) }
    }

    /// Reports findings, a line a cause; warnings unless quiet.
    func say(_ findings: [Finding]) {
        let shown = findings.filter { $0.severity == .error || !isQuiet }
        if !shown.isEmpty { sayLines(text(of: shown, style: wordStyle, width: wordWidth)) }
    }

    /// Reports the findings of a folder that concern a question. Warnings beside it are counted in a line that says where
    /// they are listed.
    func say(_ findings: [Finding], of folder: String, about scope: FindingScope) {
        if listsAllFindings { return say(findings) }
        var counts: [FindingScope.Beside: Int] = [:]
        say(
            findings.filter { finding in
                guard let beside = scope.beside(finding) else { return true }
                counts[beside, default: 0] += finding.count
                return false
            })
        if !counts.isEmpty { remark(CommandWords.beside(counts, folder)) }
    }

    /// Findings as text: a line a cause, or each where all are asked for; errors first.
    func text(of findings: [Finding], style: TerminalStyle, width: Int?) -> String {
        listsAllFindings
            ? FindingList(findings).text(in: language, style: style, width: width)
            : FindingDigest(findings).text(in: language, style: style, width: width)
    }
}

/// The process environment.
enum Environment {
    /// The value of a variable.
    static func value(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// The language requested by the first locale variable that is set.
    static var language: Language {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let locale = value(name), !locale.isEmpty { return Language(locale: locale) }
        }
        return .vi
    }
}

/// The standard streams.
enum StandardStream {
    /// Neither a reader that closed the pipe nor a limit to the size of files may kill the process: writing then fails and
    /// is handled.
    static func ignoreSignalsOfWriting() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// What became of what was written.
    enum Outcome { case written, closed, failed }

    /// Writes everything, unless the reader closed the pipe.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Outcome {
        ProgressLine.erase()
        return writeAsIs(bytes, to: descriptor)
    }

    /// Writes to standard error, where the line of progress stays as it is.
    static func writeRaw(_ text: String) { _ = writeAsIs(Array(text.utf8), to: STDERR_FILENO) }

    private static func writeAsIs(_ bytes: [UInt8], to descriptor: Int32) -> Outcome {
        // In bounds: `write` is given the rest, and takes no more than that.
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
                #if canImport(Glibc)
                    let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                #elseif canImport(Musl)
                    let count = Musl.write(descriptor, rest.baseAddress, rest.count)
                #else
                    let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
                #endif
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno == EPIPE ? .closed : .failed
                }
                done += count
            }
            return .written
        }
    }
}
