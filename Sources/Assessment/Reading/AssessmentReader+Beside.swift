import Scoring
import Tables
import Values

/// The tables beside figures and points, on which no points rest.
extension AssessmentReader {
    func readRemarks(_ files: AssessmentFiles, units: UnitList) -> [UnitRemark] {
        guard var table = besideTable(files.remarks, headings: .remarks, options: files.tables) else { return [] }
        return UnitRemark.read(&table, units: units, into: sink)
    }

    func readRequests(
        _ files: AssessmentFiles, _ settings: AssessmentSettings, _ set: CriteriaSet, units: UnitList
    ) -> [ExplanationRequest] {
        guard var table = besideTable(files.requests, headings: .requests, options: files.tables) else { return [] }
        return RequestReader(set: set, units: units, settings: settings, sink: sink).read(&table)
    }

    func readEvidence(
        _ files: AssessmentFiles, _ settings: AssessmentSettings, _ found: EvidenceFiles?, _ set: CriteriaSet,
        units: UnitList, _ assignments: [Int: UnitAssignment]
    ) -> EvidenceRegister? {
        guard let found, var table = besideTable(files.evidence, headings: .evidence, options: files.tables) else {
            return nil
        }
        let reader = EvidenceReader(
            set: set, units: units, assignments: assignments, years: settings.years, files: found, sink: sink)
        return EvidenceRegister(reader.read(&table))
    }

    /// A table on which no points depend; where it cannot be read, that concerns nobody's.
    private func besideTable(_ path: String?, headings: KnownHeadings, options: TableOptions) -> Table? {
        guard let path else { return nil }
        let loaded = LoadedTable(path, headings: headings, options: options)
        if loaded.table == nil {
            for finding in loaded.findings { sink.add(finding) }
        } else {
            sink.add(loaded.findings)
        }
        return loaded.table
    }
}
