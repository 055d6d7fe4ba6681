/// An area with its direct estimate, and beside it the one by a model.
public struct SmallAreaEstimate: Sendable {
    /// What the estimate by the model rests on.
    public enum Basis: Hashable, Sendable {
        /// The area's own sample and the model.
        case composite
        /// The model alone: nobody was asked, or too few to be shown, or their answers give no error.
        case synthetic
        /// The area's own answers alone: everybody was asked.
        case census
    }

    /// The direct estimate, from the area's own sample.
    public let direct: SurveyIndex
    /// What the other rests on.
    public let basis: Basis
    /// The estimate by the model, as a share; it may lie outside 0 to 1, as the model knows no bounds.
    public let value: Double
    /// The square root of its estimated mean squared error.
    public let error: Double
    /// The weight of the direct estimate in it, from 0 to 1.
    public let share: Double
}

/// The areas of a survey, estimated by a model.
public struct SmallAreaModel: Sendable {
    /// In the order of the table of auxiliary variables.
    public let areas: [SmallAreaEstimate]
    /// How the variance between areas is estimated, and by which variables.
    public let plan: SmallAreaPlan
    /// The areas whose sample the model is fitted to.
    public let fitted: Int
    /// The constant and the coefficient of each variable.
    public let coefficients: [Double]
    /// The variance between areas that the variables do not explain.
    public let variance: Double
}
