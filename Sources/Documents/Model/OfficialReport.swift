/// A report that an office issues as a document: what it says, and what decree 30/2020/NĐ-CP has stand around it.
public protocol OfficialReport: Report {
    /// What stands around the sections.
    var frame: OfficialFrame { get }
    /// What it says, in order; annexes stand behind the signatures, on pages of their own.
    var sections: [OfficialSection] { get }
}

/// A part of an official document.
public struct OfficialSection: Sendable {
    /// A short name: that of its sheet in a workbook.
    public let name: Phrase
    /// Whether it stands behind the signatures.
    public let isAnnex: Bool
    /// What it says.
    public let content: Document

    /// Makes a section from what is written into it.
    public init(_ name: Phrase, isAnnex: Bool = false, _ write: (inout Document) -> Void) {
        var content = Document()
        write(&content)
        (self.name, self.isAnnex, self.content) = (name, isAnnex, content)
    }
}

/// What stands around the text of an official document: who issues it, its title, who signs it and who is sent it.
public struct OfficialFrame: Sendable {
    /// The office above the one that issues it; nil where none is named.
    public var superior: Phrase?
    /// The office that issues it.
    public var organisation: Phrase
    /// Its number: `Số: ……/BC-……`.
    public var number: Phrase
    /// The name of the country, and its motto.
    public var (country, motto): (Phrase, Phrase)
    /// The place and the day.
    public var placeAndDay: Phrase
    /// The kind of document, such as `BÁO CÁO`, and what it is about.
    public var (kind, subject): (Phrase, Phrase)
    /// To whom it is addressed; nil where nobody is.
    public var addressee: Phrase?
    /// `Nơi nhận`, and who is sent it.
    public var (recipientsTitle, recipients): (Phrase, [Phrase])
    /// Who signs, a line each, and how.
    public var (signatory, signature): (Phrase, Phrase)

    /// Whether pages lie across, for wide tables.
    public var isLandscape = false

    /// Makes a frame without an office above and without an addressee.
    public init(
        organisation: Phrase, number: Phrase, country: Phrase, motto: Phrase, placeAndDay: Phrase, kind: Phrase,
        subject: Phrase, recipientsTitle: Phrase, recipients: [Phrase], signatory: Phrase, signature: Phrase
    ) {
        (self.organisation, self.number, self.country, self.motto) = (organisation, number, country, motto)
        (self.placeAndDay, self.kind, self.subject) = (placeAndDay, kind, subject)
        (self.recipientsTitle, self.recipients) = (recipientsTitle, recipients)
        (self.signatory, self.signature) = (signatory, signature)
    }
}

extension OfficialReport {
    /// What people read on a screen: the subject and the sections.
    public func write(to document: inout Document) {
        document.heading(Phrase("\(frame.kind): \(frame.subject)"), level: 1)
        for section in sections { document.append(section.content) }
    }
}
