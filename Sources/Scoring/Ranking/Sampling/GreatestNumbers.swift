/// The greatest of many numbers, none of them negative, as many as fit.
struct GreatestNumbers {
    private let capacity: Int
    /// A heap: no number is greater than the two at twice its position, counted from one.
    private var numbers: [Double] = []

    /// - Parameter capacity: how many are kept, at least one.
    init(_ capacity: Int) {
        precondition(capacity > 0, "nothing to be kept")
        self.capacity = capacity
        numbers.reserveCapacity(capacity)
    }

    /// The least of those kept; zero while there is room. A number that is not greater changes nothing of it.
    var least: Double { numbers.count < capacity ? 0 : numbers[0] }

    /// Complexity: O(log n).
    mutating func insert(_ number: Double) {
        if numbers.count < capacity {
            numbers.append(number)
            rise(from: numbers.count - 1)
        } else if number > numbers[0] {
            numbers[0] = number
            sink()
        }
    }

    private mutating func rise(from last: Int) {
        var position = last
        while position > 0, numbers[position] < numbers[(position - 1) / 2] {
            numbers.swapAt(position, (position - 1) / 2)
            position = (position - 1) / 2
        }
    }

    private mutating func sink() {
        var position = 0
        while 2 * position + 1 < numbers.count {
            var child = 2 * position + 1
            if child + 1 < numbers.count, numbers[child + 1] < numbers[child] { child += 1 }
            if numbers[position] <= numbers[child] { return }
            numbers.swapAt(position, child)
            position = child
        }
    }
}
