import Testing
import Values

@testable import Survey

/// How the SQL of a tally is written; that it computes the same tally is checked where databases are available, in
/// checks/survey-sql.
@Suite struct TallySQLTests {
    private func statement(
        _ dialect: TallySQL.Dialect, spelling: String = "tốt", columns: String = #""weight": "weight""#
    ) throws -> String {
        let questionnaire = try TallySamples.questionnaire(spelling: spelling, columns: columns)
        return try #require(TallySQL(questionnaire, domains: ["sex"], dialect: dialect, table: "answers").statement)
    }

    @Test(arguments: TallySQL.Dialect.allCases) func selectsEveryColumn(_ dialect: TallySQL.Dialect) throws {
        let text = try statement(dialect)
        let quote = dialect == .spark ? "`" : "\""
        for column in TallyColumns(try TallySamples.questionnaire(), domains: ["sex"]).all {
            #expect(text.contains(" AS \(quote)\(column.name)\(quote)"))
        }
        #expect(text.contains("FROM answers AS r"))
        #expect(text.contains("GROUP BY ku, kd0, ks0, kc0, kp0, kp1\n"))
        #expect(text.filter { $0 == "(" }.count == text.filter { $0 == ")" }.count)
    }

    @Test(arguments: [
        (TallySQL.Dialect.duckdb, #"'it''s a\b'"#), (.postgres, #"E'it''s a\\b'"#), (.spark, #"'it\'s a\\b'"#),
    ]) func quotesTexts(_ dialect: TallySQL.Dialect, _ expected: String) throws {
        #expect(try statement(dialect, spelling: #"it's a\\b"#).contains(expected))
    }

    @Test(arguments: [
        (TallySQL.Dialect.duckdb, #"r."w""`\x""#), (.postgres, #"r."w""`\x""#), (.spark, #"r.`w"``\x`"#),
    ]) func quotesNames(_ dialect: TallySQL.Dialect, _ expected: String) throws {
        #expect(try statement(dialect, columns: #""weight": "w\"`\\x""#).contains(expected))
    }

    /// A questionnaire cannot inject a statement of its own, and no line ending is lost in an editor.
    @Test(arguments: TallySQL.Dialect.allCases) func noLineEndsInTexts(_ dialect: TallySQL.Dialect) throws {
        let text = try statement(dialect, spelling: #"a\nb'; DROP TABLE y; --"#)
        #expect(!text.contains("a\n") && !text.contains("\nb") && !text.contains("b'; DROP"))
    }

    /// Spark would substitute a variable's value.
    @Test func noVariables() throws {
        #expect(try statement(.spark, spelling: "${x}").contains(#"'\u0024{x}'"#))
    }

    /// PostgreSQL truncates names at 63 bytes, and tables treat headings as equal that differ only in punctuation.
    @Test func namesAreShortAndDistinct() throws {
        let long = String(repeating: "độ", count: 40)
        let questionnaire = try TallySamples.questionnaire(questions: [long + "1", long + "2", "a.1", "a-1"])
        let names = TallyColumns(questionnaire, domains: []).all.map(\.name)
        #expect(names.allSatisfy { $0.utf8.count <= 63 })
        #expect(Set(names.map { VietnameseText.folded($0) }).count == names.count)
    }

    @Test func tooManyColumnsForPostgreSQL() throws {
        // Three levels and no answer with two columns each, and the unknown ones: nine columns per question.
        let questionnaire = try TallySamples.questionnaire(questions: (1...190).map { "q\($0)" })
        func statement(_ dialect: TallySQL.Dialect) -> String? {
            TallySQL(questionnaire, domains: [], dialect: dialect, table: "t").statement
        }
        #expect(statement(.postgres) == nil)
        #expect(statement(.duckdb) != nil)
    }
}
