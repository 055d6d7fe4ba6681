/// What Excel or Word refuses, or repairs without asking, in a file of theirs.
package struct OfficeFault: Hashable, Sendable, CustomStringConvertible {
    package let rule: OfficeRule
    package let part: String
    /// The element or the cell.
    package let place: String
    package let text: String

    package var description: String { "\(part) \(place): \(rule.rawValue): \(text)" }
}

/// What must hold.
package enum OfficeRule: String, CaseIterable, Sendable {
    // The package.
    /// The archive can be unpacked, and its names are plain and differ.
    case archive
    /// Each part has a content type, and no type is stated for a part that is missing.
    case contentType
    /// What is referred to exists and is what the reference says.
    case relationship
    /// A part is well-formed XML in UTF-8, without a DTD and without characters that XML does not have.
    case xml

    // Elements and attributes, as the standard lists them.
    case unknownElement, elementOrder, repeatedElement, missingElement
    case unknownAttribute, missingAttribute, attributeValue
    /// Text stands only in elements that hold text.
    case strayText
    /// Spaces at an end of a text are kept only where `xml:space` says so.
    case space
    /// A `count` is the number of what follows.
    case count

    // Workbooks.
    /// Names of sheets: at most 31 letters, without `\ / ? * [ ] :`, no apostrophe at an end, each once.
    case sheetName
    /// Sheets have numbers of their own, and one that is visible is the active one.
    case sheets
    /// Names for areas are names, and what they stand for exists.
    case definedName
    /// Cells, rows and columns name a look that exists, and looks name fonts, fills, borders and formats that exist.
    case styleIndex
    /// The first two fills are none and gray125, formats are closed, sizes are sizes.
    case styles
    /// Ranges of columns ascend and do not overlap.
    case columns
    /// Rows ascend, and cells within them.
    case cellOrder
    /// Numbers are plain decimals, truth values 0 or 1, errors one of those that exist, texts at most 32,767 letters.
    case cellValue
    /// Formulas begin without an equals sign and use functions, references and texts that Excel knows.
    case formula
    /// Merged areas take more than a cell and do not overlap.
    case merge
    /// Rules of cells: lists and formulas of at most 255 letters, areas that do not overlap.
    case validation
    /// Tables have columns of different names, which stand in the cells of their headings.
    case table
    case hyperlink
    /// Frozen panes and selections fit each other.
    case panes
    /// Headers and footers have at most 255 letters.
    case headerFooter

    // Documents.
    /// A cell ends with a paragraph.
    case cellEnd
    /// The cells of each row take as many columns as the table has.
    case tableGrid
    /// Cells that continue the one above stand below one of the same columns.
    case verticalMerge
    /// Between two tables stands a paragraph; otherwise they become one.
    case tablesTouch
    /// What a style, a list or a bookmark is called exists, and once.
    case wordReference
}
