internal import CAnswerRows

/// Computes the sums that ``RowExtras`` requires, over rows of a cell.
///
/// Rows of a cell mostly have the same weight (those of a cluster do, by design). So small integers are added up over
/// rows of equal weight first, and their sums are multiplied by the weight, and its square, once.
final class RowProducts {
    private let layout: TallyLayout
    private var measures: answer_measures
    private let bounds: UnsafeMutableBufferPointer<UInt32>
    private let values: UnsafeMutableBufferPointer<UInt32>
    private let sums: UnsafeMutableBufferPointer<UInt64>
    /// Where the products of a cell, in their order, are among the sums.
    private let places: [Int32]
    /// How many are multiplied by the weight; those after them by its square.
    private let plainCount: Int

    init(_ layout: TallyLayout) {
        self.layout = layout
        let extras = layout.extras
        let groups = extras.measures.groups
        let (count, parts) = (extras.measures.count, extras.parts)
        // In bounds: what the kernel asks for (CAnswerRows.h): two bounds for each group and the parts; two values for
        // each measure and part; two sums for each group, three for each measure and for each pair of parts.
        bounds = .allocate(capacity: groups.count * 2 + parts.count)
        let numbers = groups.map { $0.lowerBound } + groups.map { $0.upperBound } + parts
        for (index, number) in numbers.enumerated() { bounds.initializeElement(at: index, to: UInt32(number)) }
        values = .allocate(capacity: (count + parts.count) * 2)
        values.initialize(repeating: 0)
        sums = .allocate(capacity: groups.count * 2 + count * 3 + parts.count * parts.count * 3)
        sums.initialize(repeating: 0)

        var measures = answer_measures()
        measures.questions = extras.measures.questions
        measures.group_count = groups.count
        measures.group_starts = bounds.baseAddress.map { UnsafePointer($0) }
        measures.group_ends = bounds.baseAddress.map { UnsafePointer($0 + groups.count) }
        measures.parts = bounds.baseAddress.map { UnsafePointer($0 + groups.count * 2) }
        measures.part_count = parts.count
        measures.counts_people = extras.measures.countsPeople ? 1 : 0
        // In bounds: tables of 256 levels; all scales together have fewer.
        withUnsafeMutableBytes(of: &measures.y_of_level) { y in
            withUnsafeMutableBytes(of: &measures.x_of_level) { x in
                for (level, pair) in extras.measures.pairOfLevel.enumerated() {
                    y.storeBytes(of: UInt32(pair.y), toByteOffset: level * 4, as: UInt32.self)
                    x.storeBytes(of: UInt32(pair.x), toByteOffset: level * 4, as: UInt32.self)
                }
            }
        }

        self.measures = measures

        let own = groups.count * 2
        let pairs = own + count * 3
        let square = parts.count * parts.count
        func place(of pair: RowExtras.MeasurePair, _ part: TallyLayout.ProductPart) -> Int {
            if pair.first == pair.second {
                return switch part {
                case .yy: own + pair.first
                case .yx, .xy: own + count + pair.first
                case .xx: own + count * 2 + pair.first
                }
            }
            let first = parts.firstIndex(of: pair.first) ?? 0
            let second = parts.firstIndex(of: pair.second) ?? 0
            return switch part {
            case .yy: pairs + first * parts.count + second
            case .yx: pairs + square + first * parts.count + second
            case .xy: pairs + square + second * parts.count + first
            case .xx: pairs + square * 2 + first * parts.count + second
            }
        }
        places = (layout.productOrder(ofSquares: false) + layout.productOrder(ofSquares: true)).map {
            Int32(place(of: $0.pair, $0.part))
        }
        plainCount = layout.products(ofSquares: false).count
    }

    deinit {
        bounds.deallocate()
        values.deallocate()
        sums.deallocate()
    }

    /// Adds rows of a cell, `rowSize` bytes each with the weight in the last eight; false when a sum exceeded 128 bits.
    func add(_ rows: UnsafePointer<UInt8>, count: Int, rowSize: Int, to place: UnsafeMutableRawPointer) -> Bool {
        func weight(_ row: Int) -> Int64 {
            // In bounds: the last eight bytes of a row; rows begin at multiples of 64, so that they are aligned.
            UnsafeRawPointer(rows + (row &* rowSize &+ rowSize &- 8)).load(as: Int64.self)
        }
        var isSound = true
        var first = 0
        while first < count {
            let factor = weight(first)
            var end = first + 1
            while end < count, weight(end) == factor { end += 1 }
            answer_products_add(
                &measures, rows + first * rowSize, rowSize, end - first, values.baseAddress, sums.baseAddress)
            isSound = take(weight: factor, to: place.assumingMemoryBound(to: Int128.self)) && isSound
            first = end
        }
        return isSound
    }

    /// Adds the sums of rows of one weight to a cell, and starts over.
    private func take(weight: Int64, to cell: UnsafeMutablePointer<Int128>) -> Bool {
        // In bounds: `cell` has as many extras as the layout has places, and the sums are those allocated.
        let (weight, square) = (Int128(weight), Int128(weight) * Int128(weight))
        var isSound = true
        func add(_ value: UInt64, _ factor: Int128, at index: Int) {
            if value == 0 { return }
            let (product, tooLarge) = factor.multipliedReportingOverflow(by: Int128(value))
            let (sum, overflow) = cell[index].addingReportingOverflow(product)
            cell[index] = sum
            if tooLarge || overflow { isSound = false }
        }
        if layout.extras.countsPeople {
            let groups = layout.extras.measures.groups.count
            for group in 0..<groups {
                let (answered, satisfied) = (sums[group], sums[groups + group])
                add(answered, 1, at: layout.people(group, .answered).index)
                add(answered, weight, at: layout.people(group, .answeredWeight).index)
                if layout.keepsSquares(ofGroup: group) {
                    add(answered, square, at: layout.people(group, .answeredSquares).index)
                }
                add(satisfied, 1, at: layout.people(group, .satisfied).index)
                add(satisfied, weight, at: layout.people(group, .satisfiedWeight).index)
            }
        }
        let people = layout.peopleCount
        for (index, place) in places.enumerated() {
            add(sums[Int(place)], index < plainCount ? weight : square, at: people + index)
        }
        sums.update(repeating: 0)
        return isSound
    }
}
