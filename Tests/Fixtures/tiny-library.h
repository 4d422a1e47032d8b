// The smallest shared library that says something of itself: for fixtures that have one mapped.

#ifndef TINY_LIBRARY_H
#define TINY_LIBRARY_H

#include "alert-fixture.h"

#include <elf.h>
#include <stddef.h>
#include <sys/mman.h>

// Everything lies in one segment at address 0, so that addresses are places in the file.
struct tiny_library {
  Elf64_Ehdr header;
  Elf64_Phdr segments[3];
  Elf64_Dyn dynamic[7];
  Elf64_Sym symbols[2];
  uint32_t hash[5];
  char strings[128];
};

// Writes a library that defines a function, or takes it from others, and has a search path.
static inline void write_library(
    const char *path, const char *function, int is_defined, const char *search_path) {
  struct tiny_library library = {0};
  Elf64_Xword size = sizeof library;
  library.header = (Elf64_Ehdr){
      .e_ident = {ELFMAG0, ELFMAG1, ELFMAG2, ELFMAG3, ELFCLASS64, ELFDATA2LSB, EV_CURRENT},
      .e_type = ET_DYN,
      .e_machine = EM_X86_64,
      .e_version = EV_CURRENT,
      .e_phoff = offsetof(struct tiny_library, segments),
      .e_ehsize = sizeof(Elf64_Ehdr),
      .e_phentsize = sizeof(Elf64_Phdr),
      .e_phnum = 3,
  };
  Elf64_Addr dynamic = offsetof(struct tiny_library, dynamic);
  library.segments[0] = (Elf64_Phdr){
      .p_type = PT_LOAD, .p_flags = PF_R | PF_W, .p_filesz = size, .p_memsz = size, .p_align = 4096};
  library.segments[1] = (Elf64_Phdr){
      .p_type = PT_DYNAMIC, .p_flags = PF_R, .p_offset = dynamic, .p_vaddr = dynamic,
      .p_paddr = dynamic, .p_filesz = sizeof library.dynamic, .p_memsz = sizeof library.dynamic,
      .p_align = 8};
  // Without it the stack would have to be executable.
  library.segments[2] = (Elf64_Phdr){.p_type = PT_GNU_STACK, .p_flags = PF_R | PF_W, .p_align = 16};
  // The first string is empty, as ever.
  strcpy(library.strings + 1, function);
  Elf64_Word second = 2 + (Elf64_Word)strlen(function);
  strcpy(library.strings + second, search_path);
  Elf64_Dyn dynamics[] = {
      {DT_HASH, {offsetof(struct tiny_library, hash)}},
      {DT_SYMTAB, {offsetof(struct tiny_library, symbols)}},
      {DT_SYMENT, {sizeof(Elf64_Sym)}},
      {DT_STRTAB, {offsetof(struct tiny_library, strings)}},
      {DT_STRSZ, {sizeof library.strings}},
      {*search_path ? DT_RUNPATH : DT_NULL, {*search_path ? second : 0}},
      {DT_NULL, {0}},
  };
  memcpy(library.dynamic, dynamics, sizeof dynamics);
  library.symbols[1] = (Elf64_Sym){
      .st_name = 1,
      .st_info = ELF64_ST_INFO(STB_GLOBAL, STT_FUNC),
      .st_shndx = is_defined ? SHN_ABS : SHN_UNDEF,
  };
  // One bucket, whose chain is the one symbol, and two chains: as many as symbols.
  uint32_t hash[] = {1, 2, 1, 0, 0};
  memcpy(library.hash, hash, sizeof hash);
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0 || write(file, &library, size) != (ssize_t)size || close(file) != 0) fail(path);
}

// Maps a library's first page executable, as the loader would its code.
static inline void map_library(const char *path) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path);
  void *code = mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE, file, 0);
  if (code == MAP_FAILED || close(file) != 0) fail("mmap");
}

#endif
