internal import CAnswerRows
internal import Dispatch
package import Tables
package import Values

/// Reads respondents' files into a tally: the rows are seen once and nothing of them is kept but sums.
package struct AnswerReader {
    package let questionnaire: Questionnaire
    package var options: AnswerOptions

    package init(_ questionnaire: Questionnaire, options: AnswerOptions = AnswerOptions()) {
        self.questionnaire = questionnaire
        self.options = options
    }

    /// Reads files, one after the other; `-` is standard input.
    ///
    /// Complexity: O(bytes) time; memory for the cells of the tally and some blocks of 256 kB, whatever the size of
    /// the files.
    package func read(_ files: [String]) -> AnswerReading {
        let first = pass(files, threads: options.threads)
        // A block ended inside quotes: only one thread can follow the rows.
        return first ?? pass(files, threads: 1) ?? AnswerReading(tally: nil, findings: [], files: [])
    }

    /// Nil when several threads lost the rows.
    private func pass(_ files: [String], threads: Int) -> AnswerReading? {
        let codes = AnswerCodes(questionnaire.scale)
        let extras = RowExtras(questionnaire)
        var findings: [Finding] = []
        var summaries: [AnswerFile] = []
        var workers: [AnswerWorker] = []
        for file in files {
            do {
                let opened = try OpenedAnswers(file: file, questionnaire: questionnaire, codes: codes, options: options)
                findings += opened.findings
                guard let layout = opened.layout, let keyColumns = opened.keyColumns else { continue }
                let wanted = opened.isLarge ? max(1, threads) : 1
                while workers.count < wanted {
                    workers.append(
                        AnswerWorker(
                            codes: codes, keyColumns: keyColumns, layout: layout, extras: extras,
                            questions: questionnaire.questions.count, faultLimit: options.findingLimit))
                }
                let team = Array(workers.prefix(wanted))
                for worker in team { worker.begin(layout, keyColumns: keyColumns, faultLimit: options.findingLimit) }
                let outcome = run(opened, team)
                if outcome == .lostRows { return nil }
                if case .failed(let error) = outcome { findings.append(error.finding) }
                let review = FileReview(opened: opened, file: file, layout: layout, workers: team)
                findings += review.findings(limit: options.findingLimit, expected: expectedAnswers)
                summaries.append(review.summary)
            } catch {
                findings += error.findings
            }
        }
        var tally =
            workers.isEmpty
            ? nil
            : SurveyTally(
                questionnaire, domains: options.domains, workers: workers, findings: &findings, file: files[0])
        tally?.rowsLeftOut = summaries.reduce(0) { $0 + $1.rowsLeftOut }
        return AnswerReading(tally: tally, findings: findings, files: summaries)
    }

    /// The answers that the scale knows, for findings.
    private var expectedAnswers: String {
        (questionnaire.scale.levels.map(\.code) + questionnaire.scale.noAnswer).joined(separator: ", ")
    }

    private enum Outcome: Equatable {
        case done, lostRows
        case failed(FileError)
    }

    /// Reads one file with a team; every member takes the next block when it is through with one.
    private func run(_ opened: OpenedAnswers, _ team: [AnswerWorker]) -> Outcome {
        let source = Turns(opened.blocks, mayGiveBack: team.count == 1)
        guard team.count > 1 else {
            Self.work(team[0], source)
            return source.outcome
        }
        nonisolated(unsafe) let members = team
        nonisolated(unsafe) let turns = source
        DispatchQueue.concurrentPerform(iterations: members.count) { Self.work(members[$0], turns) }
        return source.outcome
    }

    private static func work(_ worker: AnswerWorker, _ turns: Turns) {
        let block = AnswerBlocks.Block()
        while turns.next(block) {
            let next = worker.take(block.bytes, upTo: block.end, number: block.number, isLast: block.isLast)
            if next < block.end { turns.giveBack(block, from: next) }
        }
    }

    /// Lets threads take blocks in turn.
    private final class Turns {
        private let lock = DispatchSemaphore(value: 1)
        private let blocks: AnswerBlocks
        private let mayGiveBack: Bool
        private(set) var outcome = Outcome.done

        init(_ blocks: AnswerBlocks, mayGiveBack: Bool) {
            self.blocks = blocks
            self.mayGiveBack = mayGiveBack
        }

        func next(_ block: AnswerBlocks.Block) -> Bool {
            lock.wait()
            defer { lock.signal() }
            guard outcome == .done else { return false }
            do {
                return try blocks.fill(block)
            } catch {
                outcome = .failed(error)
                return false
            }
        }

        func giveBack(_ block: AnswerBlocks.Block, from place: Int) {
            lock.wait()
            defer { lock.signal() }
            guard mayGiveBack else {
                outcome = .lostRows
                return
            }
            do {
                try blocks.giveBack(block, from: place)
            } catch {
                outcome = .failed(error)
            }
        }
    }
}

/// What a caller may set about reading answers.
package struct AnswerOptions: Sendable {
    /// Threads that read a large file.
    package var threads = Parallel.processors
    /// Findings that are kept of each file; the rest is counted.
    package var findingLimit = 100
    /// How the table is written, where that shall not be found out.
    package var table = TableOptions()
    /// Columns by which results are divided: codes of the questionnaire's domains.
    package var domains: [String] = []
    /// The units there are; nil takes any.
    package var units: UnitNames?
    /// The unit of files without a column of units.
    package var onlyUnit = ""

    package init() {}
}

/// What reading brought.
package struct AnswerReading: Sendable {
    /// The sums; nil when no file could be read at all.
    package let tally: SurveyTally?
    /// Everything that was found.
    package let findings: [Finding]
    /// What was read of each file.
    package let files: [AnswerFile]
}

/// What was read of one file.
package struct AnswerFile: Hashable, Sendable {
    package let file: String
    /// Rows behind the heading, blank ones included.
    package let rows: Int
    /// Rows that were left out.
    package let rowsLeftOut: Int
    /// Answers that the scale does not know.
    package let unknownAnswers: Int
    /// Headings that nobody asked for.
    package let unusedColumns: [String]
}
