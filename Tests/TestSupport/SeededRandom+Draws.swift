package import ScoreNumerics

extension SeededRandom {
    /// A number in a range, by the remainder.
    package mutating func int(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// True in `percent` of a hundred draws.
    package mutating func chance(_ percent: Int) -> Bool { int(1...100) <= percent }

    /// True once in `count` draws.
    package mutating func once(in count: Int) -> Bool { int(1...count) == 1 }

    /// One of several elements.
    package mutating func pick<Element>(_ elements: [Element]) -> Element { elements[int(0...elements.count - 1)] }
}
