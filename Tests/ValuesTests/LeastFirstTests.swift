import Testing
import Values

/// A heap gives back what was put into it, the least first.
@Suite struct LeastFirstTests {
    @Test(arguments: 0..<30) func givesTheLeastOfWhatIsThere(seed: Int) {
        var heap = LeastFirst<Int>()
        var held: [Int] = []
        var state = UInt64(seed) + 5
        for _ in 0..<200 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let drawn = Int(state >> 40)
            // Many are alike; the heap grows, shrinks and runs empty.
            if drawn % 5 < 2 + seed % 2 {
                let least = held.min()
                #expect(heap.first == least)
                let removed = heap.removeFirst()
                #expect(removed == least)
                if let place = held.firstIndex(where: { $0 == least }) { held.remove(at: place) }
            } else {
                heap.insert(drawn % 50)
                held.append(drawn % 50)
            }
        }
        var rest: [Int] = []
        while let least = heap.removeFirst() { rest.append(least) }
        #expect(rest == held.sorted() && heap.first == nil)
    }
}
