public import Documents
public import Survey
internal import Values
internal import Words

/// A sample for publication, by domain and stratum.
public struct SamplePlanReport: Report {
    /// What the record is.
    public static let recordFormat = SampleSizeReport.recordFormat

    private typealias Row = SamplePlan.Row

    private let plan: SamplePlan

    /// Shows a plan.
    public init(_ plan: SamplePlan) { self.plan = plan }

    private static func numbers(_ look: NumberLook = .hundredths) -> [Column<Row>] {
        [
            Column<Row>("population", SampleSizeWords.residents, .trailing) { .amount($0.population) },
            Column<Row>("people", SampleSizeWords.answers, .trailing) { .amount($0.people) },
            Column<Row>("visits", SampleSizeWords.visits, .trailing) { .amount($0.visits) },
            .decimal("errorReachedPercent", SampleSizeWords.marginPercent, look: look) {
                FixedDecimal(nearest: $0.margin * 100)
            },
        ]
    }

    /// What people read.
    public func write(to document: inout Document) {
        document.heading(SampleSizeWords.title, level: 1)
        document.facts([
            .init(SampleSizeWords.population, .amount(plan.total.population)),
            .init(SampleSizeWords.margin, .number(plan.aim.margin)),
            .init(SampleSizeWords.confidence, .number(plan.aim.confidence)),
            .init(SampleSizeWords.share, .number(plan.aim.share)),
            .init(SampleSizeWords.response, .number(plan.aim.response)),
            .init(.designEffect, .number(plan.aim.designEffect)),
            Document.Fact(SampleSizeWords.precision, plan.precision.phrase),
            Document.Fact(SampleSizeWords.allocation, plan.allocation.phrase(minimum: plan.minimum)),
            SampleSizeWords.planFormula,
        ])
        let total = plan.total
        if !plan.domains.isEmpty {
            document.heading(SampleSizeWords.byDomain)
            let name = Column<Row>.phrase("domain", SampleSizeWords.domain, .wrapped(20)) { row in
                row.domain.map { Phrase(verbatim: $0) } ?? .total
            }
            document.table(plan.domains + [total], [name] + Self.numbers()) { $0 == total }
        }
        document.heading(SampleSizeWords.byStratum)
        let domain = Column<Row>.text("domain", SampleSizeWords.domain) { $0.domain }
        let name = Column<Row>.phrase("stratum", SampleSizeWords.stratum, .wrapped(20)) { row in
            row.stratum.map { Phrase(verbatim: $0) } ?? .total
        }
        let names = plan.domains.isEmpty ? [name] : [domain, name]
        document.table(plan.strata + [total], names + Self.numbers()) { $0 == total }
        if !plan.raised.isEmpty { document.notice(SampleSizeWords.raised(plan.raised)) }
    }

    /// The strata.
    public var data: DataTable? {
        let names: [Column<Row>] = [
            .text("domain", SampleSizeWords.domain) { $0.domain },
            .text("stratum", SampleSizeWords.stratum) { $0.stratum },
        ]
        return DataTable(plan.strata, names + Self.numbers(NumberLook()))
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        record.values([
            "population": .count(plan.total.population), "error": .number(plan.aim.margin),
            "designEffect": .number(plan.aim.designEffect), "people": .count(plan.total.people),
            "errorReached": .real(plan.total.margin), "confidence": .number(plan.aim.confidence),
            "share": .number(plan.aim.share), "response": .number(plan.aim.response),
            "visits": .count(plan.total.visits), "allocation": .text(plan.allocation.rawValue),
            "minimum": .count(plan.allocation == .minimum ? plan.minimum : nil),
            "precision": .text(plan.precision.rawValue), "raised": .list(plan.raised.map { .text($0) }),
        ])
        record.list("domains", plan.domains) { row in
            [
                "domain": .text(row.domain), "population": .count(row.population), "people": .count(row.people),
                "visits": .count(row.visits), "errorReached": .real(row.margin),
            ]
        }
        record.list("strata", plan.strata) { row in
            [
                "domain": .text(row.domain), "stratum": .text(row.stratum), "population": .count(row.population),
                "people": .count(row.people), "visits": .count(row.visits), "errorReached": .real(row.margin),
            ]
        }
    }
}
