package import Documents
internal import Words
package import Survey
internal import Tables
internal import Values

/// A sample size with its allocation.
package struct SampleSizeReport: Sendable {
    /// A stratum.
    package struct Stratum: Sendable {
        package let name: String
        package let population: Int

        package init(name: String, population: Int) {
            (self.name, self.population) = (name, population)
        }
    }

    private let size: SampleSize
    private let strata: [Stratum]
    /// People to ask in each stratum.
    private let allocation: [Int]

    package init(_ size: SampleSize, strata: [Stratum]) {
        (self.size, self.strata) = (size, strata)
        allocation = SampleAllocation.proportional(size.people, among: strata.map(\.population))
    }

    /// The report for people.
    package func document(in language: Language) -> ReportDocument {
        let isVietnamese = language == .vi
        let numbers = NumberWords(language)
        func count(_ value: Int) -> String { numbers.text(FixedDecimal(exactly: value) ?? .zero) }
        var document = ReportDocument()
        document.blocks.append(.heading(isVietnamese ? "Cỡ mẫu khảo sát" : "Sample size", level: 1))
        document.blocks.append(
            .facts([
                .init(isVietnamese ? "Tổng thể" : "Population", count(size.population)),
                .init(isVietnamese ? "Sai số cho phép" : "Margin of error", numbers.text(size.margin)),
                .init(isVietnamese ? "Hệ số thiết kế" : "Design effect", numbers.text(size.designEffect)),
                .init(isVietnamese ? "Số người cần hỏi" : "People to ask", count(size.people)),
                .init(
                    isVietnamese ? "Sai số đạt được" : "Margin reached",
                    numbers.text(FixedDecimal(rounding: size.marginReached) ?? .zero)),
                .init(
                    isVietnamese ? "Công thức" : "Formula",
                    isVietnamese
                        ? "n = N ÷ (1 + N × e²) × hệ số thiết kế, làm tròn lên (Yamane 1967; tỷ lệ gần một nửa, độ tin cậy "
                            + "95 %)"
                        : "n = N ÷ (1 + N × e²) × design effect, rounded up (Yamane 1967; a share near one half, 95 % "
                            + "confidence)"),
            ]))
        if !strata.isEmpty {
            let columns = [
                TextTable.Column(isVietnamese ? "Tầng" : "Stratum", wrapsFrom: 20),
                TextTable.Column(isVietnamese ? "Dân số" : "Population", .trailing),
                TextTable.Column(isVietnamese ? "Số người cần hỏi" : "People to ask", .trailing),
            ]
            var rows = zip(strata, allocation).map { TextTable.Row([$0.name, count($0.population), count($1)]) }
            rows.append(
                TextTable.Row(
                    [Label.total.text(language), count(size.population), count(allocation.reduce(0, +))], isStrong: true
                ))
            document.blocks.append(.table(TextTable(columns: columns, rows: rows, decimalSeparator: ",")))
        }
        return document
    }

    /// The report as JSON.
    package var json: String {
        var writer = JSONWriter()
        writer.object { root in
            root.member("population", size.population)
            root.member("error", size.margin)
            root.member("designEffect", size.designEffect)
            root.member("people", size.people)
            root.member("errorReached", size.marginReached)
            root.key("strata")
            root.array { list in
                for (stratum, people) in zip(strata, allocation) {
                    list.object { object in
                        object.member("stratum", stratum.name)
                        object.member("population", stratum.population)
                        object.member("people", people)
                    }
                }
            }
        }
        return writer.text
    }

    /// The allocation as CSV; without strata the whole.
    package func csv(in language: Language) -> [UInt8] {
        var writer = CSVWriter(language == .vi ? .excelVietnamese : .plain)
        let headings = language == .vi ? ["Tầng", "Dân số", "Số người cần hỏi"] : ["Stratum", "Population", "People"]
        writer.writeRow(headings.map { .text($0) })
        let all = [(Label.total.text(language), size.population, size.people)]
        let rows = strata.isEmpty ? all : zip(strata, allocation).map { ($0.name, $0.population, $1) }
        for (name, population, people) in rows {
            writer.writeRow([.text(name), .text(String(population)), .text(String(people))])
        }
        return writer.bytes
    }
}
