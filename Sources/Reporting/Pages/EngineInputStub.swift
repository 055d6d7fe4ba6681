internal import Documents
enum EngineInput {
    static func json(_ model: ReportModel, unit: Int? = nil, peers: PagePeers) -> String? { nil }
}
