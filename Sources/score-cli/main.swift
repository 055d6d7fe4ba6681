import Assessment
import Scoring
import Values
for path in CommandLine.arguments.dropFirst() {
    let r = Assessment.read(path)
    for f in r.findings { print(f.place, f.code, f.details) }
    print(r.tables)
    guard let a = r.assessment else { continue }
    for (i, u) in a.units.enumerated() { let s = a.scores[i]; print(u.name, s.total.points, s.total.maximum, s.index?.description ?? "-", s.coverage?.description ?? "-") }
}
