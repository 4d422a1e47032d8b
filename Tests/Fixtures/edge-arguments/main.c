// Prints each argument after the program's name: its length, a colon, its bytes, a newline.

#include <stdio.h>
#include <string.h>

int main(int argc, char **argv) {
  printf("%d\n", argc);
  for (int index = 1; index < argc; index++) printf("%zu:%s\n", strlen(argv[index]), argv[index]);
  return 0;
}
