import Assessment
import Documents
import Reporting
import Values
import Words

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// `open`: the pages of a report in a new temporary folder, shown by the browser.
enum OpenCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let unit = try source.unit(in: assessment)
        let day = try DayArgument.statedOrToday(in: arguments, for: assessment)
        let model = ReportModel(assessment, earlier: source.earlier(than: assessment), on: day)
        let pages = ReportPages(model, in: console.language, version: CommandLineTool.version)
        guard let folder = temporaryFolder() else {
            console.say(CommandWords.cannotWrite)
            return .failed
        }
        do throws(FindingsError) {
            try pages.write(to: folder)
        } catch {
            console.say(error.findings)
            return .failed
        }
        let file = folder + "/" + (unit.flatMap(pages.file(ofUnit:)) ?? "index.html")
        // Where no browser can be started, as over a network, the path is all that is needed.
        if !start(file) { console.remark(CommandWords.noBrowser) }
        let written = console.write(file + "\n")
        return written == .done ? exit : written
    }

    /// A new folder of the user's own; nil where none can be made.
    private static func temporaryFolder() -> String? {
        let place = Environment.value("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        var template = Array("\(place)/score-cli-XXXXXX".utf8CString)
        // In bounds: `mkdtemp` writes over the six letters X alone; the text ends with a zero.
        return template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap(mkdtemp).map { String(cString: $0) }
        }
    }

    /// Hands the file to what opens files here; false where there is nothing of the kind.
    private static func start(_ file: String) -> Bool {
        #if canImport(Darwin)
            let opener = "open"
        #else
            // Without a screen a browser would write over the terminal.
            if Environment.value("DISPLAY") == nil && Environment.value("WAYLAND_DISPLAY") == nil { return false }
            let opener = "xdg-open"
        #endif
        var process: pid_t = 0
        var words: [UnsafeMutablePointer<CChar>?] = [strdup(opener), strdup(file), nil]
        defer { for word in words { free(word) } }
        guard posix_spawnp(&process, opener, nil, nil, &words, environ) == 0 else { return false }
        var status: Int32 = 0
        return waitpid(process, &status, 0) == process && status == 0
    }
}
