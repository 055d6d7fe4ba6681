import Survey

/// The numbers of rows, so that one that is counted twice is found.
struct ListNumbers {
    /// A row, in 24 bytes.
    struct Mark {
        /// A hash of the unit and the number.
        var key: UInt64
        var unit: Int32
        var file: Int32
        var block: Int32
        var row: Int32

        var place: ListPlace { ListPlace(file: Int(file), block: Int(block), row: Int(row)) }
    }

    private(set) var marks: [Mark] = []

    @inline(__always)
    mutating func add(_ number: UnsafeRawBufferPointer, unit: Int, _ place: ListPlace) {
        marks.append(
            Mark(
                key: RowHash.of(number, seed: UInt64(unit &+ 1)), unit: Int32(truncatingIfNeeded: unit),
                file: Int32(truncatingIfNeeded: place.file), block: Int32(truncatingIfNeeded: place.block),
                row: Int32(truncatingIfNeeded: place.row)))
    }

    mutating func add(_ other: ListNumbers) { marks += other.marks }

    /// The rows whose number stands before: how many a unit has, the first of them, and the row before that.
    ///
    /// Complexity: O(rows).
    var repeats: [Int: (count: Int, place: ListPlace, first: ListPlace)] {
        var repeats: [Int: (count: Int, place: ListPlace, first: ListPlace)] = [:]
        var capacity = 64
        while capacity < marks.count * 2 { capacity *= 2 }
        // The position of the first row of each number, from 1.
        var slots = [UInt32](repeating: 0, count: capacity)
        for (index, mark) in marks.enumerated() {
            var slot = Int(truncatingIfNeeded: mark.key >> 11) & (capacity - 1)
            while slots[slot] != 0, marks[Int(slots[slot]) - 1].key != mark.key { slot = (slot + 1) & (capacity - 1) }
            guard slots[slot] != 0 else {
                slots[slot] = UInt32(index + 1)
                continue
            }
            let other = marks[Int(slots[slot]) - 1]
            let (first, later) = other.place < mark.place ? (other.place, mark.place) : (mark.place, other.place)
            if mark.place == first { slots[slot] = UInt32(index + 1) }
            let known = repeats[Int(mark.unit)]
            if let known, known.place < later {
                repeats[Int(mark.unit)] = (known.count + 1, known.place, known.first)
            } else {
                repeats[Int(mark.unit)] = ((known?.count ?? 0) + 1, later, first)
            }
        }
        return repeats
    }
}
