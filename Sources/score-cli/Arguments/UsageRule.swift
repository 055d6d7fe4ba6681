import Documents
import Values

/// What the options of a command ask of each other, as far as the line alone tells.
struct UsageRule: Sendable {
    typealias Name = OptionDeclaration.Name

    /// What is wrong with a line; operands are named in the reader's language.
    let faults: @Sendable (_ arguments: ParsedArguments, _ language: Language) -> [UsageError]

    init(_ faults: @escaping @Sendable (ParsedArguments, Language) -> [UsageError]) { self.faults = faults }

    /// An option that cannot be used together with others.
    static func apart(_ first: Name, _ others: Name...) -> UsageRule {
        UsageRule { arguments, _ in
            guard arguments.has(first) else { return [] }
            return others.filter(arguments.has).map { .notTogether(first.flag, $0.flag) }
        }
    }

    /// An option that says nothing without another.
    static func needs(_ first: Name, _ other: Name) -> UsageRule {
        UsageRule { arguments, _ in
            arguments.has(first) && !arguments.has(other) ? [.missingOption(other.flag)] : []
        }
    }

    /// An option that must be there, unless one of others is.
    static func needed(_ name: Name, unless others: Name...) -> UsageRule {
        UsageRule { arguments, _ in
            ([name] + others).contains(where: arguments.has) ? [] : [.missingOption(name.flag)]
        }
    }

    /// An option with which there is one operand only.
    static func onOne(_ name: Name) -> UsageRule {
        UsageRule { arguments, _ in
            guard arguments.has(name), arguments.operands.count > 1 else { return [] }
            return [.extraOperand(arguments.operands[1], command: arguments.command.name)]
        }
    }
}

extension OptionDeclaration.Name {
    /// The name as it is typed.
    var flag: String { "--" + rawValue }
}
