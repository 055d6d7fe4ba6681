internal import Values

/// The namespaces that are known; a document in any other is skipped.
enum XMLNamespace: UInt8 {
    case none, other, xml
    /// The cells of Excel, in the transitional and the strict form of the standard.
    case sheet
    /// References from a workbook to its parts, likewise.
    case reference
    case relationships, contentTypes
    case office, table, text, style, manifest, calc
    /// The text of Word, in the transitional and the strict form.
    case word

    /// The namespace of a name such as `http://schemas.openxmlformats.org/…`.
    init(_ uri: [UInt8]) {
        self = Self.known[uri] ?? .other
    }

    private static let known: [[UInt8]: XMLNamespace] = {
        let names: [(String, XMLNamespace)] = [
            ("http://www.w3.org/XML/1998/namespace", .xml),
            ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", .sheet),
            ("http://purl.oclc.org/ooxml/spreadsheetml/main", .sheet),
            ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", .reference),
            ("http://purl.oclc.org/ooxml/officeDocument/relationships", .reference),
            ("http://schemas.openxmlformats.org/package/2006/relationships", .relationships),
            ("http://schemas.openxmlformats.org/package/2006/content-types", .contentTypes),
            ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", .word),
            ("http://purl.oclc.org/ooxml/wordprocessingml/main", .word),
            ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", .office),
            ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", .table),
            ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", .text),
            ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", .style),
            ("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", .manifest),
            ("urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", .calc),
        ]
        return Dictionary(firstOf: names.map { (Array($0.0.utf8), $0.1) })
    }()
}

/// A name in its namespace.
struct XMLName: Hashable {
    var namespace: XMLNamespace
    var word: XMLWord

    init(_ namespace: XMLNamespace, _ word: XMLWord) {
        self.namespace = namespace
        self.word = word
    }
}

/// The names of elements and attributes that are read; every other name is `other`.
enum XMLWord: String, CaseIterable {
    case other = ""
    // Packages.
    case types = "Types"
    case defaultType = "Default"
    case override = "Override"
    case extensionName = "Extension"
    case contentType = "ContentType"
    case partName = "PartName"
    case relationships = "Relationships"
    case relationship = "Relationship"
    case relationshipID = "Id"
    case type = "Type"
    case target = "Target"
    case targetMode = "TargetMode"
    // Excel.
    case workbook, workbookPr, date1904, sheets, sheet, name, id, state
    case worksheet, sheetData, row, cell = "c", value = "v", formula = "f", inlineText = "is", text = "t", run = "r"
    case phoneticRun = "rPh"
    case item = "si"
    case sharedTexts = "sst"
    case styleIndex = "s"
    case cols, col, min, max, hidden, mergeCells, mergeCell, ref
    case styleSheet, numFmts, numFmt, numFmtId, formatCode, cellXfs, xf
    case space
    // OpenDocument.
    case documentContent = "document-content"
    case automaticStyles = "automatic-styles"
    case body, spreadsheet, style, family, display, table
    case tableProperties = "table-properties"
    case styleName = "style-name"
    case tableColumn = "table-column"
    case tableColumns = "table-columns"
    case tableHeaderColumns = "table-header-columns"
    case tableColumnGroup = "table-column-group"
    case tableRow = "table-row"
    case tableRows = "table-rows"
    case tableHeaderRows = "table-header-rows"
    case tableRowGroup = "table-row-group"
    case tableCell = "table-cell"
    case coveredTableCell = "covered-table-cell"
    case visibility
    case columnsRepeated = "number-columns-repeated"
    case rowsRepeated = "number-rows-repeated"
    case columnsSpanned = "number-columns-spanned"
    case rowsSpanned = "number-rows-spanned"
    case formulaText = "formula"
    case valueType = "value-type"
    case valueText = "value"
    case dateValue = "date-value"
    case timeValue = "time-value"
    case booleanValue = "boolean-value"
    case stringValue = "string-value"
    case paragraph = "p"
    case span, tab, link = "a", ruby
    case lineBreak = "line-break"
    case rubyBase = "ruby-base"
    case encryptionData = "encryption-data"
    // Word.
    case document, val, vMerge, gridSpan, gridBefore, vanish, drawing, pict, object
    case wordTable = "tbl"
    case wordRow = "tr"
    case wordCell = "tc"
    case rowProperties = "trPr"
    case cellProperties = "tcPr"
    case paragraphProperties = "pPr"
    case runProperties = "rPr"
    case wordBreak = "br"
    case carriageReturn = "cr"
    case deleted = "del"
    case movedFrom = "moveFrom"
    case deletedText = "delText"
    case instruction = "instrText"
    case noBreakHyphen
    case numberingProperties = "numPr"
    case level = "ilvl"
    case numberingID = "numId"
    case numbering, abstractNum, abstractNumId, lvl, start, lvlText, num, lvlOverride, startOverride
    case styles, pStyle, styleID = "styleId", basedOn
}

/// Finds words by their letters without making a string.
struct XMLWords {
    private var slots: [(word: XMLWord, letters: [UInt8])?]

    static let all = XMLWords()

    private init() {
        slots = Array(repeating: nil, count: 1024)
        for word in XMLWord.allCases where word != .other {
            let letters = Array(word.rawValue.utf8)
            // In bounds: letters are iterated over; a slot is below 1024.
            var slot = letters.withUnsafeBufferPointer { Self.slot($0) }
            while slots[slot] != nil { slot = (slot + 1) & 1023 }
            slots[slot] = (word, letters)
        }
    }

    func word(_ letters: UnsafeBufferPointer<UInt8>) -> XMLWord {
        var slot = Self.slot(letters)
        while let known = slots[slot] {
            if known.letters.count == letters.count, known.letters.elementsEqual(letters) { return known.word }
            slot = (slot + 1) & 1023
        }
        return .other
    }

    private static func slot(_ letters: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for letter in letters.prefix(32) { hash = (hash ^ UInt32(letter)) &* 16_777_619 }
        return Int((hash ^ hash >> 10) & 1023)
    }
}
