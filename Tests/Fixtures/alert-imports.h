// Writes a small library by hand, for alerts about what a file imports: no compiler is at hand
// when the tests run.

#ifndef ALERT_IMPORTS_H
#define ALERT_IMPORTS_H

#include "alert-fixture.h"

#include <elf.h>
#include <stddef.h>
#include <sys/mman.h>

// A library with one undefined function, all in one page.
struct library {
  Elf64_Ehdr header;
  Elf64_Phdr segments[3];
  Elf64_Dyn dynamic[6];
  Elf64_Word hash[5];
  Elf64_Sym symbols[2];
  char names[64];
};

#define AT(member) offsetof(struct library, member)

// Writes the library and maps it as a loader would; both are undone at once.
static inline void load_library_importing(const char *path, const char *function) {
  struct library library = {
      .header = {.e_ident = {0x7f, 'E', 'L', 'F', ELFCLASS64, ELFDATA2LSB, EV_CURRENT},
                 .e_type = ET_DYN,
                 .e_machine = EM_X86_64,
                 .e_version = EV_CURRENT,
                 .e_phoff = AT(segments),
                 .e_ehsize = sizeof(Elf64_Ehdr),
                 .e_phentsize = sizeof(Elf64_Phdr),
                 .e_phnum = 3,
                 .e_shentsize = sizeof(Elf64_Shdr)},
      .segments = {{.p_type = PT_LOAD,
                    .p_flags = PF_R | PF_X,
                    .p_filesz = sizeof library,
                    .p_memsz = sizeof library,
                    .p_align = 4096},
                   {.p_type = PT_DYNAMIC,
                    .p_flags = PF_R,
                    .p_offset = AT(dynamic),
                    .p_vaddr = AT(dynamic),
                    .p_paddr = AT(dynamic),
                    .p_filesz = sizeof library.dynamic,
                    .p_memsz = sizeof library.dynamic,
                    .p_align = 8},
                   // Without it the stack would have to be executable.
                   {.p_type = PT_GNU_STACK, .p_flags = PF_R | PF_W}},
      .dynamic = {{DT_HASH, {AT(hash)}},
                  {DT_SYMTAB, {AT(symbols)}},
                  {DT_STRTAB, {AT(names)}},
                  {DT_STRSZ, {sizeof library.names}},
                  {DT_SYMENT, {sizeof(Elf64_Sym)}},
                  {DT_NULL, {0}}},
      // One bucket, two symbols, of which the second is the function.
      .hash = {1, 2, 1, 0, 0},
      .symbols = {[1] = {.st_name = 1, .st_info = ELF64_ST_INFO(STB_GLOBAL, STT_FUNC)}},
  };
  snprintf(library.names + 1, sizeof library.names - 1, "%s", function);
  int file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0 || write(file, &library, sizeof library) != (ssize_t)sizeof library) fail(path);
  close(file);
  file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path);
  void *code = mmap(NULL, sizeof library, PROT_READ | PROT_EXEC, MAP_PRIVATE, file, 0);
  if (code == MAP_FAILED || munmap(code, sizeof library) != 0) fail("mmap");
  close(file);
  if (unlink(path) != 0) fail("unlink");
}

#endif
