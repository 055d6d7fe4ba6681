"""Optima of random planning instances by two solvers that share no code: see checks/plan-solvers.

The instances come from SplitMix64 with the same order of draws as in Sources/plan-bench/ChoiceInstance.swift and
ActionInstance.swift, so the files contain only seeds and optima.
"""

import json
import multiprocessing
import pathlib
import sys

FOLDER = pathlib.Path("Tests/OptimizationTests/Instances")
MASK = (1 << 64) - 1
UNFINISHED = "unfinished"


class SplitMix:
    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return (mixed ^ (mixed >> 31)) % bound


def choice_groups(kind, seed, groups, options, limit):
    random = SplitMix(seed)
    tenth = max(limit // 10, 1)
    result = []
    for _ in range(groups):
        group = [(0, 0)]
        for _ in range(options - 1):
            base = 1 + random.below(limit)
            if kind == "uncorrelated":
                group.append((base, 1 + random.below(limit)))
            elif kind == "weakly":
                group.append((base, max(1, base - tenth + random.below(2 * tenth + 1))))
            elif kind == "strongly":
                group.append((base + tenth, base))
            else:
                group.append((base, base))
        result.append(group)
    return result


def action_problem(seed, criteria, actions, limit):
    random = SplitMix(seed)
    effects = [[] for _ in range(criteria)]
    costs = []
    for action in range(actions):
        costs.append(1 + random.below(limit))
        effects[action % criteria].append((action, 1 + random.below(200)))
        for _ in range(2):
            if random.below(4) == 0:
                criterion = random.below(criteria)
                effects[criterion].append((action, 1 + random.below(200)))
    caps = [150 + random.below(150) if index % 3 == 2 else None for index in range(criteria)]
    needs = []
    for _ in range(actions // 8):
        first, second = random.below(actions), random.below(actions)
        if first != second:
            needs.append((max(first, second), min(first, second)))
    exclusions = []
    for _ in range(actions // 12):
        size = 2 + random.below(2)
        exclusions.append(sorted({random.below(actions) for _ in range(size)}))
    ceilings = [ceiling(effects[i], caps[i]) for i in range(criteria)]
    floors = []
    for field in range(seed % 3):
        own = list(range(field, criteria, 4))
        floors.append((own, sum(ceilings[i] for i in own) * 2 // 5))
    return {"costs": costs, "effects": effects, "caps": caps, "needs": needs, "exclusions": exclusions,
            "floors": floors, "ceilings": ceilings}


def ceiling(effects, cap):
    if cap is None:
        return max((gain for _, gain in effects), default=0)
    return min(sum(gain for _, gain in effects), cap)


class Model:
    """Integer variables, rows of (terms, lower, upper) and one objective to be minimised; for both solvers."""

    def __init__(self):
        self.uppers, self.rows, self.objective = [], [], {}

    def variable(self, upper=1):
        self.uppers.append(upper)
        return len(self.uppers) - 1

    def row(self, terms, lower=None, upper=None):
        self.rows.append((terms, lower, upper))

    def highs(self):
        import highspy

        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        for name in ("mip_rel_gap", "mip_abs_gap"):
            solver.setOptionValue(name, 0.0)
        solver.setOptionValue("threads", 1)
        solver.setOptionValue("mip_feasibility_tolerance", 1e-9)
        solver.setOptionValue("primal_feasibility_tolerance", 1e-9)
        for index, upper in enumerate(self.uppers):
            solver.addVar(0, upper)
            solver.changeColIntegrality(index, highspy.HighsVarType.kInteger)
            solver.changeColCost(index, self.objective.get(index, 0))
        for terms, lower, upper in self.rows:
            merged = {}
            for variable, factor in terms:
                merged[variable] = merged.get(variable, 0) + factor
            solver.addRow(-highspy.kHighsInf if lower is None else lower, highspy.kHighsInf if upper is None else upper,
                          len(merged), list(merged), list(merged.values()))
        solver.run()
        status = solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        assert status == highspy.HighsModelStatus.kOptimal, status
        values = [round(value) for value in solver.getSolution().col_value]
        return sum(factor * values[variable] for variable, factor in self.objective.items())

    def cp_sat(self, seconds):
        """The minimum, or UNFINISHED when the time limit does not suffice for the proof."""
        from ortools.sat.python import cp_model

        model = cp_model.CpModel()
        variables = [model.new_int_var(0, upper, "") for upper in self.uppers]
        for terms, lower, upper in self.rows:
            total = sum(factor * variables[variable] for variable, factor in terms)
            if lower is not None:
                model.add(total >= lower)
            if upper is not None:
                model.add(total <= upper)
        model.minimize(sum(factor * variables[variable] for variable, factor in self.objective.items()))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 8
        solver.parameters.max_time_in_seconds = seconds
        status = solver.solve(model)
        if status == cp_model.INFEASIBLE:
            return None
        if status != cp_model.OPTIMAL:
            return UNFINISHED
        return round(solver.objective_value)

    def least(self, objective, seconds):
        """The minimum of the objective, and whether both solvers proved it; None when nothing satisfies the rows."""
        self.objective = objective
        waiting = WORKERS.apply_async(Model.highs, [self])
        second = self.cp_sat(seconds)
        first = waiting.get()
        if second != UNFINISHED and first is not None and second is not None and second < first:
            # HiGHS sometimes stops one short of the optimum; asked for less than what it found, it has to find it.
            self.row(list(objective.items()), None, first - 1)
            first = WORKERS.apply(Model.highs, [self])
        if second not in (first, UNFINISHED):
            sys.exit(f"the solvers differ: HiGHS {first}, CP-SAT {second}")
        return first, second == first


def two_stages(build, first, second, seconds):
    """The minimum of the first objective, then of the second one at that value of the first; and whether both solvers
    proved them."""
    least, is_proven = build().least(first, seconds)
    if least is None:
        return None, is_proven
    model = build()
    model.row(list(first.items()), None, least)
    then, is_proven_too = model.least(second, seconds)
    return [least, then], is_proven and is_proven_too


def table_optimum(groups, goal, budget):
    """The least cost of every total gain, group by group; then the best of them, as two_stages puts it."""
    import numpy

    width = sum(max(gain for _, gain in group) for group in groups) + 1
    never = 1 << 60
    costs = numpy.full(width, never)
    costs[0] = 0
    for group in groups:
        new = numpy.full(width, never)
        for cost, gain in group:
            new[gain:] = numpy.minimum(new[gain:], costs[:width - gain] + cost)
        costs = numpy.minimum(new, never)
    pairs = [(int(cost), gain) for gain, cost in enumerate(costs) if cost < never]
    if budget is None:
        return list(min((cost, -gain) for cost, gain in pairs if gain >= goal))
    return list(min((-gain, cost) for cost, gain in pairs if cost <= budget))


def choice_optimum(groups, goal, budget):
    model, costs, gains = Model(), {}, {}
    for group in groups:
        variables = [model.variable() for _ in group]
        model.row([(variable, 1) for variable in variables], 1, 1)
        for variable, (cost, gain) in zip(variables, group):
            costs[variable], gains[variable] = cost, gain

    def build():
        copy = Model()
        copy.uppers, copy.rows = list(model.uppers), list(model.rows)
        if goal is not None:
            copy.row(list(gains.items()), goal, None)
        if budget is not None:
            copy.row(list(costs.items()), None, budget)
        return copy

    loss = {variable: -gain for variable, gain in gains.items()}
    stages = (costs, loss) if budget is None else (loss, costs)
    found, is_proven = two_stages(build, *stages, 2)
    if found != table_optimum(groups, goal, budget):
        sys.exit(f"the table differs from the solvers: {found}")
    return found + [["HiGHS", "table"] + (["CP-SAT"] if is_proven else [])]


def action_optimum(problem, goal, budget):
    """Each criterion chooses one of the actions taken (best of), or adds up to its cap."""
    model, loss = Model(), {}
    taken = [model.variable() for _ in problem["costs"]]
    criterion_gains = []
    for effects, cap in zip(problem["effects"], problem["caps"]):
        if cap is None:
            chosen = [(model.variable(), action, gain) for action, gain in effects]
            for variable, action, _ in chosen:
                model.row([(variable, 1), (taken[action], -1)], None, 0)
            model.row([(variable, 1) for variable, _, _ in chosen], None, 1)
            terms = [(variable, gain) for variable, _, gain in chosen]
        else:
            total = model.variable(cap)
            model.row([(total, 1)] + [(taken[action], -gain) for action, gain in effects], None, 0)
            terms = [(total, 1)]
        criterion_gains.append(terms)
        for variable, factor in terms:
            loss[variable] = -factor
    for action, need in problem["needs"]:
        model.row([(taken[action], 1), (taken[need], -1)], None, 0)
    for exclusion in problem["exclusions"]:
        model.row([(taken[action], 1) for action in exclusion], None, 1)
    for criteria, bound in problem["floors"]:
        model.row([term for index in criteria for term in criterion_gains[index]], bound, None)
    costs = dict(zip(taken, problem["costs"]))

    def build():
        copy = Model()
        copy.uppers, copy.rows = list(model.uppers), list(model.rows)
        if goal is not None:
            copy.row([(variable, -factor) for variable, factor in loss.items()], goal, None)
        if budget is not None:
            copy.row(list(costs.items()), None, budget)
        return copy

    stages = (costs, loss) if budget is None else (loss, costs)
    found, is_proven = two_stages(build, *stages, 300)
    assert is_proven, "CP-SAT needs more time"
    return found


def write(name, comment, columns, rows):
    lines = ",\n".join("    " + json.dumps(dict(zip(columns, row))) for row in rows)
    text = f'{{\n  "comment": {json.dumps(comment)},\n  "instances": [\n{lines}\n  ]\n}}\n'
    (FOLDER / name).write_text(text)


def choices():
    """CP-SAT gets only seconds, which the proof of some instances exceeds: HiGHS and the table have to agree on all, and
    each row names the solver that proved it."""
    rows = []
    for number in range(60):
        kind = ["uncorrelated", "weakly", "strongly", "subsetSum"][number % 4]
        limit = [100, 1000][number // 4 % 2]
        size = 100 if kind != "strongly" or limit == 100 else 40
        seed, tenths = 5000 + number, 1 + number % 9
        groups = choice_groups(kind, seed, size, 6, limit)
        goal = sum(max(gain for _, gain in group) for group in groups) * tenths // 10
        budget = sum(max(cost for cost, _ in group) for group in groups) * tenths // 10
        cost, loss, provers = choice_optimum(groups, goal, None)
        rows.append([kind, seed, size, limit, "goal", goal, cost, -loss, provers])
        loss, cost, provers = choice_optimum(groups, None, budget)
        rows.append([kind, seed, size, limit, "budget", budget, cost, -loss, provers])
        print(rows[-2:], flush=True)
        write("choices.json", "groups of 6 options; optima by the solvers named (checks/plan-solvers)",
              ["kind", "seed", "groups", "range", "form", "bound", "cost", "gain", "provers"], rows)


def actions():
    rows = []
    for number in range(30):
        criteria, count = [(12, 24), (20, 40), (30, 60)][number % 3]
        limit, seed = [100, 100_000][number % 2], 7000 + number
        problem = action_problem(seed, criteria, count, limit)
        tenths = 3 + number % 6
        goal = sum(problem["ceilings"]) * tenths // 10
        budget = sum(problem["costs"]) * tenths // 20
        shape = [seed, criteria, count, limit]
        best = action_optimum(problem, goal, None)
        rows.append(shape + ["goal", goal] + ([None, None] if best is None else [best[0], -best[1]]))
        best = action_optimum(problem, None, budget)
        rows.append(shape + ["budget", budget] + ([None, None] if best is None else [best[1], -best[0]]))
        print(rows[-2:], flush=True)
    write("actions.json", "optima by HiGHS and CP-SAT (checks/plan-solvers); null: no plan",
          ["seed", "criteria", "actions", "range", "form", "bound", "cost", "gain"], rows)


if __name__ == "__main__":
    # Each solver gets a process of its own: OR-Tools includes another HiGHS, and one process cannot contain both.
    with multiprocessing.get_context("spawn").Pool(1) as WORKERS:
        for part in sys.argv[1:] or ["choices", "actions"]:
            {"choices": choices, "actions": actions}[part]()
