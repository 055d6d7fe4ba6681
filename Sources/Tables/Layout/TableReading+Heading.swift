internal import Values

extension TableReading {
    /// The records of the heading; nil when there is none, or several could be it. Where title lines above it are divided
    /// otherwise than the table is, its own delimiter is adopted.
    static func heading(
        of cells: inout CSVCells, _ dialect: inout TableDialect, in bytes: UnsafeBufferPointer<UInt8>, from start: Int,
        options: TableOptions, at whole: Location, collector: inout FindingCollector
    ) -> ClosedRange<Int>? {
        func firstRecord(_ cells: CSVCells, _ delimiter: TableDelimiter) -> Int? {
            cells.records.firstIndex { !cells.isBlank($0, in: bytes, delimiter: delimiter.byte) }
        }
        guard var heading = firstRecord(cells, dialect.delimiter) else {
            collector.report(TableFinding.empty, at: whole)
            return nil
        }
        guard let known = options.headings else { return heading...heading }
        var search = HeadingSearch(cells, bytes, delimiter: dialect.delimiter.byte, known: known)
        let fit = known.fit(search.texts(heading))
        if !fit.isPlain, let (row, delimiter) = found(search, dialect, in: bytes, from: start, known), fit < row.fit {
            if delimiter != dialect.delimiter {
                dialect.delimiter = delimiter
                dialect.delimiterReason = .heading
                cells = CSVCells(bytes, delimiter: delimiter.byte, start: start)
                search = HeadingSearch(cells, bytes, delimiter: delimiter.byte, known: known)
            }
            heading = row.record
            if let other = row.other {
                var place = whole
                place.line = other + 1
                collector.report(TableFinding.severalHeadings, at: place, [.other: .count(heading + 1)])
                return nil
            }
        }
        // What nobody knows may be a title.
        let isKnown = fit.known + fit.codes > 0 || heading != firstRecord(cells, dialect.delimiter)
        let rows = isKnown ? search.rows(around: heading) : heading...heading
        if rows.count > 1 || firstRecord(cells, dialect.delimiter) != heading {
            var place = whole
            place.line = rows.lowerBound + 1
            let (top, last) = (rows.lowerBound + 1, rows.upperBound + 1)
            collector.report(
                TableFinding.headingFound, at: place,
                [.found: .text(top == last ? "\(top)" : "\(top)–\(last)"), .count: .count(rows.lowerBound)])
        }
        return rows
    }

    /// The row that has most of the known headings, and the delimiter with which it has them.
    private static func found(
        _ search: HeadingSearch, _ dialect: TableDialect, in bytes: UnsafeBufferPointer<UInt8>, from start: Int,
        _ known: KnownHeadings
    ) -> (HeadingSearch.Found, TableDelimiter)? {
        var best = search.row().map { ($0, dialect.delimiter) }
        switch dialect.delimiterReason {
        case .forced, .separatorLine, .sheet: return best
        case .counted, .singleColumn, .heading: break
        }
        // In bounds: no more than the bytes; the cells scanned in the sample are read in the sample.
        let sample = UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, start + DelimiterDetection.byteLimit)])
        for delimiter in TableDelimiter.allCases where delimiter != dialect.delimiter {
            let cells = CSVCells(
                sample, delimiter: delimiter.byte, start: start, recordLimit: DelimiterDetection.recordLimit)
            let row = HeadingSearch(cells, sample, delimiter: delimiter.byte, known: known).row()
            if let row, best.map({ $0.0.fit < row.fit }) ?? true { best = (row, delimiter) }
        }
        return best
    }
}
