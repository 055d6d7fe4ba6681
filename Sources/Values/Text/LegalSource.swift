/// The place of a provision in a legal document.
public struct LegalSource: Hashable, Sendable {
    /// The document's title and number.
    public let document: String
    /// The article, annex or other location.
    public let place: String?
    /// The row of the source's table.
    public let row: String?
    /// The file of the document.
    public let file: String?
    /// The web address of a publication.
    public let address: String?

    /// Makes a source.
    public init(
        document: String, place: String? = nil, row: String? = nil, file: String? = nil, address: String? = nil
    ) {
        (self.document, self.place, self.row, self.file, self.address) = (document, place, row, file, address)
    }
}
