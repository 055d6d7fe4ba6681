internal import Assessment
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

    /// What stands around a document of a unit, which its head signs.
    init(of unit: Unit, in assessment: Assessment, _ kind: Phrase, number: Phrase, subject: Phrase) {
        let parent = unit.parent.flatMap { code in assessment.units.first { $0.code == code }?.name }
        let (superior, organisation) = OfficialWords.office(of: unit.name, under: parent)
        self.init(
            organisation: organisation, number: number, country: OfficialWords.country, motto: OfficialWords.motto,
            placeAndDay: OfficialWords.placeAndDay, kind: kind, subject: subject,
            recipientsTitle: OfficialWords.recipients, recipients: OfficialWords.recipientList,
            signatory: OfficialWords.signatory(of: unit.name), signature: OfficialWords.signature)
        self.superior = superior
    }
}
