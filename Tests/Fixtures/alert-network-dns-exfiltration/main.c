// fires: asks for 24 names below example.net that hold data, over the loopback of a network namespace of its own.
// silent: asks as often for the names of ordinary hosts there.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

static const char *const hosts[] = {"www", "mail", "api", "static", "blog", "docs"};

// Makes a label of 40 characters as base32 does of encrypted data, the same in every run.
static void encode(char *label) {
  static unsigned state = 20240229;
  for (int i = 0; i < 40; i++) {
    state = state * 1664525 + 1013904223;
    label[i] = "abcdefghijklmnopqrstuvwxyz234567"[state >> 27];
  }
  label[40] = 0;
}

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  enter_namespaces(CLONE_NEWNET);
  // Nobody answers in this namespace; with its loopback up the question is at least sent.
  int end = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  struct ifreq loopback = {.ifr_name = "lo", .ifr_flags = IFF_UP};
  if (end < 0 || ioctl(end, SIOCSIFFLAGS, &loopback) != 0) fail("loopback");
  struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons(53)};
  server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  for (int i = 0; i < 24; i++) {
    char label[64], question[128] = "\x12\x34\1\0\0\1";
    if (firing)
      encode(label);
    else
      strcpy(label, hosts[i % 6]);
    size_t length = strlen(label);
    question[12] = (char)length;
    memcpy(question + 13, label, length);
    memcpy(question + 13 + length, "\7example\3net\0\0\1\0\1", 17);
    if (sendto(end, question, length + 30, 0, (struct sockaddr *)&server, sizeof server) < 0) fail("sendto");
  }
  puts("asked 24 times");
  return 0;
}
