internal import CAnswerRows
internal import Tables

/// Forms that stand twice.
extension AnswerWorker {
    /// A row that counts, as far as it is compared with others.
    struct Form {
        /// Its bytes without the line ending.
        let row: Range<Int>
        let cell: Int
        /// The level of each question.
        let levels: UnsafePointer<UInt8>
        let weight: Int64
        /// The sum of the hashes of answers that are not on the scale.
        var unknownAnswers: UInt64 = 0

        init(row: Range<Int>, cell: Int, levels: UnsafeMutablePointer<UInt8>, weight: Int64) {
            // In bounds: a row of the batch, which outlives the form; its levels are as many as questions.
            (self.row, self.cell, self.levels, self.weight) = (row, cell, UnsafePointer(levels), weight)
        }
    }

    /// Where a row ends without its line ending.
    @inline(__always)
    func withoutLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, upTo next: Int) -> Range<Int> {
        var end = next
        while end > start, bytes[end &- 1] == UInt8(ascii: "\n") || bytes[end &- 1] == UInt8(ascii: "\r") { end &-= 1 }
        return start..<end
    }

    /// What tells the rows of which note is taken from others; nil where forms have numbers, and all are.
    func mask(of marks: RowMarks) -> UInt64? { layout.idField == nil ? marks.mask : nil }

    /// Leaves out those of some rows that the kernel read which stand in an earlier file and count there.
    func leaveOutRepeats(
        _ bytes: UnsafeBufferPointer<UInt8>, _ fields: EntryFields, rows: Int, upTo end: Int, _ register: RowRegister
    ) {
        let firstRow = row
        // Taken out of the object, and with it out of reach of others, while rows are added.
        var marks = RowMarks()
        swap(&marks, &self.marks)
        defer { swap(&marks, &self.marks) }
        let mask = mask(of: marks)
        let (starts, cells) = (batch.starts, batch.cells)
        // Of many forms without numbers nearly all are passed over by this alone.
        let roughMask = comparesCells ? 0 : mask ?? 0
        for index in 0..<rows where cells[index] >= 0 {
            let next = index &+ 1 < rows ? Int(starts[index &+ 1]) : end
            let row = withoutLineEnd(bytes, from: Int(starts[index]), upTo: next)
            if roughMask != 0, RowHash.rough(bytes, row) & roughMask != 0 { continue }
            let form = Form(
                row: row, cell: Int(cells[index]), levels: batch.levels + index &* batch.rowSize,
                weight: batch.weight(at: index))
            if !isNew(bytes, fields, form, at: index, rowInBlock: firstRow &+ index, mask: mask, register, &marks) {
                cells[index] = -1
            }
        }
    }

    /// Takes note of a form that counts, of many forms without numbers only of some; false when it stands in an earlier
    /// file and counts there.
    func isNew(
        _ bytes: UnsafeBufferPointer<UInt8>, _ fields: some RowFields, _ form: Form, at index: Int, rowInBlock: Int,
        mask: UInt64?, _ register: RowRegister, _ marks: inout RowMarks
    ) -> Bool {
        let cells = comparesCells ? hashOfCells(bytes, fields, form, at: index) : 0
        let rough =
            comparesCells ? RowHash.mix(cells, cells &>> 32 | 1) : mask == nil ? 0 : RowHash.rough(bytes, form.row)
        if let mask, rough & mask != 0 { return true }
        // In bounds: the row is one of the block.
        let text = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[form.row])
        let whole = comparesCells ? cells : RowHash.of(text)
        let mark: RowRegister.Mark
        if let field = layout.idField {
            let raw = fields.start(of: field, at: index)..<fields.end(of: field, at: index)
            guard let id = FormNumber.hash(of: raw, in: bytes) else {
                marks.withoutNumber += 1
                return true
            }
            let key = RowHash.mix(id, hashesOfKey[form.cell].unit | 1)
            mark = RowRegister.Mark(key: key, hash: whole, block: block, row: rowInBlock)
        } else {
            mark = RowRegister.Mark(key: whole, hash: rough, block: block, row: rowInBlock)
            guard register.tellsFormsApart else {
                marks.append(mark, hasNumbers: false)
                return true
            }
        }
        guard let earlier = register.place(of: mark) else {
            marks.append(mark, hasNumbers: register.hasNumbers)
            return true
        }
        let place = RowRegister.Place(file: -1, block: mark.block, row: mark.row)
        if earlier.isSameRow || !register.hasNumbers {
            marks.repeated.add(place, earlier.place)
        } else {
            marks.contradicting.add(place, earlier.place)
        }
        return false
    }

    /// A hash of what is read in a form's cells, other than its number: the same in whatever order the columns are, and
    /// however the file separates and quotes its cells. Blank cells of columns that nobody asked for add nothing.
    private func hashOfCells(
        _ bytes: UnsafeBufferPointer<UInt8>, _ fields: some RowFields, _ form: Form, at index: Int
    ) -> UInt64 {
        // In bounds: a row of the batch has the levels of all questions, and its weight behind them.
        let levels = UnsafeRawBufferPointer(start: form.levels, count: store.layout.questions)
        var sum = form.unknownAnswers
        for (field, heading) in layout.otherFields {
            let raw = fields.start(of: field, at: index)..<fields.end(of: field, at: index)
            if let text = CellHash.of(raw, in: bytes) { sum &+= RowHash.mix(text | 1, heading) }
        }
        let answers = RowHash.of(levels, seed: hashesOfKey[form.cell].key)
        return RowHash.mix(answers ^ comparable(form.weight), sum ^ 0x9E37_79B9_7F4A_7C15)
    }

    /// A hash of an answer that is not on the scale.
    static func hash(of text: Slice<UnsafeBufferPointer<UInt8>>, question: Int) -> UInt64 {
        // In bounds: all bytes of the text, here and below.
        let bytes = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text))
        return RowHash.mix(RowHash.of(bytes) | 1, UInt64(question) &+ 0x9E37_79B9)
    }

    /// A hash of texts in their order.
    static func hash(_ texts: [String]) -> UInt64 {
        // In bounds: all bytes of each text.
        texts.reduce(0) { hash, text in Array(text.utf8).withUnsafeBytes { RowHash.of($0, seed: hash) } }
    }

    /// A hash of a whole key.
    static func hash(of key: CellKey) -> UInt64 {
        hash(
            [key.unit] + key.domains
                + key.stages.flatMap { [$0.stratum, $0.cluster, $0.population.map { "\($0)" } ?? ""] })
    }
}

