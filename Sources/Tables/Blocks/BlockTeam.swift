package import Values

// Embedded Swift has no threads.
#if !hasFeature(Embedded)
    internal import Dispatch
#endif

/// Reads the rows of blocks of a file; each thread has a worker of its own.
package protocol BlockWorker: AnyObject, SendableMetatype {
    /// Reads the rows of a block.
    /// - Parameters:
    ///   - bytes: The block; ``RowBlocks/slack`` bytes beyond `end` are readable.
    ///   - end: After the line ending that seems to end the last row.
    ///   - number: The number of the block, from 0.
    ///   - isLast: Whether the file ends here.
    /// - Returns: where the first incomplete row begins: `end`, unless a quote is open there.
    func take(_ bytes: UnsafeBufferPointer<UInt8>, upTo end: Int, number: Int, isLast: Bool) -> Int
    /// Whether the worker can keep no more of what it reads.
    var isFull: Bool { get }
}

/// Workers that read one file together: each takes the next block when it has finished one.
package struct BlockTeam<Worker: BlockWorker> {
    private let turns: BlockTurns
    private let workers: [Worker]

    /// A team for the rest of a file.
    package init(_ blocks: RowBlocks, _ workers: [Worker]) {
        turns = BlockTurns(blocks, mayGiveBack: workers.count == 1)
        self.workers = workers
    }

    /// Reads the file, each worker on its own thread.
    package func work() -> BlockOutcome {
        if workers.count == 1 {
            Self.work(workers[0], turns)
        } else {
            // Every thread has a worker of its own, and blocks are handed out behind a lock.
            nonisolated(unsafe) let members = workers
            nonisolated(unsafe) let turns = turns
            #if hasFeature(Embedded)
                for member in members { Self.work(member, turns) }
            #else
                DispatchQueue.concurrentPerform(iterations: members.count) { Self.work(members[$0], turns) }
            #endif
        }
        return turns.outcome
    }

    private static func work(_ worker: Worker, _ turns: BlockTurns) {
        let block = RowBlocks.Block()
        while turns.next(block) {
            let next = worker.take(block.bytes, upTo: block.end, number: block.number, isLast: block.isLast)
            if worker.isFull { return turns.stop(.full) }
            if next < block.end { turns.giveBack(block, from: next) }
        }
    }
}

/// How the reading of a file block by block ended.
package enum BlockOutcome: Equatable {
    case done
    /// A block ended inside quotes, which several workers cannot follow.
    case lostRows
    /// A worker can keep no more.
    case full
    case failed(FindingsError)
}

/// Hands out blocks to threads in turn.
private final class BlockTurns {
    #if !hasFeature(Embedded)
        private let lock = DispatchSemaphore(value: 1)
    #endif
    private let blocks: RowBlocks
    private let mayGiveBack: Bool
    private(set) var outcome = BlockOutcome.done

    init(_ blocks: RowBlocks, mayGiveBack: Bool) {
        self.blocks = blocks
        self.mayGiveBack = mayGiveBack
    }

    func next(_ block: RowBlocks.Block) -> Bool {
        wait()
        defer { signal() }
        guard outcome == .done else { return false }
        do {
            return try blocks.fill(block)
        } catch {
            outcome = .failed(error)
            return false
        }
    }

    func giveBack(_ block: RowBlocks.Block, from place: Int) {
        guard mayGiveBack else { return stop(.lostRows) }
        wait()
        defer { signal() }
        do {
            try blocks.giveBack(block, from: place)
        } catch {
            outcome = .failed(error)
        }
    }

    private func wait() {
        #if !hasFeature(Embedded)
            lock.wait()
        #endif
    }

    private func signal() {
        #if !hasFeature(Embedded)
            lock.signal()
        #endif
    }

    /// Ends reading. Lost rows take precedence over whatever the others made of wrong rows.
    func stop(_ reason: BlockOutcome) {
        wait()
        defer { signal() }
        if outcome == .done || reason == .lostRows { outcome = reason }
    }
}
