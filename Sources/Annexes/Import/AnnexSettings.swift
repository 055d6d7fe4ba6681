public import Values

/// What a criteria file states and an annex does not say.
public struct AnnexSettings: Sendable {
    /// The set's identifier; nil to derive it from the file's name.
    public var set: String?
    /// The edition's identifier; nil to derive it from the years that the annex names.
    public var edition: String?
    /// The display name; nil for the title of the annex.
    public var name: String?
    /// The texts that the file needs.
    public var texts: AnnexTexts

    /// Takes everything from the annex.
    public init(texts: AnnexTexts) { self.texts = texts }
}

/// Texts of a criteria file that do not come from the annex.
public struct AnnexTexts: Sendable {
    /// The only level of units.
    public var level: LocalizedText
    /// What the file assumes where the annex says nothing.
    public var assumptions: [LocalizedText]
    /// Why points are assumed where the annex has none.
    public var withoutPoints: LocalizedText
    /// That a number above the highest one stated earns as much.
    public var moreIsAsGood: @Sendable (_ number: FixedDecimal) -> LocalizedText

    /// Takes the texts.
    public init(
        level: LocalizedText, assumptions: [LocalizedText], withoutPoints: LocalizedText,
        moreIsAsGood: @escaping @Sendable (_ number: FixedDecimal) -> LocalizedText
    ) {
        (self.level, self.assumptions, self.withoutPoints) = (level, assumptions, withoutPoints)
        self.moreIsAsGood = moreIsAsGood
    }
}
