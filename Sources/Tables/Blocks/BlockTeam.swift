internal import Dispatch
package import Values

/// Reads the rows of blocks of a file; each thread has a worker of its own.
package protocol BlockWorker: AnyObject {
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
package struct BlockTeam {
    private let turns: BlockTurns
    private let workers: [any BlockWorker]

    /// A team for the rest of a file.
    package init(_ blocks: RowBlocks, _ workers: [any BlockWorker]) {
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
            DispatchQueue.concurrentPerform(iterations: members.count) { Self.work(members[$0], turns) }
        }
        return turns.outcome
    }

    private static func work(_ worker: any BlockWorker, _ turns: BlockTurns) {
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
    private let lock = DispatchSemaphore(value: 1)
    private let blocks: RowBlocks
    private let mayGiveBack: Bool
    private(set) var outcome = BlockOutcome.done

    init(_ blocks: RowBlocks, mayGiveBack: Bool) {
        self.blocks = blocks
        self.mayGiveBack = mayGiveBack
    }

    func next(_ block: RowBlocks.Block) -> Bool {
        lock.wait()
        defer { lock.signal() }
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
        lock.wait()
        defer { lock.signal() }
        do {
            try blocks.giveBack(block, from: place)
        } catch {
            outcome = .failed(error)
        }
    }

    /// Ends reading. Lost rows take precedence over whatever the others made of wrong rows.
    func stop(_ reason: BlockOutcome) {
        lock.wait()
        defer { lock.signal() }
        if outcome == .done || reason == .lostRows { outcome = reason }
    }
}
