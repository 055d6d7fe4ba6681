/// A binary heap that returns the least element first. Insertion and removal are O(log n).
package struct LeastFirst<Element: Comparable> {
    private var elements: [Element] = []

    package init() {}

    package var first: Element? { elements.first }

    package mutating func insert(_ element: Element) {
        elements.append(element)
        var index = elements.count - 1
        while index > 0, elements[index] < elements[(index - 1) / 2] {
            elements.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    package mutating func removeFirst() -> Element? {
        guard let last = elements.popLast() else { return nil }
        guard let first = elements.first else { return last }
        elements[0] = last
        var index = 0
        while true {
            var least = index
            for child in 2 * index + 1..<min(2 * index + 3, max(elements.count, 2 * index + 1))
            where elements[child] < elements[least] {
                least = child
            }
            if least == index { return first }
            elements.swapAt(index, least)
            index = least
        }
    }
}
