internal import Documents
internal import Values
internal import Words

/// Where figures are tried in the page: what the script fills is empty and hidden until the engine runs.
struct PlannerSection {
    private let frame: PageFrame

    init(_ frame: PageFrame) { self.frame = frame }

    func write(to page: inout Markup, isGroup: Bool) {
        PageFrame.section("planner", PageWords.planner, to: &page) { section in
            section.element("p", PageWords.plannerFor)
            section.element("noscript") { $0.element("p", ["class": "notice"], PageWords.noScript) }
            section.element(
                "p", ["id": "planner-fault", "class": "notice", "role": "alert", "hidden": ""], Phrase.none)
            section.element("div", ["id": "planner-body", "hidden": ""]) { body in
                if isGroup { select("planner-unit", PageWords.unitOfPlanner, [], &body) }
                body.element("div", ["id": "state", "aria-live": "polite"], Phrase.none)
                body.element("div", ["class": "filters"]) { bar in
                    bar.element("label") { label in
                        label.element("span", PageWords.searchFigures)
                        label.tag("input", ["id": "figure-search", "type": "search", "autocomplete": "off"])
                    }
                    button("reset", PageWords.reset, &bar)
                    button("keep", PageWords.keep, &bar)
                }
                PageFrame.wide(PageWords.planner, to: &body) { $0.element("div", ["id": "figures"], Phrase.none) }
                writeGoal(to: &body)
                body.element("div", ["id": "plans", "aria-live": "polite"], Phrase.none)
                body.element("div", ["id": "kept"], Phrase.none)
                writeFiles(to: &body)
                body.element("p", PageWords.command)
                body.element("pre", ["class": "scroll", "tabindex": "0"]) {
                    $0.element("code", ["id": "command"], Phrase.none)
                }
            }
        }
    }

    private func writeGoal(to page: inout Markup) {
        page.element("div", ["class": "filters", "id": "goal"]) { bar in
            select(
                "goal-kind", PageWords.goal,
                [
                    ("rank", PageWords.goalRank), ("index", PageWords.goalIndex), ("points", PageWords.goalPoints),
                    ("budget", PageWords.goalBudget),
                ], &bar)
            bar.element("label") { label in
                label.element("span", PageWords.goalValue)
                label.tag("input", ["id": "goal-value", "type": "text", "inputmode": "decimal", "autocomplete": "off"])
            }
            button("find-plan", PageWords.cheapest, &bar)
        }
    }

    private func writeFiles(to page: inout Markup) {
        page.element("div", ["class": "filters", "id": "files"]) { bar in
            button("save-scenario", PageWords.saveScenario, &bar)
            button("save-figures", PageWords.saveFigures, &bar)
            bar.element("label", ["class": "file"]) { label in
                label.element("span", PageWords.openScenario)
                label.tag("input", ["id": "open-file", "type": "file", "accept": ".csv,.json", "multiple": ""])
            }
        }
        page.element("p", ["class": "caption"], PageWords.dropped)
        page.element("div", ["id": "collected", "aria-live": "polite"], Phrase.none)
    }

    private func button(_ id: String, _ title: Phrase, _ page: inout Markup) {
        page.element("button", ["type": "button", "id": id], title)
    }

    private func select(_ id: String, _ title: Phrase, _ choices: [(String, Phrase)], _ page: inout Markup) {
        page.element("label") { label in
            label.element("span", title)
            label.element("select", ["id": id]) { select in
                for (value, text) in choices { select.element("option", ["value": value], text) }
            }
        }
    }
}
