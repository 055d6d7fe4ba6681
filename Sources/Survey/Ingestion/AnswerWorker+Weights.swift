internal import Tables
internal import Values

/// What the rows weigh.
extension AnswerWorker {
    /// The weight of a row in the unit of the store; -1, and a fault, when it cannot be used.
    ///
    /// A row that weighs nothing stays in the design, as one of its cluster and stratum, and its answers count nothing.
    @inline(__always)
    func weight(
        _ bytes: UnsafeBufferPointer<UInt8>, _ fields: some RowFields, at index: Int, rowInBlock: Int, cell: Int
    ) -> Int64 {
        guard let field = layout.weightField else { return store.unit.one }
        let raw = fields.start(of: field, at: index)..<fields.end(of: field, at: index)
        if case .number(let value, isPercent: false) = layout.numbers.read(raw, in: bytes), value.mantissa >= 0 {
            return units(of: value)
        }
        return unusualWeight(bytes, raw, field: field, at: index, rowInBlock: rowInBlock, cell: cell)
    }

    @inline(never)
    private func unusualWeight(
        _ bytes: UnsafeBufferPointer<UInt8>, _ raw: Range<Int>, field: Int, at index: Int, rowInBlock: Int, cell: Int
    ) -> Int64 {
        guard CellText.isText(raw, in: bytes) else {
            fault(.badText, field: field, raw, in: bytes, rowInBlock: rowInBlock)
            return -1
        }
        let kind: AnswerFault.Kind
        let text = CellText.text(of: raw, in: bytes)
        switch layout.numbers.read(text) {
        case .number(let value, isPercent: false) where value.mantissa >= 0: return units(of: value)
        case .problem(.tooManyDigits):
            if let weight = fineWeight(text, at: index, rowInBlock: rowInBlock) { return weight }
            kind = .outOfRange
        case .number, .problem(.tooLarge): kind = .outOfRange
        case .ambiguous: kind = .ambiguousNumber
        case .problem(.otherSeparator): kind = .otherSeparator
        case .problem where TextHistory.isSpreadsheetError(text):
            kind = .spreadsheetError
            unusable.addError(unit: keys[cell].unit)
        case .blank, .problem: kind = .notANumber
        }
        fault(kind, field: field, raw, in: bytes, rowInBlock: rowInBlock)
        return -1
    }

    /// A weight of at most six decimals in the unit of the store.
    @inline(__always)
    private func units(of value: FixedDecimal) -> Int64 {
        unitsInMillionth == 1 ? value.mantissa : store.checked(WeightUnit.finer(value.mantissa))
    }

    /// A weight with more than six decimals, in ten-billionths, which the store counts from now on; nil where none is
    /// left of it, or it is too large.
    private func fineWeight(_ text: String, at index: Int, rowInBlock: Int) -> Int64? {
        let digits = WeightUnit.tenBillionths.rawValue
        guard let (weight, isRounded) = layout.numbers.units(of: text, decimals: digits), weight > 0 else { return nil }
        if isRounded { roundedWeights.add(block: block, row: rowInBlock, found: text) }
        if store.unit != .tenBillionths {
            store.refine()
            unitsInMillionth = WeightUnit.ratio
            // The rows of the batch before this one have their weights already.
            for row in 0..<index { store.refineWeight(batch.weightPlace(of: row)) }
        }
        return weight
    }

    /// A weight as it is compared with that of other forms: the same number whatever the store counts.
    func comparable(_ weight: Int64) -> UInt64 {
        if store.unit == .millionths { return UInt64(bitPattern: weight) }
        let (millionths, rest) = weight.quotientAndRemainder(dividingBy: WeightUnit.ratio)
        return UInt64(bitPattern: rest == 0 ? millionths : ~weight)
    }
}
