package import Documents
internal import Words
/// A report as blocks of text and tables: what the terminal, Markdown and later forms have in common.
package struct ReportDocument: Hashable, Sendable {
    /// A part of a report.
    package enum Block: Hashable, Sendable {
        /// A heading; 1 is the title.
        case heading(String, level: Int)
        /// A paragraph.
        case paragraph(String)
        /// A notice that must not be missed.
        case notice(String)
        /// Points of a list.
        case list([String])
        /// Names with what they say.
        case facts([Fact])
        /// A table.
        case table(TextTable)
    }

    /// A name with what it says.
    package struct Fact: Hashable, Sendable {
        /// The name.
        package var name: String
        /// What it says; may have several lines.
        package var text: String

        /// Makes a fact.
        package init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }

    /// The parts, in order.
    package var blocks: [Block] = []

    /// Makes an empty report.
    package init() {}
}

/// A table of text.
package struct TextTable: Hashable, Sendable {
    /// Where the text of a column stands.
    package enum Alignment: Hashable, Sendable {
        /// From the left.
        case leading
        /// At the right.
        case trailing
        /// Decimal signs below each other.
        case decimal
    }

    /// A column.
    package struct Column: Hashable, Sendable {
        /// The heading.
        package var title: String
        /// Where its text stands.
        package var alignment: Alignment
        /// The least width to which text may be wrapped; nil for a column that is never wrapped.
        package var wrapsFrom: Int?
        /// Whether a narrow terminal may leave it out.
        package var isDispensable: Bool

        /// Makes a column.
        package init(
            _ title: String, _ alignment: Alignment = .leading, wrapsFrom: Int? = nil, isDispensable: Bool = false
        ) {
            self.isDispensable = isDispensable
            self.title = title
            self.alignment = alignment
            self.wrapsFrom = wrapsFrom
        }
    }

    /// A row.
    package struct Row: Hashable, Sendable {
        /// The cells, one a column.
        package var cells: [String]
        /// Whether it stands out: a sum.
        package var isStrong = false

        /// Makes a row.
        package init(_ cells: [String], isStrong: Bool = false) {
            self.cells = cells
            self.isStrong = isStrong
        }
    }

    /// The columns.
    package var columns: [Column]
    /// The rows.
    package var rows: [Row]
    /// The sign at which numbers are aligned.
    package var decimalSeparator: Character

    /// Makes a table.
    package init(columns: [Column], rows: [Row] = [], decimalSeparator: Character) {
        self.columns = columns
        self.rows = rows
        self.decimalSeparator = decimalSeparator
    }
}
