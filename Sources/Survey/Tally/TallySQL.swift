internal import Values

/// Writes the SQL that makes a tally where the rows live. Its result, saved as CSV with a heading, is a tally file.
package struct TallySQL {
    /// The dialects.
    package enum Dialect: String, CaseIterable, Sendable {
        case duckdb, postgres, spark
    }

    let questionnaire: Questionnaire
    let domains: [String]
    let dialect: Dialect
    let table: String

    /// - Parameters:
    ///   - domains: Codes of the domains by which cells are divided.
    ///   - table: The table of respondents, written as the database wants it.
    package init(_ questionnaire: Questionnaire, domains: [String], dialect: Dialect, table: String) {
        self.questionnaire = questionnaire
        self.domains = domains
        self.dialect = dialect
        self.table = table
    }

    /// The statement.
    ///
    /// Answers count when they spell a level or a no-answer code as the questionnaire does (a code that is a number
    /// also as `5.0`); anything else that is not empty is unknown. Rows whose weight is not above zero, or whose unit
    /// is empty, are left out and counted.
    package var statement: String {
        let columns = TallyColumns(questionnaire, domains: domains).all
        let keys = columns.filter { isKey($0.column) }
        var lines = ["-- \(questionnaire.code): \(questionnaire.fingerprint)"]
        lines.append("WITH answers AS (\n  SELECT\n    " + rowColumns.joined(separator: ",\n    "))
        lines.append(
            "  FROM \(table)\n), measures AS (\n  SELECT *,\n    " + measureColumns.joined(separator: ",\n    "))
        lines.append("  FROM answers\n)")
        let selected = columns.map { "  \(expression($0.column)) AS \(name($0.name))" }
        lines.append("SELECT\n" + selected.joined(separator: ",\n"))
        lines.append("FROM measures")
        if !keys.isEmpty {
            lines.append("GROUP BY " + keys.map { keyName($0.column) }.joined(separator: ", "))
            lines.append("ORDER BY " + keys.map { keyName($0.column) }.joined(separator: ", "))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Rows

    /// The row's key, weight and levels under short names.
    private var rowColumns: [String] {
        var columns: [String] = []
        if let unit = questionnaire.columns.unit {
            columns.append("\(text(unit)) AS u")
        } else {
            columns.append("'' AS u")
        }
        for (index, code) in domains.enumerated() {
            let names = questionnaire.columns.domains.first { $0.code == code }?.columns ?? [code]
            columns.append("\(text(names)) AS d\(index)")
        }
        for (index, stage) in (questionnaire.design?.stages ?? []).enumerated() {
            if let stratum = stage.stratum { columns.append("\(text(stratum)) AS s\(index)") }
            if let cluster = stage.cluster { columns.append("\(text(cluster)) AS c\(index)") }
            if let population = stage.population { columns.append("\(decimal(population)) AS p\(index)") }
        }
        columns.append(
            questionnaire.columns.weight.map { "\(decimal($0)) AS w" } ?? "\(cast("1", "DECIMAL(18,6)")) AS w")
        for (index, question) in questionnaire.questions.enumerated() {
            columns.append("\(level(of: question)) AS q\(index)")
        }
        return columns
    }

    /// -1 for no answer, -2 for one that the scale does not know.
    private func level(of question: Questionnaire.Question) -> String {
        let value = text(question.columns)
        var cases = ["WHEN \(value) IS NULL OR \(value) = '' THEN -1"]
        for (index, level) in questionnaire.scale.levels.enumerated() {
            var spellings = [level.code, level.label.vi] + [level.label.en].compactMap { $0 } + level.spellings
            if Int(level.code) != nil { spellings.append(level.code + ".0") }
            cases.append("WHEN \(value) IN (\(list(spellings))) THEN \(index)")
        }
        if !questionnaire.scale.noAnswer.isEmpty {
            cases.append(
                "WHEN \(value) IN (\(list(questionnaire.scale.noAnswer))) THEN \(questionnaire.scale.levels.count)")
        }
        return "CASE " + cases.joined(separator: " ") + " ELSE -2 END"
    }

    // MARK: - Measures

    /// Whether the row counts, its weight squared in whole numbers, and the pairs of its measures.
    private var measureColumns: [String] {
        var valid = ["w > 0"]
        if questionnaire.columns.unit != nil { valid.append("u <> ''") }
        var columns = ["CASE WHEN \(valid.joined(separator: " AND ")) THEN 1 ELSE 0 END AS ok"]
        let extras = RowExtras(questionnaire)
        guard extras.peopleCount + extras.productCount > 0 else { return columns }
        let whole = cast("w * 1000000", "DECIMAL(18,0)")
        columns += ["\(whole) AS wm", "\(whole) * \(whole) AS ww"]
        let measures = extras.measures
        for index in 0..<measures.count {
            let questions = index < measures.questions ? index..<index + 1 : measures.groups[index - measures.questions]
            var y = questions.map { measure($0).y }.joined(separator: " + ")
            var x = questions.map { measure($0).x }.joined(separator: " + ")
            if index >= measures.questions, measures.countsPeople {
                (y, x) = (
                    "CASE WHEN \(x) > 0 AND \(y) = \(x) THEN 1 ELSE 0 END", "CASE WHEN \(x) > 0 THEN 1 ELSE 0 END"
                )
            }
            columns += ["\(y) AS y\(index)", "\(x) AS x\(index)"]
        }
        return columns
    }

    private func measure(_ question: Int) -> (y: String, x: String) {
        let levels = questionnaire.scale.levels.count
        let isAnswer = "q\(question) BETWEEN 0 AND \(levels - 1)"
        if questionnaire.index.measure == .meanScore {
            return (
                "CASE WHEN \(isAnswer) THEN q\(question) ELSE 0 END",
                "CASE WHEN \(isAnswer) THEN \(levels - 1) ELSE 0 END"
            )
        }
        let top = levels - questionnaire.index.topLevels
        return (
            "CASE WHEN q\(question) BETWEEN \(top) AND \(levels - 1) THEN 1 ELSE 0 END",
            "CASE WHEN \(isAnswer) THEN 1 ELSE 0 END"
        )
    }

    // MARK: - Sums

    private func isKey(_ column: TallyColumns.Column) -> Bool { !keyName(column).isEmpty }

    private func keyName(_ column: TallyColumns.Column) -> String {
        switch column {
        case .unit: "u"
        case .domain(let index): "d\(index)"
        case .stratum(let stage): "s\(stage)"
        case .cluster(let stage): "c\(stage)"
        case .population(let stage): "p\(stage)"
        default: ""
        }
    }

    private func expression(_ column: TallyColumns.Column) -> String {
        switch column {
        case .survey: literal(questionnaire.fingerprint)
        case .unit, .domain, .stratum, .cluster, .population: keyName(column)
        case .leftOut: "SUM(1 - ok)"
        case .rows: "SUM(ok)"
        case .weight: "SUM(CASE WHEN ok = 1 THEN w ELSE 0 END)"
        case .count(let question, let slot): "SUM(CASE WHEN ok = 1 AND q\(question) = \(slot) THEN 1 ELSE 0 END)"
        case .sum(let question, let slot): "SUM(CASE WHEN ok = 1 AND q\(question) = \(slot) THEN w ELSE 0 END)"
        case .unknown(let question): "SUM(CASE WHEN ok = 1 AND q\(question) = -2 THEN 1 ELSE 0 END)"
        case .people(let group, let part): people(questionnaire.questions.count + group, part)
        case .product(_, let pair, let part, let isSquared): product(pair, part, isSquared)
        }
    }

    private func people(_ measure: Int, _ part: RowExtras.PeoplePart) -> String {
        let answered = "ok = 1 AND (x\(measure)) > 0"
        let satisfied = answered + " AND (y\(measure)) = (x\(measure))"
        return switch part {
        case .answered: "SUM(CASE WHEN \(answered) THEN 1 ELSE 0 END)"
        case .satisfied: "SUM(CASE WHEN \(satisfied) THEN 1 ELSE 0 END)"
        case .answeredWeight: "SUM(CASE WHEN \(answered) THEN wm ELSE 0 END)"
        case .satisfiedWeight: "SUM(CASE WHEN \(satisfied) THEN wm ELSE 0 END)"
        case .answeredSquares:
            questionnaire.design?.drawsPeople == true ? "SUM(CASE WHEN \(answered) THEN ww ELSE 0 END)" : "0"
        }
    }

    private func product(_ pair: RowExtras.MeasurePair, _ part: Int, _ isSquared: Bool) -> String {
        let first = part < 2 ? "y\(pair.first)" : "x\(pair.first)"
        let second = part % 2 == 0 ? "y\(pair.second)" : "x\(pair.second)"
        let value = cast("\(isSquared ? "ww" : "wm") * (\(first) * \(second))", "DECIMAL(38,0)")
        return "SUM(CASE WHEN ok = 1 THEN \(value) ELSE 0 END)"
    }

    // MARK: - Writing

    private func text(_ names: [String]) -> String {
        "TRIM(\(cast(name(names[0]), dialect == .spark ? "STRING" : "VARCHAR")))"
    }

    private func decimal(_ names: [String]) -> String { cast(name(names[0]), "DECIMAL(18,6)") }

    private func cast(_ value: String, _ type: String) -> String { "CAST(\(value) AS \(type))" }

    private func list(_ texts: [String]) -> String {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }.map(literal).joined(separator: ", ")
    }

    private func literal(_ text: String) -> String {
        // Spark reads backslashes as signs of its own.
        let escaped =
            dialect == .spark
            ? text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") : text.replacing("'", with: "''")
        return "'" + escaped + "'"
    }

    private func name(_ text: String) -> String {
        dialect == .spark
            ? "`" + text.replacing("`", with: "``") + "`" : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
