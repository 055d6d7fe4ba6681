internal import Dispatch
internal import Tables
internal import Values

/// Workers that read one file together: each takes the next block when it has finished one.
struct AnswerTeam {
    /// How reading ended.
    enum Outcome: Equatable {
        case done
        /// A block ended inside quotes, which several workers cannot follow.
        case lostRows
        /// More cells than allowed.
        case tooManyGroups
        case failed(FindingsError)
    }

    private let turns: Turns
    private let workers: [AnswerWorker]

    init(_ blocks: AnswerBlocks, _ workers: [AnswerWorker]) {
        turns = Turns(blocks, mayGiveBack: workers.count == 1)
        self.workers = workers
    }

    /// Reads the file, each worker on its own thread.
    func work() -> Outcome {
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

    private static func work(_ worker: AnswerWorker, _ turns: Turns) {
        let block = AnswerBlocks.Block()
        while turns.next(block) {
            let next = worker.take(block.bytes, upTo: block.end, number: block.number, isLast: block.isLast)
            if worker.isFull { return turns.stop(.tooManyGroups) }
            if next < block.end { turns.giveBack(block, from: next) }
        }
    }

    /// Hands out blocks to threads in turn.
    private final class Turns {
        private let lock = DispatchSemaphore(value: 1)
        private let blocks: AnswerBlocks
        private let mayGiveBack: Bool
        private(set) var outcome = Outcome.done

        init(_ blocks: AnswerBlocks, mayGiveBack: Bool) {
            self.blocks = blocks
            self.mayGiveBack = mayGiveBack
        }

        func next(_ block: AnswerBlocks.Block) -> Bool {
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

        func giveBack(_ block: AnswerBlocks.Block, from place: Int) {
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
        func stop(_ reason: Outcome) {
            lock.wait()
            defer { lock.signal() }
            if outcome == .done || reason == .lostRows { outcome = reason }
        }
    }
}
