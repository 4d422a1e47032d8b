// Does one thing many times, each time with another name, address or place: how dftrace's memory fares.
#include <arpa/inet.h>
#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static char directory[4096];

static void need(int answer, const char *what) {
    if (answer < 0) {
        perror(what);
        exit(1);
    }
}

// Names of some hundred bytes, each another: by letters, since numbers are taken for what changes from
// run to run.
static void path_of(long number, char *path, size_t room) {
    int start = snprintf(path, room, "%s/%0120ld", directory, number);
    for (char *digit = path + start - 120; *digit; digit++)
        *digit = (char)(*digit - '0' + 'a');
}

static void open_missing(long number) {
    char path[4300];
    path_of(number, path, sizeof path);
    int file = open(path, O_RDONLY);
    if (file >= 0)
        close(file);
}

// Each file stays, so that no other gets its number.
static void write_file(long number) {
    char path[4300];
    path_of(number, path, sizeof path);
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    need(file, path);
    close(file);
}

static void link_file(long number) {
    char path[4300], other[4400];
    path_of(number, path, sizeof path);
    snprintf(other, sizeof other, "%s.link", path);
    int file = open(path, O_WRONLY | O_CREAT, 0600);
    need(file, path);
    close(file);
    need(link(path, other), other);
}

static void list_directory(long number) {
    char path[4300];
    path_of(number, path, sizeof path);
    need(mkdir(path, 0700), path);
    int file = open(path, O_RDONLY | O_DIRECTORY);
    need(file, path);
    close(file);
    need(rmdir(path), path);
}

// A network of its own: nothing leaves it, and port 53 is free.
static int datagram = -1, server = -1;

static void make_network(void) {
    need(unshare(CLONE_NEWNET), "unshare");
    datagram = socket(AF_INET, SOCK_DGRAM, 0);
    need(datagram, "socket");
    struct ifreq loopback = {.ifr_name = "lo", .ifr_flags = IFF_UP};
    need(ioctl(datagram, SIOCSIFFLAGS, &loopback), "lo");
    server = socket(AF_INET, SOCK_DGRAM, 0);
    need(server, "socket");
    struct sockaddr_in port = {.sin_family = AF_INET, .sin_port = htons(53)};
    port.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    need(bind(server, (struct sockaddr *)&port, sizeof port), "bind");
}

static void send_to(uint32_t address, uint16_t port) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
    to.sin_addr.s_addr = htonl(address);
    // Where no way leads the kernel refuses it, which counts as an attempt all the same.
    sendto(datagram, "x", 1, MSG_DONTWAIT, (struct sockaddr *)&to, sizeof to);
}

static void send_anywhere(long number) { send_to(0x0A000000 + (uint32_t)number, 80); }

static void send_to_loopback(long number) { send_to(0x7F000002 + (uint32_t)number, 9); }

// All ports of one host after the other.
static void send_to_ports(long number) {
    send_to(0x0A000000 + (uint32_t)(number / 4000), (uint16_t)(1 + number % 4000));
}

// A question with a name that looks like data, and the answer with an address.
static void ask(long number) {
    unsigned char message[256] = {0, 7, 1, 0, 0, 1};
    size_t length = 12;
    message[length++] = 60;
    length += (size_t)snprintf((char *)message + length, 64, "%060lx", 0x9E3779B97F4A7C1ul * (unsigned long)number);
    char domain[16];
    int label = snprintf(domain, sizeof domain, "d%ld", number / 900);
    message[length++] = (unsigned char)label;
    memcpy(message + length, domain, (size_t)label);
    length += (size_t)label;
    memcpy(message + length, "\7example\0\0\1\0\1", 13);
    length += 13;
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(53)};
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    need((int)sendto(datagram, message, length, 0, (struct sockaddr *)&to, sizeof to), "sendto");
    struct sockaddr_in from;
    socklen_t size = sizeof from;
    need((int)recvfrom(server, message, sizeof message, 0, (struct sockaddr *)&from, &size), "recvfrom");
    message[2] = 0x81;
    message[7] = 1;
    memcpy(message + length, "\xC0\x0C\0\1\0\1\0\0\0\1\0\4", 12);
    uint32_t address = htonl(0x0A000000 + (uint32_t)number);
    memcpy(message + length + 12, &address, 4);
    length += 16;
    need((int)sendto(server, message, length, 0, (struct sockaddr *)&from, size), "answer");
    size = sizeof from;
    need((int)recvfrom(datagram, message, sizeof message, 0, (struct sockaddr *)&from, &size), "recvfrom");
}

// Descriptors that stay open, up to the limit; then they are closed and there are others.
static void open_descriptor(long number) {
    static int first = -1;
    int file = open("/dev/zero", O_RDONLY);
    if (file < 0) {
        close_range((unsigned)first, ~0u, 0);
        file = open("/dev/zero", O_RDONLY);
    }
    need(file, "/dev/zero");
    if (number == 0)
        first = file;
}

// Code of files at ever new places, some of which a call is made from that asks for its origin.
static void map_file(long number) {
    static int file = -1;
    if (file < 0)
        file = open("/proc/self/exe", O_RDONLY);
    need(file, "/proc/self/exe");
    char *place = (char *)0x200000000000 + number * 8192;
    void *mapped = mmap(place, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_FIXED, file, 0);
    need(mapped == MAP_FAILED ? -1 : 0, "mmap");
    if (number % 30000 == 29999)
        need(munmap((char *)0x200000000000 + (number - 29999) * 8192, 30000ul * 8192), "munmap");
}

static const struct {
    const char *name;
    void (*once)(long);
    void (*first)(void);
} kinds[] = {
    {"missing", open_missing, NULL},      {"written", write_file, NULL},
    {"links", link_file, NULL},           {"directories", list_directory, NULL},
    {"addresses", send_anywhere, make_network}, {"loopback", send_to_loopback, make_network},
    {"ports", send_to_ports, make_network},     {"names", ask, make_network},
    {"descriptors", open_descriptor, NULL},     {"maps", map_file, NULL},
};

int main(int count, char **words) {
    if (count < 4)
        return 2;
    snprintf(directory, sizeof directory, "%s", words[3]);
    struct rlimit most;
    getrlimit(RLIMIT_NOFILE, &most);
    most.rlim_cur = most.rlim_max;
    setrlimit(RLIMIT_NOFILE, &most);
    for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
        if (strcmp(kinds[kind].name, words[1]) != 0)
            continue;
        if (kinds[kind].first)
            kinds[kind].first();
        long times = atol(words[2]);
        for (long number = 0; number < times; number++)
            kinds[kind].once(number);
        printf("%s %ld\n", words[1], times);
        return 0;
    }
    return 2;
}
