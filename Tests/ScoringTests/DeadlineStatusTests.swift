import Testing
import Values

@testable import Scoring

/// The standing of tasks around their first and last days.
@Suite struct DeadlineStatusTests {
    typealias State = DeadlineStatus.State

    private static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    private func status(
        _ kind: Deadline.Kind?, from: String? = nil, due: String? = nil, _ progress: TaskProgress, on day: String,
        within: Int = 30
    ) throws -> DeadlineStatus {
        let deadline = try kind.map {
            Deadline(kind: $0, text: "", from: try from.map(Self.day), due: try due.map(Self.day))
        }
        return DeadlineStatus(deadline, progress: progress, on: try Self.day(day), within: within)
    }

    @Test(arguments: [
        ("2022-02-28", State.notDue, 31), ("2022-03-01", .dueSoon, 30), ("2022-03-30", .dueSoon, 1),
        ("2022-03-31", .dueSoon, 0), ("2022-04-01", .overdue, -1),
    ])
    func aDateAroundItsLastDay(_ day: String, _ state: State, _ daysLeft: Int) throws {
        for progress in [TaskProgress.notDone, .notDue, .notReported] {
            let status = try status(.date, due: "2022-03-31", progress, on: day)
            #expect(status.state == state)
            #expect(status.daysLeft == daysLeft)
            let isContradicted = progress == .notDue && state == .overdue
            #expect(status.contradiction == (isContradicted ? .notDueThoughPast : nil))
        }
    }

    @Test func withinNoDaysOnlyTheLastDayIsSoon() throws {
        #expect(try status(.date, due: "2022-03-31", .notDone, on: "2022-03-30", within: 0).state == .notDue)
        #expect(try status(.date, due: "2022-03-31", .notDone, on: "2022-03-31", within: 0).state == .dueSoon)
    }

    @Test func aRangeAroundItsFirstDay() throws {
        func on(_ day: String, _ progress: TaskProgress) throws -> DeadlineStatus {
            try status(.range, from: "2022-04-01", due: "2022-06-30", progress, on: day)
        }
        #expect(try on("2022-03-31", .notDue) == on("2022-03-31", .notDone))
        #expect(try on("2022-03-31", .notDue).state == .notDue)
        #expect(try on("2022-03-31", .doneInTime).contradiction == .doneBeforeBegin)
        #expect(try on("2022-04-01", .doneInTime).contradiction == nil)
        #expect(try on("2022-04-01", .doneInTime).state == .doneInTime)
        #expect(try on("2022-06-30", .doneLate).contradiction == .lateBeforeDue)
        #expect(try on("2022-07-01", .doneLate).contradiction == nil)
        #expect(try on("2022-07-01", .doneLate).state == .doneLate)
        #expect(try on("2022-07-01", .notReported).state == .overdue)
    }

    @Test func continuousUntilTheLastDay() throws {
        #expect(try status(.continuous, due: "2022-12-31", .notDone, on: "2022-12-31").state == .continuous)
        #expect(try status(.continuous, due: "2022-12-31", .notDone, on: "2023-01-01").state == .overdue)
        #expect(try status(.continuous, .notReported, on: "2023-01-01").state == .continuous)
        let late = try status(.continuous, due: "2022-12-31", .doneLate, on: "2022-06-01")
        #expect(late.state == .doneLate && late.contradiction == nil)
    }

    @Test func conditionalAndNone() throws {
        #expect(try status(.conditional, .notReported, on: "2022-06-01").state == .conditional)
        #expect(try status(.conditional, .notDone, on: "2022-06-01").state == .conditional)
        #expect(try status(.conditional, .notTriggered, on: "2022-06-01").state == .notTriggered)
        #expect(try status(.conditional, due: "2022-05-31", .notDone, on: "2022-06-01").state == .overdue)
        for kind in [Deadline.Kind.none, nil] as [Deadline.Kind?] {
            let status = try status(kind, .notDone, on: "2022-06-01")
            #expect(status.state == .withoutDeadline)
            #expect(status.daysLeft == nil)
        }
        #expect(try status(nil, .doneInTime, on: "2022-06-01").state == .doneInTime)
    }

    @Test(
        arguments: [
            (nil, "2024-07-03", State.dueSoon), (nil, "2024-07-04", .overdue),
            ("2024-07-03", "2024-07-03", .doneInTime),
            ("2024-07-04", "2024-07-10", .doneLate), ("2024-07-04", "2024-07-03", .dueSoon),
            ("2024-07-01", "2024-06-01", .notDue),
        ] as [(String?, String, State)])
    func plannedDates(_ done: String?, _ day: String, _ state: State) throws {
        let status = DeadlineStatus(
            due: try Self.day("2024-07-03"), done: try done.map(Self.day), on: try Self.day(day), within: 30)
        #expect(status.state == state)
        #expect(status.contradiction == nil)
    }

    @Test(arguments: [
        ("2024-02-28", "2024-03-01", 2), ("2023-02-28", "2023-03-01", 1), ("2023-12-31", "2024-01-01", 1),
        ("2024-01-01", "2025-01-01", 366), ("2000-01-01", "2100-01-01", 36525), ("2024-03-01", "2024-02-28", -2),
    ])
    func daysBetween(_ first: String, _ second: String, _ days: Int) throws {
        #expect(try Self.day(first).days(to: Self.day(second)) == days)
        #expect(try Self.day(first).description == first)
    }

    @Test func whatAFigureSaysAboutATask() {
        func metric(_ kind: Metric.Kind) -> Metric {
            Metric(code: "x", name: "x", kind: kind, step: 1)
        }
        func says(_ kind: Metric.Kind, _ figure: Figure, _ target: Bound? = nil) -> TaskProgress {
            metric(kind).progress(figure, target: target)
        }
        #expect([2, 1, 0].map { says(.task, .value($0)) } == [.doneInTime, .doneLate, .notDone])
        #expect(says(.task, .notReported) == .notReported)
        #expect(says(.task, .awaited) == .notDue)
        #expect(says(.task, .notApplicable) == .notTriggered)
        #expect([1, 0].map { says(.yesNo, .value($0)) } == [.doneInTime, .notDone])
        let target = Bound(.above, 90)
        #expect(says(.percent, .value(90), target) == .notDone)
        #expect(says(.percent, .ratio(numerator: 91, denominator: 100), target) == .doneInTime)
        #expect(says(.percent, .ratio(numerator: 0, denominator: 0), target) == .notTriggered)
        #expect(says(.count, .value(0)) == .doneInTime)
    }
}
