extension RandomAccessCollection where Index == Int {
    /// The first position whose element is in the second part, in a collection whose second part comes last. O(log n).
    package func partitionPoint(_ isInSecondPart: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
