package import Tables
internal import Values

/// Writes the SQL that computes a tally where the rows are stored. Its result, saved as CSV with a heading, is a tally
/// file.
///
/// The statement reads rows as ``AnswerReader`` does, from columns of text or of numbers:
///
/// - Text is trimmed. Answers count if they spell a level or a no-answer code, be it as a number (`5.0`) or as words in
///   different case or without diacritics; anything else that is not empty is unknown.
/// - Rows whose weight is negative or no number, or whose population is not positive, or of which one is too large, and
///   rows without a unit are left out and counted. Weights have ten decimals at most; more are rounded.
/// - Numbers in columns of text have the decimal separator stated, and may have spaces or the other separator between
///   thousands. Where one has another decimal separator, running the statement fails with `survey.otherSeparator`.
///
/// One thing a database cannot know: words with a digit in them have to be written as in the questionnaire, in NFC.
package struct TallySQL {
    /// The dialects.
    package enum Dialect: String, CaseIterable, Sendable {
        case duckdb, postgres, spark

        /// The maximum number of columns of a result.
        var columnLimit: Int { self == .postgres ? 1664 : Int.max }
    }

    let questionnaire: Questionnaire
    let domains: [String]
    let table: String
    private let numbers: NumberSQL
    private let layout: TallyLayout
    private let answers: AnswerSQL
    private let sql: SQLText

    /// - Parameters:
    ///   - domains: Codes of the domains by which cells are divided.
    ///   - table: The table of respondents, written as the database expects it; its columns have the first headings
    ///     that the questionnaire names.
    ///   - decimalSeparator: That of numbers in columns of text.
    package init(
        _ questionnaire: Questionnaire, domains: [String], dialect: Dialect, table: String,
        decimalSeparator: DecimalSeparator = .point
    ) {
        self.questionnaire = questionnaire
        self.domains = questionnaire.cellDomains(domains)
        self.table = table
        layout = TallyLayout(questionnaire)
        sql = SQLText(dialect: dialect)
        numbers = NumberSQL(sql: sql, decimalSeparator: decimalSeparator)
        answers = AnswerSQL(questionnaire.scale, sql: sql)
    }

    /// The statement; nil when its result has more columns than the database allows.
    package var statement: String? {
        let columns = TallyColumns(questionnaire, domains: domains).all
        guard columns.count <= sql.dialect.columnLimit else { return nil }
        var lines = sql.advice.map { "-- \($0)" }
        // Rows that are left out belong to no cell: all of them are grouped under a null key.
        let keys = columns.compactMap { keyName($0.column) }
        let words = questionnaire.questions.indices.filter { _ in answers.hasWords }
            .map { "\(answers.words(of: "a\($0)")) AS b\($0)" }
        let steps: [(name: String, columns: [String], source: String)] = [
            ("respondents", respondentColumns, "\(table) AS r"),
            ("texts", ["*"] + numberColumns + words, "respondents"),
            ("answers", answerColumns, "texts"),
            ("checked", ["*", "\(validity) AS ok"], "answers"),
            ("units", [fineness], "checked"),
            ("counted", ["*", "\(units) AS wm"] + scoreColumn, "checked CROSS JOIN units"),
            (
                "measures", ["*"] + keys.map { "CASE WHEN ok = 1 THEN \($0) END AS k\($0)" } + questionMeasures,
                "counted"
            ),
            ("groups", ["*"] + groupMeasures, "measures"),
        ]
        for (index, step) in steps.enumerated() {
            lines.append("\(index == 0 ? "WITH" : "),") \(step.name) AS \(sql.materialized)(")
            lines += select(step.columns, from: step.source, indent: "  ")
        }
        lines.append(")")
        lines += select(columns.map { "\(expression($0.column)) AS \(sql.name($0.name))" }, from: "groups", indent: "")
        let grouping = keys.map { "k\($0)" }.joined(separator: ", ")
        lines.append("GROUP BY \(grouping)")
        lines.append("ORDER BY \(grouping)")
        return lines.joined(separator: "\n") + "\n"
    }

    private func select(_ columns: [String], from source: String, indent: String) -> [String] {
        let listed = columns.enumerated().map { index, column in
            "\(indent)  \(column)\(index < columns.count - 1 ? "," : "")"
        }
        return ["\(indent)SELECT"] + listed + ["\(indent)FROM \(source)"]
    }

    // MARK: - Rows

    private var stages: [(index: Int, stage: SamplingDesign.Stage)] {
        (questionnaire.design?.stages ?? []).enumerated().map { ($0, $1) }
    }

    /// Every column that is used, as trimmed text under a short name; for numbers also their type.
    private var respondentColumns: [String] {
        var columns = [questionnaire.columns.unit.map { text($0) } ?? "''"].map { "\($0) AS u" }
        for (index, code) in domains.enumerated() {
            guard let headings = questionnaire.headings(ofDomain: code) else { continue }
            columns.append("\(text(headings)) AS d\(index)")
        }
        for (index, stage) in stages {
            if let stratum = stage.stratum { columns.append("\(text(stratum)) AS s\(index)") }
            if let cluster = stage.cluster { columns.append("\(text(cluster)) AS c\(index)") }
            if let population = stage.population {
                columns += ["\(text(population)) AS pt\(index)", "\(type(population)) AS pk\(index)"]
            }
        }
        if let weight = questionnaire.columns.weight { columns += ["\(text(weight)) AS wt", "\(type(weight)) AS wk"] }
        for (index, question) in questionnaire.questions.enumerated() {
            columns.append("\(text(question.columns)) AS a\(index)")
        }
        return columns
    }

    private func text(_ names: [String]) -> String { sql.trimmed(sql.asText(column(names))) }
    private func type(_ names: [String]) -> String { sql.type(of: column(names)) }
    private func column(_ names: [String]) -> String { "r." + sql.name(names[0]) }

    /// The key, the weight, and the level of each answer: -1 for no answer, -2 for one that is not on the scale.
    private var answerColumns: [String] {
        var columns = ["u"] + domains.indices.filter { $0 != scoreDomain }.map { "d\($0)" }
        for (index, stage) in stages {
            if stage.stratum != nil { columns.append("s\(index)") }
            if stage.cluster != nil { columns.append("c\(index)") }
            if stage.population != nil {
                columns.append("\(numbers.number("pn\(index)", text: "pt\(index)", type: "pk\(index)")) AS p\(index)")
            }
        }
        let weight =
            questionnaire.columns.weight == nil
            ? sql.cast("1", sql.decimal) : numbers.number("wn", text: "wt", type: "wk")
        columns.append("\(weight) AS w")
        columns += questionnaire.questions.indices.map { "\(answers.level(of: "a\($0)", words: "b\($0)")) AS q\($0)" }
        return columns
    }

    /// Weights and populations in one form.
    private var numberColumns: [String] {
        var columns: [String] = []
        for (index, stage) in stages where stage.population != nil {
            columns.append("\(numbers.normal("pt\(index)", type: "pk\(index)")) AS pn\(index)")
        }
        if questionnaire.columns.weight != nil { columns.append("\(numbers.normal("wt", type: "wk")) AS wn") }
        return columns
    }

    /// The domain of mean scores, if cells are divided by them.
    private var scoreDomain: Int? { domains.firstIndex(of: Questionnaire.scoreDomain) }

    /// The mean score of a form, as ``FormScores`` has it: this statement knows one scale only.
    private var scoreColumn: [String] {
        guard let domain = scoreDomain else { return [] }
        let last = questionnaire.scale.levels.count - 1
        func sum(_ value: (Int) -> String) -> String {
            questionnaire.indexedQuestions.map { "CASE WHEN q\($0) BETWEEN 0 AND \(last) THEN \(value($0)) ELSE 0 END" }
                .joined(separator: " + ")
        }
        let (y, x) = (sum { "q\($0)" }, sum { _ in String(last) })
        return [
            "CASE WHEN w > 0 AND \(x) > 0 THEN \(sql.asText(y)) || '/' || \(sql.asText(x)) ELSE '' END AS d\(domain)"
        ]
    }

    // MARK: - Measures

    /// Whether the row counts.
    private var validity: String {
        let largest = "9223372036854.775807"
        var valid = ["w >= 0", "w <= \(largest)"]
        if questionnaire.columns.unit != nil { valid.append("u <> ''") }
        for (index, stage) in stages where stage.population != nil {
            valid += ["p\(index) > 0", "p\(index) <= \(largest)", "p\(index) = FLOOR(p\(index))"]
        }
        return "CASE WHEN \(valid.joined(separator: " AND ")) THEN 1 ELSE 0 END"
    }

    /// Whether a weight that counts has more than six decimals.
    private var fineness: String {
        "MAX(CASE WHEN ok = 1 AND w <> \(sql.cast("w", sql.millionths)) THEN 1 ELSE 0 END) AS fine"
    }

    /// The weight of a row in the unit of the tally.
    private var units: String {
        func units(_ unit: WeightUnit) -> String {
            sql.cast("w * \(sql.cast(String(unit.one), "DECIMAL(11,0)"))", sql.whole)
        }
        return "CASE WHEN fine = 1 THEN \(units(.tenBillionths)) ELSE \(units(.millionths)) END"
    }

    private var hasMeasures: Bool { layout.extras.countsPeople }

    /// The pair of measures of each question, as in ``RowMeasures``.
    private var questionMeasures: [String] {
        guard hasMeasures else { return [] }
        let levels = questionnaire.scale.levels.count
        let top = levels - questionnaire.index.topLevels
        let isMean = questionnaire.index.measure == .meanScore
        let squares = sql.cast("wm * wm", sql.square)
        return ["CASE WHEN ok = 1 THEN \(squares) END AS ww"]
            + (0..<layout.extras.measures.questions).flatMap { index in
                let isAnswer = "w > 0 AND q\(index) BETWEEN 0 AND \(levels - 1)"
                return isMean
                    ? [
                        "CASE WHEN \(isAnswer) THEN q\(index) ELSE 0 END AS y\(index)",
                        "CASE WHEN \(isAnswer) THEN \(levels - 1) ELSE 0 END AS x\(index)",
                    ]
                    : [
                        "CASE WHEN w > 0 AND q\(index) BETWEEN \(top) AND \(levels - 1) THEN 1 ELSE 0 END AS y\(index)",
                        "CASE WHEN \(isAnswer) THEN 1 ELSE 0 END AS x\(index)",
                    ]
            }
    }

    /// The pair of measures of each group of questions.
    private var groupMeasures: [String] {
        guard hasMeasures else { return [] }
        return layout.extras.measures.groups.enumerated().flatMap { index, questions in
            let y = questions.map { "y\($0)" }.joined(separator: " + ")
            let x = questions.map { "x\($0)" }.joined(separator: " + ")
            let number = layout.extras.measures.questions + index
            guard layout.extras.measures.countsPeople else { return ["\(y) AS y\(number)", "\(x) AS x\(number)"] }
            return [
                "CASE WHEN \(x) > 0 AND \(y) = \(x) THEN 1 ELSE 0 END AS y\(number)",
                "CASE WHEN \(x) > 0 THEN 1 ELSE 0 END AS x\(number)",
            ]
        }
    }

    // MARK: - Sums

    private func keyName(_ column: TallyColumns.Column) -> String? {
        switch column {
        case .unit: "u"
        case .domain(let index): "d\(index)"
        case .stratum(let stage): "s\(stage)"
        case .cluster(let stage): "c\(stage)"
        case .population(let stage): "p\(stage)"
        default: nil
        }
    }

    private func expression(_ column: TallyColumns.Column) -> String {
        switch column {
        case .survey:
            "CASE WHEN MAX(fine) = 1 THEN \(sql.literal(WeightUnit.tenBillionths.label(questionnaire.fingerprint))) "
                + "ELSE \(sql.literal(questionnaire.fingerprint)) END"
        case .unit, .domain, .stratum, .cluster, .population: "k" + (keyName(column) ?? "")
        case .leftOut: "SUM(1 - ok)"
        case .rows: "SUM(ok)"
        case .weight: sum("w")
        case .count(let question, let slot): sum("1", where: "w > 0 AND q\(question) = \(slot)")
        case .sum(let question, let slot): sum("w", where: "q\(question) = \(slot)")
        case .unknown(let question): sum("1", where: "q\(question) = -2")
        case .people(let group, let part): people(group, part)
        case .products(let isSquared): products(isSquared)
        }
    }

    private func sum(_ value: String, where condition: String? = nil) -> String {
        "SUM(CASE WHEN ok = 1\(condition.map { " AND \($0)" } ?? "") THEN \(value) ELSE 0 END)"
    }

    private func people(_ group: Int, _ part: TallyLayout.PeoplePart) -> String {
        let measure = questionnaire.questions.count + group
        let answered = "x\(measure) > 0"
        let satisfied = "\(answered) AND y\(measure) = x\(measure)"
        return switch part {
        case .answered: sum("1", where: answered)
        case .satisfied: sum("1", where: satisfied)
        case .answeredWeight: sum("wm", where: answered)
        case .satisfiedWeight: sum("wm", where: satisfied)
        case .answeredSquares: layout.keepsSquares(ofGroup: group) ? sum("ww", where: answered) : "0"
        }
    }

    private func products(_ isSquared: Bool) -> String {
        sql.joined(
            layout.productOrder(ofSquares: isSquared).map { pair, part in
                let (first, second) =
                    switch part {
                    case .yy: ("y", "y")
                    case .yx: ("y", "x")
                    case .xy: ("x", "y")
                    case .xx: ("x", "x")
                    }
                return sum("\(isSquared ? "ww" : "wm") * (\(first)\(pair.first) * \(second)\(pair.second))")
            })
    }
}
