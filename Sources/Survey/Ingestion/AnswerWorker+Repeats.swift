internal import CAnswerRows
internal import Tables

/// Forms that stand twice.
extension AnswerWorker {
    /// Where a row ends without its line ending.
    @inline(__always)
    func withoutLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, upTo next: Int) -> Range<Int> {
        var end = next
        while end > start, Self.isLineEnd(bytes[end &- 1]) { end &-= 1 }
        return start..<end
    }

    /// What tells the rows of which note is taken from others; nil where forms have numbers, and all are.
    var maskOfRows: UInt64? { layout.idField == nil ? marks.mask : nil }

    /// Whether note is taken of a row: of many rows without numbers, of few.
    @inline(__always)
    func isKept(_ bytes: UnsafeBufferPointer<UInt8>, _ row: Range<Int>, mask: UInt64?) -> Bool {
        guard let mask else { return true }
        return RowHash.rough(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[row])) & mask == 0
    }

    /// Takes note of a form that counts; false when it stands in an earlier file and counts there.
    @inline(__always)
    func isNew(
        _ bytes: UnsafeBufferPointer<UInt8>, _ fields: some RowFields, _ row: Range<Int>, at index: Int,
        rowInBlock: Int, cell: Int
    ) -> Bool {
        let text = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[row])
        guard let register else { return true }
        let mark: RowRegister.Mark
        if let field = layout.idField {
            let raw = fields.start(of: field, at: index)..<fields.end(of: field, at: index)
            guard let id = hash(ofNumber: raw, in: bytes) else {
                marks.withoutNumber += 1
                return true
            }
            let key = RowHash.mix(id, hashOfUnit[cell] | 1)
            mark = RowRegister.Mark(key: key, hash: RowHash.of(text), block: block, row: rowInBlock)
        } else {
            mark = RowRegister.Mark(
                key: RowHash.of(text), hash: RowHash.rough(text), block: block, row: rowInBlock)
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

    /// A hash of a form's number; nil when it is blank.
    @inline(__always)
    private func hash(ofNumber raw: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
        let run = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[raw])
        if !run.isEmpty, run.allSatisfy({ $0 > UInt8(ascii: " ") && $0 < 0x80 && $0 != UInt8(ascii: "\"") }) {
            return RowHash.of(run)
        }
        let text = CellText.text(of: raw, in: bytes)
        return text.isEmpty ? nil : Array(text.utf8).withUnsafeBytes { RowHash.of($0) }
    }
}
