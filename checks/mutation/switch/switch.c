// Chooses among the mutants that are compiled in.
//
// SCORE_MUTANT is the number of the one that runs. SCORE_REACHED names a file of one byte for each mutant, where those
// that were asked for are marked; it is mapped, so that a process that crashes leaves its marks as well.
#include "MutantSwitch.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { greatest_count = 1 << 16 };

int mutant_chosen = 0;
static unsigned char unmapped[greatest_count];
unsigned char *mutant_reached = unmapped;

__attribute__((constructor)) static void choose(void) {
    const char *number = getenv("SCORE_MUTANT");
    if (number != NULL) { mutant_chosen = atoi(number); }
    const char *path = getenv("SCORE_REACHED");
    if (path == NULL) { return; }
    int file = open(path, O_RDWR | O_CREAT, 0644);
    if (file < 0 || ftruncate(file, greatest_count) != 0) { abort(); }
    void *bytes = mmap(NULL, greatest_count, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (bytes == MAP_FAILED) { abort(); }
    mutant_reached = bytes;
    close(file);
}
