internal import Values

/// The forms of a file that stand twice.
struct RepeatReview {
    private let file: FileReview
    private let repeated, contradicting, inside, across: RowRegister.Repeats
    private let withoutNumber: Int
    private let hasNumbers: Bool

    /// Adds the forms of a file to those of the files before.
    /// - Parameter position: The position of the file among all.
    init(_ file: FileReview, _ parts: [RowMarks], _ register: RowRegister, position: Int) {
        self.file = file
        func sum(_ part: (RowMarks) -> RowRegister.Repeats) -> RowRegister.Repeats {
            parts.reduce(into: RowRegister.Repeats()) { $0.add(part($1)) }
        }
        (repeated, contradicting) = (sum { $0.repeated }, sum { $0.contradicting })
        withoutNumber = parts.reduce(0) { $0 + $1.withoutNumber }
        hasNumbers = register.hasNumbers
        (inside, across) = register.add(parts, file: position)
    }

    /// - Parameters:
    ///   - files: All files, by the positions that places have.
    ///   - formsUsed: The forms that are counted.
    func findings(among files: [RepeatReview], formsUsed: Int) -> [Finding] {
        var findings: [Finding] = []
        func report(
            _ code: SurveyFinding, _ repeats: RowRegister.Repeats, _ more: FindingDetails = [:]
        ) {
            guard let (place, earlier) = repeats.first else { return }
            let first = files[earlier.file].file.location(block: earlier.block, row: earlier.row)
            var details = more
            details[.count] = .count(repeats.count)
            details[.first] = .location(first)
            findings.append(Finding(code, at: file.location(block: place.block, row: place.row), details))
        }
        report(.repeatedForms, repeated, [.other: .text(otherFile(files)), .found: .count(formsUsed)])
        report(.repeatedNumber, contradicting)
        report(hasNumbers ? .repeatedNumber : .sameRows, inside)
        report(.sameRows, across)
        if withoutNumber > 0 {
            let place = Location(file: file.summary.file, isTable: true)
            findings.append(Finding(SurveyFinding.noNumber, at: place, [.count: .count(withoutNumber)]))
        }
        return findings
    }

    private func otherFile(_ files: [RepeatReview]) -> String {
        repeated.first.map { files[$0.earlier.file].file.summary.file } ?? ""
    }
}