/// Hashes of the texts of cells, which the quotes and spaces around them do not change.
enum CellHash {
    /// Nil when the cell is blank.
    @inline(__always)
    static func of(_ raw: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
        // In bounds: a field of a row in the block.
        let run = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[raw])
        if isPlain(run) { return RowHash.of(run) }
        let text = CellText.text(of: raw, in: bytes)
        return text.isEmpty ? nil : Array(text.utf8).withUnsafeBytes { RowHash.of($0) }
    }

    /// Whether bytes are the text of their cell: printed ASCII without spaces and quotes.
    @inline(__always)
    static func isPlain(_ run: UnsafeRawBufferPointer) -> Bool {
        !run.isEmpty && run.allSatisfy { $0 > UInt8(ascii: " ") && $0 < 0x80 && $0 != UInt8(ascii: "\"") }
    }
}

/// The numbers of forms, which a spreadsheet program may have written in another way: `4` or `4.0` for `004`, and `p004`
/// for `P004`.
enum FormNumber {
    /// A hash of a form's number; nil when it is blank.
    @inline(__always)
    static func hash(of raw: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
        // In bounds: a field of a row in the block.
        let run = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[raw])
        if CellHash.isPlain(run) { return hash(run) }
        let text = CellText.text(of: raw, in: bytes)
        return text.isEmpty ? nil : Array(text.utf8).withUnsafeBytes { hash($0) }
    }

    /// Digits count as a number, and letters before them in either case; any other text as it stands.
    private static func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
        func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
        // In bounds: each index is compared with the count; what is behind the point begins at the count at most.
        func part(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: text[range]) }
        var (seed, start): (UInt64, Int) = (0, 0)
        while start < text.count, (text[start] | 0x20) &- UInt8(ascii: "a") < 26 {
            seed = RowHash.mix(seed ^ UInt64(text[start] | 0x20), 0x9E37_79B9_7F4A_7C15)
            start += 1
        }
        var end = start
        while end < text.count, isDigit(text[end]) { end += 1 }
        guard end > start else { return RowHash.of(text) }
        // Letters and zeros make a name; digits alone are a number, whose zeros in front and behind say nothing.
        if start > 0 { return end == text.count ? RowHash.of(part(start..<end), seed: seed) : RowHash.of(text) }
        if end < text.count {
            let isFraction = text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ",")
            let zeros = text[(end + 1)...]
            guard isFraction, !zeros.isEmpty, zeros.allSatisfy({ $0 == UInt8(ascii: "0") }) else {
                return RowHash.of(text)
            }
        }
        while start + 1 < end, text[start] == UInt8(ascii: "0") { start += 1 }
        return RowHash.of(part(start..<end))
    }
}
