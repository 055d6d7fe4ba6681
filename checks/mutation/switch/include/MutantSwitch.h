#ifndef MUTANT_SWITCH_H
#define MUTANT_SWITCH_H

#include <stdbool.h>

// Which mutant runs, or none (0), and which have been asked for; see switch.c.
extern int mutant_chosen;
extern unsigned char *mutant_reached;

static inline bool mutant_is_chosen(int number) {
    mutant_reached[number] = 1;
    return number == mutant_chosen;
}

#endif
