// fires: changes a function of its own and calls it.
// silent: makes the function's page read-only for a moment and calls it.

#include "../alert-fixture.h"

#include <sys/mman.h>

// A page that holds nothing else, so that the rest of the program stays executable.
__asm__(
    ".pushsection .text.answer, \"ax\"\n"
    ".balign 4096\n"
    "answer: mov $1, %eax\n"
    "ret\n"
    ".balign 4096\n"
    ".popsection\n");
extern char answer[];

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  if (mprotect(answer, 4096, PROT_READ | (firing ? PROT_WRITE : 0)) != 0) fail("mprotect");
  // The operand of mov.
  if (firing) answer[1] = 2;
  if (mprotect(answer, 4096, PROT_READ | PROT_EXEC) != 0) fail("mprotect");
  int (*function)(void) = (int (*)(void))(void *)answer;
  if (function() != 1 + firing) fail("answer");
  puts("called a function");
  return 0;
}
