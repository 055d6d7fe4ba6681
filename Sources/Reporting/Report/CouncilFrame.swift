internal import Documents
internal import Words

extension OfficialFrame {
    /// What stands around a document of the council that appraises: offices, number, place and day are for it to fill in.
    init(ofCouncil kind: Phrase, _ number: Phrase, subject: Phrase, recipients: [Phrase]) {
        self.init(
            organisation: AppraisalWords.council, number: number, country: OfficialWords.country,
            motto: OfficialWords.motto, placeAndDay: OfficialWords.placeAndDay, kind: kind, subject: subject,
            recipientsTitle: OfficialWords.recipients, recipients: recipients, signatory: AppraisalWords.signatory,
            signature: OfficialWords.signature)
        superior = AppraisalWords.officeAbove
    }
}
