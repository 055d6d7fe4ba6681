import Tables
import Testing

@testable import Survey

/// `survey sql` refuses numbers in columns of text that have another decimal sign than the one stated.
@Suite("Decimal signs in the SQL of tallies")
struct OtherDecimalsSQLTests {
    private static func statement(_ dialect: TallySQL.Dialect, _ separator: DecimalSeparator) throws -> String {
        let questionnaire = try #require(SmallSurvey.questionnaire(questions: 1))
        let sql = TallySQL(questionnaire, domains: [], dialect: dialect, table: "t", decimalSeparator: separator)
        return try #require(sql.statement)
    }

    /// The statement fails at run time with the code of the reader's error, by the means that each database has.
    @Test(
        arguments: TallySQL.Dialect.allCases,
        [(DecimalSeparator.point, #"[0-9]+[,][0-9]+"#), (.comma, #"[0-9]+[.][0-9]+"#)])
    func otherSignsAreRefused(dialect: TallySQL.Dialect, _ separator: (sign: DecimalSeparator, pattern: String)) throws
    {
        let statement = try Self.statement(dialect, separator.sign)
        let refusal =
            switch dialect {
            case .duckdb: "ERROR('survey.otherSeparator: ' || wt)"
            case .postgres: "CAST('survey.otherSeparator: ' || wt AS INTEGER)"
            case .spark: "RAISE_ERROR('survey.otherSeparator: ' || wt)"
            }
        #expect(statement.contains(refusal))
        #expect(statement.contains(separator.pattern))
    }

    /// What stands between thousands in one is the decimal sign of the other.
    @Test(arguments: TallySQL.Dialect.allCases)
    func theSignDecides(dialect: TallySQL.Dialect) throws {
        #expect(try Self.statement(dialect, .point) != Self.statement(dialect, .comma))
    }
}
