internal import ScoreNumerics
internal import Values

/// A number that depends on every cell of a tally and every digit in it, but on neither the order of the rows nor how
/// the file is written: it tells a tally that somebody changed or cut from a whole one.
struct TallyChecksum: Equatable {
    private(set) var sum: UInt64 = 0

    /// What the first column of the row with a checksum begins with.
    static let sign = "checksum "

    /// Sixteen digits.
    var text: String { String(sum, digits: 16, radix: 16) }

    mutating func add(_ cell: SurveyTally.Cell, _ layout: TallyLayout) {
        var mixer = Mixer()
        mixer.add(cell.key.unit)
        for domain in cell.key.domains { mixer.add(domain) }
        for stage in cell.key.stages {
            mixer.add(stage.stratum)
            mixer.add(stage.cluster)
            mixer.add(UInt64(bitPattern: stage.population ?? -1))
        }
        mixer.add(UInt64(cell.rows))
        mixer.add(UInt64(bitPattern: cell.weight))
        let numbers = cell.numbers
        for count in numbers.counts { mixer.add(UInt64(count)) }
        for place in numbers.counts.indices { mixer.add(UInt64(bitPattern: numbers.sum(at: place))) }
        for question in cell.unknown.indices where cell.unknown[question] > 0 {
            mixer.add(UInt64(question))
            mixer.add(UInt64(cell.unknown[question]))
        }
        for place in layout.places { mixer.add(numbers.number(at: place)) }
        sum &+= mixer.value
    }

    /// Adds rows that belong to no cell.
    mutating func add(leftOut rows: Int) {
        var mixer = Mixer()
        mixer.add(UInt64(rows))
        if rows > 0 { sum &+= mixer.value }
    }

    /// Adds what weights count; earlier versions knew millionths only.
    mutating func add(_ unit: WeightUnit) {
        var mixer = Mixer()
        mixer.add(UInt64(unit.rawValue))
        if unit != .millionths { sum &+= mixer.value }
    }

    mutating func add(_ part: Self) { sum &+= part.sum }

    /// Mixes words into one.
    private struct Mixer {
        private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

        mutating func add(_ word: UInt64) {
            value = (value ^ word) &* 0xD6E8_FEB8_6659_FD93
            value ^= value &>> 32
        }

        mutating func add(_ number: Int128) {
            add(UInt64(truncatingIfNeeded: number))
            add(UInt64(truncatingIfNeeded: number &>> 64))
        }

        mutating func add(_ text: String) {
            var hash = FNVHash()
            hash.add(text.utf8)
            add(hash.value)
        }
    }
}
