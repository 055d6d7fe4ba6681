public import Values

/// Days as a calendar (iCalendar, RFC 5545), which mail programs and telephones take in.
public struct CalendarWriter: Sendable {
    /// A day on which something is due.
    public struct Event: Sendable {
        /// The same as long as it is about the same thing, so that a calendar replaces what it has.
        public var uid: String
        /// The day.
        public var day: CalendarDay
        /// What is due, and more about it.
        public var (title, text): (Phrase, Phrase)

        /// Makes an event.
        public init(uid: String, day: CalendarDay, title: Phrase, text: Phrase) {
            (self.uid, self.day, self.title, self.text) = (uid, day, title, text)
        }
    }

    private let name: Phrase
    private let stamp: CalendarDay
    private let reminders: [Int]
    private let language: Language

    /// Makes a writer.
    ///
    /// - Parameters:
    ///   - name: the name of the calendar.
    ///   - stamp: the day on which it is made.
    ///   - reminders: so many days before an event, at eight in the morning, it is called to mind.
    ///   - language: the reader's language.
    public init(name: Phrase, stamp: CalendarDay, reminders: [Int], language: Language) {
        (self.name, self.stamp, self.reminders, self.language) = (name, stamp, reminders, language)
    }

    /// The calendar with some events.
    public func bytes(of events: [Event]) -> [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//score-cli//score-cli//\(language.rawValue.uppercased())",
            "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:" + text(name),
        ]
        for event in events {
            lines += [
                "BEGIN:VEVENT", "UID:" + event.uid, "DTSTAMP:\(Self.digits(of: stamp))T000000Z",
                "DTSTART;VALUE=DATE:" + Self.digits(of: event.day), "SUMMARY:" + text(event.title),
                "DESCRIPTION:" + text(event.text), "TRANSP:TRANSPARENT",
            ]
            for days in reminders {
                lines += [
                    "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:" + text(event.title),
                    "TRIGGER:" + Self.trigger(daysBefore: days), "END:VALARM",
                ]
            }
            lines.append("END:VEVENT")
        }
        return (lines + ["END:VCALENDAR"]).flatMap(Self.folded)
    }

    private static func digits(of day: CalendarDay) -> String { day.description.filter { $0 != "-" } }

    /// An event begins at midnight: the day before at eight is sixteen hours earlier.
    private static func trigger(daysBefore days: Int) -> String {
        switch days {
        case ...0: "PT8H"
        case 1: "-PT16H"
        default: "-P\(days - 1)DT16H"
        }
    }

    private func text(_ phrase: Phrase) -> String {
        CleanText.lines(phrase.text(language)).reduce(into: "") { result, character in
            switch character {
            case "\\", ";", ",": result += "\\" + String(character)
            case "\n": result += "\\n"
            default: result.append(character)
            }
        }
    }

    /// A line of at most 75 bytes, with a blank at the beginning of each that continues it. No letter is divided, unless
    /// it alone is longer.
    private static func folded(_ line: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var length = 0
        func add(_ part: [UInt8]) {
            if length + part.count > 75 {
                bytes += [13, 10, 32]
                length = 1
            }
            bytes += part
            length += part.count
        }
        for character in line {
            let part = Array(String(character).utf8)
            if part.count < 75 {
                add(part)
            } else {
                for scalar in character.unicodeScalars { add(Array(String(scalar).utf8)) }
            }
        }
        return bytes + [13, 10]
    }
}
