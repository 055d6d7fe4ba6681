import Survey
import Tables
import TestSupport
import Values

/// Questionnaires, tallies and answers.
enum SurveyCheck {
    static func questionnaireFault(_ bytes: [UInt8]) -> String? {
        let reading = Questionnaire.read(file: "t.json", bytes: bytes)
        if let fault = findingsFault(reading.findings, isRefused: reading.questionnaire == nil) { return fault }
        guard let questionnaire = reading.questionnaire else { return nil }
        // A file of answers with the headings that it asks for.
        var headings = questionnaire.questions.compactMap(\.columns.first)
        let columns = questionnaire.columns
        headings += [columns.unit, columns.weight, columns.id].compactMap { $0?.first }
        headings += columns.domains.compactMap(\.columns.first)
        var writer = CSVWriter(.plain)
        writer.writeRow(headings.map { .text($0) })
        for row in 0..<4 { writer.writeRow(headings.map { _ in .text(String(row)) }) }
        let answers = AnswerReader(questionnaire, options: options(questionnaire)).read([
            OneFile.path(of: writer.bytes)
        ])
        return answers.tally.flatMap(tallyFault)
    }

    // MARK: - Tallies

    static func tallyFault(_ bytes: [UInt8]) -> String? {
        do throws(FindingsError) {
            return tallyFault(of: try tally(bytes))
        } catch {
            if let fault = refusalFault(error) { return fault }
            // With its checksum corrected, it may be one.
            guard let finding = error.findings.first(where: { $0.code == "survey.editedTally" }),
                case .text(let found)? = finding.details[.found], case .text(let stated)? = finding.details[.expected],
                !stated.isEmpty
            else { return nil }
            let corrected = String(decoding: bytes, as: UTF8.self).replacing(stated, with: found)
            do throws(FindingsError) {
                return tallyFault(of: try tally(Array(corrected.utf8)))
            } catch {
                return refusalFault(error)
            }
        }
    }

    private static func tally(_ bytes: [UInt8]) throws(FindingsError) -> SurveyTally {
        try SurveyTally(file: "t.csv", bytes: bytes, questionnaire: small)
    }

    /// What is wrong with a tally that was read: its file has the same cells, and so has its file.
    private static func tallyFault(of tally: SurveyTally) -> String? {
        if let fault = findingsFault(tally.findings, isRefused: false) { return fault }
        let file = tally.file()
        do throws(FindingsError) {
            let again = try SurveyTally(file: "t.csv", bytes: file, questionnaire: tally.questionnaire)
            if again.cells != tally.cells || again.rowsLeftOut != tally.rowsLeftOut { return "other cells in its file" }
            if again.file() != file { return "another file of the same cells" }
        } catch {
            return "its file is refused: \(error)"
        }
        do throws(FindingsError) {
            let analysis = try SurveyAnalysis(tally, file: "t.csv")
            _ = analysis.findings
            return nil
        } catch {
            return refusalFault(error)
        }
    }

    // MARK: - Answers

    /// What the kernels read of plain rows is what is read of the same rows with every cell in quotes, cell by cell.
    static func answersFault(_ bytes: [UInt8]) -> String? {
        let reading = AnswerReader(answers, options: options(answers)).read([OneFile.path(of: bytes)])
        if let tally = reading.tally, let fault = tallyFault(of: tally) { return fault }
        if reading.tally == nil, !reading.findings.containsError { return "neither a tally nor an error" }
        guard let (quoted, delimiter) = quoted(bytes) else { return nil }
        // Quotes may tell which the delimiter is.
        var options = options(answers)
        options.table.delimiter = delimiter
        let reader = AnswerReader(answers, options: options)
        let (plain, again) = (reader.read([OneFile.path(of: bytes)]), reader.read([OneFile.path(of: quoted)]))
        if plain.tally?.cells != again.tally?.cells { return "other cells when every cell is in quotes" }
        if plain.tally?.rowsLeftOut != again.tally?.rowsLeftOut { return "other rows are left out of quoted ones" }
        let codes = [plain, again].map { $0.findings.map { "\($0.code) \($0.location.line ?? 0)" } }
        return codes[0] == codes[1] ? nil : "\(codes[0]), and of quoted cells \(codes[1])"
    }

    /// The same table with every cell in quotes; nil where it is not one, or where quotes mean something.
    private static func quoted(_ bytes: [UInt8]) -> (bytes: [UInt8], delimiter: TableDelimiter)? {
        guard !bytes.contains(UInt8(ascii: "\"")), let table = try? Table(file: "t.csv", bytes: bytes),
            !table.isDecoded, table.dialect.delimiterReason != .separatorLine
        else { return nil }
        let isMarked = bytes.starts(with: TextEncoding.byteOrderMark)
        let delimiter = table.dialect.delimiter
        var result = isMarked ? TextEncoding.byteOrderMark : []
        for record in SlowScanner.scan(isMarked ? bytes[3...] : bytes[...], delimiter: delimiter.byte).records {
            // A blank line stays one.
            let isBlank = record.allSatisfy { $0.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
            let quote = isBlank ? [] : [UInt8(ascii: "\"")]
            result += record.map { quote + $0 + quote }.joined(separator: [delimiter.byte])
            result.append(UInt8(ascii: "\n"))
        }
        // A last row without a line end may have been cut off.
        let isEnded = bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r")
        return (isEnded ? result : result.dropLast(), delimiter)
    }

    private static func options(_ questionnaire: Questionnaire) -> AnswerOptions {
        var options = AnswerOptions()
        options.threads = 1
        options.judgesWhole = false
        options.domains = questionnaire.columns.domains.map(\.code)
        return options
    }

    // MARK: - Questionnaires

    private static let answers = questionnaire(
        #"""
        {"format": 1, "questionnaire": "a", "name": "A",
         "scale": {"levels": [{"code": "1", "label": "kém"}, {"code": "2", "label": "khá"}, {"code": "3", "label": "tốt"}],
                   "noAnswer": ["9"]},
         "columns": {"unit": "xã", "weight": "w", "domains": [{"code": "d", "name": "D", "column": "d"}]},
         "blocks": [{"code": "B", "name": "B", "factors": [{"code": "F", "name": "F", "questions": [
           {"code": "q1", "text": "1"}, {"code": "q2", "text": "2"}, {"code": "q3", "text": "3"}]}]}],
         "index": {"measure": "meanScore"}}
        """#)

    private static let small = questionnaire(
        #"""
        {"format": 1, "questionnaire": "t", "name": "T",
         "scale": {"levels": [{"code": "1", "label": "kém"}, {"code": "2", "label": "tốt"}], "noAnswer": ["9"]},
         "columns": {"unit": "xã", "weight": "w", "domains": [{"code": "d", "name": "D", "column": "d"}]},
         "design": {"stages": [{"stratum": "s", "cluster": "v", "population": "p"}]},
         "blocks": [{"code": "B", "name": "B", "factors": [{"code": "F", "name": "F", "questions": [
           {"code": "q1", "text": "1"}, {"code": "q2", "text": "2"}]}]}],
         "index": {"measure": "topShare", "topLevels": 1}}
        """#)

    private static func questionnaire(_ text: String) -> Questionnaire {
        let reading = Questionnaire.read(file: "t.json", bytes: Array(text.utf8))
        guard let questionnaire = reading.questionnaire else { fatalError("\(reading.findings)") }
        return questionnaire
    }
}
