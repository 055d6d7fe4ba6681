// The body of `answer_products_add`, inlined once into each form: the compiler vectorises it for the target processor.

static inline __attribute__((always_inline)) void add_products(
    const answer_measures *measures, const uint8_t *rows, size_t row_size, size_t row_count, uint32_t *values,
    uint64_t *sums) {
    size_t questions = measures->questions, groups = measures->group_count, parts = measures->part_count;
    size_t count = questions + groups;
    uint32_t *y = values, *x = y + count, *part_y = x + count, *part_x = part_y + parts;
    uint64_t *answered = sums, *satisfied = answered + groups;
    uint64_t *own_yy = satisfied + groups, *own_yx = own_yy + count, *own_xx = own_yx + count;
    uint64_t *pair_yy = own_xx + count, *pair_yx = pair_yy + parts * parts, *pair_xx = pair_yx + parts * parts;
    for (size_t row = 0; row < row_count; row++, rows += row_size) {
        for (size_t question = 0; question < questions; question++) {
            y[question] = measures->y_of_level[rows[question]];
            x[question] = measures->x_of_level[rows[question]];
        }
        for (size_t group = 0; group < groups; group++) {
            uint32_t sum_y = 0, sum_x = 0;
            for (uint32_t question = measures->group_starts[group]; question < measures->group_ends[group]; question++) {
                sum_y += y[question];
                sum_x += x[question];
            }
            uint32_t has_answered = sum_x > 0, is_satisfied = sum_x > 0 && sum_y == sum_x;
            answered[group] += has_answered;
            satisfied[group] += is_satisfied;
            y[questions + group] = measures->counts_people ? is_satisfied : sum_y;
            x[questions + group] = measures->counts_people ? has_answered : sum_x;
        }
        for (size_t measure = 0; measure < count; measure++) {
            own_yy[measure] += (uint64_t)y[measure] * y[measure];
            own_yx[measure] += (uint64_t)y[measure] * x[measure];
            own_xx[measure] += (uint64_t)x[measure] * x[measure];
        }
        for (size_t part = 0; part < parts; part++) {
            part_y[part] = y[measures->parts[part]];
            part_x[part] = x[measures->parts[part]];
        }
        for (size_t first = 0; first < parts; first++) {
            for (size_t second = 0; second < parts; second++) {
                pair_yy[first * parts + second] += (uint64_t)part_y[first] * part_y[second];
                pair_yx[first * parts + second] += (uint64_t)part_y[first] * part_x[second];
                pair_xx[first * parts + second] += (uint64_t)part_x[first] * part_x[second];
            }
        }
    }
}
